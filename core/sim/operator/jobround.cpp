#include "core/sim/operator/jobround.h"

#include "core/sim/operator/writer.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

const QString validationException = u"org.apache.flink.kubernetes.operator.exception.ValidationException"_s;

} // namespace

JobRound::JobRound(Toolbox tools, Snapshot object, Kind kind)
    : Round(tools, std::move(object))
    , m_kind(kind)
{
}

void JobRound::begin()
{
    if (object()->isBeingDeleted()) {
        m_spec = withoutNulls(object()->document()[u"spec"]).toObject();
        m_written = object()->document()[u"status"].toObject();
        m_status = Status::from(m_written);
        m_observed = configurationInForce();
        cleanUp();
        return;
    }
    const auto complete = [this](QJsonObject& document) {
        if (writesSpecBack(release()))
            document[u"spec"_s] = writtenBack(withoutNulls(document[u"spec"]).toObject(), m_kind, release());
    };
    if (!addFinalizer(type(), finalizer(), complete)) {
        finish({Next::When::Never, {}});
        return;
    }
    m_spec = withoutNulls(object()->document()[u"spec"]).toObject();
    m_generation = object()->metadata()[u"generation"].toInteger();
    m_written = object()->document()[u"status"].toObject();
    m_status = Status::from(m_written);
    m_before = m_status.state;
    m_observed = configurationInForce();
    observe([this] { validated(); });
}

/// What is deployed, but the operator's own keys as the spec says them now, deployed or not.
Configuration JobRound::configurationInForce() const
{
    Configuration configuration = configurationOf(deployedSpec());
    for (const auto& [key, value] : configurationOf(m_spec)) {
        if (key.startsWith("kubernetes.operator."_L1))
            configuration[key] = value;
    }
    return configuration;
}

Spec JobRound::deployedSpec() const
{
    const bool isBack = m_status.state == ReconciliationState::RolledBack;
    const auto& record = (isBack ? m_status.lastStable : m_status.lastReconciled).record();
    return record ? record->spec : m_spec;
}

void JobRound::forgetOldErrors()
{
    if (m_status.jobManager != JmStatus::Error && m_status.jobState != u"FAILED" && m_status.isStable())
        m_status.error.clear();
}

void JobRound::validated()
{
    if (const auto problem = validate()) {
        note(Component::Operator, Journal::Note::Type::Warning, u"ValidationError"_s, *problem);
        m_status.error = errorText({validationException, *problem}, {});
        const auto record = m_status.reconciledRecord();
        if (!record) {
            endRound();
            return;
        }
        // The last valid spec goes on.
        m_valid = false;
        m_spec = record->spec;
        if (m_status.state == ReconciliationState::Upgrading)
            setJobState(m_spec, JobState::Running);
    }
    // Of what was never deployed there is nothing to tell yet.
    if (!m_status.isBeforeFirstDeployment() || !m_status.error.isEmpty())
        patch();
    then([this] { reconcile(); });
}

void JobRound::reconcile()
{
    if (!isReadyToReconcile()) {
        endRound();
        return;
    }
    if (m_status.isBeforeFirstDeployment()) {
        if (hasJob(m_spec) && jobState(m_spec) == JobState::Suspended)
            endRound();
        else
            deployFirst();
        return;
    }
    if (m_status.state == ReconciliationState::RollingBack) {
        finishRollBack();
        return;
    }
    autoscale([this] { compareSpecs(); });
}

void JobRound::compareSpecs()
{
    const auto record = m_status.reconciledRecord();
    const Difference found = difference(m_kind, record ? record->spec : Spec(), m_spec, release());
    const bool isUpgrading = m_status.state == ReconciliationState::Upgrading;
    if (found.weight() != ChangeClass::Ignore || isUpgrading) {
        // What was rolled back to is wanted again: it runs already.
        if (!isUpgrading && completed(m_spec, m_kind, release()) == completed(deployedSpec(), m_kind, release())) {
            recordDeployed(ReconciliationState::Deployed);
            endRound();
        } else {
            specChanged(found);
        }
        return;
    }
    if (m_valid)
        m_status.observedGeneration = m_generation;
    // Before there was observedGeneration the record of what is deployed told it.
    if (m_valid && record && !hasObservedGeneration(release()))
        setRecord(*record);
    if (shouldRollBack()) {
        rollBack();
        return;
    }
    others();
}

void JobRound::others()
{
    reconcileOther([this] { endRound(); });
}

void JobRound::deployFirst()
{
    const QString initial = jobText(m_spec, u"initialSavepointPath");
    if (hasJob(m_spec))
        setUpgradeMode(m_spec, initial.isEmpty() ? UpgradeMode::Stateless : UpgradeMode::Savepoint);
    if (!initial.isEmpty())
        m_status.upgradeSavepointPath = initial;
    recordUpgrading({m_spec, true});
    patch();
    then([this, initial] {
        deploy(m_spec, initial, Ha::NotRequired, [this] {
            recordDeployed(ReconciliationState::Deployed);
            endRound();
        });
    });
}

void JobRound::specChanged(const Difference& found)
{
    if (found.weight() != ChangeClass::Ignore) {
        tools().journal.recordOnce(
            subject(), Component::JobManagerDeployment,
            {Journal::Note::Type::Normal, u"SpecChanged"_s,
             u"%1 change(s) detected (Diff: %2), starting reconciliation."_s.arg(text(found.weight()), found.text())},
            u"SpecChange: "_s + QString::number(m_generation));
    }
    if (found.weight() != ChangeClass::Scale) {
        changeSpec(found);
        return;
    }
    scale(found, guarded([this, found](bool scaled) {
              if (!scaled) {
                  changeSpec(found);
                  return;
              }
              note(Component::Job, Journal::Note::Type::Normal, u"Scaling"_s, u"In-place scaling triggered"_s);
              recordDeployed(ReconciliationState::Deployed);
              endRound();
          }));
}

void JobRound::changeSpec(const Difference& found)
{
    if (found.weight() == ChangeClass::SavepointRedeploy) {
        redeploy();
        return;
    }
    const Record record = m_status.reconciledRecord().value_or(Record{});
    if (!hasJob(m_spec)) {
        // A session cluster is deleted and made anew.
        suspend(Suspend::Stateless, [this, record] {
            recordUpgrading(record);
            patch();
            deploy(m_spec, {}, Ha::NotRequired, [this] {
                recordDeployed(ReconciliationState::Deployed);
                endRound();
            });
        });
        return;
    }
    if (jobState(record.spec) == JobState::Running)
        upgrade(record);
    else if (jobState(m_spec) == JobState::Running)
        resume(record);
    else
        endRound();
}

void JobRound::withCheckpointAges(std::function<void(const CheckpointSummary&)> done)
{
    const bool asked =
        !valueOf(m_observed, u"kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age"_s).isEmpty();
    if (!asked || m_status.jobState != u"RUNNING") {
        done({});
        return;
    }
    tools().flink.checkpoints(cluster(), m_status.jobId,
                              guarded([done = std::move(done)](const std::optional<CheckpointSummary>& found) {
                                  done(found.value_or(CheckpointSummary{}));
                              }));
}

void JobRound::upgrade(const Record& record)
{
    decide(record);
}

void JobRound::decide(const Record& record)
{
    withCheckpointAges([this, record](const CheckpointSummary& ages) {
        const auto moment = [](qint64 ms) { return Instant(std::chrono::milliseconds(ms)); };
        UpgradeSituation situation{
            m_kind, m_spec, m_status, m_observed, configurationOf(m_spec), hasHaMetadata(), neverStarted(),
            {},     {},     {},       now()};
        if (!m_status.startTime.isEmpty())
            situation.jobStart = moment(m_status.startTime.toLongLong());
        if (ages.latestCompleted)
            situation.lastCompleted = moment(*ages.latestCompleted);
        if (ages.pendingSince)
            situation.pending = moment(*ages.pendingSince);
        const UpgradeDecision decision = decideUpgrade(situation);
        if (const auto* way = std::get_if<Ready>(&decision)) {
            go(*way);
        } else if (const auto* wait = std::get_if<Wait>(&decision)) {
            if (wait->others == Wait::Others::Go)
                others();
            else
                endRound();
        } else if (const auto* failure = std::get_if<Failure>(&decision)) {
            fail(*failure);
        } else {
            dropNeverStarted([this, record] {
                m_status.jobState = u"FAILED"_s;
                m_status.jobManager = JmStatus::Missing;
                decide(record);
            });
        }
    });
}

void JobRound::go(const Ready& way)
{
    note(Component::JobManagerDeployment, Journal::Note::Type::Normal, u"Suspended"_s,
         u"Suspending existing deployment."_s);
    suspend(way.suspend, [this, way] { suspended(way); });
}

void JobRound::suspended(const Ready& way)
{
    m_status.jobState = u"FINISHED"_s;
    setUpgradeMode(m_spec, way.restore);
    if (jobState(m_spec) == JobState::Running) {
        recordUpgrading(m_status.reconciledRecord().value_or(Record{}));
    } else {
        recordDeployed(ReconciliationState::Deployed);
        m_status.lastStable = m_status.lastReconciled;
    }
    endRound();
}

void JobRound::resume(const Record& record)
{
    if (upgradeMode(m_spec) != UpgradeMode::Stateless)
        setUpgradeMode(m_spec, upgradeMode(record.spec));
    recordUpgrading(record);
    patch();
    then([this] {
        const Ha ha = upgradeMode(m_spec) == UpgradeMode::LastState ? Ha::Required : Ha::NotRequired;
        restore(m_spec, ha, [this] {
            recordDeployed(ReconciliationState::Deployed);
            endRound();
        });
    });
}

void JobRound::restore(const Spec& spec, Ha ha, Step next)
{
    QString savepoint;
    if (upgradeMode(spec) == UpgradeMode::Savepoint) {
        savepoint = m_status.upgradeSavepointPath;
        if (savepoint.isEmpty() && !hasSnapshotResources(release()))
            savepoint = at(m_status.savepointInfo, {u"lastSavepoint", u"location"}).toString();
        if (savepoint == lastStateMarker)
            savepoint.clear();
    }
    deploy(spec, savepoint, ha, std::move(next));
}

void JobRound::resubmit(Ha ha, Step next)
{
    m_isRecovering = true;
    Spec spec = deployedSpec();
    if (ha == Ha::Required)
        setUpgradeMode(spec, UpgradeMode::LastState);
    restore(spec, ha, std::move(next));
}

void JobRound::redeploy()
{
    const QString path = jobText(m_spec, u"initialSavepointPath");
    suspend(Suspend::Stateless, [this, path] {
        m_status.jobState = u"FINISHED"_s;
        m_status.upgradeSavepointPath = path;
        setUpgradeMode(m_spec, UpgradeMode::Savepoint);
        const auto recorded = [this] {
            recordDeployed(ReconciliationState::Deployed);
            m_status.lastStable = m_status.lastReconciled;
            endRound();
        };
        if (jobState(m_spec) != JobState::Running) {
            recorded();
            return;
        }
        deploy(m_spec, path, Ha::NotRequired, recorded);
    });
}

void JobRound::note(Component component, Journal::Note::Type type, const QString& reason, const QString& message)
{
    tools().journal.record(subject(), component, {type, reason, message});
}

void JobRound::patch()
{
    const QJsonObject json = m_status.toJson(m_kind, release());
    // A status that says nothing yet is not written.
    const bool isNothing = m_written.isEmpty() && json == Status::from({}).toJson(m_kind, release());
    if (json == m_written || isNothing)
        return;
    m_written = json;
    Write write = byOperator();
    write.uid = object()->uid();
    static_cast<void>(tools().world.objects.change(
        type(), object()->ns(), object()->name(), Part::Status,
        [&json](QJsonObject& document) { document[u"status"_s] = json; }, write));
}

void JobRound::fail(const Failure& failure)
{
    m_status.error = failure.text();
    switch (failure.kind) {
    case Failure::Kind::Upgrade:
        note(Component::JobManagerDeployment, Journal::Note::Type::Warning, failure.reason, failure.eventMessage());
        break;
    case Failure::Kind::Deployment:
        m_status.jobManager = JmStatus::Error;
        m_status.jobState = u"RECONCILING"_s;
        note(Component::JobManagerDeployment, Journal::Note::Type::Warning, failure.reason, failure.eventMessage());
        break;
    case Failure::Kind::Unexpected:
        note(Component::JobManagerDeployment, Journal::Note::Type::Warning, failure.reason, failure.eventMessage());
        patch();
        finish({Next::When::Retry, {}});
        return;
    }
    endRound();
}

void JobRound::endRound()
{
    const Settings& settings = tools().settings;
    const bool application = hasJob(deployedSpec());
    if (m_kind == Kind::Deployment && hasConditions(release()) && !m_status.isBeforeFirstDeployment())
        setRunningCondition(m_status, application, now());
    patch();
    const bool started = m_status.state != m_before && (m_status.state == ReconciliationState::Upgrading ||
                                                        m_status.state == ReconciliationState::RollingBack);
    if (started) {
        finish({Next::When::After, Duration(0)});
        return;
    }
    Duration pause = settings.reconcileInterval;
    if (m_kind == Kind::Deployment && m_status.jobManager == JmStatus::Deploying)
        pause = settings.progressCheckInterval;
    if (m_kind == Kind::Deployment && m_status.jobManager == JmStatus::DeployedNotReady)
        pause = settings.restReadyDelay;
    finish({Next::When::After, pause});
}

} // namespace sim::op
