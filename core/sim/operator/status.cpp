#include "core/sim/operator/status.h"

#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

constexpr std::pair<JmStatus, QStringView> jmTexts[] = {{JmStatus::Missing, u"MISSING"},
                                                        {JmStatus::Deploying, u"DEPLOYING"},
                                                        {JmStatus::DeployedNotReady, u"DEPLOYED_NOT_READY"},
                                                        {JmStatus::Ready, u"READY"},
                                                        {JmStatus::Error, u"ERROR"}};
constexpr std::pair<ReconciliationState, QStringView> stateTexts[] = {
    {ReconciliationState::Unset, u""},
    {ReconciliationState::Deployed, u"DEPLOYED"},
    {ReconciliationState::Upgrading, u"UPGRADING"},
    {ReconciliationState::RollingBack, u"ROLLING_BACK"},
    {ReconciliationState::RolledBack, u"ROLLED_BACK"}};

template <typename Value, std::size_t Count>
Value valueOf(const std::pair<Value, QStringView> (&texts)[Count], const QString& text)
{
    for (const auto& [value, name] : texts) {
        if (name == text)
            return value;
    }
    return texts[0].first;
}

void putText(QJsonObject& into, const QString& key, const QString& text)
{
    if (!text.isEmpty())
        into[key] = text;
}

/// The errors that make a missing JobManager a failed deployment.
bool tellsOfLoss(const QString& error)
{
    return error.contains("Manual restore required."_L1) || error.contains("HA metadata is not available"_L1) ||
           error.contains(
               "It is possible that the job has finished or terminally failed, or the configmaps have been deleted."_L1);
}

} // namespace

QString text(JmStatus status)
{
    for (const auto& [value, name] : jmTexts) {
        if (value == status)
            return name.toString();
    }
    return {};
}

QString text(ReconciliationState state)
{
    for (const auto& [value, name] : stateTexts) {
        if (value == state)
            return name.toString();
    }
    return {};
}

Status Status::from(const QJsonObject& json)
{
    Status status;
    const QJsonObject job = json[u"jobStatus"].toObject();
    status.jobId = job[u"jobId"].toString();
    status.jobName = job[u"jobName"].toString();
    status.jobState = job[u"state"].toString();
    status.startTime = job[u"startTime"].toString();
    status.updateTime = job[u"updateTime"].toString();
    status.upgradeSavepointPath = job[u"upgradeSavepointPath"].toString();
    status.savepointInfo = job[u"savepointInfo"].toObject(
        {{u"lastPeriodicSavepointTimestamp"_s, 0}, {u"savepointHistory"_s, QJsonArray()}});
    status.checkpointInfo = job[u"checkpointInfo"].toObject({{u"lastPeriodicCheckpointTimestamp"_s, 0}});
    status.error = json[u"error"].toString();
    if (json[u"observedGeneration"].isDouble())
        status.observedGeneration = json[u"observedGeneration"].toInteger();
    status.jobManager = valueOf(jmTexts, json[u"jobManagerDeploymentStatus"].toString());
    status.clusterInfo = json[u"clusterInfo"].toObject();
    status.taskManager = json[u"taskManager"].toObject();
    status.conditions = json[u"conditions"].toArray();
    const QJsonObject reconciliation = json[u"reconciliationStatus"].toObject();
    status.state = valueOf(stateTexts, reconciliation[u"state"].toString());
    status.reconciliationTimestamp = reconciliation[u"reconciliationTimestamp"].toInteger();
    status.lastReconciled = reconciliation[u"lastReconciledSpec"].toString();
    status.lastStable = reconciliation[u"lastStableSpec"].toString();
    return status;
}

QJsonObject Status::toJson(Kind kind, Release release) const
{
    QJsonObject job{{u"savepointInfo"_s, savepointInfo}, {u"checkpointInfo"_s, checkpointInfo}};
    putText(job, u"jobId"_s, jobId);
    putText(job, u"jobName"_s, jobName);
    putText(job, u"state"_s, jobState);
    putText(job, u"startTime"_s, startTime);
    putText(job, u"updateTime"_s, updateTime);
    if (hasSnapshotResources(release))
        putText(job, u"upgradeSavepointPath"_s, upgradeSavepointPath);

    QJsonObject reconciliation{
        {u"reconciliationTimestamp"_s, reconciliationTimestamp},
        {u"state"_s, text(state == ReconciliationState::Unset ? ReconciliationState::Upgrading : state)}};
    putText(reconciliation, u"lastReconciledSpec"_s, lastReconciled.text());
    putText(reconciliation, u"lastStableSpec"_s, lastStable.text());

    QJsonObject json{{u"jobStatus"_s, job},
                     {u"reconciliationStatus"_s, reconciliation},
                     {u"lifecycleState"_s, lifecycleState(release)}};
    putText(json, u"error"_s, error);
    if (observedGeneration && hasObservedGeneration(release))
        json[u"observedGeneration"_s] = *observedGeneration;
    if (kind == Kind::Deployment) {
        json[u"jobManagerDeploymentStatus"_s] = text(jobManager);
        if (!clusterInfo.isEmpty())
            json[u"clusterInfo"_s] = clusterInfo;
        if (!taskManager.isEmpty())
            json[u"taskManager"_s] = taskManager;
        if (!conditions.isEmpty() && hasConditions(release))
            json[u"conditions"_s] = conditions;
    }
    return json;
}

QString Status::lifecycleState(Release release) const
{
    if (lastReconciled.isEmpty())
        return error.isEmpty() ? u"CREATED"_s : u"FAILED"_s;
    switch (state) {
    case ReconciliationState::Upgrading:
        return u"UPGRADING"_s;
    case ReconciliationState::RollingBack:
        return u"ROLLING_BACK"_s;
    case ReconciliationState::Unset:
    case ReconciliationState::Deployed:
    case ReconciliationState::RolledBack:
        break;
    }
    const auto record = reconciledRecord();
    if (record && hasJob(record->spec) && op::jobState(record->spec) == JobState::Suspended)
        return u"SUSPENDED"_s;
    if (jobState == u"FAILED")
        return u"FAILED"_s;
    const bool isDown = jobManager == JmStatus::Missing || jobManager == JmStatus::Error;
    if (isDown && failsForLoss(release) && tellsOfLoss(error))
        return u"FAILED"_s;
    if (state == ReconciliationState::RolledBack)
        return u"ROLLED_BACK"_s;
    return isStable() ? u"STABLE"_s : u"DEPLOYED"_s;
}

bool isTerminal(QStringView jobState)
{
    return jobState == u"FAILED" || jobState == u"CANCELED" || jobState == u"FINISHED";
}

bool isCancellable(const Status& status, Kind kind)
{
    const bool reachable = kind == Kind::SessionJob || status.jobManager == JmStatus::Ready;
    return reachable && !status.jobState.isEmpty() && status.jobState != u"RECONCILING" && !isTerminal(status.jobState);
}

QJsonObject runningCondition(const Status& status, bool hasJob)
{
    if (hasJob) {
        const bool running = status.jobState == u"RUNNING";
        const QString reason = status.jobState.left(1) + status.jobState.mid(1).toLower();
        return {{u"type"_s, u"Running"_s},
                {u"status"_s, running ? u"True"_s : u"False"_s},
                {u"reason"_s, reason},
                {u"message"_s, u"Job status "_s + status.jobState}};
    }
    QString reason;
    QString message;
    switch (status.jobManager) {
    case JmStatus::Ready:
        reason = u"JobManagerReady"_s;
        message = u"JobManager is running and ready to receive REST API calls"_s;
        break;
    case JmStatus::DeployedNotReady:
        reason = u"DeployedNotReady"_s;
        message = u"JobManager is running but not ready yet to receive REST API calls"_s;
        break;
    case JmStatus::Deploying:
        reason = u"JobManagerIsDeploying"_s;
        message = u"JobManager process is starting up"_s;
        break;
    case JmStatus::Missing:
        reason = u"JobManagerDeploymentMissing"_s;
        message = u"JobManager deployment not found"_s;
        break;
    case JmStatus::Error:
        reason = u"Error"_s;
        message = u"JobManager deployment failed"_s;
        break;
    }
    return {{u"type"_s, u"Running"_s},
            {u"status"_s, status.jobManager == JmStatus::Ready ? u"True"_s : u"False"_s},
            {u"reason"_s, reason},
            {u"message"_s, message}};
}

bool setRunningCondition(Status& status, bool hasJob, Instant now)
{
    if (hasJob && status.jobState.isEmpty())
        return false;
    QJsonObject next = runningCondition(status, hasJob);
    QJsonObject known = status.conditions.at(0).toObject();
    const QJsonValue since = known.take(u"lastTransitionTime"_s);
    if (known == next)
        return false;
    next[u"lastTransitionTime"_s] =
        known[u"status"] == next[u"status"] && !since.isUndefined() ? since : QJsonValue(microTimestamp(now));
    status.conditions = {next};
    return true;
}

} // namespace sim::op
