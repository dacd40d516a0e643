#include "ui/fleet/fleetmodel.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/tooltip.h"

#include <algorithm>

// What the columns are: the part of the model that knows labels and headers.
namespace fleet {

using namespace Qt::StringLiterals;

namespace {

QList<FleetModel::Share> mostFrequentFirst(const QHash<QString, int>& counts)
{
    QList<FleetModel::Share> shares;
    shares.reserve(counts.size());
    for (auto each = counts.constBegin(); each != counts.constEnd(); ++each)
        shares.append({each.key(), each.value()});
    std::sort(shares.begin(), shares.end(), [](const FleetModel::Share& left, const FleetModel::Share& right) {
        return left.rows != right.rows ? left.rows > right.rows : left.text < right.text;
    });
    return shares;
}

} // namespace

int FleetModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : fleet::columnCount + int(m_labels.size());
}

SortKey FleetModel::columnAt(int section) const
{
    if (section < fleet::columnCount)
        return {Column(section), Qt::AscendingOrder};
    return {Column::Label, Qt::AscendingOrder, m_labels.at(section - fleet::columnCount)};
}

int FleetModel::sectionOf(const SortKey& column) const
{
    if (column.column != Column::Label)
        return int(column.column);
    const qsizetype place = m_labels.indexOf(column.label);
    return place < 0 ? -1 : fleet::columnCount + int(place);
}

void FleetModel::setLabelColumns(const QStringList& keys)
{
    for (int i = int(m_labels.size()) - 1; i >= 0; --i) {
        if (keys.contains(m_labels.at(i)))
            continue;
        beginRemoveColumns({}, fleet::columnCount + i, fleet::columnCount + i);
        m_labels.removeAt(i);
        endRemoveColumns();
    }
    for (const QString& key : keys) {
        if (key.isEmpty() || m_labels.contains(key))
            continue;
        beginInsertColumns({}, columnCount(), columnCount());
        m_labels.append(key);
        endInsertColumns();
    }
}

QList<FleetModel::Share> FleetModel::labelKeys() const
{
    QHash<QString, int> counts;
    for (const Slot& slot : m_slots) {
        if (!slot.used || slot.gone)
            continue;
        for (auto label = slot.row.labels.constBegin(); label != slot.row.labels.constEnd(); ++label)
            ++counts[label.key()];
    }
    return mostFrequentFirst(counts);
}

QList<FleetModel::Share> FleetModel::values(const std::function<QString(const Row& row)>& valueOf) const
{
    QHash<QString, int> counts;
    for (const Slot& slot : m_slots) {
        if (slot.used && !slot.gone && isInScope(slot.row))
            ++counts[valueOf(slot.row)];
    }
    return mostFrequentFirst(counts);
}

QVariant FleetModel::labelOf(const Row& row, const QString& key, int role) const
{
    switch (role) {
    case Qt::DisplayRole: {
        const QString value = CellText::label(row, key);
        return row.labels.contains(key) ? value : u"–"_s;
    }
    case Qt::ToolTipRole:
        return widgets::plainToolTip(CellText::labelHint(row, key, m_now));
    case Qt::AccessibleTextRole:
        return QStringList{CellText::labelTitle(key), CellText::label(row, key)}.join(u' ');
    case widgets::cell::ExactRole:
        return CellText::label(row, key);
    case widgets::cell::StaleRole:
        return row.stale;
    default:
        return {};
    }
}

/// "descending, 2nd": for those who do not see the arrow. Empty: not sorted by it.
QString FleetModel::orderText(const SortKey& column) const
{
    const auto found =
        std::find_if(m_sort.begin(), m_sort.end(), [&](const SortKey& key) { return key.isSameColumn(column); });
    if (found == m_sort.end())
        return {};
    const QString order =
        found->order == Qt::AscendingOrder ? tr("sorted in ascending order") : tr("sorted in descending order");
    return m_sort.size() == 1 ? order : tr("%1, as number %2").arg(order).arg(found - m_sort.begin() + 1);
}

QVariant FleetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const SortKey column = columnAt(section);
    const bool isLabel = column.column == Column::Label;
    const bool isNumber = !isLabel && CellText::isNumber(column.column);
    const auto title = [&] { return isLabel ? CellText::labelTitle(column.label) : CellText::title(column.column); };
    switch (role) {
    case Qt::DisplayRole:
        return title();
    case Qt::AccessibleTextRole: {
        const QString order = orderText(column);
        return order.isEmpty() ? title() : u"%1, %2"_s.arg(title(), order);
    }
    case Qt::ToolTipRole:
        return widgets::plainToolTip(tr("%1\nClick sorts by it, Shift+click by it after the others.").arg(title()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case widgets::cell::KeyRole:
        return isLabel ? u"label/"_s + column.label : CellText::key(column.column);
    default:
        return {};
    }
}

} // namespace fleet
