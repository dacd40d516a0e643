#include "ui/operations/words.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/workflow/pace.h"
#include "core/yaml/yaml.h"
#include "ui/code/difflines.h"
#include "ui/widgets/timedisplay.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace operations {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(operations::Text)
};

using base::Health;
using plans::Intent;
using workflow::Check;
using workflow::Operation;
using workflow::StepRecord;
using Verb = Intent::Verb;

/// Text of a server within Markdown: what would be read as markup stands as itself.
QString escaped(const QString& text)
{
    QString safe;
    for (const QChar one : base::visibleText(text, 2000)) {
        if (u"\\`*_{}[]<>#|!~"_s.contains(one))
            safe += u'\\';
        safe += one;
    }
    return safe;
}

QString differenceOf(const workflow::Plan& plan)
{
    if (plan.before == plan.after)
        return {};
    const auto lines = [](const QJsonObject& spec) { return QString::fromUtf8(yaml::write(spec)).split(u'\n'); };
    QString text = u"```diff\n"_s;
    const QList<code::DiffLine> all = code::condensed(code::diffOf(lines(plan.before), lines(plan.after)));
    for (const code::DiffLine& line : all)
        text += (line.kind == code::DiffLine::Kind::Added     ? u"+ "_s
                 : line.kind == code::DiffLine::Kind::Removed ? u"- "_s
                                                              : u"  "_s) +
                line.text + u'\n';
    return text + u"```\n"_s;
}

} // namespace

QString verbText(Verb verb)
{
    switch (verb) {
    case Verb::Savepoint:
        return Text::tr("Savepoint");
    case Verb::Checkpoint:
        return Text::tr("Checkpoint");
    case Verb::Suspend:
        return Text::tr("Suspend");
    case Verb::Resume:
        return Text::tr("Resume");
    case Verb::Restart:
        return Text::tr("Restart");
    case Verb::Upgrade:
        return Text::tr("Upgrade");
    case Verb::Rescale:
        return Text::tr("Rescale");
    case Verb::Rollback:
        return Text::tr("Rollback");
    case Verb::Redeploy:
        return Text::tr("Redeploy");
    case Verb::Recover:
        return Text::tr("Recover");
    case Verb::Delete:
        return Text::tr("Delete");
    }
    return {};
}

bool needsForm(const Intent& intent)
{
    switch (intent.verb) {
    case Verb::Upgrade:
    case Verb::Rescale:
        return intent.change.isEmpty();
    case Verb::Redeploy:
        return intent.from.isEmpty();
    case Verb::Recover:
        return intent.from.isEmpty() && !intent.isEmpty;
    case Verb::Savepoint:
    case Verb::Checkpoint:
    case Verb::Suspend:
    case Verb::Resume:
    case Verb::Restart:
    case Verb::Rollback:
    case Verb::Delete:
        return false;
    }
    return false;
}

bool hasOptions(const Intent& intent)
{
    return intent.verb == Verb::Delete || (intent.verb == Verb::Suspend && intent.kind == plans::flinkJobKind);
}

Health familyOf(Check::Verdict verdict)
{
    switch (verdict) {
    case Check::Verdict::Ok:
        return Health::Healthy;
    case Check::Verdict::Warn:
        return Health::AtRisk;
    case Check::Verdict::Fail:
        return Health::Broken;
    case Check::Verdict::Unknown:
        return Health::Unknown;
    }
    return Health::Unknown;
}

Health familyOf(Operation::State state)
{
    switch (state) {
    case Operation::State::Running:
        return Health::Changing;
    case Operation::State::Interrupted:
        return Health::AtRisk;
    case Operation::State::Succeeded:
        return Health::Healthy;
    case Operation::State::Failed:
        return Health::Broken;
    case Operation::State::Cancelled:
    case Operation::State::Abandoned:
        return Health::Suspended;
    case Operation::State::Unknown:
        return Health::Unknown;
    }
    return Health::Unknown;
}

Health familyOf(StepRecord::State state)
{
    switch (state) {
    case StepRecord::State::Planned:
        return Health::Suspended;
    case StepRecord::State::Sending:
    case StepRecord::State::Sent:
        return Health::Changing;
    case StepRecord::State::Doubtful:
        return Health::Unknown;
    case StepRecord::State::Done:
        return Health::Healthy;
    case StepRecord::State::Failed:
        return Health::Broken;
    }
    return Health::Unknown;
}

QString wordOf(Check::Verdict verdict)
{
    switch (verdict) {
    case Check::Verdict::Ok:
        return Text::tr("OK");
    case Check::Verdict::Warn:
        return Text::tr("warning");
    case Check::Verdict::Fail:
        return Text::tr("failed");
    case Check::Verdict::Unknown:
        return Text::tr("not known");
    }
    return {};
}

QString wordOf(StepRecord::State state)
{
    switch (state) {
    case StepRecord::State::Planned:
        return Text::tr("not begun");
    case StepRecord::State::Sending:
        return Text::tr("being sent");
    case StepRecord::State::Doubtful:
        return Text::tr("sent, answer lost");
    case StepRecord::State::Sent:
        return Text::tr("waiting");
    case StepRecord::State::Done:
        return Text::tr("done");
    case StepRecord::State::Failed:
        return Text::tr("failed");
    }
    return {};
}

QString objectName(const workflow::Plan& plan)
{
    return base::visibleText(plan.object.section(u' ', 1), 200);
}

QString tookText(const QDateTime& from, const QDateTime& to)
{
    return from.isValid() && to.isValid() ? base::compactDuration(std::chrono::milliseconds(from.msecsTo(to)))
                                          : QString();
}

QString usualText(const std::optional<std::chrono::milliseconds>& expected)
{
    return expected && *expected >= 1s ? Text::tr("usually %1").arg(base::compactDuration(*expected)) : QString();
}

bool isDelayed(const workflow::Step& step, const StepRecord& record)
{
    const bool isUnderWay = record.startedAt.isValid() && !record.isOver();
    return isUnderWay &&
           workflow::isMuchLonger(std::chrono::milliseconds(record.startedAt.msecsTo(QDateTime::currentDateTimeUtc())),
                                  step.expected);
}

QString standText(const Operation& operation)
{
    if (!operation.problem.isEmpty())
        return base::visibleText(operation.problem, 400);
    const qsizetype current = operation.currentStep();
    if (!operation.isOpen() || !operation.result.isEmpty() || current < 0)
        return base::visibleText(operation.result, 400);
    const workflow::Step& step = operation.plan.steps.at(current);
    const QString title = base::visibleText(step.title, 200);
    const QString detail = base::visibleText(operation.steps.at(current).detail, 400);
    QString stand = Text::tr("Step %1 of %2: %3").arg(current + 1).arg(operation.steps.size()).arg(title);
    if (operation.state == Operation::State::Running && isDelayed(step, operation.steps.at(current)))
        stand = Text::tr("%1 (longer than the usual %2)").arg(stand, base::compactDuration(*step.expected));
    return detail.isEmpty() ? stand : u"%1 – %2"_s.arg(stand, detail);
}

QString markdownOf(const Operation& operation)
{
    const workflow::Plan& plan = operation.plan;
    const auto fact = [](const QString& name, const QString& value) {
        return u"- **%1:** %2\n"_s.arg(name, value.isEmpty() ? u"–"_s : value);
    };
    QString text = u"# %1\n\n"_s.arg(escaped(plan.title));
    text +=
        fact(Text::tr("Outcome"), escaped(workflow::stateText(operation.state)) +
                                      (operation.result.isEmpty() ? QString() : u": "_s + escaped(operation.result)));
    text += fact(Text::tr("Object"), escaped(plan.object));
    text += fact(Text::tr("Context"), escaped(plan.context));
    text += fact(Text::tr("Begun"), widgets::absoluteText(operation.startedAt));
    text += fact(Text::tr("Ended"), widgets::absoluteText(operation.endedAt));
    text += fact(Text::tr("Took"), tookText(operation.startedAt, operation.endedAt));
    text += fact(Text::tr("By"), escaped(operation.by) + u" @ "_s + escaped(operation.host));
    text += fact(Text::tr("Operation"), u'`' + operation.id + u'`');
    text += u"\n## %1\n\n"_s.arg(Text::tr("Steps"));
    for (qsizetype i = 0; i < operation.steps.size(); ++i) {
        const StepRecord& record = operation.steps.at(i);
        const QString took = tookText(record.startedAt, record.endedAt);
        text += u"%1. **%2** – %3%4%5\n"_s.arg(i + 1).arg(escaped(plan.steps.at(i).title), wordOf(record.state),
                                                          record.detail.isEmpty() ? QString()
                                                                                  : u": "_s + escaped(record.detail),
                                                          took.isEmpty() ? QString() : u" ("_s + took + u')');
    }
    text += u"\n## %1\n\n"_s.arg(Text::tr("Preflight"));
    for (const Check& check : plan.preflight)
        text += u"- %1: %2%3\n"_s.arg(wordOf(check.verdict), escaped(check.message),
                                      check.evidence.isEmpty() ? QString() : u" – "_s + escaped(check.evidence));
    if (const QString difference = differenceOf(plan); !difference.isEmpty())
        text += u"\n## %1\n\n%2"_s.arg(Text::tr("Change of the spec"), difference);
    return text;
}

} // namespace operations
