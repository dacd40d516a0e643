#include "core/flink/jobgraph.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace flink {

namespace {

struct Figure
{
    QStringView metric;
    Share GraphVertex::*share = nullptr;
    std::optional<double> GraphVertex::*rate = nullptr;
};
constexpr std::array<Figure, 7> figures{{{u"busyTimeMsPerSecond", &GraphVertex::busy, nullptr},
                                         {u"backPressuredTimeMsPerSecond", &GraphVertex::backpressured, nullptr},
                                         {u"idleTimeMsPerSecond", &GraphVertex::idle, nullptr},
                                         {u"numRecordsInPerSecond", nullptr, &GraphVertex::recordsIn},
                                         {u"numRecordsOutPerSecond", nullptr, &GraphVertex::recordsOut},
                                         {u"numBytesInPerSecond", nullptr, &GraphVertex::bytesIn},
                                         {u"numBytesOutPerSecond", nullptr, &GraphVertex::bytesOut}}};
constexpr QStringView watermark = u"currentInputWatermark";
/// Beyond this a watermark is Long.MAX, the end of all input, or Long.MIN, none.
constexpr double farthestTime = 4e15;

/// Milliseconds of a second as a share; what is no such time is not known.
std::optional<double> shareOf(const std::optional<double>& milliseconds)
{
    const bool isTime = milliseconds && std::isfinite(*milliseconds) && *milliseconds >= 0;
    return isTime ? std::optional(std::min(1.0, *milliseconds / 1000)) : std::nullopt;
}

std::optional<double> rateOf(const std::optional<double>& value)
{
    return value && std::isfinite(*value) && *value >= 0 ? value : std::nullopt;
}

GraphVertex bare(const Vertex& vertex, const QList<ChainedOperator>& chain)
{
    GraphVertex one;
    one.id = vertex.id;
    one.name = vertex.name;
    one.state = vertex.state;
    one.parallelism = vertex.parallelism;
    one.maxParallelism = vertex.maxParallelism;
    one.tasks = vertex.tasks;
    one.chain = chain;
    return one;
}

/// An order in which each vertex stands behind its inputs. Where a cycle leaves none, the first that is left goes on:
/// so each vertex comes once, whatever the edges say.
QList<int> ordered(const QList<QList<int>>& inputs, const QList<QList<int>>& outputs, QList<int>* levels)
{
    const int count = int(inputs.size());
    QList<qsizetype> waiting(count);
    QList<bool> isPlaced(count, false);
    QList<int> order;
    order.reserve(count);
    for (int v = 0; v < count; ++v) {
        waiting[v] = inputs.at(v).size();
        if (waiting.at(v) == 0) {
            order += v;
            isPlaced[v] = true;
        }
    }
    int next = 0;
    for (int at = 0; at < count; ++at) {
        if (at == order.size()) {
            while (isPlaced.at(next))
                ++next;
            order += next;
            isPlaced[next] = true;
        }
        const int from = order.at(at);
        for (const int to : outputs.at(from)) {
            if (isPlaced.at(to))
                continue;
            (*levels)[to] = std::max(levels->at(to), levels->at(from) + 1);
            if (--waiting[to] == 0) {
                order += to;
                isPlaced[to] = true;
            }
        }
    }
    return order;
}

QString quoted(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + text.replace(u'\n', u' ') + u'"';
}

} // namespace

int JobGraph::indexOf(const QString& id) const
{
    const auto found = std::ranges::find(vertices, id, &GraphVertex::id);
    return found == vertices.end() ? -1 : int(found - vertices.begin());
}

JobGraph graphOf(const JobPlan& plan)
{
    JobGraph graph;
    graph.jobId = plan.detail.overview.id;
    graph.name = plan.detail.overview.name;
    graph.state = plan.detail.overview.state;
    graph.pendingOperators = plan.pendingOperators;

    QHash<QString, int> places;
    QList<GraphVertex> found;
    for (const Vertex& vertex : plan.detail.vertices) {
        if (vertex.id.isEmpty() || places.contains(vertex.id))
            continue;
        places.insert(vertex.id, int(found.size()));
        found += bare(vertex, plan.chains.value(vertex.id));
    }

    QList<QList<int>> inputs(found.size()), outputs(found.size());
    QList<GraphEdge> edges;
    QSet<std::pair<int, int>> known;
    for (const PlanEdge& edge : plan.detail.edges) {
        const int from = places.value(edge.from, -1);
        const int to = places.value(edge.to, -1);
        if (from < 0 || to < 0 || from == to) {
            ++graph.strayEdges;
            continue;
        }
        edges += GraphEdge{from, to, edge.shipStrategy};
        if (known.contains({from, to}))
            continue;
        known.insert({from, to});
        inputs[to] += from;
        outputs[from] += to;
    }

    QList<int> levels(found.size(), 0);
    const QList<int> order = ordered(inputs, outputs, &levels);
    QList<int> place(found.size());
    for (int i = 0; i < order.size(); ++i)
        place[order.at(i)] = i;
    const auto moved = [&place](const QList<int>& old) {
        QList<int> all;
        for (const int v : old)
            all += place.at(v);
        return all;
    };
    for (const int v : order) {
        GraphVertex& vertex = found[v];
        vertex.inputs = moved(inputs.at(v));
        vertex.outputs = moved(outputs.at(v));
        vertex.level = levels.at(v);
        graph.vertices += std::move(vertex);
    }
    for (const GraphEdge& edge : edges)
        graph.edges += GraphEdge{place.at(edge.from), place.at(edge.to), edge.shipStrategy};
    return graph;
}

QStringList vertexMetricNames()
{
    QStringList names;
    for (const Figure& figure : figures)
        names += figure.metric.toString();
    return names << watermark.toString();
}

void takeMetrics(GraphVertex& vertex, const QList<MetricSpread>& metrics)
{
    for (const MetricSpread& metric : metrics) {
        if (metric.id == watermark) {
            const bool isTime = metric.min && std::abs(*metric.min) < farthestTime;
            vertex.watermarkMs = isTime ? std::optional(qint64(*metric.min)) : std::nullopt;
            continue;
        }
        const auto figure = std::ranges::find(figures, metric.id, &Figure::metric);
        if (figure == figures.end())
            continue;
        if (figure->share)
            vertex.*figure->share = {shareOf(metric.average), shareOf(metric.max)};
        else
            vertex.*figure->rate = rateOf(metric.sum);
        if (figure->rate == (vertex.isSource() ? &GraphVertex::recordsOut : &GraphVertex::recordsIn))
            vertex.mostRecords = rateOf(metric.max);
    }
}

void takeSubtasks(GraphVertex& vertex, const QList<Subtask>& subtasks, const VertexLoad& load)
{
    QMap<int, SubtaskFigures> all;
    for (const Subtask& subtask : subtasks) {
        SubtaskFigures& one = all[subtask.index];
        one.index = subtask.index;
        one.state = subtask.state;
        one.host = subtask.host.section(u':', 0, 0);
        one.taskManagerId = subtask.taskManagerId.startsWith(u'(') ? QString() : subtask.taskManagerId;
        one.recordsIn = vertex.isSource() ? subtask.metrics.writeRecords : subtask.metrics.readRecords;
    }
    for (const SubtaskLoad& measured : load.subtasks) {
        const auto one = all.find(measured.index);
        if (!load.isMeasured || one == all.end())
            continue;
        one->busy = measured.busy;
        one->backpressured = measured.backpressured;
        one->idle = measured.idle;
    }
    vertex.subtasks = all.values();
}

std::optional<double> recordSkew(const GraphVertex& vertex)
{
    const auto against = [](double most, double all, qsizetype count) {
        const bool isMeant = count > 1 && most > 0;
        const double others = isMeant ? std::max((all - most) / double(count - 1), 0.01 * most) : 1;
        return isMeant ? std::optional(most / others) : std::nullopt;
    };
    const std::optional<double>& rate = vertex.isSource() ? vertex.recordsOut : vertex.recordsIn;
    if (rate && vertex.mostRecords)
        return against(*vertex.mostRecords, *rate, vertex.parallelism);
    double all = 0;
    double most = 0;
    for (const SubtaskFigures& subtask : vertex.subtasks) {
        all += double(subtask.recordsIn);
        most = std::max(most, double(subtask.recordsIn));
    }
    return against(most, all, vertex.subtasks.size());
}

QString dotOf(const JobGraph& graph)
{
    QString text = u"digraph "_s + quoted(graph.name) + u" {\n  rankdir=LR;\n  node [shape=box];\n"_s;
    for (const GraphVertex& vertex : graph.vertices)
        text += u"  %1 [label=%2];\n"_s.arg(quoted(vertex.id),
                                            quoted(vertex.name + u" × "_s + QString::number(vertex.parallelism)));
    for (const GraphEdge& edge : graph.edges)
        text += u"  %1 -> %2 [label=%3];\n"_s.arg(quoted(graph.vertices.at(edge.from).id),
                                                  quoted(graph.vertices.at(edge.to).id), quoted(edge.shipStrategy));
    return text + u"}\n"_s;
}

} // namespace flink
