#include "ui/fleet/fleetmodel.h"

#include "ui/widgets/cells.h"
#include "ui/widgets/tooltip.h"

#include <QDateTime>

#include <algorithm>

namespace fleet {

namespace {

/// But for the times at which somebody said so, which nothing shows by itself.
bool looksAlike(const Row& before, Row after)
{
    after.seenAt = before.seenAt;
    after.restSeenAt = before.restSeenAt;
    return before == after;
}

constexpr size_t at(int index)
{
    return static_cast<size_t>(index);
}

} // namespace

FleetModel::FleetModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_now(QDateTime::currentMSecsSinceEpoch())
{
}

int FleetModel::slotFor(const RowKey& key)
{
    const qsizetype known = m_slotOf.size();
    int& slot = m_slotOf[key];
    if (m_slotOf.size() == known)
        return slot;
    slot = int(m_slots.size());
    if (m_free.empty()) {
        m_slots.emplace_back();
    } else {
        slot = m_free.back();
        m_free.pop_back();
    }
    return slot;
}

bool FleetModel::isInScope(const Row& row) const
{
    return (m_connections.isEmpty() || m_connections.contains(row.key.connection)) &&
           (m_nameSpaces.isEmpty() || m_nameSpaces.contains(row.key.object.nameSpace));
}

bool FleetModel::accepts(const Row& row) const
{
    if (!isInScope(row))
        return false;
    return m_filter.query.isEmpty() || m_filter.query.matches(row, m_now);
}

bool FleetModel::isShown(const Slot& slot) const
{
    return slot.used && slot.matches && !slot.gone && (!m_filter.family || slot.row.health == *m_filter.family);
}

void FleetModel::count(const Slot& slot, int sign)
{
    if (!slot.used || slot.gone)
        return;
    m_counts.total += sign;
    if (!slot.matches)
        return;
    m_counts.matching += sign;
    m_counts.byHealth[size_t(slot.row.health)] += sign;
    m_counts.tentative[size_t(slot.row.health)] += slot.row.tentative ? sign : 0;
    if (isShown(slot))
        m_counts.shown += sign;
}

void FleetModel::replaceRow(int index, Row row, std::vector<int>* changed)
{
    Slot& slot = m_slots[at(index)];
    const bool wasShown = isShown(slot);
    count(slot, -1);
    const bool sameOrder = slot.used && sortsAlike(slot.row, row, m_sort);
    const int position = placeOf(index);
    const bool isSeen = position >= m_firstVisible && position <= m_lastVisible && !looksAlike(slot.row, row);
    slot.row = std::move(row);
    slot.used = true;
    slot.gone = false;
    slot.matches = accepts(slot.row);
    count(slot, +1);
    if (isShown(slot) != wasShown || (wasShown && !sameOrder))
        m_unplaced.insert(index);
    if (isSeen)
        changed->push_back(position);
}

void FleetModel::apply(QList<Row> rows, const QList<RowKey>& gone)
{
    std::vector<int> changed;
    for (Row& row : rows) {
        const int slot = slotFor(row.key);
        replaceRow(slot, std::move(row), &changed);
    }
    for (const RowKey& key : gone) {
        const auto found = m_slotOf.constFind(key);
        if (found == m_slotOf.constEnd())
            continue;
        Slot& slot = m_slots[at(*found)];
        count(slot, -1);
        slot.gone = true;
        m_unplaced.insert(*found);
    }
    emitChanged(std::move(changed));
    place();
    tellCounts();
}

void FleetModel::tellCounts()
{
    if (m_counts == m_toldCounts && waiting() == m_toldWaiting)
        return;
    m_toldCounts = m_counts;
    m_toldWaiting = waiting();
    emit countsChanged();
}

void FleetModel::emitChanged(std::vector<int> rows)
{
    std::sort(rows.begin(), rows.end());
    for (size_t first = 0; first < rows.size();) {
        size_t last = first;
        while (last + 1 < rows.size() && rows[last + 1] <= rows[last] + 1)
            ++last;
        emit dataChanged(index(rows[first], 0), index(rows[last], lastColumn()));
        first = last + 1;
    }
}

const Row* FleetModel::row(const RowKey& key) const
{
    const auto found = m_slotOf.constFind(key);
    return found == m_slotOf.constEnd() || m_slots[at(*found)].gone ? nullptr : &m_slots[at(*found)].row;
}

const Row& FleetModel::rowAt(int index) const
{
    return m_slots[at(m_order[at(index)])].row;
}

int FleetModel::indexOf(const RowKey& key) const
{
    const auto found = m_slotOf.constFind(key);
    return found == m_slotOf.constEnd() ? -1 : placeOf(*found);
}

QList<RowKey> FleetModel::keysOf(const QString& connection) const
{
    QList<RowKey> result;
    for (const Slot& slot : m_slots) {
        if (slot.used && !slot.gone && slot.row.key.connection == connection)
            result.append(slot.row.key);
    }
    return result;
}

int FleetModel::placeOf(int slot) const
{
    if (!m_arePlacesKnown) {
        m_places.assign(m_slots.size(), -1);
        for (size_t row = 0; row < m_order.size(); ++row)
            m_places[at(m_order[row])] = int(row);
        m_arePlacesKnown = true;
    }
    // A slot that was added since is in no place yet.
    return at(slot) < m_places.size() ? m_places[at(slot)] : -1;
}

void FleetModel::setFilter(const Filter& filter)
{
    m_filter = filter;
    m_connections = QSet<QString>(filter.connections.begin(), filter.connections.end());
    m_nameSpaces = QSet<QString>(filter.nameSpaces.begin(), filter.nameSpaces.end());
    refilter();
    place();
    tellCounts();
}

void FleetModel::refilter()
{
    m_counts = {};
    for (size_t i = 0; i < m_slots.size(); ++i) {
        Slot& slot = m_slots[i];
        slot.matches = slot.used && accepts(slot.row);
        count(slot, +1);
        if (isShown(slot) != (placeOf(int(i)) >= 0))
            m_unplaced.insert(int(i));
    }
}

void FleetModel::setSort(const QList<SortKey>& keys)
{
    m_sort = keys;
    std::vector<int> order = m_order;
    std::sort(order.begin(), order.end(), [this](int left, int right) { return isBefore(left, right); });
    reorder(std::move(order));
    emit headerDataChanged(Qt::Horizontal, 0, lastColumn());
}

bool FleetModel::isBefore(int left, int right) const
{
    const int result = compare(m_slots[at(left)].row, m_slots[at(right)].row, m_sort);
    return result != 0 ? result < 0 : left < right;
}

void FleetModel::freeGoneSlots()
{
    for (const int index : std::as_const(m_unplaced)) {
        Slot& slot = m_slots[at(index)];
        if (!slot.gone)
            continue;
        m_slotOf.remove(slot.row.key);
        slot = {};
        m_free.push_back(index);
    }
}

void FleetModel::setVisibleRange(int first, int last)
{
    m_firstVisible = first;
    m_lastVisible = last;
}

void FleetModel::setHeld(bool held)
{
    if (m_held == held)
        return;
    m_held = held;
    place();
    tellCounts();
}

int FleetModel::waiting() const
{
    return int(m_unplaced.size());
}

void FleetModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, lastColumn());
    if (!m_order.empty())
        emit dataChanged(index(0, 0), index(int(m_order.size()) - 1, lastColumn()));
}

void FleetModel::setNow(qint64 nowMs)
{
    m_now = nowMs;
    if (m_filter.query.dependsOnTime()) {
        refilter();
        place();
        tellCounts();
    }
    const int last = std::min(m_lastVisible, int(m_order.size()) - 1);
    if (m_firstVisible <= last) {
        for (const Column column : {Column::CheckpointAge, Column::Changed})
            emit dataChanged(index(m_firstVisible, int(column)), index(last, int(column)));
    }
}

int FleetModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

QVariant FleetModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = rowAt(index.row());
    if (index.column() >= fleet::columnCount)
        return labelOf(row, m_labels.at(index.column() - fleet::columnCount), role);
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return CellText::shown(row, column, m_now);
    case Qt::ToolTipRole:
        return widgets::plainToolTip(CellText::hint(row, column, m_now));
    case Qt::AccessibleTextRole:
        return QStringList{CellText::title(column), CellText::shown(row, column, m_now)}.join(u' ');
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>((CellText::isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) |
                                                  Qt::AlignVCenter);
    case widgets::cell::ExactRole:
        return CellText::exact(row, column);
    case widgets::cell::StaleRole:
        return row.stale;
    default:
        return lookOf(row, column, role);
    }
}

QVariant FleetModel::lookOf(const Row& row, Column column, int role) const
{
    switch (role) {
    case widgets::cell::HealthRole:
        return column == Column::Health ? QVariant(int(row.health)) : QVariant();
    case widgets::cell::TentativeRole:
        return column == Column::Health && row.tentative;
    case widgets::cell::SecondaryRole:
        return column == Column::Deployment ? QVariant(row.nameSpace) : QVariant();
    case widgets::cell::EnvironmentRole:
        return column == Column::Context ? QVariant(int(row.environment)) : QVariant();
    case widgets::cell::DiffersRole:
        return column == Column::JobState && row.sourcesDisagree;
    case widgets::cell::SeriesRole:
        return column == Column::CheckpointAge ? QVariant::fromValue(row.durations) : QVariant();
    case widgets::cell::FamilyRole: {
        const base::Health family = CellText::family(row, column, m_now);
        return family == base::Health::Healthy ? QVariant() : QVariant(int(family));
    }
    default:
        return {};
    }
}

} // namespace fleet
