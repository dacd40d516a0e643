#include "ui/snapshots/operatorsheet.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"

#include <algorithm>

namespace snapshots {

using namespace Qt::StringLiterals;
using base::visibleText;
using snapshot::Amount;
using snapshot::Operator;
using snapshot::StateKind;

namespace {

constexpr qsizetype longestName = 200;
constexpr qsizetype longestStates = 1024;

Amount amountOf(const Operator& of, int column)
{
    switch (column) {
    case OperatorSheet::KeyedColumn:
        return keyedOf(of);
    case OperatorSheet::OperatorStateColumn:
        return operatorStateOf(of);
    case OperatorSheet::ChannelColumn:
        return channelsOf(of);
    case OperatorSheet::CoordinatorColumn:
        return of.amount(StateKind::Coordinator);
    default:
        return totalOf(of);
    }
}

QStringList ids(const Examined& examined)
{
    QStringList all;
    if (examined) {
        for (const Operator& each : examined->reading.metadata.operators)
            all.append(each.id);
    }
    return all;
}

} // namespace

QString nameOf(const Operator& of)
{
    return visibleText(!of.uid.isEmpty() ? of.uid : !of.name.isEmpty() ? of.name : of.id, longestName);
}

QString statesOf(const Operator& of)
{
    QStringList names;
    for (const snapshot::KeyedState& state : of.keyedStates)
        names.append(u"%1 (%2)"_s.arg(state.name, state.type));
    for (const snapshot::OperatorStateName& state : of.operatorStates)
        names.append(state.name);
    return visibleText(names.join(u", "_s), longestStates);
}

void OperatorSheet::show(const Examined& examined)
{
    const QStringList now = ids(examined);
    const bool isSame = !now.isEmpty() && now == ids(m_examined);
    exchange(isSame ? Rows::Same : Rows::Other, int(now.size()), [&] { m_examined = examined; });
}

const Operator& OperatorSheet::operatorAt(int row) const
{
    return m_examined->reading.metadata.operators.at(row);
}

QList<Title> OperatorSheet::titles() const
{
    constexpr auto right = Title::Align::Right;
    const QString hint = tr("How much, and in how many handles");
    return {{u"operator"_s, tr("Operator")},
            {u"id"_s, tr("Operator id")},
            {u"parallelism"_s, tr("Parallelism"), right},
            {u"maxParallelism"_s, tr("Max parallelism"), right},
            {u"state"_s, tr("State"), right},
            {u"keyed"_s, tr("Keyed state"), right, hint},
            {u"operatorState"_s, tr("Operator state"), right, hint},
            {u"channels"_s, tr("In flight"), right, hint},
            {u"coordinator"_s, tr("Coordinator"), right, hint},
            {u"states"_s, tr("Names of states")}};
}

Cell OperatorSheet::cell(int row, int column) const
{
    const Operator& of = operatorAt(row);
    switch (column) {
    case NameColumn: {
        QStringList more;
        if (!of.uid.isEmpty() && !of.name.isEmpty())
            more.append(visibleText(of.name, longestName));
        if (of.isFinished)
            more.append(tr("finished"));
        else if (of.finishedSubtasks > 0)
            more.append(tr("%n subtask(s) finished", nullptr, of.finishedSubtasks));
        return {nameOf(of), {}, (QStringList{nameOf(of)} + more).join(u" · "_s), more.join(u" · "_s)};
    }
    case IdColumn:
        return {of.id};
    case ParallelismColumn:
        return countCell(of.parallelism);
    case MaxParallelismColumn:
        return countCell(of.maxParallelism);
    case StatesColumn:
        return {statesOf(of)};
    default:
        break;
    }
    const Amount amount = amountOf(of, column);
    if (amount.handles == 0)
        return {u"–"_s, u"0"_s, tr("none")};
    Cell cell = bytesCell(amount.bytes);
    cell.hint = tr("%1 in %n handle(s)", nullptr, int(std::min<qint64>(amount.handles, 1'000'000'000)))
                    .arg(base::exactBytesText(amount.bytes));
    if (column != StateColumn)
        cell.text = tr("%1 in %2", "bytes in so many handles").arg(cell.text, base::countText(amount.handles));
    return cell;
}

bool OperatorSheet::isLess(int column, int left, int right) const
{
    const Operator& one = operatorAt(left);
    const Operator& other = operatorAt(right);
    switch (column) {
    case NameColumn:
        return QString::localeAwareCompare(nameOf(one), nameOf(other)) < 0;
    case IdColumn:
        return one.id < other.id;
    case ParallelismColumn:
        return one.parallelism < other.parallelism;
    case MaxParallelismColumn:
        return one.maxParallelism < other.maxParallelism;
    case StatesColumn:
        return QString::localeAwareCompare(statesOf(one), statesOf(other)) < 0;
    default:
        return amountOf(one, column).bytes < amountOf(other, column).bytes;
    }
}

QString OperatorSheet::searched(int row) const
{
    const Operator& of = operatorAt(row);
    return QStringList{of.uid, of.name, of.id, statesOf(of)}.join(u' ');
}

} // namespace snapshots
