#pragma once

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

/// Whether a ConfigMap of that name, labelled as metadata of high availability, is one that keeps a job
/// (ORDERS-<job id>-config-map; those of the cluster alone do not count).
bool isJobMetadata(QStringView configMap);
/// Whether the JobManager behind an apps/v1 Deployment was never available since that was made.
bool hasNeverStarted(const QJsonObject& deployment);

} // namespace manifest
