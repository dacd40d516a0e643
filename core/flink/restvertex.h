#pragma once

#include "core/flink/rest.h"

#include <QHash>

namespace flink {

/// One operator of a vertex: those of a chain run in one thread, one after the other.
struct ChainedOperator
{
    QString name;
    int depth = 0; ///< steps behind the head of the chain

    friend bool operator==(const ChainedOperator&, const ChainedOperator&) = default;
};

/// GET /jobs/:id, with what its plan tells beside the edges.
struct JobPlan
{
    JobDetail detail;
    QHash<QString, QList<ChainedOperator>> chains; ///< by id of the vertex
    int pendingOperators = 0;                      ///< of a 2.x graph that grows while it runs

    friend bool operator==(const JobPlan&, const JobPlan&) = default;
};

/// One metric over the subtasks of a vertex. Absent: Flink answered NaN.
struct MetricSpread
{
    QString id;
    std::optional<double> min, max, average, sum;

    friend bool operator==(const MetricSpread&, const MetricSpread&) = default;
};

/// One subtask of GET /jobs/:id/vertices/:vertex.
struct Subtask
{
    int index = 0, attempt = 0;
    QString state;
    QString host; ///< with its port since 1.19
    QString taskManagerId;
    IoMetrics metrics;

    friend bool operator==(const Subtask&, const Subtask&) = default;
};

/// How one subtask spends its time, 0 to 1. Absent: NaN, or not said.
struct SubtaskLoad
{
    int index = 0;
    std::optional<double> busy, backpressured, idle;

    friend bool operator==(const SubtaskLoad&, const SubtaskLoad&) = default;
};

/// GET /jobs/:id/vertices/:vertex/backpressure.
struct VertexLoad
{
    bool isMeasured = false; ///< false: the first question only has the metrics fetched
    QList<SubtaskLoad> subtasks;

    friend bool operator==(const VertexLoad&, const VertexLoad&) = default;
};

} // namespace flink
