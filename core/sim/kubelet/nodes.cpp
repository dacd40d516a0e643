#include "core/sim/kubelet/nodes.h"

#include "core/sim/kubelet/podtemplate.h"
#include "core/sim/kubelet/writers.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::kubelet {
namespace {

using namespace std::chrono_literals;

const QString pressureTaint = u"node.kubernetes.io/memory-pressure"_s;

QJsonObject nodeCondition(const QString& kind, bool holds, const QString& reason, const QString& message)
{
    return {{u"type"_s, kind},
            {u"status"_s, holds ? u"True"_s : u"False"_s},
            {u"reason"_s, reason},
            {u"message"_s, message}};
}

} // namespace

Nodes::Nodes(World& world, const std::vector<Machine>& machines, Launcher launcher)
    : m_world(world)
    , m_launcher(std::move(launcher))
    , m_chance(world.chance.stream(u"kubelet"))
    , m_recorder(world.clock, world.objects, world.chance, u"kubelet"_s, byKubelet())
    , m_expiry(world.clock, world.objects)
    , m_admission(world.clock, world.objects)
    , m_deployments(world.clock, world.objects, world.chance)
    , m_sets(world.clock, world.objects, world.chance)
    , m_slices(world)
    , m_scheduler(world.clock, world.objects, world.chance)
{
    m_pods = world.objects.subscribe({type::pods.toString()}, [this](const Event& event) { look(event); });
    for (const Machine& machine : machines)
        addMachine(machine);
}

void Nodes::addMachine(const Machine& machine)
{
    const QJsonObject room{{u"cpu"_s, QString::number(machine.cpu)},
                           {u"memory"_s, QString::number(machine.memory / 1024) + "Ki"_L1},
                           {u"pods"_s, QString::number(machine.pods)}};
    QJsonObject status{{u"capacity"_s, room},
                       {u"allocatable"_s, room},
                       {u"nodeInfo"_s, QJsonObject{{u"kubeletVersion"_s, u"v1.33.13"_s},
                                                   {u"containerRuntimeVersion"_s, u"containerd://1.6.20"_s},
                                                   {u"osImage"_s, u"Debian GNU/Linux 12 (bookworm)"_s},
                                                   {u"architecture"_s, u"amd64"_s},
                                                   {u"operatingSystem"_s, u"linux"_s}}}};
    setCondition(status,
                 nodeCondition(u"MemoryPressure"_s, false, u"KubeletHasSufficientMemory"_s,
                               u"kubelet has sufficient memory available"_s),
                 m_world.clock.now());
    setCondition(
        status,
        nodeCondition(u"DiskPressure"_s, false, u"KubeletHasNoDiskPressure"_s, u"kubelet has no disk pressure"_s),
        m_world.clock.now());
    setCondition(status, nodeCondition(u"Ready"_s, true, u"KubeletReady"_s, u"kubelet is posting ready status"_s),
                 m_world.clock.now());
    const QJsonObject node{
        {u"apiVersion"_s, u"v1"_s},
        {u"kind"_s, u"Node"_s},
        {u"metadata"_s, QJsonObject{{u"name"_s, machine.name},
                                    {u"labels"_s, QJsonObject{{u"kubernetes.io/hostname"_s, machine.name}}}}},
        {u"spec"_s, QJsonObject{}}};
    if (!m_world.objects.create(type::nodes, node, byKubelet()))
        return;
    static_cast<void>(m_world.objects.change(
        type::nodes, {}, machine.name, Part::Status,
        [&status](QJsonObject& document) { document[u"status"_s] = status; }, byKubelet()));
}

void Nodes::look(const Event& event)
{
    const QString uid = event.object->uid();
    if (event.kind == Event::Kind::Deleted) {
        const auto run = m_runs.find(uid);
        if (run == m_runs.end())
            return;
        // Killed without grace; the run itself may be the one who removed its pod.
        m_world.clock.after(0ms, [gone = std::shared_ptr<PodRun>(std::move(run->second))] {});
        m_runs.erase(run);
        return;
    }
    const auto run = m_runs.find(uid);
    if (run == m_runs.end()) {
        arrive(*event.object);
        return;
    }
    if (event.object->isBeingDeleted() && !(event.before && event.before->isBeingDeleted()))
        m_world.clock.after(0ms, [this, uid] {
            if (const auto found = m_runs.find(uid); found != m_runs.end())
                found->second->stop();
        });
}

void Nodes::arrive(const Stored& pod)
{
    const QString node = at(pod.document(), {u"spec", u"nodeName"}).toString();
    if (node.isEmpty()) {
        // Nobody runs it: it can go at once.
        if (pod.isBeingDeleted()) {
            Deletion now;
            now.grace = 0s;
            now.write.uid = pod.uid();
            static_cast<void>(m_world.objects.remove(type::pods, pod.ns(), pod.name(), now));
        }
        return;
    }
    const int number = ++m_addresses;
    const QString ip = u"10.244.%1.%2"_s.arg(number / 250).arg(number % 250 + 2);
    // The run writes the pod's status: after those who are being told of this change.
    m_world.clock.after(0ms, [this, uid = pod.uid(), ip] {
        const Snapshot present = m_world.objects.findByUid(uid);
        if (!present || m_runs.contains(uid))
            return;
        PodRun& run =
            *m_runs
                 .emplace(uid, std::make_unique<PodRun>(
                                   PodRun::Surroundings{m_world, m_recorder, m_conditions, m_launcher, m_chance},
                                   *present, ip))
                 .first->second;
        if (present->isBeingDeleted())
            run.stop();
    });
}

void Nodes::killForMemory(const QString& ns, const QString& pod)
{
    const Snapshot found = m_world.objects.find(type::pods, ns, pod);
    const auto run = found ? m_runs.find(found->uid()) : m_runs.end();
    if (run != m_runs.end())
        run->second->killContainer(Exit::outOfMemory());
}

void Nodes::setMemoryPressure(const QString& machine, bool pressed)
{
    static_cast<void>(m_world.objects.change(
        type::nodes, {}, machine, Part::Main,
        [&](QJsonObject& document) {
            QJsonArray taints;
            for (const QJsonValue& taint : at(document, {u"spec", u"taints"}).toArray()) {
                if (taint.toObject()[u"key"] != pressureTaint)
                    taints.append(taint);
            }
            if (pressed)
                taints.append(QJsonObject{{u"key"_s, pressureTaint}, {u"effect"_s, u"NoSchedule"_s}});
            put(document, {u"spec", u"taints"}, taints);
        },
        byKubelet()));
    static_cast<void>(m_world.objects.change(
        type::nodes, {}, machine, Part::Status,
        [&](QJsonObject& document) {
            QJsonObject status = document[u"status"].toObject();
            setCondition(status,
                         pressed ? nodeCondition(u"MemoryPressure"_s, true, u"KubeletHasInsufficientMemory"_s,
                                                 u"kubelet has insufficient memory available"_s)
                                 : nodeCondition(u"MemoryPressure"_s, false, u"KubeletHasSufficientMemory"_s,
                                                 u"kubelet has sufficient memory available"_s),
                         m_world.clock.now());
            document[u"status"_s] = status;
        },
        byKubelet()));
    m_recorder.record({u"v1"_s, u"Node"_s, {}, machine, machine},
                      {Note::Type::Normal, pressed ? u"NodeHasInsufficientMemory"_s : u"NodeHasSufficientMemory"_s,
                       u"Node %1 status is now: %2"_s.arg(machine, pressed ? u"NodeHasInsufficientMemory"_s
                                                                           : u"NodeHasSufficientMemory"_s)},
                      machine);
}

} // namespace sim::kubelet
