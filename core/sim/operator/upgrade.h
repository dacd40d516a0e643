#pragma once

#include "core/sim/operator/configuration.h"
#include "core/sim/operator/status.h"

#include <variant>

namespace sim::op {

/// How the running job is ended before an upgrade.
enum class Suspend {
    Nothing,   ///< it has ended already
    Stateless, ///< cancel, forget all state
    Savepoint, ///< stop with a savepoint
    LastState, ///< delete the cluster and keep its HA metadata
    Cancel,    ///< cancel over REST and restore the latest checkpoint
};

/// What a stateful upgrade depends on.
struct UpgradeSituation
{
    Kind kind = Kind::Deployment;
    Spec wanted;
    Status status;
    Configuration observed; ///< of what runs
    Configuration target;   ///< of what is wanted
    bool haMetadata = false;
    bool jobManagerNeverStarted = false; ///< its Deployment exists, and no pod of it ever became available
    /// When the job started and when its last checkpoint was completed, its pending one triggered; nothing: none or not
    /// known.
    std::optional<Instant> jobStart;
    std::optional<Instant> lastCompleted;
    std::optional<Instant> pending;
    Instant now;
};

/// Go on so.
struct Ready
{
    Suspend suspend;
    UpgradeMode restore;

    friend bool operator==(const Ready&, const Ready&) = default;
};
/// Not now; look again at the next reconcile. Snapshots and recovery may go on when `others` allows.
struct Wait
{
    enum class Others { Go, Stay };
    Others others = Others::Stay;

    friend bool operator==(const Wait&, const Wait&) = default;
};
/// Delete the JobManager that never started, take the job for failed and decide again.
struct DropJobManager
{
    friend bool operator==(DropJobManager, DropJobManager) = default;
};

using UpgradeDecision = std::variant<Ready, Wait, DropJobManager, Failure>;

/// The upgrade table: how the job that is observed comes to the spec that is wanted.
UpgradeDecision decideUpgrade(const UpgradeSituation& situation);

} // namespace sim::op
