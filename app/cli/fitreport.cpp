#include "app/cli/fitreport.h"

#include "app/cli/shapes.h"
#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/snapshot/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using base::visibleText;
using snapshot::Compatibility;
using snapshot::JobVertex;
using snapshot::Operator;
using snapshot::OperatorFit;
using Kind = OperatorFit::Kind;

QString word(Compatibility::Verdict verdict)
{
    switch (verdict) {
    case Compatibility::Verdict::Compatible:
        return u"compatible"_s;
    case Compatibility::Verdict::WithAllowNonRestored:
        return u"withAllowNonRestored"_s;
    case Compatibility::Verdict::Incompatible:
        return u"incompatible"_s;
    case Compatibility::Verdict::Unknown:
        return u"unknown"_s;
    }
    return {};
}

QString word(Kind kind)
{
    switch (kind) {
    case Kind::Fits:
        return u"fits"_s;
    case Kind::Stateless:
        return u"stateless"_s;
    case Kind::TooParallel:
        return u"tooParallel"_s;
    case Kind::MaxParallelism:
        return u"maxParallelism"_s;
    case Kind::MaxUndetermined:
        return u"maxParallelismUndetermined"_s;
    case Kind::Absent:
        return u"absent"_s;
    case Kind::NotTold:
        return u"notTold"_s;
    }
    return {};
}

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::Fits:
        return Text::tr("fits");
    case Kind::Stateless:
        return Text::tr("no state");
    case Kind::TooParallel:
    case Kind::MaxParallelism:
        return Text::tr("refused");
    case Kind::Absent:
        return Text::tr("left out");
    case Kind::MaxUndetermined:
    case Kind::NotTold:
        return Text::tr("not known");
    }
    return {};
}

const JobVertex* vertexOf(const FitReport& report, const OperatorFit& fit)
{
    return fit.vertex ? &report.job.graph.vertices[*fit.vertex] : nullptr;
}

QJsonObject vertexJson(const JobVertex& vertex)
{
    return {{u"id"_s, vertex.id},
            {u"name"_s, vertex.name},
            {u"parallelism"_s, vertex.parallelism},
            {u"maxParallelism"_s,
             vertex.maxParallelism > 0 ? QJsonValue(vertex.maxParallelism) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject operatorJson(const FitReport& report, const Operator& of, const OperatorFit& fit)
{
    const JobVertex* vertex = vertexOf(report, fit);
    return {{u"id"_s, of.id},
            {u"uid"_s, shapes::text(of.uid)},
            {u"name"_s, shapes::text(of.name)},
            {u"fit"_s, word(fit.kind)},
            {u"reason"_s, textOf(fit, of, report.job.graph)},
            {u"parallelism"_s, of.parallelism},
            {u"maxParallelism"_s, of.maxParallelism},
            {u"stateBytes"_s, totalOf(of).bytes},
            {u"vertex"_s, vertex ? QJsonValue(vertexJson(*vertex)) : QJsonValue(QJsonValue::Null)}};
}

QString formatText(const FitReport& report)
{
    return Text::tr("The snapshot has format %1 of the metadata, which Flink %2 does not read.")
        .arg(report.snapshot.metadata.version)
        .arg(visibleText(report.job.graph.flinkVersion, 40));
}

QString both(int snapshot, const JobVertex* vertex, int JobVertex::*field)
{
    const QString there = vertex && vertex->*field > 0 ? QString::number(vertex->*field) : u"?"_s;
    return QString::number(snapshot) == there ? there : QString::number(snapshot) + u" → "_s + there;
}

QString operatorTable(const FitReport& report, Colors colors)
{
    Table table({Text::tr("Operator"), Text::tr("Operator id"), Text::tr("In the job"), Text::tr("Parallelism"),
                 Text::tr("Max parallelism"), Text::tr("State"), Text::tr("Vertex of the job")});
    for (int column = 3; column <= 5; ++column)
        table.alignRight(column);
    const QList<Operator>& operators = report.snapshot.metadata.operators;
    for (qsizetype i = 0; i < operators.size(); ++i) {
        const OperatorFit& fit = report.fit.operators[i];
        const JobVertex* vertex = vertexOf(report, fit);
        table.add({operatorTitle(operators[i]), operators[i].id, kindText(fit.kind),
                   both(operators[i].parallelism, vertex, &JobVertex::parallelism),
                   both(operators[i].maxParallelism, vertex, &JobVertex::maxParallelism),
                   base::bytesText(totalOf(operators[i]).bytes), vertex ? visibleText(vertex->name, 60) : u"–"_s});
    }
    return table.text(colors);
}

/// The operators the verdict rests on, each with its reason.
QString reasonLines(const FitReport& report)
{
    QString text;
    const QList<Operator>& operators = report.snapshot.metadata.operators;
    for (qsizetype i = 0; i < operators.size(); ++i) {
        const OperatorFit& fit = report.fit.operators[i];
        if (fit.kind == Kind::Fits || fit.kind == Kind::Stateless)
            continue;
        const bool isNamed = !operators[i].uid.isEmpty() || !operators[i].name.isEmpty();
        text += u"  "_s + (isNamed ? operatorTitle(operators[i]) : operators[i].id) + u": "_s +
                textOf(fit, operators[i], report.job.graph) + u'\n';
    }
    return text;
}

QString newText(const FitReport& report)
{
    QStringList names;
    for (const qsizetype index : report.fit.newVertices)
        names.append(visibleText(report.job.graph.vertices[index].name, 80));
    return names.isEmpty() ? QString()
                           : Text::tr("Vertices of the job that begin with an operator the snapshot does not have: %1")
                                     .arg(names.join(u", "_s)) +
                                 u'\n';
}

} // namespace

QJsonObject fitJson(const FitReport& report)
{
    QJsonArray operators, added;
    for (qsizetype i = 0; i < report.fit.operators.size(); ++i)
        operators.append(operatorJson(report, report.snapshot.metadata.operators[i], report.fit.operators[i]));
    for (const qsizetype index : report.fit.newVertices)
        added.append(vertexJson(report.job.graph.vertices[index]));
    return {{u"kind"_s, u"SnapshotCompatibility"_s},
            {u"snapshot"_s, snapshotHeadJson(report.snapshot)},
            {u"job"_s, QJsonObject{{u"id"_s, report.job.overview.id},
                                   {u"name"_s, report.job.overview.name},
                                   {u"state"_s, report.job.overview.state},
                                   {u"endpoint"_s, report.job.endpoint},
                                   {u"flinkVersion"_s, shapes::text(report.job.graph.flinkVersion)}}},
            {u"verdict"_s, word(report.fit.verdict)},
            {u"formatReadable"_s, !report.fit.isTooNew},
            {u"operators"_s, operators},
            {u"newVertices"_s, added},
            {u"source"_s, u"flinkRest"_s},
            {u"observedAt"_s, shapes::time(QDateTime::currentDateTimeUtc())}};
}

QString fitText(const FitReport& report, Colors colors)
{
    QString text = titleOf(report.snapshot.metadata) + u": "_s + visibleText(report.snapshot.path, 400) + u'\n' +
                   Text::tr("Job %1 (%2), %3")
                       .arg(visibleText(report.job.overview.name, 120), report.job.overview.id,
                            visibleText(report.job.overview.state, 40)) +
                   u"\n\n"_s + operatorTable(report, colors) + u'\n' + textOf(report.fit.verdict) + u'\n';
    if (report.fit.isTooNew)
        text += u"  "_s + formatText(report) + u'\n';
    return text + reasonLines(report) + newText(report);
}

} // namespace cli
