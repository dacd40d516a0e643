#pragma once

#include "core/sim/flink/jobmanager.h"
#include "core/sim/flink/json.h"

#include <QJsonObject>
#include <QUrlQuery>

#include <optional>

namespace sim::flink {

/// The REST of a JobManager, field for field as Flink 1.18 to 2.x.
class Rest
{
public:
    explicit Rest(JobManager& manager)
        : m_manager(manager)
        , m_version(manager.setup().version)
        , m_now(manager.clock().now())
    {
    }

    Reply answer(const Request& request);

    /// One question, taken apart.
    struct Call
    {
        const Request& request;
        QStringList arguments; ///< what stood where the pattern has ':'
        QUrlQuery query;

        QString argument(int index) const { return arguments.value(index); }
    };
    using Handler = Reply (Rest::*)(const Call&);
    struct Route
    {
        QByteArray method;
        QStringView pattern;
        Handler handler;
    };

private:
    static const std::vector<Route>& routes();
    /// Thrown by the helpers below, caught in answer(): what is said instead of an answer.
    struct Refused
    {
        int status;
        QByteArray body;
    };

    [[noreturn]] static void refuse(int status, const QString& exception, const QString& frame);
    [[noreturn]] static void refusePlain(int status, const QString& text);
    [[noreturn]] static void refuseInternal(const QString& exception);
    [[noreturn]] static void refuseUnknownWorker(const QString& id);
    [[noreturn]] static void refuseUnknownJob(const QString& id);
    /// The path's job, which must look like an id whether there is one or not.
    QString jobIdOf(const Call& call) const;
    Job& jobOf(const Call& call, const QString& handler) const;
    /// The vertex of the path: nothing when the job has none of that id.
    std::optional<int> findVertex(const Call& call, const Job& job) const;
    int vertexOf(const Call& call, const Job& job) const;
    int subtaskOf(const Call& call, const Job& job, int vertex) const;
    QJsonObject bodyOf(const Call& call, const QString& type) const;
    Record recordOf(const Call& call, const Job& job) const;
    static Reply reply(const Json& json, int status = 200);
    static Reply replyText(const QByteArray& text);

    // Cluster.
    Reply overview(const Call&);
    Reply config(const Call&);
    Reply datasets(const Call&);
    Reply shutDown(const Call&);
    Reply managerConfig(const Call&);
    Reply managerEnvironment(const Call&);
    Reply managerLogs(const Call&);
    Reply managerLog(const Call&);
    Reply managerStdout(const Call&);
    Reply managerNamedLog(const Call&);
    Reply managerMetrics(const Call&);
    Reply managerThreads(const Call&);
    Reply workers(const Call&);
    Reply worker(const Call&);
    Reply workerLogs(const Call&);
    Reply workerLog(const Call&);
    Reply workerStdout(const Call&);
    Reply workerThreads(const Call&);
    Reply workerMetrics(const Call&);
    Reply allWorkerMetrics(const Call&);

    // Jobs.
    Reply jobs(const Call&);
    Reply submitGraph(const Call&);
    Reply jobsOverview(const Call&);
    Reply jobDetails(const Call&);
    Reply jobPlan(const Call&);
    Reply jobStatus(const Call&);
    Reply jobConfig(const Call&);
    Reply jobExceptions(const Call&);
    Reply jobAccumulators(const Call&);
    Reply jobResult(const Call&);
    Reply jobMetrics(const Call&);
    Reply allJobMetrics(const Call&);
    Reply jobLogUrl(const Call&);
    Reply requirements(const Call&);

    // Vertices.
    Reply vertex(const Call&);
    Reply subtaskTimes(const Call&);
    Reply vertexWorkers(const Call&);
    Reply backpressure(const Call&);
    Reply watermarks(const Call&);
    Reply flameGraph(const Call&);
    Reply vertexAccumulators(const Call&);
    Reply subtasksAccumulators(const Call&);
    Reply subtask(const Call&);
    Reply subtaskAttempt(const Call&);
    Reply subtaskAccumulators(const Call&);
    Reply vertexMetrics(const Call&);
    Reply subtasksMetrics(const Call&);
    Reply subtaskMetrics(const Call&);
    Reply coordinatorMetrics(const Call&);

    // Checkpoints.
    Reply checkpoints(const Call&);
    Reply checkpointConfig(const Call&);
    Reply checkpoint(const Call&);
    Reply checkpointVertex(const Call&);

    // What changes something.
    Reply cancel(const Call&);
    Reply triggerSavepoint(const Call&);
    Reply stop(const Call&);
    Reply triggerCheckpoint(const Call&);
    Reply savepointStatus(const Call&);
    Reply checkpointStatus(const Call&);
    Reply dispose(const Call&);
    Reply disposalStatus(const Call&);
    Reply rescaling(const Call&);
    Reply setRequirements(const Call&);
    Reply heartbeat(const Call&);
    Reply jars(const Call&);
    Reply uploadJar(const Call&);
    Reply runJar(const Call&);
    Reply planJar(const Call&);
    Reply deleteJar(const Call&);

    Jar& jarOf(const Call& call, const QString& what) const;
    JobSpec specOf(const Jar& jar, const QJsonObject& body, const Call& call) const;
    Reply accepted(const Call& call, const QString& kind, const QString& trigger, const QString& jobId,
                   const std::function<void(Coordinator::Done)>& start, int status);
    /// How far an operation is, and once it is over its failure or what `writeResult(json, result)` tells of it.
    template <typename WriteResult>
    static Reply statusReply(const Operation& operation, QStringView failureKey, WriteResult writeResult);
    static void writeFailure(Json& json, QStringView key, const JavaException& what);

    void writePlan(Json& json, const JobSpec& spec, const QString& jobId) const;
    void writeVertex(Json& json, const Job& job, int vertex) const;
    void writeIo(Json& json, const Job& job, int vertex, const std::vector<int>& subtasks) const;
    void writeSubtask(Json& json, const Job& job, int vertex, int subtask) const;
    void writeAggregates(Json& json, const Job& job, int vertex, const std::vector<int>& subtasks) const;
    void writeEndpoint(Json& json, const Task& task) const;
    void writeAccumulators(Json& json, const Job& job, const std::vector<int>& vertices, int subtask) const;
    void writeFailureEntry(Json& json, const Failure& failure, bool isNested) const;
    void writeWorker(Json& json, const Worker& worker) const;
    void writeWorkerMetrics(Json& json, const Worker& worker) const;
    void writeCheckpoint(Json& json, const Record& record, const Job& job, bool withTasks) const;
    void writeStatistics(Json& json, QStringView key, const Statistics& statistics) const;

    JobManager& m_manager;
    const Version& m_version;
    Instant m_now;
};

/// A metric as REST knows it.
struct Metric
{
    QString id;
    QByteArray value;
};
using Metrics = std::vector<Metric>;

/// The metrics of one subtask, without its index.
Metrics subtaskMetricsOf(const Job& job, int vertex, int subtask, Instant now, const Version& version);
Metrics jobMetricsOf(const Job& job, Instant now, const Version& version);
Metrics workerMetricsOf(const JobManager& manager, const Worker& worker);
Metrics managerMetricsOf(const JobManager& manager);
/// Ids alone, or with `get` those with their values.
Json listed(const Metrics& metrics, const QUrlQuery& query);
/// min, max, avg, sum, skew over several, as `agg` asks.
Json aggregated(const std::vector<Metrics>& all, const QUrlQuery& query, const Version& version);

/// The memory and the garbage collection of a process, made up from what runs in it.
struct JvmFigures
{
    qint64 heapUsed = 0, heapMax = 0, nonHeapUsed = 0, nonHeapMax = 0;
    qint64 metaspaceUsed = 0, metaspaceMax = 0, directUsed = 0, directCount = 0, directMax = 0;
    qint64 youngCount = 0, youngMs = 0, oldCount = 0, oldMs = 0;
    qint64 threads = 0, classes = 0;
    double cpuLoad = 0;
    qint64 cpuNanos = 0;
};
JvmFigures figuresOf(const JobManager& manager, const Worker& worker);
JvmFigures figuresOf(const JobManager& manager);

/// -1 … 1, always the same for the same three.
double noise(quint64 seed, quint64 key, qint64 bucket);

} // namespace sim::flink
