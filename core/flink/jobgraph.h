#pragma once

#include "core/flink/restvertex.h"

#include <QDateTime>

namespace flink {

/// One subtask of a vertex that was looked at closely.
struct SubtaskFigures
{
    int index = 0;
    QString state, host, taskManagerId;              ///< host without its port
    qint64 recordsIn = 0;                            ///< since the subtask began; of a source those it has written
    std::optional<double> busy, backpressured, idle; ///< 0 to 1

    friend bool operator==(const SubtaskFigures&, const SubtaskFigures&) = default;
};

/// A share of time over the subtasks of a vertex, 0 to 1.
struct Share
{
    std::optional<double> average, most;

    friend bool operator==(const Share&, const Share&) = default;
};

struct GraphVertex
{
    QString id, name, state;
    int parallelism = 0, maxParallelism = 0;
    QMap<QString, int> tasks;     ///< by state, as Flink writes it
    QList<ChainedOperator> chain; ///< empty: the plan does not tell
    QList<int> inputs, outputs;   ///< places in JobGraph::vertices, without doubles
    int level = 0;                ///< edges on the longest way from a source; of cycles an edge is left out

    Share busy, backpressured, idle;
    std::optional<double> recordsIn, recordsOut, bytesIn, bytesOut; ///< a second, of all subtasks
    std::optional<double> mostRecords; ///< a second, in, of the subtask with the most; of a source out
    std::optional<qint64> watermarkMs; ///< the least input watermark, since 1970; absent: none yet, or no event time
    QList<SubtaskFigures> subtasks;    ///< by index; empty: not looked at

    bool isSource() const { return inputs.isEmpty(); }
    bool isMeasured() const { return busy.most || backpressured.most || idle.most; }

    friend bool operator==(const GraphVertex&, const GraphVertex&) = default;
};

/// Between places in JobGraph::vertices.
struct GraphEdge
{
    int from = 0, to = 0;
    QString shipStrategy;

    friend bool operator==(const GraphEdge&, const GraphEdge&) = default;
};

/// The graph of a job with what was measured at each vertex.
struct JobGraph
{
    QString jobId, name, state;
    QList<GraphVertex> vertices; ///< what feeds stands before what is fed
    QList<GraphEdge> edges;
    int pendingOperators = 0; ///< of a 2.x graph that grows while it runs
    int strayEdges = 0;       ///< left out: from or to a vertex that does not exist, or to itself

    int indexOf(const QString& id) const; ///< -1: none

    friend bool operator==(const JobGraph&, const JobGraph&) = default;
};

/// The graph without figures. Vertices without an id, and twins, are left out.
JobGraph graphOf(const JobPlan& plan);

/// What to ask of each vertex.
QStringList vertexMetricNames();
void takeMetrics(GraphVertex& vertex, const QList<MetricSpread>& metrics);
void takeSubtasks(GraphVertex& vertex, const QList<Subtask>& subtasks, const VertexLoad& load);

/// How many times the records of the other subtasks on average the one with the most takes: by the second where that is
/// measured, else since they began. Absent: not known, or a single subtask.
std::optional<double> recordSkew(const GraphVertex& vertex);

/// For Graphviz: a digraph with a node a vertex.
QString dotOf(const JobGraph& graph);

} // namespace flink
