#pragma once

#include "core/base/result.h"
#include "core/flink/restvertex.h"
#include "core/flink/restwrites.h"
#include "core/http/client.h"

#include <QJsonObject>
#include <QUrlQuery>

#include <functional>

namespace flink {

/// Asks one Flink cluster over its JobManager REST, directly or through the service proxy of an API server: `client`
/// is either's, `prefix` the path before Flink's own ("" or "/api/v1/namespaces/NS/services/NAME-rest:rest/proxy").
/// Errors tell Flink's own ({"errors": […]}) from those of an API server or a gateway on the way, and name the hop.
class RestClient
{
public:
    template <typename T>
    using Done = std::function<void(base::Result<T>)>;

    RestClient(http::Client& client, QString prefix);

    /// Of the requests from now on.
    void setPriority(http::Priority priority) { m_priority = priority; }
    http::Priority priority() const { return m_priority; }

    void overview(QObject* context, Done<ClusterOverview> done);
    void jobs(QObject* context, Done<QList<JobOverview>> done);
    void job(const QString& id, QObject* context, Done<JobDetail> done);
    void jobPlan(const QString& id, QObject* context, Done<JobPlan> done);
    void jobConfig(const QString& id, QObject* context, Done<QJsonObject> done);
    void checkpoints(const QString& jobId, QObject* context, Done<CheckpointHistory> done);
    void checkpointConfig(const QString& jobId, QObject* context, Done<CheckpointConfig> done);
    void checkpointDetail(const QString& jobId, qint64 checkpoint, QObject* context, Done<CheckpointDetail> done);
    void checkpointSubtasks(const QString& jobId, qint64 checkpoint, const QString& vertexId, QObject* context,
                            Done<QList<SubtaskCheckpoint>> done);
    void exceptions(const QString& jobId, QObject* context, Done<ExceptionHistory> done);
    void taskManagers(QObject* context, Done<QList<TaskManager>> done);
    void jobManagerConfig(QObject* context, Done<KeyValues> done);
    void jobMetrics(const QString& jobId, const QStringList& names, QObject* context, Done<QList<Metric>> done);

    /// Over all subtasks of a vertex; metrics that Flink does not know (yet) are missing.
    void vertexMetrics(const QString& jobId, const QString& vertexId, const QStringList& names, QObject* context,
                       Done<QList<MetricSpread>> done);
    void subtasks(const QString& jobId, const QString& vertexId, QObject* context, Done<QList<Subtask>> done);
    void vertexLoad(const QString& jobId, const QString& vertexId, QObject* context, Done<VertexLoad> done);

    /// By the trigger id of whoever asked for it. NotFound: Flink does not know of it, or does not any more: it
    /// remembers for five minutes, and its JobManager not beyond its own end.
    void savepointResult(const QString& jobId, const QString& trigger, QObject* context, Done<TriggerResult> done);
    void checkpointResult(const QString& jobId, const QString& trigger, QObject* context, Done<TriggerResult> done);
    void requirements(const QString& jobId, QObject* context, Done<ResourceRequirements> done);
    void jars(QObject* context, Done<QList<Jar>> done);

    /// Refused by a protected client. What Flink has answered; OutcomeUnknown also when something on the way gave up
    /// waiting for it.
    void write(const RestWrite& write, QObject* context, Done<QJsonObject> done);

    QString address() const; ///< for messages: what the user would type into a browser, or the proxy path

private:
    template <typename T>
    void askVertex(const QString& jobId, const QString& vertexId, const QString& what, const QUrlQuery& query,
                   QObject* context, base::Result<T> (*decode)(const QByteArray&), Done<T> done);
    void askResult(const QString& what, const QString& jobId, const QString& trigger, QObject* context,
                   Done<TriggerResult> done);

    http::Client& m_client;
    QString m_prefix;
    http::Priority m_priority = http::Priority::Interactive;
};

} // namespace flink
