#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace live {

/// One snapshot of a job.
struct SnapshotKind
{
    enum class Taking { Checkpoint, Canonical, Native, Stop, Drain };

    QString name; ///< of its fixture, behind the version
    Taking taking = Taking::Checkpoint;
    /// What its metadata have to contain before it is what its name says; until then it is taken again.
    QByteArray mark = {};
};

/// One run of SnapshotJob, and what is taken of it, one after the other.
struct SnapshotRun
{
    QJsonObject settings;
    QStringList arguments;
    QList<SnapshotKind> kinds;
    int endings = 0; ///< so many of its tasks end before the first snapshot
};

/// Runs that one cluster can do at the same time, and what only a cluster can be told.
struct SnapshotScene
{
    QJsonObject settings;
    QList<SnapshotRun> runs;
};

/// Every kind of snapshot that this Flink can write.
[[nodiscard]] QList<SnapshotScene> snapshotScenes(const QString& version);
[[nodiscard]] QStringList snapshotKinds(const QString& version);

} // namespace live
