#include "core/sim/kubelet/endpointslices.h"

#include "core/sim/kubelet/writers.h"
#include "core/sim/world/path.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::kubelet {
namespace {

const QStringView slicesType = u"endpointslices.discovery.k8s.io";
const QStringView endpointsType = u"endpoints";

QString addressOf(const QJsonObject& pod)
{
    return at(pod, {u"status", u"podIP"}).toString();
}

/// What an endpoint tells of a pod; the same: nothing is to be written.
QString signatureOf(const Stored& pod)
{
    const QJsonObject document = pod.document();
    return addressOf(document) + u'/' + QString::number(int(Services::isReady(document))) + u'/' +
           QString::number(int(pod.isBeingDeleted()));
}

QJsonObject targetOf(const Stored& pod)
{
    return {{u"kind"_s, u"Pod"_s}, {u"name"_s, pod.name()}, {u"namespace"_s, pod.ns()}, {u"uid"_s, pod.uid()}};
}

QJsonObject endpointOf(const Stored& pod)
{
    const QJsonObject document = pod.document();
    const bool isServing = Services::isReady(document);
    return {{u"addresses"_s, QJsonArray{addressOf(document)}},
            {u"conditions"_s, QJsonObject{{u"ready"_s, isServing && !pod.isBeingDeleted()},
                                          {u"serving"_s, isServing},
                                          {u"terminating"_s, pod.isBeingDeleted()}}},
            {u"nodeName"_s, at(document, {u"spec", u"nodeName"})},
            {u"targetRef"_s, targetOf(pod)}};
}

/// The ports of the service as the first pod has them.
QJsonArray portsOf(const Stored& service, const std::vector<Snapshot>& pods)
{
    QJsonArray ports;
    for (const QJsonValue item : at(service.document(), {u"spec", u"ports"}).toArray()) {
        const QJsonObject port = item.toObject();
        const QJsonValue target = port.contains(u"targetPort"_s) ? port[u"targetPort"_s] : port[u"port"_s];
        const int number = pods.empty() ? target.toInt() : Services::containerPort(pods.front()->document(), target);
        if (number > 0)
            ports.append(QJsonObject{{u"name"_s, port[u"name"_s].toString()},
                                     {u"port"_s, number},
                                     {u"protocol"_s, port[u"protocol"_s].toString(u"TCP"_s)}});
    }
    return ports;
}

QJsonObject sliceOf(const Stored& service, const std::vector<Snapshot>& pods)
{
    QJsonArray endpoints;
    for (const Snapshot& pod : pods)
        endpoints.append(endpointOf(*pod));
    return {{u"addressType"_s, u"IPv4"_s}, {u"endpoints"_s, endpoints}, {u"ports"_s, portsOf(service, pods)}};
}

QJsonObject endpointsOf(const Stored& service, const std::vector<Snapshot>& pods)
{
    QJsonArray ready, unready;
    for (const Snapshot& pod : pods) {
        const QJsonObject document = pod->document();
        if (pod->isBeingDeleted())
            continue;
        (Services::isReady(document) ? ready : unready)
            .append(QJsonObject{{u"ip"_s, addressOf(document)},
                                {u"nodeName"_s, at(document, {u"spec", u"nodeName"})},
                                {u"targetRef"_s, targetOf(*pod)}});
    }
    QJsonObject subset{{u"ports"_s, portsOf(service, pods)}};
    if (!ready.isEmpty())
        subset[u"addresses"_s] = ready;
    if (!unready.isEmpty())
        subset[u"notReadyAddresses"_s] = unready;
    return {{u"subsets"_s, subset.size() > 1 ? QJsonArray{subset} : QJsonArray()}};
}

QJsonObject labelsOf(const Stored& service)
{
    QJsonObject labels{{u"kubernetes.io/service-name"_s, service.name()},
                       {u"endpointslice.kubernetes.io/managed-by"_s, u"endpointslice-controller.k8s.io"_s}};
    if (at(service.document(), {u"spec", u"clusterIP"}) == u"None"_s)
        labels[u"service.kubernetes.io/headless"_s] = u""_s;
    return labels;
}

QJsonObject metadataOf(const Stored& service, const QString& name)
{
    return {{u"name"_s, name},
            {u"namespace"_s, service.ns()},
            {u"labels"_s, labelsOf(service)},
            {u"ownerReferences"_s, QJsonArray{QJsonObject{{u"apiVersion"_s, u"v1"_s},
                                                          {u"kind"_s, u"Service"_s},
                                                          {u"name"_s, service.name()},
                                                          {u"uid"_s, service.uid()},
                                                          {u"controller"_s, true},
                                                          {u"blockOwnerDeletion"_s, true}}}}};
}

} // namespace

EndpointSlices::EndpointSlices(World& world)
    : m_world(world)
    , m_pods(world.objects.subscribe({type::pods.toString()}, [this](const Event& event) { look(event); }))
    , m_services(world.objects.subscribe({type::services.toString()}, [this](const Event& event) {
        if (event.kind != Event::Kind::Deleted)
            update(*event.object);
        else
            static_cast<void>(m_world.objects.remove(endpointsType, event.object->ns(), event.object->name()));
    }))
{
}

void EndpointSlices::look(const Event& event)
{
    const Stored& pod = *event.object;
    if (event.kind == Event::Kind::Deleted) {
        m_seen.erase(pod.uid());
    } else {
        const QString signature = signatureOf(pod);
        QString& seen = m_seen[pod.uid()];
        if (seen == signature)
            return;
        seen = signature;
    }
    for (const Snapshot& service : m_world.objects.list(type::services, pod.ns())) {
        if (Services::isChosen(pod.labels(), at(service->document(), {u"spec", u"selector"}).toObject()))
            update(*service);
    }
}

std::vector<Snapshot> EndpointSlices::podsOf(const Stored& service) const
{
    const QJsonObject selector = at(service.document(), {u"spec", u"selector"}).toObject();
    std::vector<Snapshot> pods = m_world.objects.list(type::pods, service.ns());
    std::erase_if(pods, [&selector](const Snapshot& pod) {
        return !Services::isChosen(pod->labels(), selector) || addressOf(pod->document()).isEmpty();
    });
    return pods;
}

void EndpointSlices::update(const Stored& service)
{
    if (service.isBeingDeleted() || at(service.document(), {u"spec", u"selector"}).toObject().isEmpty())
        return;
    const std::vector<Snapshot> pods = podsOf(service);
    QJsonObject slice = sliceOf(service, pods);
    // Of a name that follows from the service: a restart of the controller finds it again.
    const QString name = service.name() + u'-' + service.uid().right(5);
    slice[u"metadata"_s] = metadataOf(service, name);
    write(slicesType, service.ns(), name, slice);
    QJsonObject endpoints = endpointsOf(service, pods);
    endpoints[u"metadata"_s] = QJsonObject{{u"name"_s, service.name()}, {u"namespace"_s, service.ns()}};
    write(endpointsType, service.ns(), service.name(), endpoints);
}

void EndpointSlices::write(QStringView type, const QString& ns, const QString& name, const QJsonObject& wanted)
{
    const auto resource = m_world.objects.resources().ofType(type);
    if (!resource)
        return;
    if (m_world.objects.find(type, ns, name)) {
        static_cast<void>(m_world.objects.change(
            type, ns, name, Part::Main,
            [&wanted](QJsonObject& document) {
                for (const QString& field : {u"endpoints"_s, u"ports"_s, u"subsets"_s}) {
                    if (wanted.contains(field))
                        document[field] = wanted[field];
                }
            },
            byControllerManager()));
        return;
    }
    QJsonObject document = wanted;
    document[u"apiVersion"_s] = resource->apiVersion();
    document[u"kind"_s] = resource->kind;
    static_cast<void>(m_world.objects.create(type, document, byControllerManager()));
}

} // namespace sim::kubelet
