#pragma once

#include "core/sim/flink/highavailability.h"
#include "core/sim/flink/job.h"
#include "core/sim/flink/memory.h"
#include "core/sim/flink/operations.h"
#include "core/sim/flink/workers.h"
#include "core/sim/world/world.h"

namespace sim::flink {

/// A program in a session cluster.
struct Jar
{
    QString id;   ///< <uuid>_orders.jar
    QString name; ///< orders.jar
    Instant uploaded;
};

/// What a JobManager is started with.
struct Setup
{
    QString ns;
    QString cluster; ///< kubernetes.cluster-id
    QString pod;
    QString ip;
    Version version;
    Configuration configuration;
    std::optional<JobSpec> application = {}; ///< nothing: a session cluster
    /// What the jars of a session cluster hold, by file name; what is not here has the first.
    std::map<QString, JobSpec> programs = {};
    /// The program cannot be loaded: the process ends with 1 once it is up.
    std::optional<JavaException> programError = {};
    Duration boot{7000}; ///< until REST answers
    std::shared_ptr<Log> log = {};
    /// The process has ended by itself, with that code.
    std::function<void(int code)> ended = {};
};

/// A JobManager: jobs, TaskManagers, REST on port 8081 of its pod. Its destruction is a crash: what only its memory
/// knew is gone (history of checkpoints, exceptions, operations); high availability and files remain.
class JobManager : private JobHost
{
public:
    JobManager(World& world, Broker& broker, const Storage& storage, Setup setup);
    ~JobManager() override;
    JobManager(const JobManager&) = delete;
    JobManager& operator=(const JobManager&) = delete;

    /// Who gives it TaskManagers; before start().
    void setWorkers(std::unique_ptr<Workers> workers) { m_workers = std::move(workers); }
    void start();

    /// REST answers: it has been up for some seconds.
    bool isUp() const { return m_isUp; }
    /// Answers a request of REST. Its path begins with a slash, with or without /v1.
    Reply answer(const Request& request);

    // TaskManagers.
    void addWorker(Worker worker);
    /// `statuses` as say::podTerminated().
    void removeWorker(const QString& id, const QString& statuses);
    /// There will be none: why, in the words of the API server. It is asked for again after 3 s.
    void refuseWorker(const QString& id, const QString& why);

    // What REST reads.
    const Setup& setup() const { return m_setup; }
    Clock& clock() const { return m_world.clock; }
    const std::vector<std::unique_ptr<Job>>& jobs() const { return m_jobs; }
    /// Null: unknown.
    Job* job(const QString& id) const;
    const std::vector<Worker>& workers() const { return m_registered; }
    const Worker* worker(const QString& id) const;
    int pendingWorkers() const { return int(m_requested.size()); }
    quint64 seed() const { return m_seed; }
    const MemoryPlan& workerMemory() const { return m_workerMemory; }
    const MemoryPlan& ownMemory() const { return m_ownMemory; }
    Instant startedAt() const { return m_startedAt; }
    int slotsPerWorker() const { return m_slotsPerWorker; }
    const QString& leaderSession() const { return m_leaderSession; }
    Operations& operations() { return m_operations; }
    std::vector<Jar>& jars() { return m_jars; }
    Chance& chance() { return m_chance; }
    const Storage& storage() const { return m_storage; }
    /// Whether metrics of this job, TaskManager or "jobmanager" have been fetched. Each question has them fetched anew
    /// behind its answer, at most every ten seconds: the first one gets nothing.
    bool hasMetrics(const QString& subject);
    /// When somebody first asked for that; now, if nobody has yet.
    Instant firstAsked(const QString& subject);
    QByteArray logText(const Log& log) const;
    /// What a container of this cluster uses, its own pod's or a TaskManager's; nothing: no such pod.
    std::optional<ContainerUsage> usageOf(const QString& pod) const;

    /// The program of a jar; null: there is no such jar.
    const JobSpec* program(const Jar& jar) const;
    /// A job that runs from now on; its id.
    QString submit(JobSpec spec, JobStart start);
    void shutDown();
    /// It is about to end, asked to; whoever comes next leads.
    void giveUpLeadership() { m_ha.forgetLeader(); }

    // What goes wrong, on purpose.
    /// The process of a TaskManager is killed: 137, OOMKilled.
    void killForMemory(const QString& worker);
    /// Native memory that each TaskManager loses per second; at its limit it is killed, and the next one, too. 0: none.
    void setMemoryLeak(qint64 bytesPerSecond);
    /// The classes that a restart leaves behind in each TaskManager, whatever the program does; when its metaspace is
    /// full it ends.
    void setMetaspaceLeak(qint64 bytesPerRestart) { m_metaspaceLeak = bytesPerRestart; }
    qint64 metaspaceUsed(const Worker& worker) const;
    void setDisturbance(const Disturbance& disturbance);
    void setCheckpointFault(const std::optional<SnapshotFault>& fault);
    void setSavepointFault(const std::optional<SnapshotFault>& fault);

private:
    void run();
    void startApplication();
    void recover(const HighAvailability::Recoverable& job);
    void serve();
    void housekeep();
    void lookForLeaks();
    qint64 nativeMemory(const Worker& worker) const;
    void requestWorkers();
    void releaseIdleWorkers();
    int missingSlots() const;
    void addFaults(Job& job);
    void endWorker(const QString& worker, int code, const QString& reason);

    std::vector<Slot> slotsFor(const Job& job, int wanted) override;
    void freeSlots(const Job& job) override;
    void write(Level level, const QString& logger, const QString& text) override;
    void writeOn(const QString& worker, Level level, const QString& logger, const QString& text) override;
    void jobChanged(Job& job) override;
    void checkpointsChanged(const Job& job) override;
    void classesLoadedAgain(const Job& job) override;
    bool canNote() const override { return !m_ha.isOn() || !m_world.objects.isFrozen(); }
    qint64 heapPerSlot() const override;

    World& m_world;
    Broker& m_broker;
    Storage m_storage;
    Setup m_setup;
    Chance m_chance;
    quint64 m_seed;
    MemoryPlan m_workerMemory;
    MemoryPlan m_ownMemory;
    Instant m_startedAt;
    QString m_leaderSession;
    int m_slotsPerWorker = 1;
    HighAvailability m_ha;
    std::unique_ptr<Workers> m_workers;
    std::vector<Worker> m_registered;
    std::vector<QString> m_requested; ///< on their way
    std::map<QString, int> m_wanted;  ///< slots by job
    int m_workerNumber = 0;
    int m_attempt = 1;                 ///< in the names of workers
    std::map<QString, qint64> m_leaks; ///< bytes of metaspace, by worker
    qint64 m_metaspaceLeak = 0;
    qint64 m_memoryLeak = 0;
    Disturbance m_disturbance;
    std::optional<SnapshotFault> m_checkpointFault;
    std::optional<SnapshotFault> m_savepointFault;
    Operations m_operations;
    std::vector<Jar> m_jars;
    QStringList m_metricsOf; ///< whose metrics were fetched
    Instant m_metricsUntil;  ///< and until when they are not fetched again
    std::map<QString, Instant> m_firstAsked;
    Alarm m_next;
    Alarm m_house;
    Alarm m_retry;
    Alarm m_fatal;
    Alarm m_idle;
    Alarm m_leakWatch;
    bool m_isUp = false;
    Subscription m_rest;
    std::vector<std::unique_ptr<Job>> m_jobs; ///< die first: they know the rest
};

/// A line as Flink's log4j pattern makes it: "2026-11-21 21:52:46,062 INFO  org.apache.flink… [] - text".
QByteArray logLine(Instant at, Level level, const QString& logger, const QString& text);

} // namespace sim::flink
