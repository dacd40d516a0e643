#include "core/sim/kubelet/deployments.h"

#include "core/sim/kubelet/podtemplate.h"
#include "core/sim/kubelet/writers.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::kubelet {
namespace {

using namespace std::chrono_literals;

constexpr auto reaction = 20ms;
constexpr QStringView revision = u"deployment.kubernetes.io/revision";

int replicasOf(const Stored& object)
{
    return at(object.document(), {u"spec", u"replicas"}).toInt(1);
}

QJsonObject statusOf(const Stored& object)
{
    return object.document()[u"status"].toObject();
}

QJsonObject statement(QStringView kind, bool holds, const QString& reason, const QString& message)
{
    return {{u"type"_s, kind.toString()},
            {u"status"_s, holds ? u"True"_s : u"False"_s},
            {u"reason"_s, reason},
            {u"message"_s, message}};
}

void setProgress(QJsonObject& status, bool available, const QString& set, Instant now)
{
    const QJsonObject progressing = available ? statement(u"Progressing", true, u"NewReplicaSetAvailable"_s,
                                                          u"ReplicaSet \"%1\" has successfully progressed."_s.arg(set))
                                              : statement(u"Progressing", true, u"NewReplicaSetCreated"_s,
                                                          u"Created new replica set \"%1\""_s.arg(set));
    setCondition(status, progressing, now);
    setCondition(status,
                 available ? statement(u"Available", true, u"MinimumReplicasAvailable"_s,
                                       u"Deployment has minimum availability."_s)
                           : statement(u"Available", false, u"MinimumReplicasUnavailable"_s,
                                       u"Deployment does not have minimum availability."_s),
                 now);
}

} // namespace

Deployments::Deployments(Clock& clock, Objects& objects, const Chance& chance)
    : m_clock(clock)
    , m_objects(objects)
    , m_recorder(clock, objects, chance, u"deployment-controller"_s, byControllerManager())
{
    m_deployments = objects.subscribe({type::deployments.toString()}, [this](const Event& event) { look(event); });
    m_sets = objects.subscribe({type::replicaSets.toString()}, [this](const Event& event) {
        const QString owner = controllerUid(*event.object);
        if (!owner.isEmpty())
            plan(owner);
    });
}

void Deployments::look(const Event& event)
{
    if (event.kind == Event::Kind::Deleted)
        return;
    if (event.before && event.before->metadata()[u"generation"] == event.object->metadata()[u"generation"])
        return;
    plan(event.object->uid());
}

void Deployments::plan(const QString& uid)
{
    if (!m_planned.insert(uid).second)
        return;
    m_clock.after(reaction, [this, uid] {
        m_planned.erase(uid);
        synchronise(uid);
    });
}

void Deployments::synchronise(const QString& uid)
{
    const Snapshot deployment = m_objects.findByUid(uid);
    if (!deployment || deployment->type() != type::deployments || deployment->isBeingDeleted())
        return;
    const QString hash = templateHash(at(deployment->document(), {u"spec", u"template"}).toObject());
    const Snapshot current = currentSet(*deployment, hash);
    for (const Snapshot& set : sets(*deployment)) {
        if (current && set->uid() != current->uid())
            scale(*deployment, *set, 0);
    }
    if (current) {
        number(*deployment, *current);
        scale(*deployment, *current, replicasOf(*deployment));
    }
    const Snapshot fresh = current ? m_objects.findByUid(current->uid()) : nullptr;
    tell(*deployment, fresh.get());
}

Snapshot Deployments::currentSet(const Stored& deployment, const QString& hash)
{
    const QString name = deployment.name() + u'-' + hash;
    if (const Snapshot known = m_objects.find(type::replicaSets, deployment.ns(), name))
        return controllerUid(*known) == deployment.uid() ? known : nullptr;

    QJsonObject spec = deployment.document()[u"spec"].toObject();
    QJsonObject podTemplate = spec[u"template"].toObject();
    put(podTemplate, {u"metadata", u"labels", u"pod-template-hash"}, hash);
    QJsonObject selector = spec[u"selector"].toObject();
    put(selector, {u"matchLabels", u"pod-template-hash"}, hash);
    const QJsonObject set{
        {u"apiVersion"_s, u"apps/v1"_s},
        {u"kind"_s, u"ReplicaSet"_s},
        {u"metadata"_s, QJsonObject{{u"name"_s, name},
                                    {u"namespace"_s, deployment.ns()},
                                    {u"labels"_s, at(podTemplate, {u"metadata", u"labels"})},
                                    {u"ownerReferences"_s, QJsonArray{controllerReference(deployment)}}}},
        {u"spec"_s, QJsonObject{{u"replicas"_s, 0}, {u"selector"_s, selector}, {u"template"_s, podTemplate}}},
    };
    const Outcome outcome = m_objects.create(type::replicaSets, set, byControllerManager());
    return outcome ? outcome.object() : nullptr;
}

/// The newest set of pods has the highest revision, also where it is one of before; the deployment says which.
void Deployments::number(const Stored& deployment, const Stored& current)
{
    const auto revisionOf = [](const Stored& object) {
        return object.metadata()[u"annotations"][revision].toString().toInt();
    };
    int highest = 0;
    for (const Snapshot& set : sets(deployment)) {
        if (set->uid() != current.uid())
            highest = std::max(highest, revisionOf(*set));
    }
    const int wanted = std::max(revisionOf(current), highest + 1);
    for (const auto& [object, part] : {std::pair(&current, Part::Main), std::pair(&deployment, Part::Status)}) {
        if (revisionOf(*object) == wanted)
            continue;
        (void)m_objects.change(
            object->type(), object->ns(), object->name(), part,
            [wanted](QJsonObject& document) {
                put(document, {u"metadata", u"annotations", revision}, QString::number(wanted));
            },
            byControllerManager());
    }
}

void Deployments::scale(const Stored& deployment, const Stored& set, int replicas)
{
    const int before = replicasOf(set);
    if (before == replicas || set.isBeingDeleted())
        return;
    const Outcome outcome = m_objects.change(
        type::replicaSets, set.ns(), set.name(), Part::Main,
        [replicas](QJsonObject& document) {
            put(document, {u"spec", u"replicas"}, replicas);
        },
        byControllerManager());
    if (!outcome)
        return;
    m_recorder.record(Subject::of(deployment), {Note::Type::Normal, u"ScalingReplicaSet"_s,
                                                u"Scaled %1 replica set %2 from %3 to %4"_s
                                                    .arg(replicas > before ? u"up"_s : u"down"_s, set.name())
                                                    .arg(before)
                                                    .arg(replicas)});
}

std::vector<Snapshot> Deployments::sets(const Stored& deployment) const
{
    std::vector<Snapshot> owned;
    for (Snapshot& set : m_objects.list(type::replicaSets, deployment.ns())) {
        if (controllerUid(*set) == deployment.uid())
            owned.push_back(std::move(set));
    }
    return owned;
}

void Deployments::tell(const Stored& deployment, const Stored* current)
{
    int total = 0;
    int ready = 0;
    for (const Snapshot& set : sets(deployment)) {
        total += statusOf(*set)[u"replicas"].toInt();
        ready += statusOf(*set)[u"readyReplicas"].toInt();
    }
    const int wanted = replicasOf(deployment);
    const QJsonObject failure = current ? condition(statusOf(*current), u"ReplicaFailure") : QJsonObject();
    const QString setName = current ? current->name() : QString();
    static_cast<void>(m_objects.change(
        type::deployments, deployment.ns(), deployment.name(), Part::Status,
        [&](QJsonObject& document) {
            const QJsonObject old = document[u"status"].toObject();
            QJsonObject status{{u"observedGeneration"_s, at(document, {u"metadata", u"generation"})},
                               {u"conditions"_s, old[u"conditions"].toArray()}};
            const auto count = [&status](const QString& key, int value) {
                if (value > 0)
                    status[key] = value;
            };
            count(u"replicas"_s, total);
            count(u"updatedReplicas"_s, current ? statusOf(*current)[u"replicas"].toInt() : 0);
            count(u"readyReplicas"_s, ready);
            count(u"availableReplicas"_s, ready);
            count(u"unavailableReplicas"_s, wanted - ready);
            setProgress(status, ready >= wanted, setName, m_clock.now());
            QJsonArray conditions;
            for (const QJsonValue& value : status[u"conditions"].toArray()) {
                if (value.toObject()[u"type"] != u"ReplicaFailure"_s)
                    conditions.append(value);
            }
            if (!failure.isEmpty())
                conditions.append(failure);
            status[u"conditions"_s] = conditions;
            document[u"status"_s] = status;
        },
        byControllerManager()));
}

} // namespace sim::kubelet
