#include "core/sim/api/metrics.h"

using namespace Qt::StringLiterals;

namespace sim {

Metrics::Metrics(World& world, documents::Kinds& kinds)
    : m_world(world)
    , m_kinds(kinds)
{
}

std::optional<QJsonObject> Metrics::metricsOf(const Resource& resource, const Stored& pod) const
{
    const auto usage = m_world.services.usage(pod.ns(), pod.name());
    if (!usage)
        return std::nullopt;
    QJsonArray containers;
    for (const auto& container : usage->containers) {
        const QJsonObject amounts{{u"cpu"_s, QString::number(container.cpuNanoCores) + u'n'},
                                  {u"memory"_s, QString::number(container.memoryBytes / 1024) + u"Ki"_s}};
        containers.append(QJsonObject{{u"name"_s, container.container}, {u"usage"_s, amounts}});
    }
    QJsonObject metadata{
        {u"name"_s, pod.name()}, {u"namespace"_s, pod.ns()}, {u"creationTimestamp"_s, timestamp(m_world.clock.now())}};
    if (!pod.labels().isEmpty())
        metadata.insert(u"labels"_s, pod.labels());
    const auto window = std::chrono::duration<double>(usage->window).count();
    return QJsonObject{{u"kind"_s, resource.kind},
                       {u"apiVersion"_s, resource.apiVersion()},
                       {u"metadata"_s, metadata},
                       {u"timestamp"_s, timestamp(usage->at)},
                       {u"window"_s, QString::number(window) + u's'},
                       {u"containers"_s, containers}};
}

void Metrics::get(const Call& call)
{
    const auto pod = m_world.objects.find(type::pods, call.info.ns, call.info.name);
    const auto metrics = pod ? metricsOf(*call.resource, *pod) : std::nullopt;
    if (!metrics) {
        const auto full = pod ? call.info.ns + u'/' + call.info.name : call.info.name;
        return call.refuse(Refusal::notFound(u"podmetrics.metrics.k8s.io", full));
    }
    call.reply(*metrics);
}

void Metrics::list(const Call& call)
{
    const auto selection = Selection::of(call, m_kinds);
    if (!selection)
        return call.refuse(selection.refusal());
    QJsonArray items;
    for (const auto& pod : m_world.objects.list(type::pods, call.info.ns)) {
        if (!selection->matches(*pod))
            continue;
        if (auto metrics = metricsOf(*call.resource, *pod)) {
            metrics->remove(u"kind");
            metrics->remove(u"apiVersion");
            items.append(*metrics);
        }
    }
    call.reply({{u"kind"_s, call.resource->listKind},
                {u"apiVersion"_s, call.resource->apiVersion()},
                {u"metadata"_s, QJsonObject()},
                {u"items"_s, items}});
}

} // namespace sim
