#pragma once

#include "core/sim/flink/coordinator.h"
#include "core/sim/flink/restore.h"

#include <memory>

namespace sim::flink {

enum class Level { Info, Warn, Error };

class Job;

/// What a job needs of the JobManager it runs in.
class JobHost
{
public:
    virtual ~JobHost() = default;

    /// Slots for the job, as many of `wanted` as there are; the rest is on its way, and Job::slotsChanged() tells.
    virtual std::vector<Slot> slotsFor(const Job& job, int wanted) = 0;
    virtual void freeSlots(const Job& job) = 0;
    virtual void write(Level level, const QString& logger, const QString& text) = 0;
    virtual void writeOn(const QString& worker, Level level, const QString& logger, const QString& text) = 0;
    /// Its state has changed.
    virtual void jobChanged(Job& job) = 0;
    /// Its checkpoints have: high availability notes them down.
    virtual void checkpointsChanged(const Job& job) = 0;
    /// Its tasks were deployed once more: the TaskManagers load the program's classes beside those of before.
    virtual void classesLoadedAgain(const Job& job) = 0;
    /// Where completed checkpoints are noted down takes notes now.
    virtual bool canNote() const = 0;
    /// Bytes of heap that tasks have in each slot; state of the heap back end must fit in.
    virtual qint64 heapPerSlot() const = 0;
};

/// Where a job begins.
struct JobStart
{
    enum class From { Nothing, Path, HighAvailability };

    QString id; ///< 32 hexadecimal digits
    From from = From::Nothing;
    QString path = {}; ///< of a snapshot
    Unclaimed unclaimed = Unclaimed::Refuse;
    qint64 checkpointsBefore = 0; ///< the last id that was given out
    QString program = {}; ///< in a session cluster the name of its jar: high availability finds it again by that
};

/// How wide the adaptive scheduler may run a vertex.
struct Bounds
{
    int lower = 1;
    int upper = 1;

    friend bool operator==(const Bounds&, const Bounds&) = default;
};

/// A job in a JobManager: schedules its tasks, fails, restarts, ends.
class Job
{
public:
    struct Surroundings
    {
        Clock& clock;
        const Version& version;
        const Storage& storage;
        Broker& broker;
        JobHost& host;
    };

    Job(Surroundings around, JobSpec spec, JobStart start, const Chance& chance);
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;

    // What REST tells.
    const QString& id() const { return m_start.id; }
    const JobSpec& spec() const { return m_spec; }
    JobState state() const { return m_state; }
    /// ms of the epoch at which it last entered each JobState; 0: never.
    const std::array<qint64, 11>& entered() const { return m_entered; }
    qint64 startTime() const { return m_entered[std::size_t(JobState::Initializing)]; }
    /// -1: it has not ended.
    qint64 endTime() const;
    qint64 lastModified() const { return m_lastModified; }
    bool hasGraph() const { return m_hasGraph; }
    /// The tasks; none while an adaptive scheduler waits for slots.
    const Tasks& tasks() const { return m_tasks; }
    const Traffic& traffic() const { return m_traffic; }
    const Coordinator& coordinator() const { return m_coordinator; }
    /// Newest first; not more than web.exception-history-size.
    const std::deque<Failure>& failures() const { return m_failures; }
    int restarts() const { return m_restarts; }
    int rescales() const { return m_rescales; }
    /// Random, but the same for the life of the job.
    const QString& slotSharingGroup() const { return m_slotSharingGroup; }
    const QString& attemptPrefix() const { return m_graphId; }
    const std::vector<Bounds>& bounds() const { return m_bounds; }
    quint64 seed() const { return m_seed; }

    /// Brings counters and acknowledgements up to now; before anything is read.
    void settle();

    // What is asked of it.
    void begin();
    void cancel();
    /// Nothing: it goes on. The folder is a URI.
    void makeSavepoint(const SnapshotKind& kind, const QString& folder, Coordinator::Done done);
    void makeCheckpoint(Coordinator::Done done);
    void synchroniseFiles() { m_coordinator.synchronise(); }
    /// One entry a vertex.
    void setBounds(const std::vector<Bounds>& bounds);
    void slotsChanged();

    // What goes wrong.
    void failTask(int vertex, int subtask, const JavaException& what);
    void failGlobally(const JavaException& what);
    /// As if all restarts were used up.
    void failForGood(const JavaException& what);
    void workerLost(const QString& worker, const JavaException& what);
    void setDisturbance(const Disturbance& disturbance);
    Coordinator& faultyCoordinator() { return m_coordinator; }

private:
    void enter(JobState state);
    void initialize();
    void created();
    void schedule();
    bool takeSlots(const std::vector<Slot>& places);
    void waitForSlots(const std::vector<Slot>& places);
    void deploy();
    void tasksInitializing();
    void tasksRunning();
    void enterTasks(TaskState state);
    void newTasks(int attempt);
    std::optional<RestoreFailure> restoreState();
    std::optional<RestoreFailure> takeSnapshot(const QString& uri, JobStart::From from);
    void applySnapshot(const RestoredSnapshot& snapshot);
    bool fitsIntoHeap() const;
    int largestState() const;
    void watchHeap();
    void fail(Failure failure);
    std::optional<Duration> restartDelay();
    void restart();
    void giveUp(const Failure& failure);
    void cancelTasks();
    void finish(JobState state);
    void remember(const Failure& failure);
    void adapt(const std::vector<Slot>& places);
    QString taskName(int vertex, int subtask) const;
    QString attemptId(int vertex, int subtask) const;
    void write(const QString& logger, const QString& text) const { m_around.host.write(Level::Info, logger, text); }

    Surroundings m_around;
    JobSpec m_spec;
    JobStart m_start;
    Chance m_chance;
    quint64 m_seed;
    QString m_slotSharingGroup;
    QString m_graphId;
    JobState m_state = JobState::Initializing;
    std::array<qint64, 11> m_entered{};
    qint64 m_lastModified = 0;
    bool m_hasGraph = false;
    Tasks m_tasks;
    Traffic m_traffic;
    Coordinator m_coordinator;
    std::deque<Failure> m_failures;
    std::vector<Bounds> m_bounds;
    std::optional<RestoreFailure> m_restoreFailure;
    double m_restoredBytes = 0;
    int m_attempt = 0;
    int m_restarts = 0;
    int m_rescales = 0;
    Duration m_backOff{0};
    std::deque<Instant> m_failureTimes;
    Subscription m_broker;
    Alarm m_next; ///< the step of its life that comes next
    Alarm m_heap;
};

} // namespace sim::flink
