#pragma once

#include "core/manifest/change.h"
#include "core/manifest/surroundings.h"

#include <optional>

namespace manifest {

/// What the operator does about an edit of one object.
struct Decision
{
    enum class Way {
        None,      ///< the job goes on as it is
        First,     ///< nothing runs yet: it is deployed for the first time
        InPlace,   ///< rescaled while it runs
        Savepoint, ///< stopped with a savepoint
        KeepHa,    ///< its cluster is deleted, the metadata of high availability stays
        Cancel,    ///< cancelled, its last checkpoint is kept
        Recorded,  ///< it has ended already; what was written down of it is restored
        Stateless, ///< cancelled, with all its state
        Wait,      ///< nothing happens before something else does
        Refused,   ///< the operator will not do it
    };
    /// Why: one for each sentence.
    enum class Because {
        SameSpec,
        OnlyIgnored,
        WaitsForResume,
        StaysSuspended,
        FirstDeployment,
        CanRescale,
        Asked,              ///< upgradeMode says so
        VersionChanged,     ///< metadata of another Flink is not used
        VersionChangeWaits, ///< and the job can neither be saved nor cancelled
        CheckpointTooOld,   ///< for last-state
        CheckpointPending,  ///< that would be young enough
        FallsBack,          ///< from savepoint to last-state: the job is not running
        MayNotFallBack,
        JobCancelAllowed, ///< or there is no metadata
        HaMetadata,
        Ended,
        EndedUnknown, ///< and its last checkpoint is not known
        Cancelling,
        SavepointPending,
        SessionNotReady,
        NeverStarted, ///< the JobManager is deleted, then as the rest of the table says
        Lost,         ///< no JobManager, no metadata
        NotReachable, ///< neither running nor lost
        Resumes,
        Redeploys,
        SessionCluster,
        SecondColour, ///< a blue/green deployment starts the other one
        ColourNotReady,
        HandedOn, ///< to the active colour
        InTransition,
        Validator, ///< a rule of the operator's validator
    };

    /// What was not known; the decision is the one of the usual case.
    enum class Unknown {
        HaMetadata,     ///< taken for there if high availability is on
        NeverStarted,   ///< taken for a JobManager that was there once
        CheckpointAges, ///< taken for young enough
        Session,        ///< taken for ready
    };

    Way way = Way::None;
    Because because = Because::SameSpec;
    std::optional<RestoreSource> restore; ///< nothing: it starts empty, or nothing is started
    bool isSuspending = false;            ///< the job stays down afterwards
    QList<Unknown> unknown;               ///< what the decision hangs on, and nobody knows

    friend bool operator==(const Decision&, const Decision&) = default;
};

/// What is asked of the operator.
struct UpgradeQuestion
{
    LiveObject live;
    QJsonObject wanted; ///< spec as specOf() gives it
    QList<Change> changes;
    Surroundings around;
};

/// The operator's own decision (AbstractJobReconciler, ApplicationReconciler, SessionJobReconciler: 1.10 to 1.16).
Decision decide(const UpgradeQuestion& question);

} // namespace manifest
