#pragma once

#include "core/manifest/change.h"
#include "core/manifest/liveobject.h"
#include "core/manifest/spec.h"

#include <optional>

namespace manifest {

/// State that a job starts from.
struct RestoreSource
{
    enum class Kind { Savepoint, Checkpoint };

    Kind kind = Kind::Checkpoint;
    QString path;           ///< empty: not made yet, or not known
    qint64 completedAt = 0; ///< ms since 1970; 0: not made yet, or not known
    bool isNew = false;     ///< it is made on the way

    friend bool operator==(const RestoreSource&, const RestoreSource&) = default;
};

/// What is known around an object, as far as somebody asked. Nothing: it is not known.
struct Surroundings
{
    std::optional<bool> hasHaMetadata;   ///< ConfigMaps of high availability that keep the job
    std::optional<bool> hasNeverStarted; ///< there is a JobManager, and no pod of it was ever available
    bool isHistoryKnown = false;         ///< Flink was asked for its checkpoints: what is missing below is not there
    std::optional<qint64> lastCompleted, pending; ///< checkpoints, ms since 1970
    std::optional<RestoreSource> latest;          ///< the newest checkpoint or savepoint anybody knows of
    std::optional<LiveObject> session;            ///< the cluster of a session job
    bool isSessionMissing = false;                ///< it was asked for, and there is none
    QStringList sessionJobs;                      ///< that run in a session cluster
    FlatConfiguration defaults;                   ///< of the operator's installation
    qint64 now = 0;                               ///< ms since 1970
};

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
