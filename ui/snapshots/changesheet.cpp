#include "ui/snapshots/changesheet.h"

#include "core/base/quantity.h"
#include "ui/snapshots/operatorsheet.h"

namespace snapshots {

using namespace Qt::StringLiterals;
using snapshot::Operator;
using snapshot::OperatorChange;
using Kind = OperatorChange::Kind;

namespace {

/// "2 → 4"; one number where both are the same or only one is there.
QString changeText(const Operator* before, const Operator* after, int Operator::*field)
{
    if (before && after && before->*field != after->*field)
        return u"%1 → %2"_s.arg(before->*field).arg(after->*field);
    return QString::number(after ? after->*field : before->*field);
}

Cell growthCell(qint64 growth)
{
    if (growth == 0)
        return {u"–"_s, u"0"_s};
    const QString sign = growth > 0 ? u"+"_s : u"−"_s;
    const qint64 size = growth > 0 ? growth : -growth;
    return {sign + base::bytesText(size), QString::number(growth), sign + base::exactBytesText(size)};
}

} // namespace

void ChangeSheet::show(const Examined& before, const Compared& compared)
{
    exchange(Rows::Other, int(compared.comparison.operators.size()), [&] {
        m_before = before;
        m_compared = compared;
    });
}

void ChangeSheet::clear()
{
    exchange(Rows::Other, 0, [this] {
        m_before.reset();
        m_compared = {};
    });
}

ChangeSheet::Pair ChangeSheet::pairAt(int row) const
{
    const OperatorChange& change = m_compared.comparison.operators.at(row);
    return {change.before ? &m_before->reading.metadata.operators.at(*change.before) : nullptr,
            change.after ? &m_compared.other->reading.metadata.operators.at(*change.after) : nullptr};
}

ChangeSheet::Gravity ChangeSheet::gravityAt(int row) const
{
    const Pair pair = pairAt(row);
    switch (m_compared.comparison.operators.at(row).kind) {
    case Kind::Removed:
        return totalOf(*pair.before).handles > 0 ? Lost : Removed;
    case Kind::Changed:
        return pair.before->maxParallelism != pair.after->maxParallelism ? MaxParallelism : Parallelism;
    case Kind::Added:
        return Added;
    case Kind::Same:
        break;
    }
    return Same;
}

qint64 ChangeSheet::growthAt(int row) const
{
    const Pair pair = pairAt(row);
    return (pair.after ? totalOf(*pair.after).bytes : 0) - (pair.before ? totalOf(*pair.before).bytes : 0);
}

QList<Title> ChangeSheet::titles() const
{
    constexpr auto right = Title::Align::Right;
    return {{u"change"_s, tr("Change")},
            {u"operator"_s, tr("Operator")},
            {u"id"_s, tr("Operator id")},
            {u"parallelism"_s, tr("Parallelism"), right},
            {u"maxParallelism"_s, tr("Max parallelism"), right},
            {u"state"_s, tr("State there"), right},
            {u"growth"_s, tr("Difference"), right}};
}

Cell ChangeSheet::changeCell(int row) const
{
    switch (gravityAt(row)) {
    case Lost:
        return {tr("Only here"),
                {},
                tr("The other snapshot does not have this operator and its state."),
                {},
                theme::Glyph::Broken};
    case MaxParallelism:
        return {tr("Max parallelism"),
                {},
                tr("Keyed state cannot be restored with another max parallelism."),
                {},
                theme::Glyph::AtRisk};
    case Removed:
        return {tr("Only here"),
                {},
                tr("The other snapshot does not have this operator, which has no state."),
                {},
                theme::Glyph::Changing};
    case Added:
        return {tr("Only there"), {}, tr("This snapshot does not have this operator."), {}, theme::Glyph::Changing};
    case Parallelism:
        return {tr("Parallelism"),
                {},
                tr("Another parallelism does not stand in the way of a restore."),
                {},
                theme::Glyph::Changing};
    case Same:
        break;
    }
    return {tr("Same"), {}, {}, {}, theme::Glyph::Healthy};
}

Cell ChangeSheet::cell(int row, int column) const
{
    const Pair pair = pairAt(row);
    switch (column) {
    case ChangeColumn:
        return changeCell(row);
    case NameColumn:
        return {nameOf(pair.any())};
    case IdColumn:
        return {pair.any().id};
    case ParallelismColumn:
        return {changeText(pair.before, pair.after, &Operator::parallelism)};
    case MaxParallelismColumn:
        return {changeText(pair.before, pair.after, &Operator::maxParallelism)};
    case StateColumn:
        return pair.after && totalOf(*pair.after).handles > 0 ? bytesCell(totalOf(*pair.after).bytes) : Cell{u"–"_s};
    default:
        return growthCell(growthAt(row));
    }
}

bool ChangeSheet::isLess(int column, int left, int right) const
{
    const Pair one = pairAt(left), other = pairAt(right);
    switch (column) {
    case ChangeColumn:
        return gravityAt(left) < gravityAt(right);
    case NameColumn:
        return QString::localeAwareCompare(nameOf(one.any()), nameOf(other.any())) < 0;
    case IdColumn:
        return one.any().id < other.any().id;
    case ParallelismColumn:
        return one.any().parallelism < other.any().parallelism;
    case MaxParallelismColumn:
        return one.any().maxParallelism < other.any().maxParallelism;
    case StateColumn:
        return (one.after ? totalOf(*one.after).bytes : -1) < (other.after ? totalOf(*other.after).bytes : -1);
    default:
        return growthAt(left) < growthAt(right);
    }
}

QString ChangeSheet::searched(int row) const
{
    const Operator& of = pairAt(row).any();
    return QStringList{of.uid, of.name, of.id, changeCell(row).text}.join(u' ');
}

} // namespace snapshots
