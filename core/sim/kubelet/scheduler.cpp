#include "core/sim/kubelet/scheduler.h"

#include "core/base/quantity.h"
#include "core/sim/kubelet/podtemplate.h"
#include "core/sim/kubelet/writers.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::kubelet {
namespace {

using namespace std::chrono_literals;

constexpr auto reaction = 15ms;
constexpr auto retryInterval = 60s;

QString nodeOf(const Stored& pod)
{
    return at(pod.document(), {u"spec", u"nodeName"}).toString();
}

bool isOver(const Stored& pod)
{
    const QString phase = at(pod.document(), {u"status", u"phase"}).toString();
    return phase == u"Failed" || phase == u"Succeeded";
}

double allocatable(const Stored& node, QStringView what)
{
    return base::parseQuantity(at(node.document(), {u"status", u"allocatable", what}).toString()).value_or(0);
}

/// What stands against a node, in the scheduler's words; empty: nothing.
QStringList obstacles(const Stored& node, const Requests& used, const Requests& wanted, int pods)
{
    for (const QJsonValue& value : at(node.document(), {u"spec", u"taints"}).toArray()) {
        const QJsonObject taint = value.toObject();
        if (taint[u"effect"] == u"NoSchedule"_s || taint[u"effect"] == u"NoExecute"_s)
            return {
                u"node(s) had untolerated taint {%1: %2}"_s.arg(taint[u"key"].toString(), taint[u"value"].toString())};
    }
    if (at(node.document(), {u"spec", u"unschedulable"}).toBool())
        return {u"node(s) were unschedulable"_s};
    QStringList found;
    if (pods + 1 > allocatable(node, u"pods"))
        found.append(u"Too many pods"_s);
    if (used.cpu + wanted.cpu > allocatable(node, u"cpu") + 1e-9)
        found.append(u"Insufficient cpu"_s);
    if (double(used.memory + wanted.memory) > allocatable(node, u"memory"))
        found.append(u"Insufficient memory"_s);
    return found;
}

QString explanation(const std::map<QString, int>& reasons, int nodes)
{
    QStringList parts;
    for (const auto& [reason, count] : reasons)
        parts.append(QString::number(count) + u' ' + reason);
    return u"0/%1 nodes are available: %2. preemption: 0/%1 nodes are available: %1 No preemption victims found for incoming pod."_s
        .arg(nodes)
        .arg(parts.join(u", "));
}

} // namespace

Scheduler::Scheduler(Clock& clock, Objects& objects, const Chance& chance)
    : m_clock(clock)
    , m_objects(objects)
    , m_recorder(clock, objects, chance, u"default-scheduler"_s, byScheduler())
    , m_alarm(clock)
    , m_retry(clock)
{
    m_pods = objects.subscribe({type::pods.toString()}, [this](const Event& event) { look(event); });
    m_nodes = objects.subscribe({type::nodes.toString()}, [this](const Event&) { plan(); });
}

void Scheduler::look(const Event& event)
{
    const bool waits = event.kind == Event::Kind::Added && nodeOf(*event.object).isEmpty();
    const bool leaves =
        event.kind == Event::Kind::Deleted || (event.before && !isOver(*event.before) && isOver(*event.object));
    if (waits || leaves)
        plan();
}

void Scheduler::plan()
{
    if (!m_alarm.isSet())
        m_alarm.set(reaction, [this] { schedule(); });
}

void Scheduler::schedule()
{
    bool waiting = false;
    for (const Snapshot& pod : m_objects.list(type::pods)) {
        if (!nodeOf(*pod).isEmpty() || pod->isBeingDeleted() || isOver(*pod))
            continue;
        place(*pod);
        waiting = true;
    }
    if (waiting)
        m_retry.set(retryInterval, [this] { plan(); });
}

void Scheduler::place(const Stored& pod)
{
    std::map<QString, Requests> used;
    std::map<QString, int> pods;
    for (const Snapshot& other : m_objects.list(type::pods)) {
        const QString node = nodeOf(*other);
        if (node.isEmpty() || isOver(*other))
            continue;
        const Requests requests = requestsOf(other->document()[u"spec"].toObject());
        used[node].cpu += requests.cpu;
        used[node].memory += requests.memory;
        ++pods[node];
    }
    const Requests wanted = requestsOf(pod.document()[u"spec"].toObject());
    std::map<QString, int> reasons;
    const std::vector<Snapshot> nodes = m_objects.list(type::nodes);
    for (const Snapshot& node : nodes) {
        const QStringList against = obstacles(*node, used[node->name()], wanted, pods[node->name()]);
        if (against.isEmpty()) {
            bind(pod, node->name());
            return;
        }
        for (const QString& reason : against)
            ++reasons[reason];
    }
    refuse(pod, nodes.empty() ? u"no nodes available to schedule pods"_s : explanation(reasons, int(nodes.size())));
}

/// The API server itself writes down what a binding says.
void Scheduler::bind(const Stored& pod, const QString& node)
{
    const Outcome bound =
        m_objects.change(type::pods, pod.ns(), pod.name(), Part::Main, [&node](QJsonObject& document) {
            put(document, {u"spec", u"nodeName"}, node);
        });
    if (!bound)
        return;
    static_cast<void>(m_objects.change(type::pods, pod.ns(), pod.name(), Part::Status, [this](QJsonObject& document) {
        QJsonObject status = document[u"status"].toObject();
        setCondition(status, {{u"type"_s, u"PodScheduled"_s}, {u"status"_s, u"True"_s}}, m_clock.now());
        document[u"status"_s] = status;
    }));
    m_recorder.record(Subject::of(pod), {Note::Type::Normal, u"Scheduled"_s,
                                         u"Successfully assigned %1/%2 to %3"_s.arg(pod.ns(), pod.name(), node)});
}

void Scheduler::refuse(const Stored& pod, const QString& why)
{
    static_cast<void>(m_objects.change(
        type::pods, pod.ns(), pod.name(), Part::Status,
        [&](QJsonObject& document) {
            QJsonObject status = document[u"status"].toObject();
            status[u"phase"_s] = u"Pending"_s;
            setCondition(status,
                         {{u"type"_s, u"PodScheduled"_s},
                          {u"status"_s, u"False"_s},
                          {u"reason"_s, u"Unschedulable"_s},
                          {u"message"_s, why}},
                         m_clock.now());
            document[u"status"_s] = status;
        },
        byScheduler()));
    m_recorder.record(Subject::of(pod), {Note::Type::Warning, u"FailedScheduling"_s, why});
}

} // namespace sim::kubelet
