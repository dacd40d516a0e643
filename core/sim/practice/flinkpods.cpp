#include "core/sim/practice/flinkpods.h"

#include "core/base/quantity.h"
#include "core/sim/world/path.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <set>

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

constexpr auto registrationRetry = 1s;
constexpr auto removalDelay = 100ms;
constexpr int dataPort = 40'611;

QString labelOf(const QJsonObject& pod, QStringView label)
{
    return at(pod, {u"metadata", u"labels", label}).toString();
}

flink::Configuration configurationOf(const std::map<QString, QString>& entries)
{
    flink::Configuration configuration;
    for (const auto& [key, value] : entries)
        configuration.set(key, value);
    return configuration;
}

QString cores(double cpu)
{
    return QString::number(qint64(cpu * 1000 + 0.5)) + u'm';
}

/// The pod of a TaskManager, as Flink's own Kubernetes client makes it: like the JobManager's, owned by its Deployment.
QJsonObject workerPod(const Stored& owner, const kubelet::Container& manager, const QString& name,
                      const flink::Configuration& conf)
{
    const double cpu = conf.fraction(u"kubernetes.taskmanager.cpu.amount").value_or(1.0);
    const double factor = conf.fraction(u"kubernetes.taskmanager.cpu.limit-factor").value_or(1.0);
    const qint64 bytes =
        base::parseResourceMemory(conf.text(u"taskmanager.memory.process.size", u"1728m"_s)).value_or(0);
    const QString memory = QString::number(bytes / (1024 * 1024)) + "Mi"_L1;
    QJsonObject spec = manager.podDocument[u"spec"].toObject();
    spec.remove(u"nodeName"_s);
    QJsonObject container = spec[u"containers"].toArray().at(0).toObject();
    container.remove(u"startupProbe"_s);
    container[u"args"_s] = QJsonArray{u"bash"_s, u"-c"_s, u"kubernetes-taskmanager.sh "_s};
    container[u"resources"_s] =
        QJsonObject{{u"requests"_s, QJsonObject{{u"cpu"_s, cores(cpu)}, {u"memory"_s, memory}}},
                    {u"limits"_s, QJsonObject{{u"cpu"_s, cores(cpu * factor)}, {u"memory"_s, memory}}}};
    spec[u"containers"_s] = QJsonArray{container};
    spec[u"restartPolicy"_s] = u"Never"_s;
    const QString app = labelOf(manager.podDocument, u"app");
    return {
        {u"apiVersion"_s, u"v1"_s},
        {u"kind"_s, u"Pod"_s},
        {u"metadata"_s, QJsonObject{{u"name"_s, name},
                                    {u"namespace"_s, manager.ns},
                                    {u"labels"_s, QJsonObject{{u"app"_s, app},
                                                              {u"component"_s, u"taskmanager"_s},
                                                              {u"type"_s, u"flink-native-kubernetes"_s}}},
                                    {u"ownerReferences"_s, QJsonArray{QJsonObject{{u"apiVersion"_s, u"apps/v1"_s},
                                                                                  {u"kind"_s, u"Deployment"_s},
                                                                                  {u"name"_s, owner.name()},
                                                                                  {u"uid"_s, owner.uid()},
                                                                                  {u"controller"_s, true},
                                                                                  {u"blockOwnerDeletion"_s, true}}}}}},
        {u"spec"_s, spec},
        {u"status"_s, QJsonObject{{u"phase"_s, u"Pending"_s}}}};
}

/// TaskManagers as pods.
class PodWorkers : public flink::Workers
{
public:
    PodWorkers(World& world, flink::JobManager& manager, kubelet::Container container)
        : m_world(world)
        , m_manager(manager)
        , m_container(std::move(container))
        , m_removal(world.clock)
    {
        m_pods = world.objects.subscribe({type::pods.toString(), m_container.ns}, [this](const Event& event) {
            if (event.kind == Event::Kind::Deleted)
                m_manager.removeWorker(event.object->name(), {});
            else if (m_manager.worker(event.object->name()))
                look(*event.object);
        });
    }

    void request(const QString& worker) override
    {
        const QString cluster = labelOf(m_container.podDocument, u"app");
        const Snapshot owner = m_world.objects.find(type::deployments, m_container.ns, cluster);
        if (!owner)
            return;
        const Outcome made = m_world.objects.create(
            type::pods, workerPod(*owner, m_container, worker, configurationOf(m_container.configuration)),
            Write::by(u"fabric8-kubernetes-client"_s));
        if (!made)
            m_manager.refuseWorker(worker, made.refusal().message);
    }

    void release(const QString& worker) override
    {
        static_cast<void>(m_world.objects.remove(type::pods, m_container.ns, worker));
    }

    /// One more than in the names of the TaskManagers that an earlier JobManager left behind.
    int attempt() const override
    {
        static const QRegularExpression name(u"-taskmanager-([0-9]{1,6})-[0-9]+$"_s);
        const QString cluster = labelOf(m_container.podDocument, u"app");
        int highest = 0;
        for (const Snapshot& pod : m_world.objects.list(type::pods, m_container.ns)) {
            if (pod->labels()[u"app"] == cluster && pod->labels()[u"component"] == u"taskmanager"_s)
                highest = std::max(highest, name.match(pod->name()).captured(1).toInt());
        }
        return highest + 1;
    }

private:
    void look(const Stored& pod)
    {
        for (const QJsonValue& status : at(pod.document(), {u"status", u"containerStatuses"}).toArray()) {
            const QJsonObject end = at(status.toObject(), {u"state", u"terminated"}).toObject();
            if (end.isEmpty() || pod.isBeingDeleted())
                continue;
            m_manager.removeWorker(pod.name(),
                                   u"%1(exitCode=%2, reason=%3, message=null)"_s.arg(status[u"name"].toString())
                                       .arg(end[u"exitCode"].toInt())
                                       .arg(end[u"reason"].toString()));
            removeLater(pod.name());
        }
    }

    /// Flink deletes the pods of TaskManagers that have ended: another one takes over.
    void removeLater(const QString& pod)
    {
        m_ended.insert(pod);
        m_removal.set(removalDelay, [this] {
            for (const QString& name : std::exchange(m_ended, {}))
                release(name);
        });
    }

    World& m_world;
    flink::JobManager& m_manager;
    kubelet::Container m_container;
    std::set<QString> m_ended;
    Alarm m_removal;
    Subscription m_pods;
};

} // namespace

class FlinkPods::JobManagerProgram : public kubelet::Program
{
public:
    JobManagerProgram(FlinkPods& pods, const kubelet::Container& container, kubelet::Signals signals_)
        : m_pods(pods)
        , m_key(container.ns, labelOf(container.podDocument, u"app"))
        , m_signals(std::move(signals_))
        , m_up(pods.m_world.clock)
        , m_end(pods.m_world.clock)
    {
        flink::Setup setup = pods.setup(container);
        setup.ended = [this](int code) { m_signals.ended(code == 0 ? kubelet::Exit{} : kubelet::Exit::error(code)); };
        const Duration boot = setup.boot;
        m_manager = std::make_unique<flink::JobManager>(pods.m_world, pods.m_broker, pods.m_storage, std::move(setup));
        m_manager->setWorkers(std::make_unique<PodWorkers>(pods.m_world, *m_manager, container));
        pods.m_managers[m_key] = m_manager.get();
        if (pods.m_prepare)
            pods.m_prepare(container.ns, *m_manager);
        m_manager->start();
        m_up.set(boot, [this] { lookUp(); });
    }

    ~JobManagerProgram() override
    {
        const auto known = m_pods.m_managers.find(m_key);
        if (known != m_pods.m_managers.end() && known->second == m_manager.get())
            m_pods.m_managers.erase(known);
    }

    void terminate() override
    {
        m_manager->giveUpLeadership();
        m_end.set(m_pods.m_timing.shutDown, [this] { m_signals.ended(kubelet::Exit::error(143)); });
    }

private:
    void lookUp()
    {
        if (m_manager->isUp())
            m_signals.ready();
        else
            m_up.set(100ms, [this] { lookUp(); });
    }

    FlinkPods& m_pods;
    std::pair<QString, QString> m_key;
    kubelet::Signals m_signals;
    Alarm m_up;
    Alarm m_end;
    std::unique_ptr<flink::JobManager> m_manager;
};

class FlinkPods::TaskManagerProgram : public kubelet::Program
{
public:
    TaskManagerProgram(FlinkPods& pods, const kubelet::Container& container, kubelet::Signals signals_)
        : m_pods(pods)
        , m_key(container.ns, labelOf(container.podDocument, u"app"))
        , m_container(container)
        , m_signals(std::move(signals_))
        , m_next(pods.m_world.clock)
        , m_end(pods.m_world.clock)
    {
        m_next.set(pods.m_timing.taskManager, [this] { registerAgain(); });
    }

    ~TaskManagerProgram() override { leave(); }

    void terminate() override
    {
        m_next.set(m_pods.m_timing.parting, [this] { leave(); });
        m_end.set(m_pods.m_timing.shutDown, [this] { m_signals.ended(kubelet::Exit::error(143)); });
    }

private:
    /// Again and again: the JobManager may be another one by now.
    void registerAgain()
    {
        flink::JobManager* manager = m_pods.jobManager(m_key.first, m_key.second);
        if (manager && manager->isUp() && !manager->worker(m_container.pod)) {
            flink::Worker worker;
            worker.id = m_container.pod;
            worker.host = m_container.ip;
            worker.dataPort = dataPort;
            worker.slotCount = manager->slotsPerWorker();
            worker.log = m_container.log;
            worker.end = [this](int code, const QString& reason) { die(code, reason); };
            manager->addWorker(std::move(worker));
        }
        m_next.set(registrationRetry, [this] { registerAgain(); });
    }

    void die(int code, const QString& reason)
    {
        m_next.stop();
        m_signals.ended({code, reason});
    }

    void leave()
    {
        m_next.stop();
        flink::JobManager* manager = m_pods.jobManager(m_key.first, m_key.second);
        if (manager && manager->worker(m_container.pod))
            manager->removeWorker(m_container.pod, {});
    }

    FlinkPods& m_pods;
    std::pair<QString, QString> m_key;
    kubelet::Container m_container;
    kubelet::Signals m_signals;
    Alarm m_next;
    Alarm m_end;
};

FlinkPods::FlinkPods(World& world, flink::Broker& broker, flink::Storage storage)
    : m_world(world)
    , m_broker(broker)
    , m_storage(std::move(storage))
{
}

void FlinkPods::addJar(const QString& file, const Jar& jar)
{
    m_jars[file] = jar;
}

const FlinkPods::Jar* FlinkPods::jarOf(const QString& uri) const
{
    const auto known = m_jars.find(uri.section(u'/', -1));
    if (known != m_jars.end())
        return &known->second;
    return m_jars.empty() ? nullptr : &m_jars.begin()->second;
}

flink::JobManager* FlinkPods::jobManager(const QString& ns, const QString& cluster) const
{
    const auto found = m_managers.find({ns, cluster});
    return found == m_managers.end() ? nullptr : found->second;
}

flink::Setup FlinkPods::setup(const kubelet::Container& container) const
{
    const flink::Configuration conf = configurationOf(container.configuration);
    const QString tag = container.image.section(u':', -1).section(u'-', 0, 0);
    flink::Setup setup{
        container.ns, labelOf(container.podDocument, u"app"), container.pod, container.ip, flink::Version::of(tag),
        conf};
    setup.boot = m_timing.jobManager;
    setup.log = container.log;
    for (const auto& [file, jar] : m_jars)
        setup.programs[file] = flink::configured(jar.program, conf);
    const bool application = container.command.join(u' ').contains("kubernetes-application"_L1);
    const Jar* jar = jarOf(conf.text(u"pipeline.jars", QString()));
    if (!application || !jar)
        return setup;
    const QString entry = conf.text(u"$internal.application.main", QString());
    if (!entry.isEmpty() && entry != jar->program.entryClass && !jar->entryClasses.contains(entry)) {
        setup.boot = m_timing.brokenProgram;
        setup.programError = flink::exception(
            u"org.apache.flink.client.program.ProgramInvocationException: The program's entry point class '%1' was not found in the jar file."_s
                .arg(entry));
    }
    flink::JobSpec program = jar->program;
    if (jar->take)
        jar->take(program, conf.text(u"$internal.application.program-args", QString()).split(u';'));
    setup.application =
        flink::configured(std::move(program), conf, int(conf.number(u"parallelism.default").value_or(1)));
    setup.application->name = conf.text(u"pipeline.name", setup.application->name);
    return setup;
}

kubelet::Launcher FlinkPods::launcher()
{
    return [this](const kubelet::Container& container, kubelet::Signals signals_) -> std::unique_ptr<kubelet::Program> {
        if (labelOf(container.podDocument, u"component") == u"taskmanager")
            return std::make_unique<TaskManagerProgram>(*this, container, std::move(signals_));
        return std::make_unique<JobManagerProgram>(*this, container, std::move(signals_));
    };
}

} // namespace sim::practice
