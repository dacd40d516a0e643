#include "core/sim/practice/cluster.h"

#include "core/sim/practice/installation.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

constexpr Duration operatorBoot = 9s;
constexpr Duration operatorEnd = 400ms; ///< after its last round
constexpr Duration endPoll = 100ms;
constexpr qint64 mebibyte = 1024 * 1024;

QString labelOf(const QJsonObject& pod, QStringView label)
{
    return at(pod, {u"metadata", u"labels", label}).toString();
}

} // namespace

/// The process of one pod of the operator.
class Cluster::OperatorProgram : public kubelet::Program
{
public:
    OperatorProgram(Cluster& cluster, const kubelet::Container& container, kubelet::Signals signals_)
        : m_cluster(cluster)
        , m_signals(std::move(signals_))
        , m_log(container.log)
        , m_next(cluster.clock())
    {
        if (const auto release = releaseOfImage(container.image))
            cluster.m_operator.settings().release = *release;
        write(u"o.a.f.k.o.FlinkOperator [INFO ] Starting Flink Kubernetes Operator (Version: %1)"_s.arg(
            op::versionText(cluster.m_operator.settings().release)));
        m_next.set(operatorBoot, [this] { begin(); });
    }

    ~OperatorProgram() override
    {
        if (m_cluster.m_operators.erase(this) > 0 && m_cluster.m_operators.empty())
            m_cluster.m_operator.kill();
    }

    void terminate() override
    {
        write(u"o.a.f.k.o.FlinkOperator [INFO ] Shutting down"_s);
        const bool isLast = m_cluster.m_operators.erase(this) > 0 && m_cluster.m_operators.empty();
        if (isLast)
            m_cluster.m_operator.stop();
        m_next.set(operatorEnd, [this] { awaitEnd(); });
    }

private:
    void begin()
    {
        m_cluster.m_operators.insert(this);
        m_cluster.m_operator.start();
        write(u"i.j.o.Operator [INFO ] Operator SDK started"_s);
        m_events = m_cluster.objects().subscribe({type::events.toString()}, [this](const Event& event) {
            if (event.kind != Event::Kind::Deleted)
                tell(event.object->document());
        });
        m_signals.ready();
    }

    void awaitEnd()
    {
        if (m_cluster.m_operators.empty() && m_cluster.m_operator.isRunning())
            m_next.set(endPoll, [this] { awaitEnd(); });
        else
            m_signals.ended(kubelet::Exit::error(143));
    }

    /// The operator's log tells of each event it writes.
    void tell(const QJsonObject& event)
    {
        const QString kind = at(event, {u"involvedObject", u"kind"}).toString();
        if (!kind.startsWith("Flink"_L1))
            return;
        write(u"o.a.f.k.o.l.AuditUtils [INFO ][%1/%2] >>> Event[%3] | %4 | %5 | %6"_s.arg(
            at(event, {u"involvedObject", u"namespace"}).toString(), at(event, {u"involvedObject", u"name"}).toString(),
            at(event, {u"source", u"component"}).toString(), event[u"type"] == u"Warning"_s ? u"Warning"_s : u"Info"_s,
            event[u"reason"].toString().toUpper(), event[u"message"].toString()));
    }

    void write(const QString& text)
    {
        const Instant now = m_cluster.clock().now();
        if (m_log)
            m_log->append(now, timestamp(now).replace(u'T', u' ').chopped(1).toUtf8() + ' ' + text.toUtf8());
    }

    Cluster& m_cluster;
    kubelet::Signals m_signals;
    std::shared_ptr<Log> m_log;
    Alarm m_next;
    Subscription m_events;
};

Cluster::Cluster(World& world, const Setting& setting, Doors doors)
    : m_world(world)
    , m_broker(world.clock)
    , m_storage(m_folder.path())
    , m_doors(std::move(doors))
    , m_pods(world, m_broker, m_storage)
    , m_operator(world, setting.operatorSettings)
    , m_nodes(world, setting.machines, [this](const kubelet::Container& container, kubelet::Signals signals_) {
        return launch(container, std::move(signals_));
    })
{
    world.services.setUsage([this](const QString& ns, const QString& pod) { return usageOf(ns, pod); });
}

Cluster::~Cluster()
{
    m_world.services.setUsage({});
    m_storage.setUpkeep(flink::Storage::Upkeep::None);
}

flink::Job* Cluster::job(const QString& ns, const QString& name, const QString& jobName) const
{
    const flink::JobManager* manager = jobManager(ns, name);
    if (!manager)
        return nullptr;
    for (const auto& job : manager->jobs()) {
        if (!jobName.isEmpty() && job->spec().name != jobName)
            continue;
        job->settle();
        return job.get();
    }
    return nullptr;
}

std::unique_ptr<kubelet::Program> Cluster::launch(const kubelet::Container& container, kubelet::Signals signals_)
{
    const QString name = labelOf(container.podDocument, u"app.kubernetes.io/name");
    if (name == operatorName)
        return std::make_unique<OperatorProgram>(*this, container, std::move(signals_));
    if (const auto known = m_programs.find(name); known != m_programs.end())
        return known->second(container, std::move(signals_));
    return m_pods.launcher()(container, std::move(signals_));
}

std::optional<PodUsage> Cluster::usageOf(const QString& ns, const QString& pod) const
{
    const Snapshot found = m_world.objects.find(type::pods, ns, pod);
    if (!found || at(found->document(), {u"status", u"phase"}) != u"Running"_s)
        return std::nullopt;
    PodUsage usage{m_world.clock.now(), 15s, {}};
    if (labelOf(found->document(), u"app.kubernetes.io/name") == operatorName) {
        // A JVM that holds every resource in its caches.
        const auto known =
            qint64(m_world.objects.count(type::flinkDeployments) + m_world.objects.count(type::flinkSessionJobs));
        usage.containers = {{operatorName.toString(), (12 + 3 * known) * 1'000'000, (340 + 2 * known) * mebibyte}};
        return usage;
    }
    const flink::JobManager* manager = jobManager(ns, labelOf(found->document(), u"app"));
    const auto container = manager ? manager->usageOf(pod) : std::nullopt;
    if (!container)
        return std::nullopt;
    usage.containers = {*container};
    return usage;
}

} // namespace sim::practice
