#include "core/sim/api/registry.h"
#include "core/sim/api/view.h"
#include "core/sim/documents/decode.h"
#include "core/sim/documents/validation.h"
#include "core/sim/world/path.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

void beginNamespace(QJsonObject& ns)
{
    const auto name = at(ns, {u"metadata", u"name"});
    put(ns, {u"metadata", u"labels", u"kubernetes.io/metadata.name"}, name);
    put(ns, {u"spec", u"finalizers"}, QJsonArray{u"kubernetes"_s});
    put(ns, {u"status", u"phase"}, u"Active"_s);
}

/// Guaranteed: every container has limits for cpu and memory and asks for as much; BestEffort: none says anything.
QString serviceQuality(const QJsonObject& pod)
{
    bool isGuaranteed = true;
    bool isSilent = true;
    for (const auto item : at(pod, {u"spec", u"containers"}).toArray()) {
        const auto resources = item.toObject().value("resources"_L1).toObject();
        const auto limits = resources.value("limits"_L1).toObject();
        const auto requests = resources.value("requests"_L1).toObject();
        isSilent = isSilent && limits.isEmpty() && requests.isEmpty();
        for (const auto& amount : {u"cpu"_s, u"memory"_s}) {
            isGuaranteed = isGuaranteed && limits.contains(amount) &&
                           (!requests.contains(amount) || requests.value(amount) == limits.value(amount));
        }
    }
    if (isSilent)
        return u"BestEffort"_s;
    return isGuaranteed ? u"Guaranteed"_s : u"Burstable"_s;
}

void beginPod(QJsonObject& pod)
{
    put(pod, {u"status", u"phase"}, u"Pending"_s);
    put(pod, {u"status", u"qosClass"}, serviceQuality(pod));
}

} // namespace

Registry::Registry(World& world, documents::Kinds& kinds)
    : m_world(world)
    , m_kinds(kinds)
{
    const auto atBirth = [this](QStringView type, std::function<void(QJsonObject&)> begin) {
        m_admissions.push_back(m_world.objects.admit(
            {type.toString(), {}}, [begin = std::move(begin)](Review& review) -> std::optional<Refusal> {
                if (review.operation == Review::Operation::Create && review.stage == Review::Stage::Validation)
                    begin(review.after);
                return std::nullopt;
            }));
    };
    for (const auto type : {type::deployments, type::replicaSets, type::resourceQuotas, type::nodes,
                            QStringView(u"ingresses.networking.k8s.io")}) {
        const auto resource = m_world.objects.resources().ofType(type);
        atBirth(type, [status = m_kinds.of(*resource).blank.value("status"_L1)](QJsonObject& document) {
            if (!document.contains("status"_L1))
                document.insert("status"_L1, status);
        });
    }
    atBirth(type::namespaces, beginNamespace);
    atBirth(type::pods, beginPod);
    atBirth(type::services, [this](QJsonObject& service) { beginService(service); });
    m_world.objects.setOwnership([this](const QJsonObject& before, QJsonObject& after, Part part, const Write& write) {
        if (write.manager.isEmpty())
            return;
        const auto resource = m_world.objects.resources().ofKind(after.value("apiVersion"_L1).toString(),
                                                                 after.value("kind"_L1).toString());
        if (!resource)
            return;
        const auto door = part == Part::Main ? documents::Door::Main : documents::Door::Status;
        documents::trackUpdate(m_kinds.of(*resource), before, after, door, write.manager,
                               dateTime(m_world.clock.now()));
    });
}

void Registry::beginService(QJsonObject& service)
{
    if (at(service, {u"spec", u"clusterIP"}).toString().isEmpty()) {
        const auto next = ++m_serviceAddress;
        put(service, {u"spec", u"clusterIP"}, u"10.96.%1.%2"_s.arg(next / 256).arg(next % 256));
    }
    put(service, {u"spec", u"clusterIPs"}, QJsonArray{at(service, {u"spec", u"clusterIP"})});
    // What a controller of this process writes has not come through the door where defaults are filled in.
    documents::complete(m_kinds.of(*m_world.objects.resources().ofType(type::services)), service);
    put(service, {u"status", u"loadBalancer"}, QJsonObject());
}

} // namespace sim
