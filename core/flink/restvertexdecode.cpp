#include "core/flink/restvertexdecode.h"

#include "core/flink/restbody.h"
#include "core/flink/restdecode.h"
#include "core/flink/restfields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flink {

using namespace rest;

namespace {

constexpr qsizetype longestChain = 256; ///< operators of a vertex that are kept

/// HTML was made for the web interface of Flink; the ampersand comes last, or "&amp;lt;" would be unmasked twice.
QString plainOf(QString html)
{
    html.replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&quot;"_s, u"\""_s);
    return html.replace(u"&#39;"_s, u"'"_s).replace(u"&amp;"_s, u"&"_s);
}

/// "count<br/>+- enrich<br/>   +- Sink: out<br/>": a line an operator, indented by three a step.
QList<ChainedOperator> chainOf(const QString& description)
{
    QList<ChainedOperator> chain;
    const QStringList lines = description.split(u"<br/>"_s, Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        if (chain.size() == longestChain)
            break;
        const qsizetype sign = line.indexOf(u"+- "_s);
        const bool isBehind = sign >= 0 && line.first(sign).trimmed().remove(u':').isEmpty();
        const QString name = plainOf(isBehind ? line.sliced(sign + 3) : line).trimmed();
        if (!name.isEmpty())
            chain += ChainedOperator{name, isBehind ? int(sign / 3) + 1 : 0};
    }
    return chain;
}

/// A ratio in 0 to 1; what lies outside, as −1 for "not measured", is not known.
std::optional<double> ratioOf(const QJsonValue& value)
{
    const std::optional<double> ratio = realOf(value);
    return ratio && *ratio >= 0 && *ratio <= 1.001 ? std::optional(std::min(1.0, *ratio)) : std::nullopt;
}

MetricSpread spreadOf(const QJsonObject& o)
{
    return {o[u"id"].toString(), realOf(o[u"min"]), realOf(o[u"max"]), realOf(o[u"avg"]), realOf(o[u"sum"])};
}

Subtask subtaskOf(const QJsonObject& o)
{
    Subtask s;
    s.index = countOf(o[u"subtask"]);
    s.attempt = countOf(o[u"attempt"]);
    s.state = o[u"status"].toString();
    s.host = o[o.contains(u"endpoint") ? u"endpoint" : u"host"].toString();
    s.taskManagerId = o[u"taskmanager-id"].toString();
    s.metrics = ioMetricsOf(o[u"metrics"]);
    return s;
}

SubtaskLoad loadOf(const QJsonObject& o)
{
    return {countOf(o[u"subtask"]), ratioOf(o[u"busyRatio"]), ratioOf(o[u"ratio"]), ratioOf(o[u"idleRatio"])};
}

} // namespace

base::Result<JobPlan> decodeJobPlan(const QByteArray& body)
{
    const auto detail = decodeJob(body);
    if (!detail)
        return detail.error();
    const auto object = objectWith(body, u"jid");
    if (!object)
        return object.error();
    JobPlan plan;
    plan.detail = *detail;
    plan.pendingOperators = countOf((*object)[u"pending-operators"]);
    const QJsonArray nodes = (*object)[u"plan"][u"nodes"].toArray();
    for (const QJsonValue& node : nodes)
        plan.chains.insert(node[u"id"].toString(), chainOf(node[u"description"].toString()));
    return plan;
}

base::Result<QList<MetricSpread>> decodeMetricSpreads(const QByteArray& body)
{
    const auto array = arrayOf(body);
    if (!array)
        return array.error();
    return allOf(QJsonValue(*array), spreadOf);
}

base::Result<QList<Subtask>> decodeSubtasks(const QByteArray& body)
{
    return listUnder(u"subtasks", body, subtaskOf);
}

base::Result<VertexLoad> decodeVertexLoad(const QByteArray& body)
{
    const auto object = objectWith(body, u"status");
    if (!object)
        return object.error();
    const QString status = (*object)[u"status"].toString();
    return VertexLoad{status.compare(u"ok", Qt::CaseInsensitive) == 0, allOf((*object)[u"subtasks"], loadOf)};
}

} // namespace flink
