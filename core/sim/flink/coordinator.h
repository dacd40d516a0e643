#pragma once

#include "core/sim/flink/checkpointlog.h"
#include "core/sim/flink/failure.h"
#include "core/sim/flink/storage.h"
#include "core/sim/flink/tasks.h"
#include "core/sim/flink/traffic.h"
#include "core/sim/world/chance.h"

#include <functional>

namespace sim::flink {

/// How checkpoints or savepoints are made to fail.
struct SnapshotFault
{
    enum class When { AtTrigger, AtTask, AtFinish };

    When when = When::AtFinish;
    QString reason; ///< Flink's words, as "Failure to finalize checkpoint."
};

/// How a request for a snapshot ended.
struct SnapshotResult
{
    qint64 id = 0;
    QString location; ///< of a savepoint
    std::optional<JavaException> failure;
};

/// A JobManager's checkpoint coordinator: triggers, waits for all tasks, keeps what is to be kept, on disk too.
/// How long a checkpoint takes follows from the traffic: barriers wait in the queues, state has to be copied.
class Coordinator
{
public:
    using Done = std::function<void(const SnapshotResult&)>;
    struct Surroundings
    {
        Clock& clock;
        const Version& version;
        const Storage& storage;
        Traffic& traffic;
        const Tasks& tasks;
        std::function<void(const QString& logger, const QString& text)> write;
        std::function<void(const JavaException&)> failJob;
        std::function<void()> stored;  ///< a checkpoint was completed or forgotten
        std::function<bool()> canNote; ///< whether it could be noted down now
    };

    Coordinator(Surroundings around, const JobSpec& spec, QString jobId, const Chance& chance);

    void setSpec(const JobSpec& spec) { m_spec = spec; }
    /// Checkpoints come after this id.
    void continueAfter(qint64 id) { m_nextId = std::max(m_nextId, id + 1); }
    /// A checkpoint of this job that an earlier JobManager made: kept, and deleted when newer ones take its place.
    void adopt(qint64 id, const QString& folder);

    /// The job is RUNNING: the periodic trigger begins.
    void start();
    /// The job is not RUNNING any more: what is under way fails.
    void suspend();
    /// The job has ended for good.
    void shutDown(bool keepCheckpoints);

    void makeSavepoint(const SnapshotKind& kind, const QString& folder, Done done);
    void makeCheckpoint(Done done);

    /// Which tasks have acknowledged by now.
    void settle();
    /// The traffic has changed: what is under way takes longer or shorter.
    void replan();
    /// Brings the folders up to date with what is kept.
    void synchronise();

    const CheckpointLog& log() const { return m_log; }
    CheckpointLog& log() { return m_log; }
    /// The checkpoints that are kept, oldest first.
    const std::deque<StateSnapshot>& kept() const { return m_kept; }
    /// The newest checkpoint that is kept.
    const StateSnapshot* latest() const { return m_kept.empty() ? nullptr : &m_kept.back(); }

    void setCheckpointFault(std::optional<SnapshotFault> fault) { m_checkpointFault = std::move(fault); }
    void setSavepointFault(std::optional<SnapshotFault> fault) { m_savepointFault = std::move(fault); }

private:
    struct Wish
    {
        SnapshotKind kind;
        QString folder;
        bool byHand = false;
        Done done;
    };
    struct Pending
    {
        Record record;
        Wish wish;
        QString folder; ///< of the snapshot itself
    };

    void schedule(Instant at);
    void countUnseen(Instant due);
    void triggerPeriodically();
    void trigger(Wish wish);
    void refuse(const Wish& wish, const QString& why);
    void nextWish();
    std::vector<std::vector<SubtaskAck>> plan(const SnapshotKind& kind);
    SubtaskAck planSubtask(int vertex, int subtask, const SnapshotKind& kind);
    qint64 stateSize(int vertex, int subtask) const;
    qint64 freshSize(int vertex, int subtask, const SnapshotKind& kind) const;
    Duration longest(const Record& record) const;
    void setEnd();
    void ended();
    void complete();
    /// `told`: instead of the reason, to the one who asked for it.
    void abort(const QString& why, const std::optional<JavaException>& told = {});
    void countFailure(const QString& why);
    StateSnapshot snapshotOf(const Pending& pending);
    std::vector<SharedFile> sharedFiles(int vertex, int subtask, qint64 fresh, qint64 total);
    void fillSubtask(SubtaskState& state, int vertex, int subtask, SubtaskAck& ack, bool shares);
    void keep(StateSnapshot snapshot, const Record& record);
    bool write(const StateSnapshot& snapshot);
    QString checkpointFolder() const;
    QString typeText(const SnapshotKind& kind) const;
    std::optional<QString> missingTask() const;

    Surroundings m_around;
    JobSpec m_spec;
    QString m_jobId;
    Chance m_chance;
    quint64 m_seed;
    qint64 m_nextId = 1;
    int m_failures = 0; ///< in a row
    bool m_isStarted = false;
    bool m_filesAreOld = false; ///< what is kept is not what lies on disk
    Instant m_lastTrigger;
    std::optional<SnapshotFault> m_checkpointFault;
    std::optional<SnapshotFault> m_savepointFault;
    CheckpointLog m_log;
    std::optional<Pending> m_pending;
    std::deque<Wish> m_wishes;
    std::deque<StateSnapshot> m_kept;
    std::map<qint64, Record> m_keptRecords;
    std::map<qint64, std::vector<QString>> m_written; ///< folders and shared files on disk, by checkpoint
    std::map<std::pair<int, int>, std::vector<SharedFile>> m_shared;
    Alarm m_periodic;
    Alarm m_end;
};

} // namespace sim::flink
