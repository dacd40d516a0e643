#include "core/sim/operator/upgrade.h"

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

const QString stateAgeKey = u"kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age"_s;

bool isVersionChanged(const UpgradeSituation& situation)
{
    if (situation.kind == Kind::SessionJob)
        return false;
    const auto record = situation.status.reconciledRecord();
    return record && record->spec[u"flinkVersion"] != situation.wanted[u"flinkVersion"];
}

bool mayCancel(const UpgradeSituation& situation)
{
    if (!isCancellable(situation.status, situation.kind))
        return false;
    return situation.kind == Kind::SessionJob || !situation.haMetadata ||
           flag(situation.observed, u"kubernetes.operator.job.upgrade.last-state.job-cancel.enabled"_s, false);
}

/// Of a running job: the cheap way, unless the state to restore would be too old.
UpgradeDecision byStateAge(const UpgradeSituation& situation, bool cancellable)
{
    const Ready usual = cancellable ? Ready{Suspend::Cancel, UpgradeMode::Savepoint}
                                    : Ready{Suspend::LastState, UpgradeMode::LastState};
    const auto oldest = durationFrom(valueOf(situation.target, stateAgeKey));
    const auto isYoung = [&](const std::optional<Instant>& moment) {
        return moment && situation.now - *moment < *oldest;
    };
    if (!oldest || isYoung(situation.jobStart) || isYoung(situation.lastCompleted))
        return usual;
    if (isYoung(situation.pending))
        return Wait{Wait::Others::Stay};
    return Ready{Suspend::Savepoint, UpgradeMode::Savepoint};
}

UpgradeDecision acrossVersions(const UpgradeSituation& situation, bool running)
{
    if (running && !savepointDirectory(situation.observed).isEmpty())
        return Ready{Suspend::Savepoint, UpgradeMode::Savepoint};
    if (isCancellable(situation.status, situation.kind))
        return Ready{Suspend::Cancel, UpgradeMode::Savepoint};
    return Wait{Wait::Others::Go};
}

/// Nothing: the job itself offers no way, others may be left.
std::optional<UpgradeDecision> byJob(const UpgradeSituation& situation)
{
    const Status& status = situation.status;
    UpgradeMode mode = upgradeMode(situation.wanted);
    if (mode == UpgradeMode::Stateless)
        return Ready{isTerminal(status.jobState) ? Suspend::Nothing : Suspend::Stateless, UpgradeMode::Stateless};

    const bool reachable = situation.kind == Kind::SessionJob || status.jobManager == JmStatus::Ready;
    if (isTerminal(status.jobState) && (!situation.haMetadata || status.jobState == u"CANCELED" || reachable)) {
        if (status.upgradeSavepointPath == lastStateMarker)
            return Failure::upgrade(
                u"UpgradeFailed"_s,
                u"Job is in terminal state but last checkpoint is unknown, possibly due to an unrecoverable "
                "restore error. Manual restore required."_s);
        return Ready{Suspend::Nothing, UpgradeMode::Savepoint};
    }
    if (status.jobState == u"CANCELLING")
        return Wait{Wait::Others::Stay};

    const bool running = status.jobState == u"RUNNING";
    const bool versionChanged = isVersionChanged(situation);
    if (mode == UpgradeMode::Savepoint) {
        if (running)
            return Ready{Suspend::Savepoint, UpgradeMode::Savepoint};
        if (!versionChanged &&
            !flag(situation.target, u"kubernetes.operator.job.upgrade.last-state-fallback.enabled"_s, true))
            return Wait{Wait::Others::Go};
    }
    if (versionChanged)
        return acrossVersions(situation, running);
    const bool cancellable = mayCancel(situation);
    if (running)
        return byStateAge(situation, cancellable);
    if (cancellable)
        return Ready{Suspend::Cancel, UpgradeMode::Savepoint};
    return {};
}

} // namespace

UpgradeDecision decideUpgrade(const UpgradeSituation& situation)
{
    if (auto decided = byJob(situation))
        return *std::move(decided);
    if (situation.kind == Kind::SessionJob)
        return Wait{Wait::Others::Go};

    const Status& status = situation.status;
    if (isHaEnabled(situation.target) && isHaEnabled(situation.observed) && situation.haMetadata)
        return Ready{Suspend::LastState, UpgradeMode::LastState};

    const auto record = status.reconciledRecord();
    const bool usedLastState = record && upgradeMode(record->spec) == UpgradeMode::LastState;
    if (status.jobManager != JmStatus::Missing && !usedLastState && situation.jobManagerNeverStarted)
        return DropJobManager{};

    const bool lost = status.jobManager == JmStatus::Missing || status.jobManager == JmStatus::Error;
    if (lost && !situation.haMetadata)
        return Failure::upgrade(
            u"UpgradeFailed"_s,
            u"JobManager deployment is missing and HA metadata is not available to make stateful upgrades. It is "
            "possible that the job has finished or terminally failed, or the configmaps have been deleted.Manual "
            "restore required."_s);
    return Wait{Wait::Others::Go};
}

} // namespace sim::op
