#include "tests/live/support/promised.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

using namespace Qt::StringLiterals;

namespace live::promised {

namespace {

QJsonValue timeOf(const QJsonValue& milliseconds)
{
    const qint64 value = milliseconds.toInteger(-1);
    return value <= 0 ? QJsonValue()
                      : QJsonValue(QDateTime::fromMSecsSinceEpoch(value, Qt::UTC).toString(Qt::ISODateWithMs));
}

QJsonValue orNull(const QJsonValue& value)
{
    return value.isUndefined() || value == QJsonValue(QString()) ? QJsonValue() : value;
}

/// /jobs/:id counts tasks by vertex and in capitals, where /jobs/overview counts them for the job.
QJsonObject tasksOfVertices(const QJsonArray& vertices)
{
    QJsonObject sum;
    qint64 total = 0;
    for (const QJsonValue& vertex : vertices) {
        const QJsonObject tasks = vertex[u"tasks"_s].toObject();
        for (auto it = tasks.begin(); it != tasks.end(); ++it) {
            sum.insert(it.key().toLower(), sum.value(it.key().toLower()).toInteger() + it.value().toInteger());
            total += it.value().toInteger();
        }
    }
    sum.insert(u"total"_s, total);
    return sum;
}

/// What all kinds of the operator share, the time of the observation left out.
QJsonObject headOf(const QString& context, const QJsonObject& resource)
{
    const QJsonValue metadata = resource.value(u"metadata"_s);
    return {{u"context"_s, context},
            {u"namespace"_s, metadata[u"namespace"_s]},
            {u"name"_s, metadata[u"name"_s]},
            {u"uid"_s, metadata[u"uid"_s]},
            {u"generation"_s, metadata[u"generation"_s]},
            {u"source"_s, u"customResource"_s}};
}

/// The operator writes its error as JSON inside a text.
QJsonValue errorOf(const QJsonValue& text)
{
    if (text.isUndefined())
        return QJsonValue();
    const QJsonObject error = QJsonDocument::fromJson(text.toString().toUtf8()).object();
    return QJsonObject{{u"class"_s, error.value(u"type"_s)},
                       {u"message"_s, error.value(u"message"_s)},
                       {u"reason"_s, orNull(error.value(u"additionalMetadata"_s)[u"reason"_s])}};
}

void addJob(QJsonObject& said, const QJsonObject& resource)
{
    const QJsonValue status = resource.value(u"status"_s);
    const QJsonValue job = resource.value(u"spec"_s)[u"job"_s];
    const QJsonValue path = status[u"jobStatus"_s][u"upgradeSavepointPath"_s];
    const QJsonObject last{{u"path"_s, path}, {u"completedAt"_s, QJsonValue()}, {u"ageMs"_s, QJsonValue()}};
    said.insert(u"jobId"_s, orNull(status[u"jobStatus"_s][u"jobId"_s]));
    said.insert(u"jobState"_s, orNull(status[u"jobStatus"_s][u"state"_s]));
    said.insert(u"lifecycleState"_s, orNull(status[u"lifecycleState"_s]));
    said.insert(u"reconciliationState"_s, orNull(status[u"reconciliationStatus"_s][u"state"_s]));
    said.insert(u"observedGeneration"_s, orNull(status[u"observedGeneration"_s]));
    said.insert(u"error"_s, errorOf(status[u"error"_s]));
    said.insert(u"upgradeMode"_s, orNull(job[u"upgradeMode"_s]));
    said.insert(u"parallelism"_s, orNull(job[u"parallelism"_s]));
    said.insert(u"lastCheckpoint"_s, path.isUndefined() ? QJsonValue() : QJsonValue(last));
}

} // namespace

QJsonObject job(const QJsonValue& wire)
{
    return {{u"id"_s, wire[u"jid"_s]},
            {u"name"_s, wire[u"name"_s]},
            {u"state"_s, wire[u"state"_s]},
            {u"startTime"_s, timeOf(wire[u"start-time"_s])},
            {u"endTime"_s, timeOf(wire[u"end-time"_s])},
            {u"durationMs"_s, wire[u"duration"_s]},
            {u"tasks"_s, wire[u"tasks"_s]}};
}

QJsonObject jobDetail(const QJsonObject& wire)
{
    QJsonObject detail = job(wire);
    QJsonArray vertices;
    const QJsonArray all = wire.value(u"vertices"_s).toArray();
    for (const QJsonValue& vertex : all) {
        vertices.append(QJsonObject{{u"id"_s, vertex[u"id"_s]},
                                    {u"name"_s, vertex[u"name"_s]},
                                    {u"status"_s, vertex[u"status"_s]},
                                    {u"parallelism"_s, vertex[u"parallelism"_s]},
                                    {u"maxParallelism"_s, vertex[u"maxParallelism"_s]},
                                    {u"tasks"_s, vertex[u"tasks"_s]}});
    }
    detail.insert(u"tasks"_s, tasksOfVertices(all));
    detail.insert(u"type"_s, orNull(wire.value(u"job-type"_s)));
    detail.insert(u"vertices"_s, vertices);
    return detail;
}

QJsonObject counts(const QJsonValue& wire)
{
    return {{u"total"_s, wire[u"total"_s]},
            {u"inProgress"_s, wire[u"in_progress"_s]},
            {u"completed"_s, wire[u"completed"_s]},
            {u"failed"_s, wire[u"failed"_s]},
            {u"restored"_s, wire[u"restored"_s]}};
}

QJsonObject checkpoint(const QJsonValue& wire)
{
    return {{u"id"_s, wire[u"id"_s]},
            {u"status"_s, wire[u"status"_s]},
            {u"type"_s, wire[u"checkpoint_type"_s]},
            {u"isSavepoint"_s, wire[u"is_savepoint"_s]},
            {u"triggeredAt"_s, timeOf(wire[u"trigger_timestamp"_s])},
            {u"durationMs"_s, wire[u"end_to_end_duration"_s]},
            {u"stateSize"_s, wire[u"state_size"_s]},
            {u"checkpointedSize"_s, wire[u"checkpointed_size"_s]},
            {u"processedData"_s, wire[u"processed_data"_s]},
            {u"persistedData"_s, wire[u"persisted_data"_s]},
            {u"alignmentBuffered"_s, wire[u"alignment_buffered"_s]},
            {u"acknowledged"_s, wire[u"num_acknowledged_subtasks"_s]},
            {u"subtasks"_s, wire[u"num_subtasks"_s]},
            {u"externalPath"_s, orNull(wire[u"external_path"_s])},
            {u"failureMessage"_s, orNull(wire[u"failure_message"_s])}};
}

QJsonObject failure(const QJsonArray& entries)
{
    qint64 first = std::numeric_limits<qint64>::max();
    QJsonValue newest;
    for (const QJsonValue& entry : entries) {
        const qint64 at = entry[u"timestamp"_s].toInteger();
        first = std::min(first, at);
        if (at > newest[u"timestamp"_s].toInteger())
            newest = entry;
    }
    const QString firstLine = newest[u"stacktrace"_s].toString().section(u'\n', 0, 0);
    return {{u"count"_s, entries.size()},
            {u"firstSeen"_s, timeOf(first)},
            {u"lastSeen"_s, timeOf(newest[u"timestamp"_s])},
            {u"rootCause"_s, firstLine.section(u": "_s, 0, 0)},
            {u"message"_s, firstLine.section(u": "_s, 1)},
            {u"task"_s, newest[u"taskName"_s]},
            {u"taskManager"_s, newest[u"taskManagerId"_s]},
            {u"knownCause"_s, QJsonValue()}};
}

QJsonObject deployment(const QString& context, const QJsonObject& resource)
{
    const QJsonValue spec = resource.value(u"spec"_s);
    QJsonObject said = headOf(context, resource);
    addJob(said, resource);
    said.insert(u"flinkVersion"_s, orNull(spec[u"flinkVersion"_s]));
    said.insert(u"image"_s, orNull(spec[u"image"_s]));
    said.insert(u"mode"_s, orNull(spec[u"mode"_s]));
    said.insert(u"jobManagerStatus"_s, orNull(resource.value(u"status"_s)[u"jobManagerDeploymentStatus"_s]));
    return said;
}

QJsonObject sessionJob(const QString& context, const QJsonObject& resource)
{
    QJsonObject said = headOf(context, resource);
    addJob(said, resource);
    said.insert(u"deployment"_s, resource.value(u"spec"_s)[u"deploymentName"_s]);
    return said;
}

QJsonObject savepoint(const QString& context, const QJsonObject& resource)
{
    const QJsonValue spec = resource.value(u"spec"_s);
    const QJsonValue status = resource.value(u"status"_s);
    QJsonObject said = headOf(context, resource);
    said.insert(u"job"_s, spec[u"jobReference"_s]);
    said.insert(u"type"_s, u"savepoint"_s);
    said.insert(u"format"_s, spec[u"savepoint"_s][u"formatType"_s]);
    said.insert(u"disposeOnDelete"_s, spec[u"savepoint"_s][u"disposeOnDelete"_s]);
    said.insert(u"state"_s, orNull(status[u"state"_s]));
    said.insert(u"path"_s, orNull(status[u"path"_s]));
    said.insert(u"triggerType"_s, orNull(resource.value(u"metadata"_s)[u"labels"_s][u"snapshot.trigger-type"_s]));
    said.insert(u"triggeredAt"_s, orNull(status[u"triggerTimestamp"_s]));
    said.insert(u"resultAt"_s, orNull(status[u"resultTimestamp"_s]));
    said.insert(u"failures"_s, orNull(status[u"failures"_s]));
    said.insert(u"error"_s, orNull(status[u"error"_s]));
    return said;
}

} // namespace live::promised
