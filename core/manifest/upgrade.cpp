#include "core/manifest/upgrade.h"

#include "core/manifest/values.h"

#include <QRegularExpression>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

using Kind = Subject::Kind;
using Way = Decision::Way;
using Because = Decision::Because;
using Unknown = Decision::Unknown;

constexpr QStringView stateAgeKey = u"kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age";
constexpr QStringView overridesKey = u"pipeline.jobvertex-parallelism-overrides";

const RestoreSource madeOnTheWay{RestoreSource::Kind::Savepoint, {}, 0, true};

RestoreSource sourceAt(const QString& path)
{
    static const QRegularExpression checkpoint(u"/chk-[0-9]+/*$"_s);
    const bool isCheckpoint = checkpoint.match(path).hasMatch();
    return {isCheckpoint ? RestoreSource::Kind::Checkpoint : RestoreSource::Kind::Savepoint, path, 0, false};
}

/// How the job that runs comes to the spec that is wanted.
class Table
{
public:
    explicit Table(const UpgradeQuestion& question)
        : m_question(question)
        , m_live(question.live)
        , m_observed(configurationOf(m_live.deployed()))
        , m_target(configurationOf(question.wanted))
    {
    }

    /// The operator looks at no change while a savepoint of the old kind is under way.
    bool isHeldBack() const
    {
        return m_live.isSavepointPending &&
               !isOn(m_observed, u"kubernetes.operator.job.upgrade.ignore-pending-savepoint", false);
    }

    Decision upgrade()
    {
        if (auto decided = byJob())
            return *decided;
        return m_live.kind == Kind::SessionJob ? as(Way::Wait, Because::NotReachable) : byCluster();
    }

    Decision resume()
    {
        const UpgradeMode recorded = m_live.reconciled ? upgradeMode(*m_live.reconciled) : UpgradeMode::Stateless;
        if (upgradeMode(m_question.wanted) == UpgradeMode::Stateless || recorded == UpgradeMode::Stateless)
            return as(Way::Stateless, Because::Resumes);
        if (recorded == UpgradeMode::Savepoint)
            return fromRecord(Because::Resumes);
        return hasHa() ? as(Way::KeepHa, Because::Resumes, m_question.around.latest) : as(Way::Refused, Because::Lost);
    }

    bool canRescale() const
    {
        if (m_question.wanted.value(u"mode").toString() == u"standalone")
            return !hasJob(m_question.wanted) ||
                   valueOf(m_target, {u"jobmanager.scheduler-mode", u"scheduler-mode"}).toLower() == u"reactive";
        return hasJob(m_question.wanted) && !isOverrideDropped() && !m_live.jobState.isEmpty() &&
               !m_live.isTerminal() && m_live.jobState != u"RECONCILING" && isFlinkSince(1, 18) &&
               valueOf(m_observed, {u"jobmanager.scheduler"}).toLower() == u"adaptive" &&
               isOn(m_observed, u"kubernetes.operator.job.upgrade.inplace-scaling.enabled", true);
    }

    Decision as(Way way, Because because, std::optional<RestoreSource> restore = {})
    {
        Decision decision{way, because, std::move(restore), isSuspended(m_question.wanted), m_unknown};
        if (way == Way::None || way == Way::InPlace || way == Way::Wait || way == Way::Refused)
            decision.isSuspending = false;
        return decision;
    }

    void doubt(Unknown what)
    {
        if (!m_unknown.contains(what))
            m_unknown.append(what);
    }

private:
    FlatConfiguration configurationOf(const QJsonObject& spec) const
    {
        FlatConfiguration all = m_question.around.defaults;
        const auto add = [&all](const QJsonObject& from) {
            for (const auto& [key, value] : flatConfiguration(from.value(u"flinkConfiguration")))
                all[key] = value;
        };
        if (m_question.around.session)
            add(m_question.around.session->spec);
        add(spec);
        return all;
    }

    bool isReady() const { return m_live.jobManager == u"READY"; }
    bool isMissing() const { return m_live.jobManager.isEmpty() || m_live.jobManager == u"MISSING"; }

    /// Of what runs the job: a session job says nothing of it.
    bool isFlinkSince(int major, int minor) const
    {
        static const QRegularExpression form(u"^v([0-9]+)_([0-9]+)$"_s);
        const bool isElsewhere = m_live.kind == Kind::SessionJob && m_question.around.session;
        const QJsonObject spec = isElsewhere ? m_question.around.session->deployed() : m_live.deployed();
        const auto version = form.match(spec.value(u"flinkVersion").toString());
        return version.hasMatch() &&
               std::pair(version.captured(1).toInt(), version.captured(2).toInt()) >= std::pair(major, minor);
    }

    /// A vertex that had a parallelism of its own loses it.
    bool isOverrideDropped() const
    {
        const auto vertices = [](const FlatConfiguration& configuration) {
            QStringList names;
            const QStringList parts = valueOf(configuration, {overridesKey}).split(u',', Qt::SkipEmptyParts);
            for (const QString& part : parts)
                names.append(part.section(u':', 0, 0).trimmed());
            return names;
        };
        const QStringList before = vertices(m_observed), after = vertices(m_target);
        return std::ranges::any_of(before, [&](const QString& vertex) { return !after.contains(vertex); });
    }

    bool isVersionChanged() const
    {
        return m_live.kind == Kind::Deployment && m_live.reconciled &&
               m_live.reconciled->value(u"flinkVersion") != m_question.wanted.value(u"flinkVersion");
    }

    bool hasHa()
    {
        if (m_live.kind == Kind::SessionJob)
            return false;
        if (!m_question.around.hasHaMetadata && isHighlyAvailable(m_observed))
            doubt(Unknown::HaMetadata);
        return m_question.around.hasHaMetadata.value_or(isHighlyAvailable(m_observed));
    }

    bool mayCancel()
    {
        return m_live.isCancellable() &&
               (m_live.kind == Kind::SessionJob ||
                isOn(m_observed, u"kubernetes.operator.job.upgrade.last-state.job-cancel.enabled", false) || !hasHa());
    }

    Decision saved(Because because) { return as(Way::Savepoint, because, madeOnTheWay); }

    Decision cancelled(Because because) { return as(Way::Cancel, because, m_question.around.latest); }

    Decision fromRecord(Because because)
    {
        const QString path =
            m_live.upgradeSavepointPath.isEmpty() ? m_live.legacySavepointPath : m_live.upgradeSavepointPath;
        if (path == lastStateMarker)
            return as(Way::Refused, Because::EndedUnknown);
        return as(Way::Recorded, because, path.isEmpty() ? std::nullopt : std::optional(sourceAt(path)));
    }

    /// Nothing: the job itself offers no way, its cluster may.
    std::optional<Decision> byJob()
    {
        const UpgradeMode mode = upgradeMode(m_question.wanted);
        if (mode == UpgradeMode::Stateless)
            return as(Way::Stateless, Because::Asked);
        const bool isReachable = m_live.kind == Kind::SessionJob || isReady();
        if (m_live.isTerminal() && (m_live.jobState == u"CANCELED" || isReachable || !hasHa()))
            return fromRecord(Because::Ended);
        if (m_live.jobState == u"CANCELLING")
            return as(Way::Wait, Because::Cancelling);
        const bool isRunning = m_live.jobState == u"RUNNING";
        if (mode == UpgradeMode::Savepoint) {
            if (isRunning)
                return saved(Because::Asked);
            m_isFallback = true;
            if (!isVersionChanged() &&
                !isOn(m_target, u"kubernetes.operator.job.upgrade.last-state-fallback.enabled", true))
                return as(Way::Wait, Because::MayNotFallBack);
        }
        if (isVersionChanged())
            return acrossVersions(isRunning);
        if (isRunning)
            return byStateAge();
        if (mayCancel())
            return cancelled(m_isFallback ? Because::FallsBack : Because::JobCancelAllowed);
        return std::nullopt;
    }

    Decision acrossVersions(bool isRunning)
    {
        if (isRunning && !savepointDirectory(m_observed).isEmpty())
            return saved(Because::VersionChanged);
        if (m_live.isCancellable())
            return cancelled(Because::VersionChanged);
        return as(Way::Wait, Because::VersionChangeWaits);
    }

    /// Of a running job: the cheap way, unless what it would restore is too old.
    Decision byStateAge()
    {
        const auto usual = [this] {
            return mayCancel() ? cancelled(Because::JobCancelAllowed)
                               : as(Way::KeepHa, Because::Asked, m_question.around.latest);
        };
        const auto oldest = durationOf(valueOf(m_target, {stateAgeKey}), true);
        if (!oldest)
            return usual();
        const Surroundings& around = m_question.around;
        const qint64 span = std::chrono::duration_cast<std::chrono::milliseconds>(*oldest).count();
        const auto isYoung = [&](std::optional<qint64> when) { return when && *when > 0 && around.now - *when < span; };
        if (isYoung(m_live.jobStart) || isYoung(around.lastCompleted))
            return usual();
        if (isYoung(around.pending))
            return as(Way::Wait, Because::CheckpointPending);
        if (!around.lastCompleted && !around.isHistoryKnown) {
            doubt(Unknown::CheckpointAges);
            return usual();
        }
        return saved(Because::CheckpointTooOld);
    }

    /// Of a deployment whose job does not tell.
    Decision byCluster()
    {
        if (isHighlyAvailable(m_target) && isHighlyAvailable(m_observed) && hasHa())
            return as(Way::KeepHa,
                      m_hasDropped   ? Because::NeverStarted
                      : m_isFallback ? Because::FallsBack
                                     : Because::HaMetadata,
                      m_question.around.latest);
        const bool usedLastState = m_live.reconciled && upgradeMode(*m_live.reconciled) == UpgradeMode::LastState;
        if (!isMissing() && !usedLastState) {
            if (!m_question.around.hasNeverStarted)
                doubt(Unknown::NeverStarted);
            else if (*m_question.around.hasNeverStarted)
                return withoutJobManager();
        }
        const bool isLost = isMissing() || m_live.jobManager == u"ERROR";
        return isLost && !hasHa() ? as(Way::Refused, Because::Lost) : as(Way::Wait, Because::NotReachable);
    }

    /// The JobManager that never started is deleted, and the job counts as failed.
    Decision withoutJobManager()
    {
        m_live.jobState = u"FAILED"_s;
        m_live.jobManager = u"MISSING"_s;
        m_hasDropped = true;
        Decision decision = byJob().value_or(Decision());
        if (decision.way == Way::None)
            return byCluster();
        if (decision.way == Way::Recorded)
            decision.because = Because::NeverStarted;
        return decision;
    }

    const UpgradeQuestion& m_question;
    LiveObject m_live;
    const FlatConfiguration m_observed, m_target; ///< of what runs, of what is wanted
    QList<Unknown> m_unknown;
    bool m_isFallback = false; ///< a savepoint was asked for
    bool m_hasDropped = false;
};

std::optional<RestoreSource> initialSavepoint(const QJsonObject& spec)
{
    const QString path = at(spec, {u"job", u"initialSavepointPath"}).toString().trimmed();
    return path.isEmpty() ? std::nullopt : std::optional(sourceAt(path));
}

/// The operator does nothing with a session job while its cluster is not ready.
std::optional<Decision> byCluster(const UpgradeQuestion& question, Table& table)
{
    if (question.live.kind != Kind::SessionJob)
        return std::nullopt;
    if (!question.around.session && !question.around.isSessionMissing) {
        table.doubt(Decision::Unknown::Session);
        return std::nullopt;
    }
    const bool isReady = question.around.session && question.around.session->jobManager == u"READY";
    return isReady ? std::nullopt : std::optional(table.as(Way::Wait, Because::SessionNotReady));
}

/// After a rollback the spec that runs is another one than the one that was reconciled last.
bool isRunningAgain(const LiveObject& live, const QJsonObject& wanted)
{
    return live.reconciliationState == u"ROLLED_BACK" && live.stable &&
           completedSpec(*live.stable) == completedSpec(wanted);
}

Decision firstDeployment(const UpgradeQuestion& question, Table& table)
{
    if (hasJob(question.wanted) && isSuspended(question.wanted))
        return table.as(Way::None, Because::StaysSuspended);
    return table.as(Way::First, Because::FirstDeployment, initialSavepoint(question.wanted));
}

/// What the operator hands on to the colour that is active, which then does as any deployment.
Decision handedOn(const UpgradeQuestion& question, Table& table)
{
    if (isSuspended(*question.live.reconciled))
        return isSuspended(question.wanted) ? table.as(Way::None, Because::WaitsForResume) : table.resume();
    switch (upgradeMode(question.wanted)) {
    case UpgradeMode::Stateless:
        return table.as(Way::Stateless, Because::HandedOn);
    case UpgradeMode::Savepoint:
        return table.as(Way::Savepoint, Because::HandedOn, madeOnTheWay);
    case UpgradeMode::LastState:
        return table.as(Way::KeepHa, Because::HandedOn, question.around.latest);
    }
    return {};
}

Decision ofBlueGreen(const UpgradeQuestion& question, Table& table)
{
    const LiveObject& live = question.live;
    if (!live.reconciled)
        return firstDeployment(question, table);
    const ChangeClass weight = weightOf(question.changes);
    if (weight == ChangeClass::Ignore)
        return table.as(Way::None, question.changes.isEmpty() ? Because::SameSpec : Because::OnlyIgnored);
    if (live.blueGreenState == u"INITIALIZING_BLUE" && live.jobState == u"FAILING")
        return firstDeployment(question, table);
    if (!live.blueGreenState.startsWith(u"ACTIVE"))
        return table.as(Way::Wait, Because::InTransition);
    if (isSuspended(question.wanted) || isSuspended(*live.reconciled))
        return handedOn(question, table);
    if (live.jobState != u"RUNNING")
        return table.as(Way::Refused, Because::ColourNotReady);
    if (weight == ChangeClass::Redeploy)
        return table.as(Way::Stateless, Because::Redeploys, initialSavepoint(question.wanted));
    if (upgradeMode(question.wanted) == UpgradeMode::Stateless)
        return table.as(Way::Stateless, Because::SecondColour);
    return table.as(Way::Savepoint, Because::SecondColour, madeOnTheWay);
}

} // namespace

Decision decide(const UpgradeQuestion& question)
{
    Table table(question);
    const LiveObject& live = question.live;
    if (live.kind == Kind::BlueGreen)
        return ofBlueGreen(question, table);
    if (live.kind == Kind::Snapshot)
        return table.as(Way::None, Because::SameSpec);
    if (const auto waits = byCluster(question, table))
        return *waits;
    if (!live.reconciled)
        return firstDeployment(question, table);
    if (isRunningAgain(live, question.wanted))
        return table.as(Way::None, Because::SameSpec);
    if (table.isHeldBack())
        return table.as(Way::Wait, Because::SavepointPending);
    const bool isUpgrading = live.reconciliationState == u"UPGRADING";
    const ChangeClass weight = weightOf(question.changes);
    if (weight == ChangeClass::Ignore && !isUpgrading)
        return table.as(Way::None, question.changes.isEmpty() ? Because::SameSpec : Because::OnlyIgnored);
    if (weight == ChangeClass::Scale && table.canRescale())
        return table.as(Way::InPlace, Because::CanRescale);
    if (weight == ChangeClass::Redeploy)
        return table.as(Way::Stateless, Because::Redeploys, initialSavepoint(question.wanted));
    if (!hasJob(question.wanted))
        return table.as(Way::Stateless, Because::SessionCluster);
    if (!isSuspended(*live.reconciled))
        return table.upgrade();
    return isSuspended(question.wanted) ? table.as(Way::None, Because::WaitsForResume) : table.resume();
}

} // namespace manifest
