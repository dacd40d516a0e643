#pragma once

#include "core/kube/watch.h"
#include "tests/live/support/podcluster.h"

#include <QJsonObject>

#include <optional>

namespace live {

/// What the job of tests/live/job has counted: the proof of what became of its state.
struct Counting
{
    qint64 number = 0;  ///< the last one it has seen; it began with 1
    qint64 missing = 0; ///< of its key, before it, that are not in the state

    /// Whether it went on where `before` was, with nothing lost and nothing counted twice.
    [[nodiscard]] bool isSequelOf(const Counting& before) const { return number > before.number && missing == 0; }
};

/// An answer of Flink's REST through the API server, asked by kubectl and not by the product; empty: there was none.
[[nodiscard]] QJsonDocument flinkAnswer(const PodCluster& cluster, const kube::ObjectKey& deployment,
                                        const QString& path);

/// Nothing: Flink does not tell, or not yet (its metrics come some seconds after a job's start).
[[nodiscard]] std::optional<Counting> countingOf(const PodCluster& cluster, const kube::ObjectKey& deployment,
                                                 const QString& jobId);

} // namespace live
