#include "app/cli/operationreport.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using workflow::Check;
using workflow::Operation;
using workflow::StepRecord;

QString glyph(Check::Verdict verdict)
{
    switch (verdict) {
    case Check::Verdict::Ok:
        return u"✓"_s;
    case Check::Verdict::Warn:
        return u"⚠"_s;
    case Check::Verdict::Fail:
        return u"✗"_s;
    case Check::Verdict::Unknown:
        return u"?"_s;
    }
    return {};
}

QString glyph(StepRecord::State state)
{
    switch (state) {
    case StepRecord::State::Planned:
        return u"·"_s;
    case StepRecord::State::Sending:
    case StepRecord::State::Sent:
        return u"…"_s;
    case StepRecord::State::Doubtful:
        return u"?"_s;
    case StepRecord::State::Done:
        return u"✓"_s;
    case StepRecord::State::Failed:
        return u"✗"_s;
    }
    return {};
}

QString confirmationText(workflow::Confirmation confirmation)
{
    switch (confirmation) {
    case workflow::Confirmation::Undo:
    case workflow::Confirmation::Dialog:
        return {};
    case workflow::Confirmation::TypeName:
        return Text::tr("State may be lost.");
    }
    return {};
}

QString tookText(const QDateTime& from, const QDateTime& to)
{
    return from.isValid() && to.isValid() ? base::compactDuration(std::chrono::milliseconds(from.msecsTo(to)))
                                          : QString();
}

} // namespace

QString candidatesText(const plans::CandidateFindings& findings, Colors colors)
{
    QString text = plans::diagnosisText(findings.diagnosis.kind) + u'\n';
    for (const QString& sentence : findings.diagnosis.evidence)
        text += u"  %1\n"_s.arg(sentence);
    Table table({u"#"_s, Text::tr("VERDICT"), Text::tr("COMPLETED"), Text::tr("STATE SIZE"), Text::tr("KNOWN FROM"),
                 Text::tr("PATH"), Text::tr("PROBLEM")});
    int number = 0;
    for (const plans::Candidate& candidate : findings.candidates) {
        QStringList sources;
        for (const plans::Candidate::Source source : candidate.sources)
            sources.append(plans::sourceText(source));
        table.add({QString::number(++number), plans::verdictText(candidate.verdict),
                   candidate.completedAt.isValid() ? base::absoluteTime(candidate.completedAt) : u"–"_s,
                   candidate.bytes > 0 ? base::bytesText(candidate.bytes) : u"–"_s, sources.join(u", "_s),
                   base::visibleText(candidate.path, 400), base::visibleText(candidate.problem)});
    }
    return text + u'\n' + table.text(colors);
}

QString planText(const workflow::Plan& plan, Colors)
{
    QString text = plan.title + u" ("_s + base::visibleText(plan.context) + u")\n"_s;
    if (!plan.summary.isEmpty())
        text += plan.summary + u'\n';
    text += u'\n' + Text::tr("Preflight") + u'\n';
    for (const Check& check : plan.preflight)
        text += u"  %1 %2\n"_s.arg(glyph(check.verdict), check.message);
    text += u'\n' + Text::tr("Steps") + u'\n';
    int number = 0;
    for (const workflow::Step& step : plan.steps) {
        text += u"  %1. %2: %3\n"_s.arg(++number).arg(step.title, step.waitsFor);
        if (step.sends)
            text += u"     %1\n"_s.arg(base::visibleText(step.sends->command, 2000));
        if (!step.lostIfStoppedHere.isEmpty())
            text += u"     "_s + Text::tr("At stake: %1").arg(step.lostIfStoppedHere) + u'\n';
    }
    if (plan.expected)
        text += u'\n' + Text::tr("Usually takes %1.").arg(base::compactDuration(*plan.expected)) + u'\n';
    if (const QString warning = confirmationText(plan.confirmation); !warning.isEmpty())
        text += u'\n' + warning + u'\n';
    return text;
}

QString stepText(const workflow::Step& step, const StepRecord& record)
{
    QString text = glyph(record.state) + u' ' + step.title;
    if (!record.detail.isEmpty())
        text += u": "_s + base::visibleText(record.detail, 2000);
    if (const QString took = tookText(record.startedAt, record.endedAt); !took.isEmpty())
        text += u" ("_s + took + u')';
    return text;
}

QString operationText(const Operation& operation, Colors)
{
    QString text = u"%1  %2  %3\n"_s.arg(operation.id, operation.plan.title, workflow::stateText(operation.state));
    if (!operation.problem.isEmpty())
        return text + base::visibleText(operation.problem) + u'\n';
    for (qsizetype i = 0; i < operation.steps.size(); ++i)
        text += u"  "_s + stepText(operation.plan.steps.at(i), operation.steps.at(i)) + u'\n';
    if (!operation.result.isEmpty())
        text += base::visibleText(operation.result, 2000) + u'\n';
    return text;
}

QString operationsText(const QList<Operation>& operations, Colors colors)
{
    if (operations.isEmpty())
        return Text::tr("Nothing has been done yet.") + u'\n';
    Table table({Text::tr("ID"), Text::tr("STATE"), Text::tr("OPERATION"), Text::tr("OBJECT"), Text::tr("CONTEXT"),
                 Text::tr("BEGUN"), Text::tr("TOOK")});
    for (const Operation& operation : operations)
        table.add({operation.id, workflow::stateText(operation.state), base::visibleText(operation.plan.operation),
                   base::visibleText(operation.plan.object), base::visibleText(operation.plan.context),
                   base::absoluteTime(operation.startedAt), tookText(operation.startedAt, operation.endedAt)});
    return table.text(colors);
}

QJsonObject operationsJson(const QList<Operation>& operations)
{
    QJsonArray items;
    for (const Operation& operation : operations)
        items.append(toJson(operation));
    return {{u"kind"_s, u"OperationList"_s}, {u"items"_s, items}};
}

} // namespace cli
