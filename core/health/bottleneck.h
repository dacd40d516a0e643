#pragma once

#include "core/flink/jobgraph.h"
#include "core/flink/pod.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace health {

/// Why a job is no faster than it is, with what that was judged on.
struct Bottleneck
{
    enum class Cause { SlowOperator, SlowSink, Skew, SlowSubtask, StarvedSource };

    Cause cause = Cause::SlowOperator;
    int vertex = 0;               ///< place in the graph
    QString name;                 ///< of the vertex, safe to show
    QString sentence;             ///< what happens there, translated
    QStringList evidence;         ///< one measured fact each, translated
    int slowestSubtask = -1;      ///< −1: not looked at
    QString taskManager, pod;     ///< of that subtask; empty: not known
    std::optional<double> factor; ///< of records, the subtask with the most over the others on average

    friend bool operator==(const Bottleneck&, const Bottleneck&) = default;
};

/// camelCase, for JSON.
QString wordOf(Bottleneck::Cause cause);

/// Pure. The first busy vertex below backpressured ones, or a source that delivers nothing while others wait for it.
/// Nothing: no vertex holds up another, or too little was measured. `now` UTC, for the age of watermarks.
std::optional<Bottleneck> findBottleneck(const flink::JobGraph& graph, const QList<flink::Pod>& pods,
                                         const QDateTime& now);

} // namespace health
