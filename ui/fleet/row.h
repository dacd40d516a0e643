#pragma once

#include "core/base/environment.h"
#include "core/base/health.h"
#include "core/health/verdict.h"
#include "core/kube/watch.h"

#include <QList>
#include <QMap>
#include <QString>

#include <array>
#include <optional>

namespace fleet {

/// What a row of the table stands for, across all connections.
struct RowKey
{
    QString connection;     ///< id of the connection
    kube::ObjectKey object; ///< the FlinkDeployment; empty: the bare Flink endpoint the connection is

    friend bool operator==(const RowKey&, const RowKey&) = default;
    friend size_t qHash(const RowKey& key, size_t seed = 0) { return qHashMulti(seed, key.connection, key.object); }
};

/// The columns in the order they are drawn by default.
enum class Column {
    Health,
    Deployment,
    Context,
    JobState,
    Flink,
    Parallelism,
    CheckpointAge,
    Restarts,
    Owner,
    Changed,
    Lifecycle,
    Label, ///< one of any number behind the others, each with a key of its own
};
constexpr int columnCount = 11; ///< without those of labels
constexpr std::array<Column, columnCount> allColumns{
    Column::Health,        Column::Deployment, Column::Context, Column::JobState, Column::Flink,    Column::Parallelism,
    Column::CheckpointAge, Column::Restarts,   Column::Owner,   Column::Changed,  Column::Lifecycle};

/// One deployment as the table shows it, computed once from its evidence, so that sorting, filtering and painting
/// decode nothing. All texts but the labels' are safe to show. Times are milliseconds since 1970, UTC; 0: not known.
struct Row
{
    RowKey key;
    base::Health health = base::Health::Unknown;
    base::Environment environment = base::Environment::Unset;
    QString name, nameSpace, context;
    QString color;                                ///< "#rrggbb" the user gave the connection; empty: the environment's
    QString jobState;                             ///< the state that is believed; empty: not reported
    std::optional<health::Source> jobStateSource; ///< who says so
    bool sourcesDisagree = false;
    bool isSession = false;
    int jobsRunning = -1; ///< of a session cluster or endpoint; -1: not known
    QString lifecycle, flinkVersion, owner, image;
    QMap<QString, QString> labels; ///< shared with the resource and as it sent them: the one text that is not yet safe
    int parallelism = -1;          ///< -1: not known
    std::optional<qint64> restarts;
    qint64 lastCheckpointAt = 0;
    qint64 checkpointWarnMs = 0, checkpointBrokenMs = 0; ///< ages from which the age is coloured; 0: never
    QString checkpointProblem;                           ///< why the age is not known
    QList<double> durations;                             ///< of the last completed checkpoints in ms, oldest first
    qint64 changedAt = 0;  ///< when the operator last applied a changed spec, else the creation
    qint64 seenAt = 0;     ///< when the newest evidence was seen
    qint64 restSeenAt = 0; ///< when Flink's REST last answered; 0: not asked or never
    bool stale = false;    ///< the connection has lost contact: what is shown is the last known
    QString staleReason;
    QString summary;                ///< the verdict's sentence
    bool tentative = false;         ///< Flink or the pods could refute the verdict, but were not heard
    QList<health::Source> notHeard; ///< who could refute it
    QStringList reasons;

    friend bool operator==(const Row&, const Row&) = default;
};

} // namespace fleet
