#include "core/sim/operator/deploymentround.h"

#include "core/sim/operator/health.h"
#include "core/sim/operator/validation.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

using namespace std::chrono_literals;

constexpr auto cancelPoll = 500ms;
constexpr int cancelPolls = 120; // a minute

} // namespace

DeploymentRound::DeploymentRound(Toolbox tools, Snapshot object)
    : JobRound(tools, std::move(object), Kind::Deployment)
{
}

QStringView DeploymentRound::type() const
{
    return type::flinkDeployments;
}

QString DeploymentRound::finalizer() const
{
    return u"flinkdeployments.flink.apache.org/finalizer"_s;
}

Cluster DeploymentRound::cluster() const
{
    return {object()->ns(), object()->name()};
}

Owner DeploymentRound::owner() const
{
    return {object()->ns(), object()->name(), object()->uid(), m_isRecovering ? 0 : m_generation};
}

Configuration DeploymentRound::configurationOf(const Spec& spec) const
{
    return effectiveConfiguration(tools().settings, object()->ns(), spec);
}

bool DeploymentRound::hasHaMetadata() const
{
    return tools().clusters.hasHaMetadata(object()->ns(), object()->name());
}

bool DeploymentRound::neverStarted() const
{
    return tools().clusters.neverStarted(object()->ns(), object()->name());
}

std::optional<QString> DeploymentRound::validate() const
{
    const auto record = m_status.reconciledRecord();
    return validateDeployment(
        {*object(), m_spec, record ? std::optional(record->spec) : std::nullopt, tools().settings});
}

void DeploymentRound::deploy(const Spec& spec, const QString& savepoint, Ha ha, Step next)
{
    const bool fromHa = ha == Ha::Required;
    if (savepoint.isEmpty() && fromHa && tools().clusters.hasCheckpoint(object()->ns(), object()->name()))
        m_status.upgradeSavepointPath = lastStateMarker.toString();
    if (m_status.jobManager == JmStatus::Missing) {
        deployCluster(spec, savepoint, ha, std::move(next));
        return;
    }
    removeCluster(fromHa ? Clusters::HaMetadata::Keep : Clusters::HaMetadata::Delete,
                  [this, spec, savepoint, ha, next = std::move(next)] {
                      patch();
                      then([this, spec, savepoint, ha, next] { deployCluster(spec, savepoint, ha, next); });
                  });
}

/// The configuration file of an application cluster also says what job it runs, and from where.
Configuration DeploymentRound::submission(const Spec& spec, const QString& savepoint) const
{
    Configuration shipped = shippedConfiguration(configurationOf(spec), object()->ns(), object()->name(), spec);
    if (hasJob(spec)) {
        shipped[u"$internal.pipeline.job-id"_s] = m_status.jobId;
        shipped[u"$internal.application.main"_s] = jobText(spec, u"entryClass");
        QStringList arguments;
        for (const QJsonValue& argument : at(spec, {u"job", u"args"}).toArray())
            arguments.append(argument.toString());
        shipped[u"$internal.application.program-args"_s] = arguments.join(u';');
    }
    const QString pathKey = flinkVersion(spec[u"flinkVersion"].toString()).first >= 2
                                ? u"execution.state-recovery.path"_s
                                : u"execution.savepoint.path"_s;
    shipped.erase(pathKey);
    if (!savepoint.isEmpty())
        shipped[pathKey] = savepoint;
    return shipped;
}

void DeploymentRound::deployCluster(const Spec& spec, const QString& savepoint, Ha ha, Step next)
{
    const QString ns = object()->ns();
    const QString name = object()->name();
    const bool application = hasJob(spec);
    if (application && (ha == Ha::NotRequired || m_status.jobId.isEmpty())) {
        m_status.jobId = tools().chance.hex(32);
        patch();
    }
    if (application)
        note(Component::JobManagerDeployment, Journal::Note::Type::Normal, u"Submit"_s, u"Starting deployment"_s);
    if (ha == Ha::Required && !tools().clusters.hasHaMetadata(ns, name)) {
        then([this] {
            fail(hasRecoveryFailures(release())
                     ? Failure::recovery(u"RestoreFailed"_s,
                                         u"HA metadata not available to restore from last state. It is possible that "
                                         "the job has finished or terminally failed, or the configmaps have been "
                                         "deleted. "_s)
                     : Failure::upgrade(u"RestoreFailed"_s,
                                        u"HA metadata is not available to restore from last state.It is possible that "
                                        "the job has finished or terminally failed, or the configmaps have been "
                                        "deleted."_s));
        });
        return;
    }
    if (ha == Ha::Required)
        tools().clusters.dropJobGraphs(ns, name);
    else
        tools().clusters.dropHaMetadata(ns, name);

    const Configuration shipped = submission(spec, savepoint);
    tools().clusters.deploy(owner(), spec, shipped, release(),
                            guarded([this, application, next = std::move(next)](const std::optional<Failure>& failure) {
                                if (failure) {
                                    fail(*failure);
                                    return;
                                }
                                if (application)
                                    m_status.jobState = u"RECONCILING"_s;
                                m_status.jobManager = JmStatus::Deploying;
                                next();
                            }));
}

void DeploymentRound::removeCluster(Clusters::HaMetadata metadata, Step next)
{
    tools().clusters.remove(object()->ns(), object()->name(), metadata,
                            guarded([this, next = std::move(next)](const std::optional<Failure>& failure) {
                                if (failure) {
                                    fail(*failure);
                                    return;
                                }
                                m_status.jobManager = JmStatus::Missing;
                                if (!m_status.jobState.isEmpty() && !isTerminal(m_status.jobState))
                                    m_status.jobState = u"FINISHED"_s;
                                next();
                            }));
}

void DeploymentRound::dropNeverStarted(Step next)
{
    removeCluster(Clusters::HaMetadata::Keep, std::move(next));
}

void DeploymentRound::suspend(Suspend way, Step next)
{
    switch (way) {
    case Suspend::Nothing:
        next();
        return;
    case Suspend::Savepoint:
        stopWithSavepoint(std::move(next));
        return;
    case Suspend::Cancel:
        tools().flink.cancel(cluster(), m_status.jobId,
                             guarded([this, next = std::move(next)] { cancelAndWait(cancelPolls, next); }));
        return;
    case Suspend::LastState:
        removeCluster(Clusters::HaMetadata::Keep, std::move(next));
        return;
    case Suspend::Stateless:
        if (isCancellable(m_status, m_kind) && hasJob(m_spec))
            tools().flink.cancel(cluster(), m_status.jobId, guarded([this, next = std::move(next)] {
                                     removeCluster(Clusters::HaMetadata::Delete, next);
                                 }));
        else
            removeCluster(Clusters::HaMetadata::Delete, std::move(next));
        return;
    }
}

void DeploymentRound::stopWithSavepoint(Step next)
{
    const Configuration& conf = observedConfiguration();
    const auto format = valueOf(conf, u"kubernetes.operator.savepoint.format.type"_s) == u"NATIVE"
                            ? FlinkService::Format::Native
                            : FlinkService::Format::Canonical;
    const bool drain = flag(conf, u"kubernetes.operator.job.drain-on-savepoint-deletion"_s, false);
    tools().flink.stopWithSavepoint(
        cluster(), m_status.jobId, savepointDirectory(conf), format, drain,
        guarded([this, next = std::move(next)](const std::variant<QString, Failure>& outcome) {
            if (const auto* failure = std::get_if<Failure>(&outcome)) {
                fail(*failure);
                return;
            }
            keepUpgradeSavepoint(std::get<QString>(outcome));
            // Its record and the status are two requests, and the server may hang in between.
            then(next);
        }));
}

void DeploymentRound::cancelAndWait(int attempts, Step next)
{
    tools().flink.findJob(
        cluster(), m_status.jobId,
        guarded([this, attempts, next = std::move(next)](const std::optional<std::optional<JobOverview>>& job) {
            const bool ended = job && (!*job || isTerminal((*job)->state));
            if (ended || attempts <= 0) {
                takeLatestCheckpoint(next);
                return;
            }
            tools().world.clock.after(cancelPoll,
                                      guarded([this, attempts, next] { cancelAndWait(attempts - 1, next); }));
        }));
}

bool DeploymentRound::shouldRecover() const
{
    const Configuration& conf = observedConfiguration();
    const Spec deployed = deployedSpec();
    if (m_status.jobManager != JmStatus::Missing || isTerminal(m_status.jobState) ||
        !flag(conf, u"kubernetes.operator.jm-deployment-recovery.enabled"_s, true))
        return false;
    if (hasJob(deployed) && jobState(deployed) != JobState::Running)
        return false;
    return !hasJob(deployed) || isHaEnabled(conf) || upgradeMode(m_spec) == UpgradeMode::Stateless;
}

bool DeploymentRound::isUnhealthy() const
{
    const Configuration& conf = observedConfiguration();
    if (!flag(conf, u"kubernetes.operator.cluster.health-check.enabled"_s, false) ||
        m_status.jobManager != JmStatus::Ready)
        return false;
    const auto& settings = tools().settings;
    if (isTerminal(m_status.jobState) && checksStoppedClusters(settings.release))
        return false;
    const bool restorable = upgradeMode(m_spec) == UpgradeMode::Stateless || (isHaEnabled(conf) && hasHaMetadata());
    return restorable && !isHealthy(healthRecord(m_status.clusterInfo));
}

void DeploymentRound::reconcileOther(Step next)
{
    const Configuration& conf = observedConfiguration();
    const Ha ha = isHaEnabled(conf) ? Ha::Required : Ha::NotRequired;
    if (!hasJob(deployedSpec())) {
        if (shouldRecover()) {
            note(Component::Job, Journal::Note::Type::Warning, u"RecoverDeployment"_s, u"Recovering lost deployment"_s);
            m_isRecovering = true;
            deploy(deployedSpec(), {}, Ha::NotRequired, std::move(next));
        } else {
            next();
        }
        return;
    }
    if (m_status.jobState == u"FAILED" && flag(conf, u"kubernetes.operator.job.restart.failed"_s, false)) {
        removeCluster(Clusters::HaMetadata::Delete, [this, next = std::move(next)] {
            m_status.error.clear();
            setUpgradeMode(m_spec, UpgradeMode::Savepoint);
            m_isRecovering = true;
            deploy(m_spec, m_status.upgradeSavepointPath, Ha::NotRequired, next);
        });
        return;
    }
    if (triggerSnapshots()) {
        startLegacySnapshots(std::move(next));
        return;
    }
    if (shouldRecover()) {
        note(Component::Job, Journal::Note::Type::Warning, u"RecoverDeployment"_s, u"Recovering lost deployment"_s);
        resubmit(ha, std::move(next));
        return;
    }
    if (isUnhealthy()) {
        note(Component::Job, Journal::Note::Type::Warning, u"RestartUnhealthyJob"_s, u"Restarting unhealthy job"_s);
        forgetHealth(m_status.clusterInfo);
        removeCluster(ha == Ha::Required ? Clusters::HaMetadata::Keep : Clusters::HaMetadata::Delete,
                      [this, ha, next = std::move(next)] { resubmit(ha, next); });
        return;
    }
    if (!removeEndedCluster(next)) {
        cleanUpSnapshots();
        next();
    }
}

/// A JobManager whose job ended long ago goes; the resource stays.
bool DeploymentRound::removeEndedCluster(Step next)
{
    if (m_status.jobManager != JmStatus::Ready || !isTerminal(m_status.jobState))
        return false;
    const auto patience = duration(observedConfiguration(), u"kubernetes.operator.jm-deployment.shutdown-ttl"_s, 24h);
    if (nowMs() - m_status.updateTime.toLongLong() < patience.count())
        return false;
    removeCluster(Clusters::HaMetadata::Keep, std::move(next));
    return true;
}

QStringList DeploymentRound::sessionJobs() const
{
    QStringList names;
    for (const Snapshot& job : tools().world.objects.list(type::flinkSessionJobs, object()->ns())) {
        if (at(job->document(), {u"spec", u"deploymentName"}).toString() == object()->name())
            names.append(job->name());
    }
    return names;
}

void DeploymentRound::cleanUp()
{
    const bool application = hasJob(deployedSpec());
    note(Component::Operator, Journal::Note::Type::Normal, u"Cleanup"_s, u"Cleaning up FlinkDeployment"_s);
    if (!application) {
        cleanUpSession();
        return;
    }
    const bool savepoint = flag(observedConfiguration(), u"kubernetes.operator.job.savepoint-on-deletion"_s, false) &&
                           m_status.jobState == u"RUNNING";
    if (savepoint)
        suspend(Suspend::Savepoint, [this] { deleteCluster(); });
    else
        suspend(Suspend::Stateless, [this] { deleteCluster(); });
}

void DeploymentRound::cleanUpSession()
{
    const QStringList jobs = sessionJobs();
    const Configuration& conf = observedConfiguration();
    if (!jobs.isEmpty() && flag(conf, u"kubernetes.operator.session.deletion.block-on-session-jobs"_s, true)) {
        note(Component::Operator, Journal::Note::Type::Warning, u"CleanupFailed"_s,
             u"The session jobs [%1] should be deleted first"_s.arg(jobs.join(u", ")));
        finish({Next::When::After, tools().settings.reconcileInterval});
        return;
    }
    const bool block = flag(conf, u"kubernetes.operator.session.deletion.block-on-unmanaged-jobs"_s, true) &&
                       m_status.jobManager == JmStatus::Ready;
    if (!block) {
        suspend(Suspend::Stateless, [this] { deleteCluster(); });
        return;
    }
    tools().flink.listJobs(
        cluster(), guarded([this](const std::optional<QList<JobOverview>>& found) {
            QStringList running;
            for (const JobOverview& job : found.value_or(QList<JobOverview>())) {
                if (!isTerminal(job.state))
                    running.append(job.id);
            }
            if (running.isEmpty()) {
                suspend(Suspend::Stateless, [this] { deleteCluster(); });
                return;
            }
            note(Component::Operator, Journal::Note::Type::Warning, u"CleanupFailed"_s,
                 u"The session cluster has non terminated jobs [%1] that should be cancelled first"_s.arg(
                     running.join(u", ")));
            finish({Next::When::After, tools().settings.reconcileInterval});
        }));
}

void DeploymentRound::deleteCluster()
{
    removeCluster(Clusters::HaMetadata::Delete, [this] {
        removeFinalizer(type(), finalizer());
        finish({Next::When::Never, {}});
    });
}

} // namespace sim::op
