#pragma once

#include "core/sim/operator/failure.h"
#include "core/sim/operator/rest.h"

#include <variant>

namespace sim::op {

/// A job as the cluster's list shows it.
struct JobOverview
{
    QString id;
    QString name;
    QString state; ///< CREATED also for a running one whose tasks do not all run
    qint64 started = 0;
    qint64 updated = 0;
};

/// What became of a savepoint, a checkpoint or a disposal that was asked for.
struct OperationResult
{
    enum class State { InProgress, Completed, Failed, Unreachable };

    State state = State::Unreachable;
    QString location = {};
    QString problem = {}; ///< class and first line of the failure
};

/// The newest state a job could be restored from, and what the health check needs.
struct CheckpointSummary
{
    QString latestPath;                    ///< of the last completed checkpoint or savepoint, by id
    std::optional<qint64> latestCompleted; ///< milliseconds since 1970
    std::optional<qint64> pendingSince;
    qint64 completed = 0;
    qint64 stateSize = -1;
};

struct JobFailure
{
    qint64 timestamp = 0;
    QString stackTrace;
    QString taskName;
    QString endpoint;
    QString taskManagerId;
};

/// What the operator asks of running Flink clusters, in its own words.
class FlinkService
{
public:
    enum class Format { Canonical, Native };

    FlinkService(Clock& clock, Rest& rest);

    /// Nothing in the list: no such job. No list: nobody answered.
    void findJob(const Cluster& cluster, const QString& jobId,
                 std::function<void(std::optional<std::optional<JobOverview>>)> done);
    void listJobs(const Cluster& cluster, std::function<void(std::optional<QList<JobOverview>>)> done);
    /// Newest first.
    void failures(const Cluster& cluster, const QString& jobId,
                  std::function<void(std::optional<QList<JobFailure>>)> done);
    void checkpoints(const Cluster& cluster, const QString& jobId,
                     std::function<void(std::optional<CheckpointSummary>)> done);
    /// /config and /overview in one.
    void overview(const Cluster& cluster, std::function<void(std::optional<QJsonObject>)> done);
    /// How often the job was restarted since its JobManager started.
    void restarts(const Cluster& cluster, const QString& jobId, std::function<void(std::optional<int>)> done);

    /// The savepoint's path, or why there is none.
    void stopWithSavepoint(const Cluster& cluster, const QString& jobId, const QString& directory, Format format,
                           bool drain, std::function<void(std::variant<QString, Failure>)> done);
    void cancel(const Cluster& cluster, const QString& jobId, std::function<void()> done);
    /// The trigger id, empty with `problem` set when it was refused.
    void triggerSavepoint(const Cluster& cluster, const QString& jobId, const QString& directory, Format format,
                          std::function<void(const QString& triggerId, const QString& problem)> done);
    void triggerCheckpoint(const Cluster& cluster, const QString& jobId,
                           std::function<void(const QString& triggerId, const QString& problem)> done);
    void savepointResult(const Cluster& cluster, const QString& jobId, const QString& triggerId,
                         std::function<void(OperationResult)> done);
    void checkpointResult(const Cluster& cluster, const QString& jobId, const QString& triggerId,
                          std::function<void(OperationResult)> done);
    void disposeSavepoint(const Cluster& cluster, const QString& path, std::function<void(OperationResult)> done);
    /// The job's id, or why it does not run.
    void submit(const Cluster& cluster, const QString& jarUri, const QJsonObject& run,
                std::function<void(std::variant<QString, Failure>)> done);
    void rescale(const Cluster& cluster, const QString& jobId, const std::map<QString, int>& parallelism,
                 std::function<void(bool)> done);

    Rest& rest() { return m_rest; }

private:
    void awaitStop(const Cluster& cluster, const QString& jobId, const QString& triggerId, Duration pause,
                   std::function<void(std::variant<QString, Failure>)> done);
    void result(const Cluster& cluster, const QString& path, std::function<void(OperationResult)> done);
    void trigger(const Cluster& cluster, const QString& path, const QJsonObject& body,
                 std::function<void(const QString&, const QString&)> done);

    Clock& m_clock;
    Rest& m_rest;
};

} // namespace sim::op
