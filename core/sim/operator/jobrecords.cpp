#include "core/sim/operator/jobround.h"

#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

// What a round writes down about specs, and the way back to the last stable one.
namespace sim::op {

bool JobRound::shouldRollBack() const
{
    if (m_kind != Kind::Deployment || !flag(m_observed, u"kubernetes.operator.deployment.rollback.enabled"_s, false))
        return false;
    if (m_status.state != ReconciliationState::Deployed || m_status.isStable())
        return false;
    const auto& stable = m_status.lastStable.record();
    if (!stable || (hasJob(stable->spec) && jobState(stable->spec) == JobState::Suspended))
        return false;
    if (stable->spec[u"flinkVersion"] != m_spec[u"flinkVersion"])
        return false;
    const auto patience =
        duration(m_observed, u"kubernetes.operator.deployment.readiness.timeout"_s, std::chrono::minutes(5));
    if (nowMs() - m_status.reconciliationTimestamp <= patience.count())
        return false;
    const bool isBySavepoint =
        rollsBackToSavepoints(release()) && upgradeMode(deployedSpec()) == UpgradeMode::Savepoint;
    return hasHaMetadata() || (isBySavepoint && neverStarted());
}

void JobRound::rollBack()
{
    note(Component::JobManagerDeployment, Journal::Note::Type::Normal, u"Rollback"_s,
         u"Rolling back failed deployment."_s);
    note(Component::JobManagerDeployment, Journal::Note::Type::Normal, u"Suspended"_s,
         u"Suspending existing deployment."_s);
    suspend(Suspend::LastState, [this] {
        m_status.jobState = u"FINISHED"_s;
        m_status.error.clear();
        m_status.state = ReconciliationState::RollingBack;
        endRound();
    });
}

void JobRound::finishRollBack()
{
    Spec spec = m_status.lastStable.record().value_or(Record{m_spec, false}).spec;
    const bool fromHa = hasHaMetadata();
    setUpgradeMode(spec, fromHa ? UpgradeMode::LastState : UpgradeMode::Savepoint);
    restore(spec, fromHa ? Ha::Required : Ha::NotRequired, [this] {
        m_status.state = ReconciliationState::RolledBack;
        m_status.reconciliationTimestamp = nowMs();
        endRound();
    });
}

void JobRound::setRecord(const Record& record)
{
    m_status.lastReconciled = recordText(record, m_kind, release(), m_generation);
}

void JobRound::recordUpgrading(const Record& before)
{
    Record record = before;
    if (hasJob(record.spec)) {
        setJobState(record.spec, JobState::Suspended);
        setUpgradeMode(record.spec, upgradeMode(m_spec));
    }
    setRecord(record);
    m_status.error.clear();
    m_status.reconciliationTimestamp = nowMs();
    m_status.state = ReconciliationState::Upgrading;
    if (m_valid)
        m_status.observedGeneration = m_generation;
}

void JobRound::recordDeployed(ReconciliationState state)
{
    const auto before = m_status.reconciledRecord();
    const bool first =
        before && before->firstDeployment && (m_status.lastStable.isEmpty() || jobState(m_spec) == JobState::Suspended);
    Record record{m_spec, first};
    // What was not triggered yet stays to be triggered.
    if (before && hasJob(before->spec) && hasJob(record.spec) && !before->firstDeployment) {
        for (const QStringView field : {u"savepointTriggerNonce", u"checkpointTriggerNonce"})
            put(record.spec, {u"job", field}, at(before->spec, {u"job", field}));
    }
    setRecord(record);
    m_status.error.clear();
    m_status.reconciliationTimestamp = nowMs();
    m_status.state = state;
    if (m_valid)
        m_status.observedGeneration = m_generation;
    if (m_kind == Kind::Deployment && hasJob(m_spec)) {
        const bool running = jobState(m_spec) == JobState::Running;
        m_status.taskManager = {
            {u"labelSelector"_s, running ? u"component=taskmanager,app="_s + object()->name() : QString()},
            {u"replicas"_s, running ? taskManagersOf(configurationOf(m_spec), m_spec) : 0}};
    }
}

void JobRound::adoptDeployed()
{
    const auto record = m_status.reconciledRecord();
    if (hasJob(m_spec) && record)
        setUpgradeMode(m_spec, upgradeMode(record->spec));
    recordDeployed(ReconciliationState::Deployed);
    m_status.jobManager = JmStatus::Deploying;
    if (hasJob(m_spec))
        m_status.jobState = u"RECONCILING"_s;
}

} // namespace sim::op
