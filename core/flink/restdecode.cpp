#include "core/flink/restdecode.h"

#include "core/base/visibletext.h"
#include "core/flink/restbody.h"
#include "core/flink/restfields.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace flink {

using namespace rest;
using base::Error;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(flink::Text)
};

constexpr qsizetype longestQuote = 2048;
constexpr int mostConcurrent = 64; ///< nested failures of one failure that are kept

Error unexpected(const QByteArray& body, const QString& why)
{
    Error error;
    error.kind = Error::Kind::Decode;
    error.message = Text::tr("The answer is not what Flink's REST interface promises.");
    error.detail = why + u'\n' + base::visibleText(QString::fromUtf8(body.first(std::min(body.size(), longestQuote))));
    return error;
}

base::Result<QJsonDocument> documentOf(const QByteArray& body)
{
    QJsonParseError problem;
    QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (document.isNull())
        return unexpected(body, u"%1 (%2)"_s.arg(problem.errorString(), QString::number(problem.offset)));
    return document;
}

Vertex vertexOf(const QJsonObject& o)
{
    Vertex v;
    v.id = o[u"id"].toString();
    v.name = o[u"name"].toString();
    v.state = o[u"status"].toString();
    v.parallelism = countOf(o[u"parallelism"]);
    v.maxParallelism = countOf(o[u"maxParallelism"]);
    v.startTime = timeOf(o[u"start-time"]);
    v.endTime = timeOf(o[u"end-time"]);
    v.durationMs = amountOf(o[u"duration"]);
    v.tasks = countsOf(o[u"tasks"]);
    v.metrics = ioMetricsOf(o[u"metrics"]);
    return v;
}

/// Fields that /jobs/overview and /jobs/:id share.
JobOverview jobOf(const QJsonObject& o)
{
    JobOverview j;
    j.id = o[u"jid"].toString();
    j.name = o[u"name"].toString();
    j.state = o[u"state"].toString();
    j.startTime = timeOf(o[u"start-time"]);
    j.endTime = timeOf(o[u"end-time"]);
    j.lastModification = timeOf(o[u"last-modification"]);
    j.durationMs = amountOf(o[u"duration"]);
    j.tasks = countsOf(o[u"tasks"]);
    return j;
}

/// What /jobs/overview tells of the whole job, /jobs/:id tells of each vertex, and in capitals.
QMap<QString, int> tasksOfAll(const QList<Vertex>& vertices)
{
    QMap<QString, int> sum{{u"total"_s, 0}};
    for (const Vertex& vertex : vertices) {
        for (auto it = vertex.tasks.begin(); it != vertex.tasks.end(); ++it) {
            sum[it.key().toLower()] += it.value();
            sum[u"total"_s] += it.value();
        }
    }
    return sum;
}

QList<PlanEdge> edgesOf(const QJsonObject& plan)
{
    QList<PlanEdge> edges;
    const QJsonArray nodes = plan[u"nodes"].toArray();
    for (const QJsonValue& node : nodes) {
        const QJsonArray inputs = node[u"inputs"].toArray();
        for (const QJsonValue& input : inputs)
            edges += PlanEdge{input[u"id"].toString(), node[u"id"].toString(), input[u"ship_strategy"].toString()};
    }
    return edges;
}

ExceptionEntry exceptionOf(const QJsonObject& o)
{
    ExceptionEntry e;
    e.exceptionName = o[u"exceptionName"].toString();
    e.stackTrace = o[u"stacktrace"].toString();
    e.taskName = o[u"taskName"].toString();
    e.endpoint = o[o.contains(u"endpoint") ? u"endpoint" : u"location"].toString();
    e.taskManagerId = o[u"taskManagerId"].toString();
    e.at = timeOf(o[u"timestamp"]);
    const QJsonObject labels = o[u"failureLabels"].toObject();
    for (auto it = labels.begin(); it != labels.end(); ++it)
        e.labels.insert(it.key(), textOf(it.value()));
    const QJsonArray concurrent = o[u"concurrentExceptions"].toArray();
    for (const QJsonValue& one : concurrent) {
        if (e.concurrent.size() == mostConcurrent)
            break;
        e.concurrent += exceptionOf(one.toObject());
    }
    return e;
}

/// An entry of the shape that Flink 2.0 dropped: a bare stack trace.
ExceptionEntry oldException(const QString& trace, const QJsonObject& o)
{
    ExceptionEntry e;
    e.stackTrace = trace;
    e.exceptionName = trace.section(u'\n', 0, 0).section(u':', 0, 0).trimmed();
    e.taskName = o[u"task"].toString();
    e.endpoint = o[o.contains(u"endpoint") ? u"endpoint" : u"location"].toString();
    e.taskManagerId = o[u"taskManagerId"].toString();
    e.at = timeOf(o[u"timestamp"]);
    return e;
}

TaskManager taskManagerOf(const QJsonObject& o)
{
    const QJsonObject hardware = o[u"hardware"].toObject();
    const QJsonObject memory = o[u"memoryConfiguration"].toObject();
    TaskManager t;
    t.id = o[u"id"].toString();
    t.path = o[u"path"].toString();
    t.dataPort = countOf(o[u"dataPort"]);
    t.slots_ = countOf(o[u"slotsNumber"]);
    t.freeSlots = countOf(o[u"freeSlots"]);
    t.lastHeartbeat = timeOf(o[u"timeSinceLastHeartbeat"]);
    t.cpuCores = countOf(hardware[u"cpuCores"]);
    t.physicalMemory = amountOf(hardware[u"physicalMemory"]);
    t.freeMemory = amountOf(hardware[u"freeMemory"]);
    t.managedMemory = amountOf(hardware[u"managedMemory"]);
    t.totalProcessMemory = amountOf(memory[u"totalProcessMemory"]);
    t.totalFlinkMemory = amountOf(memory[u"totalFlinkMemory"]);
    if (o[u"blocked"].isBool())
        t.blocked = o[u"blocked"].toBool();
    return t;
}

} // namespace

IoMetrics rest::ioMetricsOf(const QJsonValue& value)
{
    const QJsonObject o = value.toObject();
    IoMetrics m;
    m.readBytes = amountOf(o[u"read-bytes"]);
    m.writeBytes = amountOf(o[u"write-bytes"]);
    m.readRecords = amountOf(o[u"read-records"]);
    m.writeRecords = amountOf(o[u"write-records"]);
    m.complete = truthOf(o[u"read-bytes-complete"]) && truthOf(o[u"write-bytes-complete"]) &&
                 truthOf(o[u"read-records-complete"]) && truthOf(o[u"write-records-complete"]);
    m.backpressuredMs = amountOf(o[u"accumulated-backpressured-time"]);
    m.idleMs = amountOf(o[u"accumulated-idle-time"]);
    m.busyMs = realOf(o[u"accumulated-busy-time"]);
    return m;
}

base::Result<QJsonObject> rest::objectWith(const QByteArray& body, QStringView field)
{
    const auto document = documentOf(body);
    if (!document)
        return document.error();
    QJsonObject object = document->object();
    if (!object.contains(field))
        return unexpected(body, u"no \"%1\""_s.arg(field));
    return object;
}

base::Result<QJsonArray> rest::arrayOf(const QByteArray& body)
{
    const auto document = documentOf(body);
    if (!document)
        return document.error();
    if (!document->isArray())
        return unexpected(body, u"no array"_s);
    return document->array();
}

base::Result<ClusterOverview> decodeClusterOverview(const QByteArray& body)
{
    const auto object = objectWith(body, u"flink-version");
    if (!object)
        return object.error();
    const QJsonObject& o = *object;
    return ClusterOverview{o[u"flink-version"].toString(), o[u"flink-commit"].toString(),  countOf(o[u"taskmanagers"]),
                           countOf(o[u"slots-total"]),     countOf(o[u"slots-available"]), countOf(o[u"jobs-running"]),
                           countOf(o[u"jobs-finished"]),   countOf(o[u"jobs-cancelled"]),  countOf(o[u"jobs-failed"])};
}

base::Result<QList<JobOverview>> decodeJobs(const QByteArray& body)
{
    return listUnder(u"jobs", body, jobOf);
}

base::Result<JobDetail> decodeJob(const QByteArray& body)
{
    const auto object = objectWith(body, u"jid");
    if (!object)
        return object.error();
    const QJsonObject& o = *object;
    JobDetail d;
    d.overview = jobOf(o);
    d.type = o[u"job-type"].toString();
    d.maxParallelism = countOf(o[u"maxParallelism"]);
    const QJsonObject stamps = o[u"timestamps"].toObject();
    for (auto it = stamps.begin(); it != stamps.end(); ++it)
        if (const QDateTime entered = timeOf(it.value()); entered.isValid())
            d.stateTimes.insert(it.key(), entered);
    d.vertices = allOf(o[u"vertices"], vertexOf);
    if (d.overview.tasks.isEmpty())
        d.overview.tasks = tasksOfAll(d.vertices);
    d.edges = edgesOf(o[u"plan"].toObject());
    return d;
}

base::Result<ExceptionHistory> decodeExceptions(const QByteArray& body)
{
    const auto document = documentOf(body);
    if (!document)
        return document.error();
    const QJsonObject o = document->object();
    const QJsonObject history = o[u"exceptionHistory"].toObject();
    ExceptionHistory h;
    h.entries = allOf(history[u"entries"], exceptionOf);
    if (!h.entries.isEmpty() || o[u"root-exception"].toString().isEmpty()) {
        if (history.isEmpty() && !o.contains(u"root-exception"))
            return unexpected(body, u"no \"exceptionHistory\""_s);
        h.truncated = truthOf(history[u"truncated"]);
        return h;
    }
    h.entries += oldException(o[u"root-exception"].toString(), o);
    const QJsonArray all = o[u"all-exceptions"].toArray();
    for (const QJsonValue& one : all)
        h.entries += oldException(one[u"exception"].toString(), one.toObject());
    h.truncated = truthOf(o[u"truncated"]);
    return h;
}

base::Result<QList<TaskManager>> decodeTaskManagers(const QByteArray& body)
{
    return listUnder(u"taskmanagers", body, taskManagerOf);
}

base::Result<KeyValues> decodeKeyValues(const QByteArray& body)
{
    const auto array = arrayOf(body);
    if (!array)
        return array.error();
    KeyValues all;
    for (const QJsonValue& entry : *array)
        all += {entry[u"key"].toString(), textOf(entry[u"value"])};
    return all;
}

base::Result<QList<Metric>> decodeMetrics(const QByteArray& body)
{
    const auto array = arrayOf(body);
    if (!array)
        return array.error();
    QList<Metric> all;
    for (const QJsonValue& entry : *array) {
        const QJsonValue value = entry[u"value"];
        all += {entry[u"id"].toString(),
                value.isUndefined() || value.isNull() ? std::nullopt : std::optional(textOf(value))};
    }
    return all;
}

base::Result<QJsonObject> decodeObject(const QByteArray& body)
{
    const auto document = documentOf(body);
    if (!document)
        return document.error();
    if (!document->isObject())
        return unexpected(body, u"no object"_s);
    return document->object();
}

QStringList flinkErrors(const QByteArray& body)
{
    QStringList all;
    const QJsonArray errors = QJsonDocument::fromJson(body).object()[u"errors"].toArray();
    for (const QJsonValue& error : errors)
        all += error.toString();
    return all;
}

} // namespace flink
