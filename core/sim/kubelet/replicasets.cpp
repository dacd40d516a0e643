#include "core/sim/kubelet/replicasets.h"

#include "core/sim/kubelet/podtemplate.h"
#include "core/sim/kubelet/writers.h"
#include "core/sim/world/path.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::kubelet {
namespace {

using namespace std::chrono_literals;

constexpr auto reaction = 20ms;
constexpr Duration firstBackoff = 5ms;
constexpr int mostDoublings = 17; // about 11 minutes

bool isReady(const Stored& pod)
{
    return condition(pod.document()[u"status"].toObject(), u"Ready")[u"status"] == u"True"_s;
}

bool isOver(const Stored& pod)
{
    const QString phase = at(pod.document(), {u"status", u"phase"}).toString();
    return phase == u"Failed" || phase == u"Succeeded";
}

} // namespace

ReplicaSets::ReplicaSets(Clock& clock, Objects& objects, const Chance& chance)
    : m_clock(clock)
    , m_objects(objects)
    , m_chance(chance.stream(u"replicasets"))
    , m_recorder(clock, objects, chance, u"replicaset-controller"_s, byControllerManager())
{
    m_sets = objects.subscribe({type::replicaSets.toString()}, [this](const Event& event) {
        if (event.kind != Event::Kind::Deleted)
            plan(event.object->uid());
        else
            m_attempts.erase(event.object->uid());
    });
    m_pods = objects.subscribe({type::pods.toString()}, [this](const Event& event) {
        const QString owner = controllerUid(*event.object);
        if (!owner.isEmpty())
            plan(owner);
    });
}

void ReplicaSets::plan(const QString& uid)
{
    bool& planned = m_planned[uid];
    if (planned)
        return;
    planned = true;
    m_clock.after(reaction, [this, uid] {
        m_planned.erase(uid);
        synchronise(uid);
    });
}

std::vector<Snapshot> ReplicaSets::pods(const Stored& set) const
{
    std::vector<Snapshot> owned;
    for (Snapshot& pod : m_objects.list(type::pods, set.ns())) {
        if (controllerUid(*pod) == set.uid() && !pod->isBeingDeleted() && !isOver(*pod))
            owned.push_back(std::move(pod));
    }
    return owned;
}

void ReplicaSets::synchronise(const QString& uid)
{
    const Snapshot set = m_objects.findByUid(uid);
    if (!set || set->type() != type::replicaSets || set->isBeingDeleted())
        return;
    const int wanted = at(set->document(), {u"spec", u"replicas"}).toInt(1);
    std::vector<Snapshot> present = pods(*set);
    for (int surplus = int(present.size()) - wanted; surplus > 0; --surplus) {
        const Snapshot pod = present.back();
        present.pop_back();
        m_recorder.record(Subject::of(*set),
                          {Note::Type::Normal, u"SuccessfulDelete"_s, u"Deleted pod: "_s + pod->name()});
        static_cast<void>(m_objects.remove(type::pods, pod->ns(), pod->name()));
    }
    if (int(present.size()) < wanted && !m_attempts[uid].waiting) {
        for (int missing = wanted - int(present.size()); missing > 0; --missing) {
            if (!createPod(*set))
                return;
        }
    }
    if (m_attempts[uid].failures == 0 || int(present.size()) >= wanted)
        tell(*set, std::nullopt);
}

bool ReplicaSets::createPod(const Stored& set)
{
    const QJsonObject podTemplate = at(set.document(), {u"spec", u"template"}).toObject();
    QJsonObject metadata = podTemplate[u"metadata"].toObject();
    const QString name = set.name() + u'-' + m_chance.suffix();
    metadata[u"name"_s] = name;
    metadata[u"generateName"_s] = set.name() + u'-';
    metadata[u"namespace"_s] = set.ns();
    metadata[u"ownerReferences"_s] = QJsonArray{controllerReference(set)};
    const Outcome outcome = m_objects.create(type::pods,
                                             {{u"apiVersion"_s, u"v1"_s},
                                              {u"kind"_s, u"Pod"_s},
                                              {u"metadata"_s, metadata},
                                              {u"spec"_s, podTemplate[u"spec"]},
                                              {u"status"_s, QJsonObject{{u"phase"_s, u"Pending"_s}}}},
                                             byControllerManager());
    if (!outcome) {
        refused(set, outcome.refusal());
        return false;
    }
    m_attempts[set.uid()] = {};
    m_recorder.record(Subject::of(set), {Note::Type::Normal, u"SuccessfulCreate"_s, u"Created pod: "_s + name});
    return true;
}

void ReplicaSets::refused(const Stored& set, const Refusal& refusal)
{
    Attempt& attempt = m_attempts[set.uid()];
    const Duration pause = firstBackoff * (1 << std::min(attempt.failures, mostDoublings));
    ++attempt.failures;
    attempt.waiting = true;
    m_recorder.record(Subject::of(set),
                      {Note::Type::Warning, u"FailedCreate"_s, u"Error creating: "_s + refusal.message});
    tell(set, refusal.message);
    m_clock.after(pause, [this, uid = set.uid()] {
        const auto waiting = m_attempts.find(uid);
        if (waiting == m_attempts.end())
            return;
        waiting->second.waiting = false;
        synchronise(uid);
    });
}

void ReplicaSets::tell(const Stored& set, const std::optional<QString>& failure)
{
    const std::vector<Snapshot> present = pods(set);
    const int ready =
        int(std::count_if(present.begin(), present.end(), [](const Snapshot& pod) { return isReady(*pod); }));
    static_cast<void>(m_objects.change(
        type::replicaSets, set.ns(), set.name(), Part::Status,
        [&](QJsonObject& document) {
            QJsonObject status{{u"replicas"_s, int(present.size())},
                               {u"observedGeneration"_s, at(document, {u"metadata", u"generation"})}};
            if (ready > 0) {
                status[u"readyReplicas"_s] = ready;
                status[u"availableReplicas"_s] = ready;
            }
            // The first text stays: the controller writes the condition only when it was not there.
            const QJsonObject known = condition(document[u"status"].toObject(), u"ReplicaFailure");
            if (failure && !known.isEmpty())
                status[u"conditions"_s] = QJsonArray{known};
            else if (failure)
                setCondition(status,
                             {{u"type"_s, u"ReplicaFailure"_s},
                              {u"status"_s, u"True"_s},
                              {u"reason"_s, u"FailedCreate"_s},
                              {u"message"_s, *failure}},
                             m_clock.now());
            document[u"status"_s] = status;
        },
        byControllerManager()));
}

} // namespace sim::kubelet
