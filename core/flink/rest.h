#pragma once

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace flink {

/// GET /overview.
struct ClusterOverview
{
    QString flinkVersion, commit;
    int taskManagers = 0, slotsTotal = 0, slotsAvailable = 0;
    int jobsRunning = 0, jobsFinished = 0, jobsCancelled = 0, jobsFailed = 0;

    friend bool operator==(const ClusterOverview&, const ClusterOverview&) = default;
};

/// One entry of GET /jobs/overview.
struct JobOverview
{
    QString id, name, state;                        ///< state as Flink writes it: RUNNING …
    QDateTime startTime, endTime, lastModification; ///< UTC; endTime invalid: still going
    qint64 durationMs = 0;
    QMap<QString, int> tasks; ///< total and one entry a state, keys as on the wire

    friend bool operator==(const JobOverview&, const JobOverview&) = default;
};

/// "metrics" of a vertex or subtask: traffic between tasks only.
struct IoMetrics
{
    qint64 readBytes = 0, writeBytes = 0, readRecords = 0, writeRecords = 0;
    bool complete = false;
    qint64 backpressuredMs = 0, idleMs = 0;
    std::optional<double> busyMs; ///< Flink may answer "NaN"

    friend bool operator==(const IoMetrics&, const IoMetrics&) = default;
};

struct Vertex
{
    QString id, name, state;
    int parallelism = 0, maxParallelism = 0;
    QDateTime startTime, endTime;
    qint64 durationMs = 0;
    QMap<QString, int> tasks;
    IoMetrics metrics;

    friend bool operator==(const Vertex&, const Vertex&) = default;
};

struct PlanEdge
{
    QString from, to, shipStrategy;

    friend bool operator==(const PlanEdge&, const PlanEdge&) = default;
};

/// GET /jobs/:id.
struct JobDetail
{
    JobOverview overview;
    QString type; ///< STREAMING, BATCH; empty before 1.20
    int maxParallelism = 0;
    QMap<QString, QDateTime> stateTimes; ///< when each state was entered; never entered ones are absent
    QList<Vertex> vertices;
    QList<PlanEdge> edges;

    friend bool operator==(const JobDetail&, const JobDetail&) = default;
};

struct Statistics
{
    std::optional<double> min, max, average, p50, p90, p95, p99, p999; ///< absent: Flink answered NaN

    friend bool operator==(const Statistics&, const Statistics&) = default;
};

/// One entry of the history of GET /jobs/:id/checkpoints.
struct Checkpoint
{
    qint64 id = 0;
    QString status; ///< IN_PROGRESS, COMPLETED, FAILED
    QString type;   ///< CHECKPOINT, UNALIGNED_CHECKPOINT, SAVEPOINT, SYNC_SAVEPOINT
    bool isSavepoint = false, discarded = false;
    QString savepointFormat;
    QDateTime triggeredAt, latestAckAt, failedAt;
    qint64 durationMs = 0, stateSize = 0, checkpointedSize = 0;
    qint64 processedData = 0, persistedData = 0, alignmentBuffered = 0;
    int subtasks = 0, acknowledged = 0;
    QString externalPath, failureMessage;

    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

struct RestoredCheckpoint
{
    qint64 id = 0;
    QDateTime restoredAt;
    bool isSavepoint = false; ///< true for a checkpoint restored by path, too: trust the path
    QString externalPath;

    friend bool operator==(const RestoredCheckpoint&, const RestoredCheckpoint&) = default;
};

struct CheckpointCounts
{
    qint64 total = 0, inProgress = 0, completed = 0, failed = 0, restored = 0;

    friend bool operator==(const CheckpointCounts&, const CheckpointCounts&) = default;
};

/// GET /jobs/:id/checkpoints.
struct CheckpointHistory
{
    CheckpointCounts counts;
    Statistics duration, stateSize, checkpointedSize, processedData, persistedData;
    std::optional<Checkpoint> latestCompleted, latestSavepoint, latestFailed;
    std::optional<RestoredCheckpoint> latestRestored;
    QList<Checkpoint> history; ///< newest first
    bool enabled = true;       ///< false: Flink says checkpointing is off for this job

    friend bool operator==(const CheckpointHistory&, const CheckpointHistory&) = default;
};

/// GET /jobs/:id/checkpoints/config.
struct CheckpointConfig
{
    QString mode, stateBackend, storage;
    std::optional<qint64> intervalMs; ///< absent: disabled
    qint64 timeoutMs = 0, minPauseMs = 0;
    int maxConcurrent = 0, tolerableFailures = 0;
    bool externalized = false, deleteOnCancellation = false, unaligned = false, changelog = false;

    friend bool operator==(const CheckpointConfig&, const CheckpointConfig&) = default;
};

struct SubtaskCheckpoint
{
    int index = 0;
    QString status;
    QDateTime acknowledgedAt;
    qint64 durationMs = 0, stateSize = 0, checkpointedSize = 0, syncMs = 0, asyncMs = 0, alignmentMs = 0,
           startDelayMs = 0;
    bool unaligned = false, aborted = false;

    friend bool operator==(const SubtaskCheckpoint&, const SubtaskCheckpoint&) = default;
};

struct TaskCheckpoint
{
    QString vertexId;
    QString status;
    QDateTime latestAckAt;
    qint64 durationMs = 0, stateSize = 0, checkpointedSize = 0;
    int subtasks = 0, acknowledged = 0;

    friend bool operator==(const TaskCheckpoint&, const TaskCheckpoint&) = default;
};

/// GET /jobs/:id/checkpoints/details/:checkpoint.
struct CheckpointDetail
{
    Checkpoint checkpoint;
    QList<TaskCheckpoint> tasks;

    friend bool operator==(const CheckpointDetail&, const CheckpointDetail&) = default;
};

/// One failure of GET /jobs/:id/exceptions; both shapes, before and since 2.0.
struct ExceptionEntry
{
    QString exceptionName, stackTrace, taskName, endpoint, taskManagerId;
    QDateTime at;
    QMap<QString, QString> labels;
    QList<ExceptionEntry> concurrent;
};
struct ExceptionHistory
{
    QList<ExceptionEntry> entries; ///< newest first
    bool truncated = false;
};

struct TaskManager
{
    QString id, path;
    int dataPort = 0, slots_ = 0, freeSlots = 0;
    QDateTime lastHeartbeat; ///< the field is called timeSinceLastHeartbeat but is a point in time
    int cpuCores = 0;
    qint64 physicalMemory = 0, freeMemory = 0, managedMemory = 0, totalProcessMemory = 0, totalFlinkMemory = 0;
    std::optional<bool> blocked;

    friend bool operator==(const TaskManager&, const TaskManager&) = default;
};

using KeyValues = QList<std::pair<QString, QString>>;

/// One metric; no value: Flink does not know it (yet): the first question after a pause is answered empty.
struct Metric
{
    QString id;
    std::optional<QString> value;

    friend bool operator==(const Metric&, const Metric&) = default;
};

/// What has become of a savepoint or checkpoint that was asked for by a trigger id.
struct TriggerResult
{
    bool isComplete = false; ///< and then either made or failed
    QString location;        ///< of a savepoint
    qint64 checkpoint = 0;   ///< id of a checkpoint
    QString failure;         ///< Flink's words, the innermost cause; empty: it was made

    friend bool operator==(const TriggerResult&, const TriggerResult&) = default;
};

/// Of one vertex, for the adaptive scheduler.
struct ParallelismBounds
{
    int lower = 1, upper = 1;

    friend bool operator==(const ParallelismBounds&, const ParallelismBounds&) = default;
};

/// GET /jobs/:id/resource-requirements: by id of the vertex.
using ResourceRequirements = QMap<QString, ParallelismBounds>;

/// One entry of GET /jars.
struct Jar
{
    QString id, name;
    QDateTime uploadedAt; ///< UTC
    QStringList entryClasses;

    friend bool operator==(const Jar&, const Jar&) = default;
};

} // namespace flink
