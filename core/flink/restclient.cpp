#include "core/flink/restclient.h"

#include "core/base/visibletext.h"
#include "core/flink/restdecode.h"
#include "core/flink/restfailure.h"
#include "core/flink/restvertexdecode.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace flink {

using base::Error;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(flink::Text)
};

constexpr qint64 largestAnswer = 64LL * 1024 * 1024;

template <typename T>
using Decoder = base::Result<T> (*)(const QByteArray& body);

template <typename T>
base::Result<T> read(const http::Answer& answer, Decoder<T> decode, const RestFailure& failure)
{
    if (answer.status < 200 || answer.status >= 300)
        return failure.ofStatus(answer);
    base::Result<T> value = decode(answer.body);
    if (value)
        return value;
    return failure.ofBody(answer, value.error());
}

http::Request getOf(const QString& path, http::Priority priority, const QUrlQuery& query = {})
{
    http::Request request;
    request.priority = priority;
    request.path = path;
    request.query = query;
    request.headers = {{"Accept", "application/json"}};
    request.maxBytes = largestAnswer;
    return request;
}

/// "/jobs/ID/what"; empty when the id cannot be part of a path.
QString jobPath(const QString& prefix, const QString& jobId, const QString& what)
{
    return http::isSafeSegment(jobId) ? prefix + u"/jobs/"_s + http::encodeSegment(jobId) + what : QString();
}

Error unusableId(const QString& id)
{
    Error error;
    error.kind = Error::Kind::Invalid;
    error.message = Text::tr("This is not a name that Flink could have given.");
    error.detail = base::visibleText(id, 128);
    return error;
}

/// Asks for `path` and reads the answer. `adapt` may replace an answer that is no success.
template <typename T, typename Adapt>
void ask(http::Client& client, const QString& prefix, const http::Request& request, QObject* context, Decoder<T> decode,
         RestClient::Done<T> done, Adapt adapt)
{
    client.send(request, context,
                [&client, prefix, decode, adapt, done = std::move(done)](base::Result<http::Answer> answer) {
                    if (!answer)
                        return done(answer.error());
                    if (std::optional<T> adapted = adapt(*answer))
                        return done(*std::move(adapted));
                    done(read(*answer, decode, RestFailure(client.target(), prefix)));
                });
}

template <typename T>
void ask(http::Client& client, const QString& prefix, const http::Request& request, QObject* context, Decoder<T> decode,
         RestClient::Done<T> done)
{
    ask(client, prefix, request, context, decode, std::move(done),
        [](const http::Answer&) { return std::optional<T>(); });
}

/// Answers without a request, but as late as one: never before the caller has returned.
template <typename T>
void refuse(QObject* context, const QString& id, RestClient::Done<T> done)
{
    QMetaObject::invokeMethod(
        context, [id, done = std::move(done)] { done(unusableId(id)); }, Qt::QueuedConnection);
}

base::Result<QJsonObject> decodeWritten(const QByteArray& body)
{
    return body.trimmed().isEmpty() ? base::Result<QJsonObject>(QJsonObject()) : decodeObject(body);
}

/// Who answered has not waited for the one who does it.
bool gaveUp(int status)
{
    return status == 408 || status == 502 || status == 504;
}

} // namespace

RestClient::RestClient(http::Client& client, QString prefix)
    : m_client(client)
    , m_prefix(std::move(prefix))
{
    while (m_prefix.endsWith(u'/'))
        m_prefix.chop(1);
}

QString RestClient::address() const
{
    return RestFailure(m_client.target(), m_prefix).address();
}

void RestClient::overview(QObject* context, Done<ClusterOverview> done)
{
    ask(m_client, m_prefix, getOf(m_prefix + u"/overview"_s, m_priority), context, decodeClusterOverview,
        std::move(done));
}

void RestClient::jobs(QObject* context, Done<QList<JobOverview>> done)
{
    ask(m_client, m_prefix, getOf(m_prefix + u"/jobs/overview"_s, m_priority), context, decodeJobs, std::move(done));
}

void RestClient::job(const QString& id, QObject* context, Done<JobDetail> done)
{
    const QString path = jobPath(m_prefix, id, {});
    if (path.isEmpty())
        return refuse(context, id, std::move(done));
    ask(m_client, m_prefix, getOf(path, m_priority), context, decodeJob, std::move(done));
}

void RestClient::jobPlan(const QString& id, QObject* context, Done<JobPlan> done)
{
    const QString path = jobPath(m_prefix, id, {});
    if (path.isEmpty())
        return refuse(context, id, std::move(done));
    ask(m_client, m_prefix, getOf(path, m_priority), context, decodeJobPlan, std::move(done));
}

void RestClient::jobConfig(const QString& id, QObject* context, Done<QJsonObject> done)
{
    const QString path = jobPath(m_prefix, id, u"/config"_s);
    if (path.isEmpty())
        return refuse(context, id, std::move(done));
    ask(m_client, m_prefix, getOf(path, m_priority), context, decodeObject, std::move(done));
}

void RestClient::checkpoints(const QString& jobId, QObject* context, Done<CheckpointHistory> done)
{
    const QString path = jobPath(m_prefix, jobId, u"/checkpoints"_s);
    if (path.isEmpty())
        return refuse(context, jobId, std::move(done));
    ask(m_client, m_prefix, getOf(path, m_priority), context, decodeCheckpoints, std::move(done),
        [](const http::Answer& answer) {
            std::optional<CheckpointHistory> off;
            if (saysCheckpointingIsOff(answer))
                off.emplace().enabled = false;
            return off;
        });
}

void RestClient::checkpointConfig(const QString& jobId, QObject* context, Done<CheckpointConfig> done)
{
    const QString path = jobPath(m_prefix, jobId, u"/checkpoints/config"_s);
    if (path.isEmpty())
        return refuse(context, jobId, std::move(done));
    ask(m_client, m_prefix, getOf(path, m_priority), context, decodeCheckpointConfig, std::move(done),
        [](const http::Answer& answer) {
            return saysCheckpointingIsOff(answer) ? std::optional(CheckpointConfig()) : std::nullopt;
        });
}

void RestClient::checkpointDetail(const QString& jobId, qint64 checkpoint, QObject* context,
                                  Done<CheckpointDetail> done)
{
    const QString path = jobPath(m_prefix, jobId, u"/checkpoints/details/%1"_s.arg(checkpoint));
    if (path.isEmpty())
        return refuse(context, jobId, std::move(done));
    ask(m_client, m_prefix, getOf(path, m_priority), context, decodeCheckpointDetail, std::move(done));
}

void RestClient::checkpointSubtasks(const QString& jobId, qint64 checkpoint, const QString& vertexId, QObject* context,
                                    Done<QList<SubtaskCheckpoint>> done)
{
    const QString path = jobPath(m_prefix, jobId, u"/checkpoints/details/%1/subtasks/"_s.arg(checkpoint));
    if (path.isEmpty() || !http::isSafeSegment(vertexId))
        return refuse(context, path.isEmpty() ? jobId : vertexId, std::move(done));
    ask(m_client, m_prefix, getOf(path + http::encodeSegment(vertexId), m_priority), context, decodeCheckpointSubtasks,
        std::move(done));
}

void RestClient::exceptions(const QString& jobId, QObject* context, Done<ExceptionHistory> done)
{
    const QString path = jobPath(m_prefix, jobId, u"/exceptions"_s);
    if (path.isEmpty())
        return refuse(context, jobId, std::move(done));
    ask(m_client, m_prefix, getOf(path, m_priority), context, decodeExceptions, std::move(done));
}

void RestClient::taskManagers(QObject* context, Done<QList<TaskManager>> done)
{
    ask(m_client, m_prefix, getOf(m_prefix + u"/taskmanagers"_s, m_priority), context, decodeTaskManagers,
        std::move(done));
}

void RestClient::jobManagerConfig(QObject* context, Done<KeyValues> done)
{
    ask(m_client, m_prefix, getOf(m_prefix + u"/jobmanager/config"_s, m_priority), context, decodeKeyValues,
        std::move(done));
}

void RestClient::jobMetrics(const QString& jobId, const QStringList& names, QObject* context, Done<QList<Metric>> done)
{
    const QString path = jobPath(m_prefix, jobId, u"/metrics"_s);
    if (path.isEmpty())
        return refuse(context, jobId, std::move(done));
    QUrlQuery query;
    if (!names.isEmpty())
        query.addQueryItem(u"get"_s, names.join(u','));
    ask(m_client, m_prefix, getOf(path, m_priority, query), context, decodeMetrics, std::move(done));
}

template <typename T>
void RestClient::askVertex(const QString& jobId, const QString& vertexId, const QString& what, const QUrlQuery& query,
                           QObject* context, Decoder<T> decode, Done<T> done)
{
    const QString path = jobPath(m_prefix, jobId, u"/vertices/"_s);
    if (path.isEmpty() || !http::isSafeSegment(vertexId))
        return refuse(context, path.isEmpty() ? jobId : vertexId, std::move(done));
    ask(m_client, m_prefix, getOf(path + http::encodeSegment(vertexId) + what, m_priority, query), context, decode,
        std::move(done));
}

void RestClient::vertexMetrics(const QString& jobId, const QString& vertexId, const QStringList& names,
                               QObject* context, Done<QList<MetricSpread>> done)
{
    QUrlQuery query;
    query.addQueryItem(u"get"_s, names.join(u','));
    query.addQueryItem(u"agg"_s, u"min,max,avg,sum"_s);
    askVertex(jobId, vertexId, u"/subtasks/metrics"_s, query, context, decodeMetricSpreads, std::move(done));
}

void RestClient::subtasks(const QString& jobId, const QString& vertexId, QObject* context, Done<QList<Subtask>> done)
{
    askVertex(jobId, vertexId, {}, {}, context, decodeSubtasks, std::move(done));
}

void RestClient::vertexLoad(const QString& jobId, const QString& vertexId, QObject* context, Done<VertexLoad> done)
{
    askVertex(jobId, vertexId, u"/backpressure"_s, {}, context, decodeVertexLoad, std::move(done));
}

void RestClient::savepointResult(const QString& jobId, const QString& trigger, QObject* context,
                                 Done<TriggerResult> done)
{
    askResult(u"/savepoints/"_s, jobId, trigger, context, std::move(done));
}

void RestClient::checkpointResult(const QString& jobId, const QString& trigger, QObject* context,
                                  Done<TriggerResult> done)
{
    askResult(u"/checkpoints/"_s, jobId, trigger, context, std::move(done));
}

void RestClient::askResult(const QString& what, const QString& jobId, const QString& trigger, QObject* context,
                           Done<TriggerResult> done)
{
    const QString path = jobPath(m_prefix, jobId, what);
    if (path.isEmpty() || !http::isSafeSegment(trigger))
        return refuse(context, path.isEmpty() ? jobId : trigger, std::move(done));
    ask(m_client, m_prefix, getOf(path + http::encodeSegment(trigger), m_priority), context, decodeTriggerResult,
        std::move(done));
}

void RestClient::requirements(const QString& jobId, QObject* context, Done<ResourceRequirements> done)
{
    const QString path = jobPath(m_prefix, jobId, u"/resource-requirements"_s);
    if (path.isEmpty())
        return refuse(context, jobId, std::move(done));
    ask(m_client, m_prefix, getOf(path, m_priority), context, decodeRequirements, std::move(done));
}

void RestClient::jars(QObject* context, Done<QList<Jar>> done)
{
    ask(m_client, m_prefix, getOf(m_prefix + u"/jars"_s, m_priority), context, decodeJars, std::move(done));
}

void RestClient::write(const RestWrite& write, QObject* context, Done<QJsonObject> done)
{
    http::Request request = getOf(m_prefix + write.path.section(u'?', 0, 0), m_priority);
    request.method = write.method;
    request.effect = http::Effect::Write;
    request.query.setQuery(write.path.section(u'?', 1));
    request.body = QJsonDocument(write.body).toJson(QJsonDocument::Compact);
    request.contentType = "application/json";
    request.silence = request.total = write.patience;
    const auto take = [client = &m_client, prefix = m_prefix,
                       done = std::move(done)](base::Result<http::Answer> answer) {
        if (!answer)
            return done(answer.error());
        base::Result<QJsonObject> written = read(*answer, &decodeWritten, RestFailure(client->target(), prefix));
        if (written || !gaveUp(answer->status))
            return done(written);
        Error error = written.error();
        error.kind = Error::Kind::OutcomeUnknown;
        done(error);
    };
    m_client.send(request, context, take);
}

} // namespace flink
