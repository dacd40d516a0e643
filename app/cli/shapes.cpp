#include "app/cli/shapes.h"

#include "app/cli/screen.h"

#include "core/health/situation.h"

using namespace Qt::StringLiterals;

namespace cli::shapes {

namespace {

QJsonValue errorOf(const std::optional<flink::OperatorError>& error)
{
    if (!error)
        return QJsonValue::Null;
    return QJsonObject{
        {u"class"_s, text(error->type)}, {u"message"_s, error->message}, {u"reason"_s, text(error->reason)}};
}

/// What every custom resource of Flink has.
QJsonObject head(const QString& context, const flink::Metadata& metadata, const QDateTime& observedAt)
{
    return {{u"context"_s, context},
            {u"namespace"_s, metadata.nameSpace},
            {u"name"_s, metadata.name},
            {u"uid"_s, metadata.uid},
            {u"generation"_s, metadata.generation},
            {u"source"_s, u"customResource"_s},
            {u"observedAt"_s, time(observedAt)}};
}

void addStatus(QJsonObject& json, const flink::OperatorStatus& status)
{
    json.insert(u"jobId"_s, text(status.jobId));
    json.insert(u"jobState"_s, text(status.jobState));
    json.insert(u"lifecycleState"_s, text(status.lifecycleState));
    json.insert(u"reconciliationState"_s, text(status.reconciliationState));
    json.insert(u"observedGeneration"_s,
                status.observedGeneration ? QJsonValue(*status.observedGeneration) : QJsonValue());
    json.insert(u"error"_s, errorOf(status.error));
}

QJsonObject taskCounts(const QMap<QString, int>& tasks)
{
    QJsonObject json;
    for (auto it = tasks.begin(); it != tasks.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

QString typeWord(flink::StateSnapshot::Type type)
{
    switch (type) {
    case flink::StateSnapshot::Type::Savepoint:
        return u"savepoint"_s;
    case flink::StateSnapshot::Type::Checkpoint:
        return u"checkpoint"_s;
    case flink::StateSnapshot::Type::Unknown:
        return u"unknown"_s;
    }
    return {};
}

} // namespace

QJsonValue time(const QDateTime& when)
{
    return when.isValid() ? QJsonValue(when.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonValue text(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue lastCheckpoint(const std::optional<LastCheckpoint>& checkpoint, const QDateTime& now)
{
    if (!checkpoint)
        return QJsonValue::Null;
    const bool isDated = checkpoint->completedAt.isValid();
    return QJsonObject{{u"path"_s, text(checkpoint->path)},
                       {u"completedAt"_s, time(checkpoint->completedAt)},
                       {u"ageMs"_s, isDated ? QJsonValue(checkpoint->completedAt.msecsTo(now)) : QJsonValue()}};
}

std::optional<LastCheckpoint> knownToOperator(const flink::OperatorStatus& status)
{
    if (health::isRealPath(status.upgradeSavepointPath))
        return LastCheckpoint{status.upgradeSavepointPath, {}};
    if (!status.lastSavepointPath.isEmpty())
        return LastCheckpoint{status.lastSavepointPath, status.lastSavepointAt};
    return {};
}

std::optional<LastCheckpoint> lastKnown(const health::Evidence& evidence)
{
    const auto& checkpoints = evidence.checkpoints.value;
    if (!checkpoints || !checkpoints->latestCompleted)
        return knownToOperator((*evidence.resource.value)->status);
    const flink::Checkpoint& latest = *checkpoints->latestCompleted;
    return LastCheckpoint{latest.externalPath, latest.latestAckAt.isValid()
                                                   ? latest.latestAckAt
                                                   : latest.triggeredAt.addMSecs(latest.durationMs)};
}

QString word(health::Source source)
{
    switch (source) {
    case health::Source::CustomResource:
        return u"customResource"_s;
    case health::Source::FlinkRest:
        return u"flinkRest"_s;
    case health::Source::Pods:
        return u"pods"_s;
    }
    return {};
}

void addVerdict(QJsonObject& json, const health::Verdict& verdict)
{
    QJsonArray judgedOn, notHeard;
    for (const health::Source source : verdict.judgedOn)
        judgedOn.append(word(source));
    for (const health::Source source : verdict.notHeard)
        notHeard.append(word(source));
    json.insert(u"health"_s, healthWord(verdict.health));
    json.insert(u"summary"_s, verdict.summary);
    json.insert(u"judgedOn"_s, judgedOn);
    json.insert(u"notHeard"_s, notHeard);
}

QJsonObject deployment(const QString& context, const flink::Deployment& deployment,
                       const std::optional<LastCheckpoint>& checkpoint, const QDateTime& observedAt)
{
    QJsonObject json = head(context, deployment.metadata, observedAt);
    addStatus(json, deployment.status);
    json.insert(u"flinkVersion"_s, text(deployment.flinkVersion));
    json.insert(u"mode"_s, text(deployment.mode));
    json.insert(u"image"_s, text(deployment.image));
    json.insert(u"jobManagerStatus"_s, text(deployment.jobManagerStatus));
    json.insert(u"upgradeMode"_s, deployment.job ? text(deployment.job->upgradeMode) : QJsonValue());
    json.insert(u"parallelism"_s, deployment.job ? QJsonValue(deployment.parallelism()) : QJsonValue());
    json.insert(u"lastCheckpoint"_s, lastCheckpoint(checkpoint, observedAt));
    return json;
}

QJsonObject sessionJob(const QString& context, const flink::SessionJob& job, const QDateTime& observedAt)
{
    QJsonObject json = head(context, job.metadata, observedAt);
    addStatus(json, job.status);
    json.insert(u"deployment"_s, text(job.deploymentName));
    json.insert(u"upgradeMode"_s, job.job ? text(job.job->upgradeMode) : QJsonValue());
    json.insert(u"parallelism"_s, job.job ? QJsonValue(job.job->parallelism) : QJsonValue());
    json.insert(u"lastCheckpoint"_s, lastCheckpoint(knownToOperator(job.status), observedAt));
    return json;
}

QJsonObject snapshot(const QString& context, const flink::StateSnapshot& snapshot, const QDateTime& observedAt)
{
    QJsonObject json = head(context, snapshot.metadata, observedAt);
    json.insert(u"job"_s, QJsonObject{{u"kind"_s, text(snapshot.jobKind)}, {u"name"_s, text(snapshot.jobName)}});
    json.insert(u"type"_s, typeWord(snapshot.type));
    json.insert(u"format"_s, text(snapshot.formatType));
    json.insert(u"state"_s, text(snapshot.state));
    json.insert(u"path"_s, text(snapshot.path));
    json.insert(u"triggerType"_s, text(snapshot.triggerType));
    json.insert(u"triggeredAt"_s, time(snapshot.triggeredAt));
    json.insert(u"resultAt"_s, time(snapshot.resultAt));
    json.insert(u"failures"_s, snapshot.failures);
    json.insert(u"disposeOnDelete"_s, snapshot.disposeOnDelete);
    json.insert(u"error"_s, text(snapshot.error));
    return json;
}

QJsonObject blueGreen(const QString& context, const flink::BlueGreenDeployment& deployment, const QDateTime& observedAt)
{
    QJsonObject json = head(context, deployment.metadata, observedAt);
    addStatus(json, deployment.status);
    json.insert(u"flinkVersion"_s, text(deployment.flinkVersion));
    json.insert(u"blueGreenState"_s, text(deployment.blueGreenState));
    return json;
}

QJsonObject job(const flink::JobOverview& job)
{
    return {{u"id"_s, job.id},
            {u"name"_s, job.name},
            {u"state"_s, job.state},
            {u"startTime"_s, time(job.startTime)},
            {u"endTime"_s, time(job.endTime)},
            {u"durationMs"_s, job.durationMs},
            {u"tasks"_s, taskCounts(job.tasks)}};
}

QJsonObject jobDetail(const flink::JobDetail& detail)
{
    QJsonObject json = job(detail.overview);
    json.insert(u"type"_s, text(detail.type));
    QJsonArray vertices;
    for (const flink::Vertex& vertex : detail.vertices) {
        vertices.append(QJsonObject{{u"id"_s, vertex.id},
                                    {u"name"_s, vertex.name},
                                    {u"status"_s, vertex.state},
                                    {u"parallelism"_s, vertex.parallelism},
                                    {u"maxParallelism"_s, vertex.maxParallelism},
                                    {u"tasks"_s, taskCounts(vertex.tasks)}});
    }
    json.insert(u"vertices"_s, vertices);
    return json;
}

QJsonObject checkpoint(const flink::Checkpoint& checkpoint)
{
    return {{u"id"_s, checkpoint.id},
            {u"status"_s, checkpoint.status},
            {u"type"_s, text(checkpoint.type)},
            {u"isSavepoint"_s, checkpoint.isSavepoint},
            {u"triggeredAt"_s, time(checkpoint.triggeredAt)},
            {u"durationMs"_s, checkpoint.durationMs},
            {u"stateSize"_s, checkpoint.stateSize},
            {u"checkpointedSize"_s, checkpoint.checkpointedSize},
            {u"processedData"_s, checkpoint.processedData},
            {u"persistedData"_s, checkpoint.persistedData},
            {u"alignmentBuffered"_s, checkpoint.alignmentBuffered},
            {u"acknowledged"_s, checkpoint.acknowledged},
            {u"subtasks"_s, checkpoint.subtasks},
            {u"externalPath"_s, text(checkpoint.externalPath)},
            {u"failureMessage"_s, text(checkpoint.failureMessage)}};
}

QJsonObject counts(const flink::CheckpointCounts& counts)
{
    return {{u"total"_s, counts.total},
            {u"inProgress"_s, counts.inProgress},
            {u"completed"_s, counts.completed},
            {u"failed"_s, counts.failed},
            {u"restored"_s, counts.restored}};
}

QJsonObject pod(const flink::Pod& pod)
{
    QString lastEnd, waiting;
    for (const flink::ContainerState& container : pod.containers) {
        lastEnd = container.lastEndReason.isEmpty() ? lastEnd : container.lastEndReason;
        waiting = container.waitingReason.isEmpty() ? waiting : container.waitingReason;
    }
    return {{u"name"_s, pod.metadata.name},  {u"component"_s, text(pod.component)},
            {u"phase"_s, text(pod.phase)},   {u"ready"_s, pod.isReady()},
            {u"restarts"_s, pod.restarts()}, {u"waiting"_s, text(waiting)},
            {u"lastEnd"_s, text(lastEnd)},   {u"unschedulable"_s, text(pod.unschedulable)},
            {u"reason"_s, text(pod.reason)}, {u"node"_s, text(pod.node)},
            {u"image"_s, text(pod.image)},   {u"startedAt"_s, time(pod.startedAt)}};
}

QJsonObject event(const flink::Event& event)
{
    return {{u"type"_s, text(event.type)},
            {u"reason"_s, text(event.reason)},
            {u"message"_s, event.message},
            {u"component"_s, text(event.component)},
            {u"object"_s, QJsonObject{{u"kind"_s, text(event.objectKind)}, {u"name"_s, text(event.objectName)}}},
            {u"firstSeen"_s, time(event.firstSeen)},
            {u"lastSeen"_s, time(event.lastSeen)},
            {u"count"_s, event.count}};
}

} // namespace cli::shapes
