#pragma once

#include "tests/live/support/flinkcluster.h"
#include "tests/live/support/snapshotkinds.h"
#include "tests/live/support/workfolder.h"

#include <QJsonArray>

#include <memory>

namespace live {

/// A snapshot that Flink wrote. Where it refers to files they are there as long as its maker.
struct MadeSnapshot
{
    QString kind;
    QByteArray metadata;
    /// How it was made: Flink's version, date, settings and sizes; `folder`, with all `files` that were in it.
    QJsonObject record;
};

/// Has a real Flink write snapshots of every kind.
class SnapshotMaker
{
public:
    explicit SnapshotMaker(QString version);

    /// If it says false, problem() tells why.
    [[nodiscard]] bool make();
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] const QList<MadeSnapshot>& snapshots() const { return m_snapshots; }
    /// Nothing if there is none.
    [[nodiscard]] MadeSnapshot snapshot(const QString& kind) const;
    /// As fixtures: LINE-KIND._metadata, and LINE-KIND.json for the record.
    [[nodiscard]] bool write(const QString& folder) const;

private:
    struct Run
    {
        SnapshotRun plan;
        QJsonObject cluster; ///< its settings
        QString jobId;
    };

    [[nodiscard]] bool makeScene(const SnapshotScene& scene);
    [[nodiscard]] bool makeAll(const Run& run);
    [[nodiscard]] bool isReady(const QString& jobId);
    [[nodiscard]] QJsonArray verticesOf(const QString& jobId);
    [[nodiscard]] bool makeOne(const Run& run, const SnapshotKind& kind);
    /// What REST says of the snapshot once it is taken; empty if it was not.
    [[nodiscard]] QJsonObject take(const QString& jobId, SnapshotKind::Taking taking);
    [[nodiscard]] QJsonObject operation(const QString& trigger, const QJsonObject& content, const QString& status);
    [[nodiscard]] QJsonObject statistics(const QString& jobId, const QString& key, const QJsonValue& value);

    QString m_version;
    QString m_problem;
    // Outlives the clusters' own folders.
    WorkFolder m_folder;
    std::unique_ptr<FlinkCluster> m_cluster;
    QList<MadeSnapshot> m_snapshots;
};

/// 1.20 of 1.20.4.
[[nodiscard]] QString lineOf(const QString& version);

} // namespace live
