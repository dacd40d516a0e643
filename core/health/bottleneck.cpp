#include "core/health/bottleneck.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace health {

using Cause = Bottleneck::Cause;
using flink::GraphVertex;
using flink::JobGraph;
using flink::SubtaskFigures;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(health::Text)
};

constexpr double busyEnough = 0.8;  ///< some subtask of the vertex
constexpr double heldEnough = 0.5;  ///< some subtask of what feeds it
constexpr double unevenBelow = 0.6; ///< of the busiest subtask, on average
constexpr double skewedFrom = 2;    ///< times the records of the other subtasks
constexpr double idleEnough = 0.99;
constexpr qint64 lateMs = 5 * 60 * 1000; ///< a watermark that somebody waits for
constexpr int mostSources = 64;

bool isHeld(const GraphVertex& vertex)
{
    return vertex.backpressured.most.value_or(0) >= heldEnough;
}

bool isBusy(const GraphVertex& vertex)
{
    return vertex.busy.most.value_or(0) >= busyEnough;
}

/// How much the worst of its inputs is backpressured; 0: none is.
double heldBefore(const JobGraph& graph, const GraphVertex& vertex)
{
    double most = 0;
    for (const int input : vertex.inputs)
        most = std::max(most, graph.vertices.at(input).backpressured.most.value_or(0));
    return most;
}

/// The one that holds up what feeds it: of several the busiest, of equally busy ones the last. It may be backpressured
/// itself only where nothing behind it is to blame.
int slowVertex(const JobGraph& graph)
{
    QList<bool> isCandidate(graph.vertices.size(), false);
    int found = -1;
    for (int v = int(graph.vertices.size()) - 1; v >= 0; --v) {
        const GraphVertex& vertex = graph.vertices.at(v);
        const bool isBehindBlamed =
            std::ranges::any_of(vertex.outputs, [&](int output) { return isCandidate.at(output); });
        if (!isBusy(vertex) || heldBefore(graph, vertex) < heldEnough || (isHeld(vertex) && isBehindBlamed))
            continue;
        isCandidate[v] = true;
        if (found < 0 || *vertex.busy.most > *graph.vertices.at(found).busy.most)
            found = v;
    }
    return found;
}

/// Whether its chain ends a job's way and is a sink by its name.
bool isSink(const GraphVertex& vertex)
{
    return vertex.outputs.isEmpty() && (vertex.name.startsWith(u"Sink"_s) || vertex.name.contains(u": Writer"_s));
}

const SubtaskFigures* slowestSubtask(const GraphVertex& vertex)
{
    const auto slower = [](const SubtaskFigures& a, const SubtaskFigures& b) {
        return std::pair(a.busy.value_or(0), a.recordsIn) < std::pair(b.busy.value_or(0), b.recordsIn);
    };
    const auto found = std::ranges::max_element(vertex.subtasks, slower);
    return found == vertex.subtasks.end() ? nullptr : &*found;
}

/// In Kubernetes a TaskManager is called like its pod, or told by the pod's address.
QString podOf(const SubtaskFigures& subtask, const QList<flink::Pod>& pods)
{
    for (const flink::Pod& pod : pods) {
        if (pod.metadata.name == subtask.taskManagerId || (!pod.ip.isEmpty() && pod.ip == subtask.host))
            return pod.metadata.name;
    }
    return {};
}

QString safe(const QString& text)
{
    return base::visibleText(text, 200);
}

QString times(double factor)
{
    return QLocale().toString(factor, 'f', factor < 10 ? 1 : 0);
}

QString percent(const std::optional<double>& ratio)
{
    return ratio ? base::percentText(*ratio) : u"–"_s;
}

Cause causeOf(const GraphVertex& vertex, const SubtaskFigures* slowest, const std::optional<double>& skew)
{
    const bool isUneven = vertex.parallelism > 1 && vertex.busy.average && vertex.busy.most &&
                          *vertex.busy.average <= unevenBelow * *vertex.busy.most;
    if (isUneven && slowest && skew)
        return *skew >= skewedFrom ? Cause::Skew : Cause::SlowSubtask;
    if (isUneven)
        return Cause::Skew;
    return isSink(vertex) ? Cause::SlowSink : Cause::SlowOperator;
}

QString sentenceOf(const Bottleneck& bottleneck, const GraphVertex& vertex)
{
    const QString busy = percent(vertex.busy.most);
    switch (bottleneck.cause) {
    case Cause::SlowOperator:
        return Text::tr("Its busiest subtask is %1 busy, and what stands before it waits: it needs more subtasks, or "
                        "less work a record.")
            .arg(busy);
    case Cause::SlowSink:
        return Text::tr("This sink is %1 busy, and what stands before it waits: look at the system it writes to.")
            .arg(busy);
    case Cause::Skew:
        return Text::tr("One subtask is %1 busy, the subtasks on average %2: key skew, which more subtasks would not "
                        "cure.")
            .arg(busy, percent(vertex.busy.average));
    case Cause::SlowSubtask:
        return Text::tr("One subtask is %1 busy, the subtasks on average %2, with no more records than the others: "
                        "look at the machine it runs on.")
            .arg(busy, percent(vertex.busy.average));
    case Cause::StarvedSource:
        return Text::tr("This source delivers nothing, and what joins it with other input waits for its watermark.");
    }
    return {};
}

QStringList evidenceOf(const JobGraph& graph, const Bottleneck& bottleneck, const GraphVertex& vertex)
{
    QStringList facts{
        Text::tr("Busy: at most %1, on average %2.").arg(percent(vertex.busy.most), percent(vertex.busy.average))};
    for (const int input : vertex.inputs) {
        const GraphVertex& before = graph.vertices.at(input);
        if (isHeld(before))
            facts += Text::tr("Backpressured up to %1: %2.").arg(percent(before.backpressured.most), safe(before.name));
    }
    if (bottleneck.factor && vertex.subtasks.size() > 1)
        facts += Text::tr("The subtask with the most records takes %1 times those of the others on average.")
                     .arg(times(*bottleneck.factor));
    if (bottleneck.slowestSubtask < 0)
        return facts;
    const QString subtask = QString::number(bottleneck.slowestSubtask);
    if (!bottleneck.pod.isEmpty())
        facts += Text::tr("Slowest subtask: %1, in pod %2.").arg(subtask, safe(bottleneck.pod));
    else if (!bottleneck.taskManager.isEmpty())
        facts += Text::tr("Slowest subtask: %1, on TaskManager %2.").arg(subtask, safe(bottleneck.taskManager));
    else
        facts += Text::tr("Slowest subtask: %1.").arg(subtask);
    return facts;
}

Bottleneck blame(const JobGraph& graph, int place, const QList<flink::Pod>& pods)
{
    const GraphVertex& vertex = graph.vertices.at(place);
    Bottleneck bottleneck;
    bottleneck.vertex = place;
    bottleneck.name = safe(vertex.name);
    const SubtaskFigures* slowest = slowestSubtask(vertex);
    bottleneck.factor = flink::recordSkew(vertex);
    bottleneck.cause = causeOf(vertex, slowest, bottleneck.factor);
    if (slowest) {
        bottleneck.slowestSubtask = slowest->index;
        bottleneck.taskManager = slowest->taskManagerId;
        bottleneck.pod = podOf(*slowest, pods);
    }
    bottleneck.sentence = sentenceOf(bottleneck, vertex);
    bottleneck.evidence = evidenceOf(graph, bottleneck, vertex);
    return bottleneck;
}

bool isSilent(const GraphVertex& source)
{
    return source.state == u"RUNNING" && source.recordsOut && *source.recordsOut <= 0 &&
           source.idle.average.value_or(0) >= idleEnough;
}

/// Which vertices each record of `source` may reach; what is broadcast holds up nobody.
QList<bool> reachedFrom(const JobGraph& graph, int source, const QList<QList<int>>& ways)
{
    QList<bool> isReached(graph.vertices.size(), false);
    isReached[source] = true;
    QList<int> waiting{source};
    while (!waiting.isEmpty()) {
        for (const int to : ways.at(waiting.takeLast())) {
            if (!isReached.at(to))
                waiting += to;
            isReached[to] = true;
        }
    }
    return isReached;
}

std::optional<Bottleneck> starvedSource(const JobGraph& graph, const QDateTime& now)
{
    QList<int> silent, lively;
    for (int v = 0; v < graph.vertices.size(); ++v) {
        const GraphVertex& vertex = graph.vertices.at(v);
        if (!vertex.isSource())
            continue;
        if (isSilent(vertex))
            silent += v;
        else if (vertex.recordsOut.value_or(0) > 0)
            lively += v;
    }
    if (silent.isEmpty() || lively.isEmpty() || silent.size() + lively.size() > mostSources)
        return {};
    QList<QList<int>> ways(graph.vertices.size());
    for (const flink::GraphEdge& edge : graph.edges) {
        if (edge.shipStrategy != u"BROADCAST")
            ways[edge.from] += edge.to;
    }
    QList<bool> isLive(graph.vertices.size(), false);
    for (const int source : lively) {
        const QList<bool> reached = reachedFrom(graph, source, ways);
        for (int v = 0; v < reached.size(); ++v)
            isLive[v] = isLive.at(v) || reached.at(v);
    }
    const bool hasEventTime =
        std::ranges::any_of(graph.vertices, [](const GraphVertex& vertex) { return vertex.watermarkMs.has_value(); });
    for (const int source : silent) {
        const QList<bool> reached = reachedFrom(graph, source, ways);
        for (int v = 0; v < reached.size(); ++v) {
            const GraphVertex& vertex = graph.vertices.at(v);
            const bool isLate =
                vertex.watermarkMs ? now.toMSecsSinceEpoch() - *vertex.watermarkMs > lateMs : hasEventTime;
            if (v == source || !reached.at(v) || !isLive.at(v) || !isLate)
                continue;
            Bottleneck starved;
            starved.cause = Cause::StarvedSource;
            starved.vertex = source;
            starved.name = safe(graph.vertices.at(source).name);
            starved.sentence = sentenceOf(starved, graph.vertices.at(source));
            starved.evidence = {
                Text::tr("Records out: none; idle %1.").arg(percent(graph.vertices.at(source).idle.average)),
                vertex.watermarkMs ? Text::tr("Watermark %1 behind: %2.")
                                         .arg(base::durationText(std::chrono::milliseconds(now.toMSecsSinceEpoch() -
                                                                                           *vertex.watermarkMs)),
                                              safe(vertex.name))
                                   : Text::tr("No watermark yet: %1.").arg(safe(vertex.name))};
            return starved;
        }
    }
    return {};
}

} // namespace

QString wordOf(Cause cause)
{
    switch (cause) {
    case Cause::SlowOperator:
        return u"slowOperator"_s;
    case Cause::SlowSink:
        return u"slowSink"_s;
    case Cause::Skew:
        return u"skew"_s;
    case Cause::SlowSubtask:
        return u"slowSubtask"_s;
    case Cause::StarvedSource:
        return u"starvedSource"_s;
    }
    return {};
}

std::optional<Bottleneck> findBottleneck(const JobGraph& graph, const QList<flink::Pod>& pods, const QDateTime& now)
{
    if (graph.state != u"RUNNING")
        return {};
    if (const int slow = slowVertex(graph); slow >= 0)
        return blame(graph, slow, pods);
    return starvedSource(graph, now);
}

} // namespace health
