#include "core/sim/operator/deploymentround.h"

#include "core/base/quantity.h"
#include "core/sim/operator/health.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

bool isAvailable(const Stored& deployment)
{
    const QJsonObject status = deployment.document()[u"status"].toObject();
    const int wanted = at(deployment.document(), {u"spec", u"replicas"}).toInt(1);
    return status[u"replicas"].toInt() == wanted && status[u"availableReplicas"].toInt() == wanted && wanted > 0;
}

QString plainNumber(double value)
{
    return QString::number(value, 'g', 10);
}

} // namespace

void DeploymentRound::observe(Step next)
{
    if (m_status.isBeforeFirstDeployment()) {
        next();
        return;
    }
    const bool between =
        m_status.state == ReconciliationState::Upgrading || m_status.state == ReconciliationState::RollingBack;
    if (between && isUpgradeUnfinished()) {
        next();
        return;
    }
    observeJobManager([this, next = std::move(next)] {
        const auto seen = [this, next] {
            forgetOldErrors();
            next();
        };
        if (m_status.jobManager == JmStatus::Ready)
            observeCluster(seen);
        else
            seen();
    });
}

/// Whether the new version still is to be deployed; it may be there already when the operator died before it could say
/// so.
bool DeploymentRound::isUpgradeUnfinished()
{
    const Snapshot deployed = tools().clusters.deployment(object()->ns(), object()->name());
    const QString generation =
        deployed
            ? deployed->metadata()[u"annotations"].toObject()[u"flinkdeployment.flink.apache.org/generation"].toString()
            : QString();
    const auto record = m_status.reconciledRecord();
    const bool applied = m_status.state == ReconciliationState::Upgrading &&
                         generation == QString::number(m_generation) && m_status.jobManager == JmStatus::Missing &&
                         !deployed->isBeingDeleted();
    if (applied) {
        adoptDeployed();
        return false;
    }
    // A first deployment that failed starts all over again.
    if (record && record->firstDeployment && m_status.jobState.isEmpty())
        m_status.lastReconciled = {};
    return true;
}

void DeploymentRound::observeJobManager(Step next)
{
    const JmStatus before = m_status.jobManager;
    const auto record = m_status.reconciledRecord();
    const bool suspended = record && hasJob(record->spec) && jobState(record->spec) == JobState::Suspended;
    if (before == JmStatus::Ready || suspended) {
        next();
        return;
    }
    if (before == JmStatus::DeployedNotReady) {
        m_status.jobManager = JmStatus::Ready;
        next();
        return;
    }
    lookAtJobManager(std::move(next));
}

void DeploymentRound::lookAtJobManager(Step next)
{
    const QString ns = object()->ns();
    const QString name = object()->name();
    const Snapshot deployed = tools().clusters.deployment(ns, name);
    if (!deployed) {
        missing();
        next();
        return;
    }
    if (!isAvailable(*deployed) || !tools().clusters.isNameKnown(ns, name)) {
        notYet(std::move(next));
        return;
    }
    tools().flink.rest().probe(cluster(), guarded([this, next = std::move(next)](bool open) {
                                   if (!open) {
                                       notYet(next);
                                       return;
                                   }
                                   m_status.jobManager = JmStatus::DeployedNotReady;
                                   next();
                               }));
}

void DeploymentRound::notYet(Step next)
{
    if (const auto problem = tools().clusters.startProblem(object()->ns(), object()->name(), release())) {
        m_status.jobState = u"RECONCILING"_s;
        // Told once: while it lasts the first text stays.
        if (m_status.jobManager == JmStatus::Error)
            next();
        else
            fail(*problem);
        return;
    }
    m_status.jobManager = JmStatus::Deploying;
    next();
}

void DeploymentRound::missing()
{
    const JmStatus before = m_status.jobManager;
    m_status.jobManager = JmStatus::Missing;
    m_status.jobState = u"RECONCILING"_s;
    if (before != JmStatus::Missing && before != JmStatus::Error)
        note(Component::JobManagerDeployment, Journal::Note::Type::Warning, u"Missing"_s,
             u"Missing JobManager deployment"_s);
}

void DeploymentRound::observeCluster(Step next)
{
    const auto information = [this, next] {
        if (m_status.jobManager == JmStatus::Ready)
            observeInformation(next);
        else
            next();
    };
    if (hasJob(deployedSpec()))
        observeApplication(information);
    else
        observeSession(information);
}

void DeploymentRound::observeApplication(Step next)
{
    tools().flink.findJob(cluster(), m_status.jobId,
                          guarded([this, next = std::move(next)](const std::optional<std::optional<JobOverview>>& job) {
                              if (!job)
                                  jobUnreachable(next);
                              else if (*job)
                                  jobSeen(**job, next);
                              else
                                  next();
                          }));
}

void DeploymentRound::jobUnreachable(Step next)
{
    if (m_status.jobState == u"RUNNING")
        m_status.jobState = u"RECONCILING"_s;
    lookAtJobManager(std::move(next));
}

void DeploymentRound::jobSeen(const JobOverview& job, Step next)
{
    const QString before = m_status.jobState;
    m_status.jobState = job.state;
    m_status.jobName = job.name;
    m_status.startTime = QString::number(job.started);
    m_status.updateTime = QString::number(job.updated);
    if (m_status.state == ReconciliationState::Deployed && (job.state == u"RUNNING" || job.state == u"FINISHED")) {
        const auto record = m_status.reconciledRecord();
        if (job.state == u"RUNNING" || (record && jobState(record->spec) == JobState::Running))
            m_status.lastStable = m_status.lastReconciled;
    }
    const auto changed = [this, before, next = std::move(next)] {
        noteJobState(before);
        noteFailures([this, next] { pollLegacySnapshots(next); });
    };
    if (job.state == u"FAILED" && before != u"FAILED")
        jobFailed([this, changed] { takeLatestCheckpoint(changed); });
    else if (isTerminal(job.state))
        takeLatestCheckpoint([this, changed] {
            suspendCancelled();
            changed();
        });
    else
        changed();
}

/// A job that somebody cancelled over REST counts as suspended, so that the wanted state resumes it.
void DeploymentRound::suspendCancelled()
{
    auto record = m_status.reconciledRecord();
    if (m_status.jobState != u"CANCELED" || !record || jobState(record->spec) == JobState::Suspended)
        return;
    setJobState(record->spec, JobState::Suspended);
    m_status.lastReconciled = recordText(*record, m_kind, release(), m_generation);
}

void DeploymentRound::jobFailed(Step next)
{
    tools().flink.failures(cluster(), m_status.jobId,
                           guarded([this, next = std::move(next)](const std::optional<QList<JobFailure>>& found) {
                               if (found && !found->isEmpty())
                                   takeFailure(found->first().stackTrace);
                               next();
                           }));
}

void DeploymentRound::noteFailures(Step next)
{
    if (!hasJobExceptionEvents(release())) {
        next();
        return;
    }
    tools().flink.failures(cluster(), m_status.jobId,
                           guarded([this, next = std::move(next)](const std::optional<QList<JobFailure>>& found) {
                               recordFailures(found.value_or(QList<JobFailure>()));
                               next();
                           }));
}

void DeploymentRound::observeSession(Step next)
{
    tools().flink.listJobs(cluster(),
                           guarded([this, next = std::move(next)](const std::optional<QList<JobOverview>>& jobs) {
                               if (!jobs) {
                                   lookAtJobManager(next);
                                   return;
                               }
                               if (m_status.state == ReconciliationState::Deployed)
                                   m_status.lastStable = m_status.lastReconciled;
                               next();
                           }));
}

void DeploymentRound::observeInformation(Step next)
{
    tools().flink.overview(cluster(), guarded([this, next = std::move(next)](const std::optional<QJsonObject>& found) {
                               if (!found) {
                                   next();
                                   return;
                               }
                               takeInformation(*found);
                               if (!hasJob(deployedSpec()) || m_status.jobState != u"RUNNING") {
                                   next();
                                   return;
                               }
                               tools().flink.checkpoints(
                                   cluster(), m_status.jobId,
                                   guarded([this, next](const std::optional<CheckpointSummary>& checkpoints) {
                                       takeCheckpoints(checkpoints, next);
                                   }));
                           }));
}

void DeploymentRound::takeInformation(const QJsonObject& information)
{
    const Configuration& conf = observedConfiguration();
    const Spec spec = deployedSpec();
    const int workers = information[u"taskmanagers"].toInt();
    const auto cpu = [&](QStringView part, const QString& prefix) {
        return at(spec, {part, u"resource", u"cpu"}).toDouble(1.0) *
               decimal(conf, u"kubernetes.%1.cpu.limit-factor"_s.arg(prefix), 1.0);
    };
    const auto memory = [&](QStringView part) {
        return base::parseResourceMemory(at(spec, {part, u"resource", u"memory"}).toString()).value_or(0);
    };
    QJsonObject& info = m_status.clusterInfo;
    info[u"flink-version"_s] = information[u"flink-version"];
    info[u"flink-revision"_s] = information[u"flink-revision"];
    info[u"total-cpu"_s] =
        plainNumber(cpu(u"jobManager", u"jobmanager"_s) + workers * cpu(u"taskManager", u"taskmanager"_s));
    info[u"total-memory"_s] = QString::number(memory(u"jobManager") + workers * memory(u"taskManager"));
}

void DeploymentRound::takeCheckpoints(const std::optional<CheckpointSummary>& checkpoints, Step next)
{
    if (checkpoints && checkpoints->stateSize >= 0 && hasStateSize(release()))
        m_status.clusterInfo[u"state-size"_s] = QString::number(checkpoints->stateSize);
    if (!checkpoints || !flag(observedConfiguration(), u"kubernetes.operator.cluster.health-check.enabled"_s, false)) {
        next();
        return;
    }
    const qint64 completed = checkpoints->completed;
    tools().flink.restarts(
        cluster(), m_status.jobId, guarded([this, completed, next = std::move(next)](std::optional<int> restarts) {
            if (restarts)
                keepHealth(m_status.clusterInfo, judged(healthRecord(m_status.clusterInfo), observedConfiguration(),
                                                        nowMs(), *restarts, completed));
            next();
        }));
}

} // namespace sim::op
