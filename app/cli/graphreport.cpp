#include "app/cli/graphreport.h"

#include "app/cli/shapes.h"
#include "core/base/quantity.h"
#include "core/base/visibletext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

constexpr int mostIndents = 8; ///< steps of the table's first column

QJsonValue number(const std::optional<double>& value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue watermarkOf(const flink::GraphVertex& vertex)
{
    return vertex.watermarkMs ? shapes::time(QDateTime::fromMSecsSinceEpoch(*vertex.watermarkMs, Qt::UTC))
                              : QJsonValue();
}

QJsonObject subtaskJson(const flink::SubtaskFigures& subtask)
{
    return {{u"index"_s, subtask.index},
            {u"status"_s, subtask.state},
            {u"taskManager"_s, shapes::text(subtask.taskManagerId)},
            {u"records"_s, subtask.recordsIn},
            {u"busyRatio"_s, number(subtask.busy)},
            {u"backpressuredRatio"_s, number(subtask.backpressured)},
            {u"idleRatio"_s, number(subtask.idle)}};
}

QJsonObject vertexJson(const flink::GraphVertex& vertex)
{
    QJsonArray operators, subtasks;
    for (const flink::ChainedOperator& one : vertex.chain)
        operators.append(QJsonObject{{u"name"_s, one.name}, {u"depth"_s, one.depth}});
    for (const flink::SubtaskFigures& one : vertex.subtasks)
        subtasks.append(subtaskJson(one));
    return {{u"id"_s, vertex.id},
            {u"name"_s, vertex.name},
            {u"status"_s, vertex.state},
            {u"parallelism"_s, vertex.parallelism},
            {u"maxParallelism"_s, vertex.maxParallelism},
            {u"operators"_s, operators},
            {u"busyRatio"_s, number(vertex.busy.most)},
            {u"backpressuredRatio"_s, number(vertex.backpressured.most)},
            {u"idleRatio"_s, number(vertex.idle.most)},
            {u"averageBusyRatio"_s, number(vertex.busy.average)},
            {u"recordsInPerSecond"_s, number(vertex.recordsIn)},
            {u"recordsOutPerSecond"_s, number(vertex.recordsOut)},
            {u"bytesInPerSecond"_s, number(vertex.bytesIn)},
            {u"bytesOutPerSecond"_s, number(vertex.bytesOut)},
            {u"watermark"_s, watermarkOf(vertex)},
            {u"subtasks"_s, subtasks}};
}

QJsonValue bottleneckJson(const GraphReport& report)
{
    if (!report.bottleneck)
        return QJsonValue::Null;
    const health::Bottleneck& one = *report.bottleneck;
    return QJsonObject{{u"vertex"_s, report.graph.vertices.at(one.vertex).id},
                       {u"name"_s, one.name},
                       {u"cause"_s, health::wordOf(one.cause)},
                       {u"sentence"_s, one.sentence},
                       {u"evidence"_s, QJsonArray::fromStringList(one.evidence)},
                       {u"slowestSubtask"_s, one.slowestSubtask < 0 ? QJsonValue() : QJsonValue(one.slowestSubtask)},
                       {u"taskManager"_s, shapes::text(one.taskManager)},
                       {u"pod"_s, shapes::text(one.pod)},
                       {u"skewFactor"_s, number(one.factor)}};
}

QString percent(const std::optional<double>& ratio)
{
    return ratio ? base::percentText(*ratio) : u"–"_s;
}

QString rate(const std::optional<double>& perSecond)
{
    return perSecond ? base::compactCount(qint64(*perSecond + 0.5)) : u"–"_s;
}

QString name(const flink::GraphVertex& vertex)
{
    return QString(2 * std::min(vertex.level, mostIndents), u' ') + base::visibleText(vertex.name, 80);
}

/// "1 HASH, 2 HASH": the numbers of the lines that feed this one.
QString inputsOf(const flink::JobGraph& graph, int vertex)
{
    QStringList inputs;
    for (const flink::GraphEdge& edge : graph.edges) {
        if (edge.to == vertex && inputs.size() < 8)
            inputs += QString::number(edge.from + 1) + u' ' + base::visibleText(edge.shipStrategy, 20);
    }
    return inputs.isEmpty() ? u"–"_s : inputs.join(u", "_s);
}

} // namespace

QJsonObject graphJson(const GraphReport& report)
{
    QJsonArray vertices, edges;
    for (const flink::GraphVertex& vertex : report.graph.vertices)
        vertices.append(vertexJson(vertex));
    for (const flink::GraphEdge& edge : report.graph.edges)
        edges.append(QJsonObject{{u"from"_s, report.graph.vertices.at(edge.from).id},
                                 {u"to"_s, report.graph.vertices.at(edge.to).id},
                                 {u"shipStrategy"_s, edge.shipStrategy}});
    return {{u"kind"_s, u"JobGraph"_s},
            {u"job"_s, report.graph.jobId},
            {u"name"_s, report.graph.name},
            {u"state"_s, report.graph.state},
            {u"vertices"_s, vertices},
            {u"edges"_s, edges},
            {u"pendingOperators"_s, report.graph.pendingOperators},
            {u"bottleneck"_s, bottleneckJson(report)},
            {u"source"_s, u"flinkRest"_s},
            {u"observedAt"_s, shapes::time(report.observedAt)}};
}

QString graphText(const GraphReport& report, Colors colors)
{
    Table table({u"#"_s, Text::tr("Vertex"), Text::tr("Inputs"), Text::tr("Parallelism"), Text::tr("State"),
                 Text::tr("Busy"), Text::tr("Backpressured"), Text::tr("Idle"), Text::tr("Records in/s"),
                 Text::tr("Records out/s")});
    for (const int column : {0, 3, 5, 6, 7, 8, 9})
        table.alignRight(column);
    for (int v = 0; v < report.graph.vertices.size(); ++v) {
        const flink::GraphVertex& vertex = report.graph.vertices.at(v);
        table.add({QString::number(v + 1), name(vertex), inputsOf(report.graph, v), QString::number(vertex.parallelism),
                   base::visibleText(vertex.state, 20), percent(vertex.busy.most), percent(vertex.backpressured.most),
                   percent(vertex.idle.most), rate(vertex.recordsIn), rate(vertex.recordsOut)});
    }
    QString text = table.text(colors) + u'\n';
    if (!report.bottleneck)
        return text +
               (std::ranges::any_of(report.graph.vertices, &flink::GraphVertex::isMeasured)
                    ? Text::tr("No vertex holds up the others.")
                    : Text::tr("Flink has measured nothing here yet, so nothing can be said of a bottleneck.")) +
               u'\n';
    text += Text::tr("Bottleneck: %1.").arg(report.bottleneck->name) + u' ' + report.bottleneck->sentence + u'\n';
    for (const QString& fact : report.bottleneck->evidence)
        text += u"  "_s + fact + u'\n';
    return text;
}

} // namespace cli
