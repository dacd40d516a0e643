#include "core/sim/flink/jobmanager.h"

#include "core/sim/flink/rest.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sim::flink {

namespace {

const QString entrypointLogger = u"org.apache.flink.runtime.entrypoint.ClusterEntrypoint"_s;
const QString resourceLogger = u"org.apache.flink.runtime.resourcemanager.active.ActiveResourceManager"_s;
const QString dispatcherLogger = u"org.apache.flink.runtime.dispatcher.StandaloneDispatcher"_s;
constexpr int restPort = 8081;
constexpr Duration housekeeping = 10min; ///< files are brought up to date at the latest
constexpr Duration workerRetry = 3s;
constexpr Duration idleTimeout = 30s; ///< resourcemanager.taskmanager-timeout

/// With high availability an application without an id of its own gets one made of the cluster's: Java's hash of it.
QString fixedJobId(const QString& cluster)
{
    qint32 hash = 0;
    for (const QChar c : cluster)
        hash = qint32(quint32(hash) * 31 + c.unicode());
    return QString::number(quint64(qint64(hash)), 16).rightJustified(16, u'0') + u"0"_s.repeated(16);
}

} // namespace

JobManager::JobManager(World& world, Broker& broker, const Storage& storage, Setup setup)
    : m_world(world)
    , m_broker(broker)
    , m_storage(storage)
    , m_setup(std::move(setup))
    , m_chance(world.chance.stream(QString(m_setup.ns + u'/' + m_setup.cluster + u'/' + m_setup.pod)))
    , m_seed(m_chance.next())
    , m_workerMemory(taskManagerMemory(m_setup.configuration))
    , m_ownMemory(jobManagerMemory(m_setup.configuration))
    , m_startedAt(world.clock.now())
    , m_slotsPerWorker(std::max(1, int(m_setup.configuration.number(u"taskmanager.numberOfTaskSlots").value_or(1))))
    , m_ha(world.objects, m_setup.ns, m_setup.cluster, m_setup.configuration)
    , m_operations(world.clock)
    , m_next(world.clock)
    , m_house(world.clock)
    , m_retry(world.clock)
    , m_fatal(world.clock)
    , m_idle(world.clock)
    , m_leakWatch(world.clock)
{
    if (!m_setup.log)
        m_setup.log = std::make_shared<Log>();
    m_leaderSession = m_chance.uid();
}

JobManager::~JobManager()
{
    // What a checkpoint wrote before the crash lies on disk, although here it is written later.
    for (const auto& job : m_jobs) {
        job->settle();
        job->synchroniseFiles();
    }
}

void JobManager::start()
{
    const QString kind =
        m_setup.application ? u"KubernetesApplicationClusterEntrypoint"_s : u"KubernetesSessionClusterEntrypoint"_s;
    write(Level::Info, entrypointLogger, u"-"_s.repeated(80));
    write(Level::Info, entrypointLogger,
          u" Starting %1 (Version: %2, Scala: 2.12, Rev:%3, Date:%4)"_s.arg(
              kind, m_setup.version.number, m_setup.version.commit, m_setup.version.commitAt));
    write(Level::Info, entrypointLogger, u" Maximum heap size: %1 MiBytes"_s.arg(m_ownMemory.taskHeap / 1024 / 1024));
    const auto& entries = m_setup.configuration.entries();
    for (auto it = entries.cbegin(); it != entries.cend(); ++it)
        write(Level::Info, u"org.apache.flink.configuration.GlobalConfiguration"_s,
              u"Loading configuration property: %1, %2"_s.arg(it.key(), it.value()));
    write(Level::Info, entrypointLogger, u"Starting %1."_s.arg(kind));
    m_next.set(m_setup.boot, [this] { run(); });
}

void JobManager::run()
{
    if (m_setup.programError) {
        write(Level::Error, entrypointLogger,
              u"Could not create application program.\n"_s + m_setup.programError->stackTrace().trimmed());
        if (m_setup.ended)
            m_setup.ended(1);
        return;
    }
    serve();
    m_isUp = true;
    write(Level::Info, u"org.apache.flink.runtime.dispatcher.DispatcherRestEndpoint"_s,
          u"Rest endpoint listening at %1:%2"_s.arg(m_setup.ip).arg(restPort));
    m_ha.noteLeader(m_setup.ip, m_leaderSession);
    m_house.set(housekeeping, [this] { housekeep(); });
    m_attempt = m_workers ? m_workers->attempt() : 1;
    const auto left = m_ha.jobs();
    // TaskManagers of the JobManager before this one register again; only then is it known how many are missing.
    if (!left.empty())
        m_retry.set(workerRetry, [this] { requestWorkers(); });
    for (const HighAvailability::Recoverable& job : left)
        recover(job);
    if (left.empty() && m_setup.application)
        startApplication();
}

void JobManager::recover(const HighAvailability::Recoverable& job)
{
    const JobSpec* known = program({{}, job.program, {}});
    if (!m_setup.application && !known)
        return;
    const JobSpec spec =
        m_setup.application ? *m_setup.application : configured(*known, m_setup.configuration, job.parallelism);
    JobStart start{job.id};
    start.checkpointsBefore = m_ha.counter(job.id);
    start.program = job.program;
    if (const auto latest = m_ha.latest(job.id)) {
        start.from = JobStart::From::HighAvailability;
        start.path = latest->path;
    } else if (!job.path.isEmpty()) {
        start.from = JobStart::From::Path;
        start.path = job.path;
    }
    write(Level::Info, dispatcherLogger, u"Recovering job with JobID %1."_s.arg(job.id));
    submit(spec, start);
}

void JobManager::startApplication()
{
    JobStart start;
    start.id = m_setup.configuration.text(u"$internal.pipeline.job-id", QString());
    if (start.id.isEmpty())
        start.id = m_ha.isOn() ? fixedJobId(m_setup.cluster) : m_chance.hex(32);
    start.path = m_setup.configuration.text(u"execution.state-recovery.path", QString());
    start.from = start.path.isEmpty() ? JobStart::From::Nothing : JobStart::From::Path;
    // A checkpoint of this job that is known comes first, whatever path was given.
    if (const auto latest = m_ha.latest(start.id)) {
        start.from = JobStart::From::HighAvailability;
        start.path = latest->path;
        start.checkpointsBefore = m_ha.counter(start.id);
    }
    if (m_setup.configuration.isOn(u"execution.state-recovery.ignore-unclaimed-state", false))
        start.unclaimed = Unclaimed::Allow;
    submit(*m_setup.application, start);
}

QString JobManager::submit(JobSpec spec, JobStart start)
{
    if (start.id.isEmpty())
        start.id = m_chance.hex(32);
    write(Level::Info, dispatcherLogger, u"Received JobGraph submission '%1' (%2)."_s.arg(spec.name, start.id));
    write(Level::Info, dispatcherLogger, u"Submitting job '%1' (%2)."_s.arg(spec.name, start.id));
    m_ha.noteJob(
        {start.id, start.program, spec.slotsNeeded(), start.from == JobStart::From::Path ? start.path : QString()});
    const QString id = start.id;
    std::erase_if(m_jobs, [&id](const auto& job) { return job->id() == id; });
    m_jobs.push_back(
        std::make_unique<Job>(Job::Surroundings{m_world.clock, m_setup.version, m_storage, m_broker, *this},
                              std::move(spec), std::move(start), m_chance));
    addFaults(*m_jobs.back());
    m_jobs.back()->begin();
    return id;
}

void JobManager::serve()
{
    m_rest = m_world.services.serve(m_setup.ns, m_setup.pod, restPort,
                                    [this](const Request& request, const Answer& done) { done(answer(request)); });
}

Reply JobManager::answer(const Request& request)
{
    // Only these answers tell of files, which whoever reads them may look for; the operator never does.
    const bool tellsOfFiles = (request.path.contains("/checkpoints"_L1) || request.path.contains("/savepoints"_L1)) &&
                              !request.user.name.startsWith("system:serviceaccount:flink-operator:"_L1);
    for (const auto& job : m_jobs) {
        job->settle();
        if (tellsOfFiles)
            job->synchroniseFiles();
    }
    return Rest(*this).answer(request);
}

void JobManager::shutDown()
{
    for (const auto& job : m_jobs)
        job->cancel();
    m_next.set(1s, [this] {
        if (m_setup.ended)
            m_setup.ended(0);
    });
}

void JobManager::housekeep()
{
    for (const auto& job : m_jobs) {
        job->settle();
        if (m_storage.upkeep() == Storage::Upkeep::Regular)
            job->synchroniseFiles();
    }
    m_house.set(housekeeping, [this] { housekeep(); });
}

Job* JobManager::job(const QString& id) const
{
    const auto found = std::ranges::find_if(m_jobs, [&id](const auto& job) { return job->id() == id; });
    return found == m_jobs.end() ? nullptr : found->get();
}

const Worker* JobManager::worker(const QString& id) const
{
    const auto found = std::ranges::find(m_registered, id, &Worker::id);
    return found == m_registered.end() ? nullptr : &*found;
}

const JobSpec* JobManager::program(const Jar& jar) const
{
    const auto known = m_setup.programs.find(jar.name);
    if (known != m_setup.programs.end())
        return &known->second;
    return m_setup.programs.empty() ? nullptr : &m_setup.programs.begin()->second;
}

void JobManager::addWorker(Worker worker)
{
    std::erase(m_requested, worker.id);
    m_idle.set(idleTimeout, [this] { releaseIdleWorkers(); });
    worker.since = m_world.clock.now();
    worker.slotOwners.assign(std::size_t(worker.slotCount), QString());
    write(Level::Info, resourceLogger,
          u"Registering TaskManager with ResourceID %1 (pekko.tcp://flink@%2:6122/user/rpc/taskmanager_0) at "
          u"ResourceManager"_s.arg(worker.id, worker.host));
    m_registered.push_back(std::move(worker));
    const QString& id = m_registered.back().id;
    const QString executor = u"org.apache.flink.runtime.taskexecutor.TaskExecutor"_s;
    writeOn(id, Level::Info, u"org.apache.flink.runtime.taskexecutor.TaskManagerRunner"_s,
            u"Starting TaskManager with ResourceID: %1"_s.arg(id));
    writeOn(id, Level::Info, executor,
            u"Successful registration at resource manager pekko.tcp://flink@%1:6123/user/rpc/"
            u"resourcemanager_*."_s.arg(m_setup.ip));
    for (const auto& job : m_jobs)
        job->slotsChanged();
}

void JobManager::removeWorker(const QString& id, const QString& statuses)
{
    std::erase(m_requested, id);
    m_leaks.erase(id);
    if (std::erase_if(m_registered, [&id](const Worker& worker) { return worker.id == id; }) > 0) {
        const JavaException why = say::podTerminated(statuses);
        write(Level::Info, resourceLogger, u"Worker %1 is terminated. Diagnostics: %2"_s.arg(id, why.text.mid(21)));
        for (const auto& job : m_jobs)
            job->workerLost(id, why);
    }
    requestWorkers();
}

void JobManager::refuseWorker(const QString& id, const QString& why)
{
    std::erase(m_requested, id);
    write(Level::Warn, u"org.apache.flink.kubernetes.KubernetesResourceManagerDriver"_s,
          u"Could not create pod %1, exception: java.util.concurrent.CompletionException: "
          u"org.apache.flink.kubernetes.shaded.io.fabric8.kubernetes.client.KubernetesClientException: Failure "
          u"executing: "
          u"POST at: https://10.96.0.1:443/api/v1/namespaces/%2/pods. Message: %3"_s.arg(id, m_setup.ns, why));
    m_retry.set(workerRetry, [this] { requestWorkers(); });
}

int JobManager::missingSlots() const
{
    int wanted = 0;
    for (const auto& [jobId, slotCount] : m_wanted)
        wanted += slotCount;
    int present = int(m_requested.size()) * m_slotsPerWorker;
    for (const Worker& worker : m_registered)
        present += worker.slotCount;
    return wanted - present;
}

void JobManager::requestWorkers()
{
    if (!m_workers)
        return;
    // A refusal may come back at once; what is asked for is then no longer on its way.
    for (int missing = missingSlots(); missing > 0 && !m_retry.isSet(); missing -= m_slotsPerWorker) {
        const QString id = u"%1-taskmanager-%2-%3"_s.arg(m_setup.cluster).arg(m_attempt).arg(++m_workerNumber);
        write(Level::Info, resourceLogger,
              u"Requesting new worker with resource spec WorkerResourceSpec, current pending "
              u"count: %1."_s.arg(m_requested.size() + 1));
        m_requested.push_back(id);
        m_workers->request(id);
    }
}

std::vector<Slot> JobManager::slotsFor(const Job& job, int wanted)
{
    m_wanted[job.id()] = wanted;
    std::vector<Slot> places;
    for (const bool own : {true, false}) {
        for (Worker& worker : m_registered) {
            for (QString& owner : worker.slotOwners) {
                if (int(places.size()) < wanted && owner == (own ? job.id() : QString())) {
                    owner = job.id();
                    places.push_back({worker.id, worker.host, worker.dataPort});
                }
            }
        }
    }
    if (int(places.size()) < wanted)
        requestWorkers();
    for (Worker& worker : m_registered) {
        for (QString& owner : worker.slotOwners) {
            const auto isUsed = [&worker](const Slot& place) { return place.worker == worker.id; };
            // Fewer are wanted than before: the ones on workers that are not used go back.
            if (owner == job.id() && std::ranges::none_of(places, isUsed))
                owner.clear();
        }
    }
    m_idle.set(idleTimeout, [this] { releaseIdleWorkers(); });
    return places;
}

void JobManager::releaseIdleWorkers()
{
    if (!m_workers)
        return;
    QStringList idle;
    for (const Worker& worker : m_registered) {
        if (std::ranges::all_of(worker.slotOwners, &QString::isEmpty))
            idle += worker.id;
    }
    for (const QString& id : idle) {
        write(Level::Info, resourceLogger, u"Stopping worker %1."_s.arg(id));
        std::erase_if(m_registered, [&id](const Worker& worker) { return worker.id == id; });
        m_workers->release(id);
    }
}

void JobManager::freeSlots(const Job& job)
{
    m_wanted.erase(job.id());
    for (Worker& worker : m_registered)
        std::ranges::replace(worker.slotOwners, job.id(), QString());
    for (const auto& other : m_jobs)
        other->slotsChanged();
    m_idle.set(idleTimeout, [this] { releaseIdleWorkers(); });
}

qint64 JobManager::heapPerSlot() const
{
    // Objects on the heap take more than their bytes in a file.
    return m_workerMemory.taskHeap / m_slotsPerWorker * 2 / 3;
}

void JobManager::write(Level level, const QString& logger, const QString& text)
{
    m_setup.log->append(m_world.clock.now(), logLine(m_world.clock.now(), level, logger, text));
}

void JobManager::writeOn(const QString& worker, Level level, const QString& logger, const QString& text)
{
    const Worker* found = this->worker(worker);
    if (found && found->log)
        found->log->append(m_world.clock.now(), logLine(m_world.clock.now(), level, logger, text));
}

QByteArray JobManager::logText(const Log& log) const
{
    QByteArray all;
    for (const LogLine& line : log.lines())
        all += line.text + '\n';
    return all;
}

void JobManager::jobChanged(Job& job)
{
    if (!isTerminal(job.state()))
        return;
    write(Level::Info, dispatcherLogger, u"Job %1 reached terminal state %2."_s.arg(job.id(), text(job.state())));
    m_ha.forgetJob(job.id());
    m_wanted.erase(job.id());
}

void JobManager::checkpointsChanged(const Job& job)
{
    std::vector<HighAvailability::Checkpoint> kept;
    for (const StateSnapshot& snapshot : job.coordinator().kept())
        kept.push_back({snapshot.id, snapshot.folder});
    if (!isTerminal(job.state()))
        m_ha.noteCheckpoints(job.id(), kept, (kept.empty() ? 0 : kept.back().id) + 1);
}

} // namespace sim::flink
