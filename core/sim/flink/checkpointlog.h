#pragma once

#include "core/sim/flink/snapshot.h"
#include "core/sim/flink/statistics.h"
#include "core/sim/world/clock.h"

#include <deque>
#include <memory>
#include <optional>

namespace sim::flink {

/// What one subtask did for one checkpoint.
struct SubtaskAck
{
    bool acknowledged = false;
    Duration startDelay{0}, alignment{0}, sync{0}, async{0};
    qint64 stateSize = 0, checkpointedSize = 0;
    qint64 processed = 0, persisted = 0; ///< bytes
    bool unaligned = false;

    Duration duration() const { return startDelay + alignment + sync + async; }
};

/// One checkpoint or savepoint, as REST tells it.
struct CheckpointRecord
{
    enum class Status { InProgress, Completed, Failed };

    qint64 id = 0;
    Status status = Status::InProgress;
    SnapshotKind kind;
    bool unaligned = false;
    Instant triggered;
    std::vector<std::vector<SubtaskAck>> vertices; ///< in the order of the program
    QString path;                                  ///< once completed
    bool discarded = false;
    Instant ended;   ///< completed or failed
    QString failure; ///< in Flink's words

    int subtasks() const;
    int acknowledged() const;
    /// Of the acknowledged ones.
    qint64 total(qint64 SubtaskAck::*what) const;
    /// The time of the last acknowledgement; nothing: none yet.
    std::optional<Instant> latestAck() const;
    /// Until it ended; while it runs, until `now`.
    Duration duration(Instant now) const;
};

using Record = std::shared_ptr<CheckpointRecord>;

/// The latest.restored of REST.
struct RestoreRecord
{
    qint64 id = 0;
    Instant at;
    bool isSavepoint = false;
    QString path;
};

/// What a JobManager remembers of a job's checkpoints; gone when it restarts.
class CheckpointLog
{
public:
    /// `kept`: entries of the history (web.checkpoints.history).
    explicit CheckpointLog(int kept = 10)
        : m_kept(std::size_t(kept))
    {
    }

    void add(const Record& record);
    /// A trigger that failed before there was an id; counts, and is seen nowhere else.
    void addFailedTrigger();
    /// So many were completed while nobody looked: they count, and nothing else is known of them.
    void addUnseen(qint64 completed);
    void complete(const Record& record);
    void fail(const Record& record);
    void restored(const RestoreRecord& record);

    /// In the history, newest first.
    const std::deque<Record>& history() const { return m_history; }
    Record find(qint64 id) const;
    const Record& latestCompleted() const { return m_latestCompleted; }
    const Record& latestSavepoint() const { return m_latestSavepoint; }
    const Record& latestFailed() const { return m_latestFailed; }
    const std::optional<RestoreRecord>& latestRestored() const { return m_latestRestored; }

    struct Counts
    {
        qint64 restored = 0, total = 0, inProgress = 0, completed = 0, failed = 0;
    };
    const Counts& counts() const { return m_counts; }

    struct Summary
    {
        Statistics checkpointedSize, stateSize, duration, processed, persisted;
    };
    const Summary& summary() const { return m_summary; }

private:
    std::size_t m_kept;
    std::deque<Record> m_history;
    Record m_latestCompleted, m_latestSavepoint, m_latestFailed;
    std::optional<RestoreRecord> m_latestRestored;
    Counts m_counts;
    Summary m_summary;
};

} // namespace sim::flink
