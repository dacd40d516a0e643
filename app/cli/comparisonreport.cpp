#include "app/cli/comparisonreport.h"

#include "app/cli/shapes.h"
#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/snapshot/words.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using base::bytesText;
using base::countText;
using snapshot::Amount;
using snapshot::FileSum;
using snapshot::Operator;
using snapshot::OperatorChange;
using snapshot::StateKind;
using Kind = OperatorChange::Kind;

/// One operator on both sides; null: it is not there.
struct Pair
{
    const Operator* before = nullptr;
    const Operator* after = nullptr;

    const Operator& any() const { return after ? *after : *before; }
};

Pair pairOf(const ComparisonReport& report, const OperatorChange& change)
{
    return {change.before ? &report.before.metadata.operators[*change.before] : nullptr,
            change.after ? &report.after.metadata.operators[*change.after] : nullptr};
}

Amount coordinatorOf(const Operator& of)
{
    return of.amount(StateKind::Coordinator);
}

QString word(Kind kind)
{
    switch (kind) {
    case Kind::Same:
        return u"same"_s;
    case Kind::Changed:
        return u"changed"_s;
    case Kind::Added:
        return u"added"_s;
    case Kind::Removed:
        return u"removed"_s;
    }
    return {};
}

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::Same:
        return Text::tr("same");
    case Kind::Changed:
        return Text::tr("changed");
    case Kind::Added:
        return Text::tr("added");
    case Kind::Removed:
        return Text::tr("removed");
    }
    return {};
}

/// Both values; null where the operator is not there.
template <typename Value>
QJsonObject bothJson(const Pair& pair, Value valueOf)
{
    return {{u"before"_s, pair.before ? QJsonValue(valueOf(*pair.before)) : QJsonValue(QJsonValue::Null)},
            {u"after"_s, pair.after ? QJsonValue(valueOf(*pair.after)) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject bytesJson(const Pair& pair, Amount (*amountOf)(const Operator&))
{
    return bothJson(pair, [amountOf](const Operator& of) { return amountOf(of).bytes; });
}

QJsonObject operatorJson(const Pair& pair, Kind kind)
{
    const Operator& any = pair.any();
    return {{u"id"_s, any.id},
            {u"uid"_s, shapes::text(any.uid)},
            {u"name"_s, shapes::text(any.name)},
            {u"change"_s, word(kind)},
            {u"parallelism"_s, bothJson(pair, [](const Operator& of) { return of.parallelism; })},
            {u"maxParallelism"_s, bothJson(pair, [](const Operator& of) { return of.maxParallelism; })},
            {u"stateBytes"_s, bytesJson(pair, snapshot::totalOf)},
            {u"keyed"_s, bytesJson(pair, snapshot::keyedOf)},
            {u"operatorState"_s, bytesJson(pair, snapshot::operatorStateOf)},
            {u"channelState"_s, bytesJson(pair, snapshot::channelsOf)},
            {u"coordinator"_s, bytesJson(pair, coordinatorOf)}};
}

QJsonObject sumJson(const FileSum& sum)
{
    return {{u"files"_s, sum.files}, {u"bytes"_s, sum.bytes}};
}

QString changeText(const Pair& pair, int Operator::*field)
{
    const QString before = pair.before ? QString::number(pair.before->*field) : u"–"_s;
    const QString after = pair.after ? QString::number(pair.after->*field) : u"–"_s;
    return before == after ? after : before + u" → "_s + after;
}

qint64 differenceOf(const Pair& pair, Amount (*amountOf)(const Operator&))
{
    return (pair.after ? amountOf(*pair.after).bytes : 0) - (pair.before ? amountOf(*pair.before).bytes : 0);
}

QString signedBytes(qint64 difference)
{
    if (difference == 0)
        return u"–"_s;
    return (difference > 0 ? u"+"_s : u"−"_s) + bytesText(difference > 0 ? difference : -difference);
}

QString operatorTable(const ComparisonReport& report, Colors colors)
{
    Table table({Text::tr("Operator"), Text::tr("Operator id"), Text::tr("Change"), Text::tr("Parallelism"),
                 Text::tr("Max parallelism"), Text::tr("State"), Text::tr("Difference"), Text::tr("Keyed"),
                 Text::tr("Operator state"), Text::tr("In flight"), Text::tr("Coordinator")});
    for (int column = 3; column <= 10; ++column)
        table.alignRight(column);
    for (const OperatorChange& change : report.comparison.operators) {
        const Pair pair = pairOf(report, change);
        table.add(
            {operatorTitle(pair.any()), pair.any().id, kindText(change.kind), changeText(pair, &Operator::parallelism),
             changeText(pair, &Operator::maxParallelism), bytesText(snapshot::totalOf(pair.any()).bytes),
             signedBytes(differenceOf(pair, snapshot::totalOf)), signedBytes(differenceOf(pair, snapshot::keyedOf)),
             signedBytes(differenceOf(pair, snapshot::operatorStateOf)),
             signedBytes(differenceOf(pair, snapshot::channelsOf)), signedBytes(differenceOf(pair, coordinatorOf))});
    }
    return table.text(colors);
}

QString filesText(const snapshot::Comparison& comparison)
{
    const auto sum = [](const FileSum& files) {
        return Text::tr("%1 (%2)").arg(countText(files.files), bytesText(files.bytes));
    };
    return Text::tr("Files in both: %1, only in the first: %2, only in the second: %3")
        .arg(sum(comparison.common), sum(comparison.onlyBefore), sum(comparison.onlyAfter));
}

} // namespace

QJsonObject comparisonJson(const ComparisonReport& report)
{
    QJsonArray operators;
    for (const OperatorChange& change : report.comparison.operators)
        operators.append(operatorJson(pairOf(report, change), change.kind));
    return {{u"kind"_s, u"SnapshotComparison"_s},
            {u"before"_s, snapshotHeadJson(report.before)},
            {u"after"_s, snapshotHeadJson(report.after)},
            {u"interchangeable"_s, report.isInterchangeable()},
            {u"operators"_s, operators},
            {u"files"_s, QJsonObject{{u"common"_s, sumJson(report.comparison.common)},
                                     {u"onlyBefore"_s, sumJson(report.comparison.onlyBefore)},
                                     {u"onlyAfter"_s, sumJson(report.comparison.onlyAfter)}}}};
}

QString comparisonText(const ComparisonReport& report, Colors colors)
{
    const auto head = [](const SnapshotReport& side) {
        return titleOf(side.metadata) + u": "_s + bytesText(snapshot::totalOf(side.metadata).bytes) + u", "_s +
               base::visibleText(side.path, 400) + u'\n';
    };
    return head(report.before) + head(report.after) + u'\n' + operatorTable(report, colors) + u'\n' +
           filesText(report.comparison) + u'\n' +
           verdictOf(report.comparison, report.before.metadata, report.after.metadata) + u'\n';
}

} // namespace cli
