#include "ui/fleet/fleetmodel.h"

#include <algorithm>

// How rows come, go and move: the part of the model that tells its views about places.
namespace fleet {

namespace {

/// Beyond so many separate ranges one change of layout is cheaper than a signal a range.
constexpr int mostRanges = 32;

constexpr size_t at(int index)
{
    return static_cast<size_t>(index);
}

/// As std::merge, for few that come to many: comparing is what costs.
template <typename Before>
std::vector<int> merged(const std::vector<int>& many, const std::vector<int>& few, Before before)
{
    std::vector<int> all;
    all.reserve(many.size() + few.size());
    auto from = many.begin();
    for (const int one : few) {
        // It is rarely far, so the search goes on in growing steps.
        std::ptrdiff_t step = 1;
        while (step < many.end() - from && !before(one, from[step]))
            step *= 2;
        const auto to = std::upper_bound(from + step / 2, from + std::min(step, many.end() - from), one, before);
        all.insert(all.end(), from, to);
        all.push_back(one);
        from = to;
    }
    all.insert(all.end(), from, many.end());
    return all;
}

} // namespace

void FleetModel::place()
{
    if (m_held || m_unplaced.isEmpty())
        return;
    std::vector<int> kept, incoming;
    std::vector<char> isUnplaced(m_slots.size(), 0);
    for (const int slot : std::as_const(m_unplaced))
        isUnplaced[at(slot)] = 1;
    kept.reserve(m_order.size());
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(kept),
                 [&](int slot) { return isUnplaced[at(slot)] == 0; });
    for (const int slot : std::as_const(m_unplaced)) {
        if (isShown(m_slots[at(slot)]))
            incoming.push_back(slot);
    }
    const auto before = [this](int left, int right) { return isBefore(left, right); };
    std::sort(incoming.begin(), incoming.end(), before);
    moveTo(merged(kept, incoming, before));
    freeGoneSlots();
    m_unplaced.clear();
}

void FleetModel::moveTo(const std::vector<int>& target)
{
    std::vector<char> keep(m_slots.size(), 0);
    for (const int slot : target)
        keep[at(slot)] = 1;
    removeOthers(keep);

    std::vector<int> remaining;
    remaining.reserve(m_order.size());
    std::copy_if(target.begin(), target.end(), std::back_inserter(remaining),
                 [&](int slot) { return placeOf(slot) >= 0; });
    if (remaining != m_order)
        reorder(std::move(remaining));
    insertMissing(target);
}

void FleetModel::removeOthers(const std::vector<char>& keep)
{
    const auto stays = [&keep](int slot) { return keep[at(slot)] != 0; };
    QList<std::pair<int, int>> ranges; // first, last
    for (int row = 0; row < int(m_order.size()); ++row) {
        if (stays(m_order[at(row)]))
            continue;
        if (!ranges.isEmpty() && ranges.last().second == row - 1)
            ranges.last().second = row;
        else
            ranges.append({row, row});
    }
    if (ranges.size() > mostRanges) {
        std::vector<int> order = m_order;
        const auto middle = std::stable_partition(order.begin(), order.end(), stays);
        ranges = {{int(middle - order.begin()), int(order.size()) - 1}};
        reorder(std::move(order));
    }
    for (auto range = ranges.crbegin(); range != ranges.crend(); ++range) {
        beginRemoveRows({}, range->first, range->second);
        m_order.erase(m_order.begin() + range->first, m_order.begin() + range->second + 1);
        m_arePlacesKnown = false;
        endRemoveRows();
    }
}

void FleetModel::insertMissing(const std::vector<int>& target)
{
    QList<std::pair<int, int>> ranges; // first, last in `target`
    std::vector<char> isPlaced(m_slots.size(), 0);
    for (const int slot : m_order)
        isPlaced[at(slot)] = 1;
    for (int row = 0; row < int(target.size()); ++row) {
        if (isPlaced[at(target[at(row)])] != 0)
            continue;
        if (!ranges.isEmpty() && ranges.last().second == row - 1)
            ranges.last().second = row;
        else
            ranges.append({row, row});
    }
    const bool atOnce = ranges.size() > mostRanges;
    std::vector<int> missing;
    for (const auto& [first, last] : std::as_const(ranges)) {
        if (atOnce) {
            missing.insert(missing.end(), target.begin() + first, target.begin() + last + 1);
            continue;
        }
        beginInsertRows({}, first, last);
        m_order.insert(m_order.begin() + first, target.begin() + first, target.begin() + last + 1);
        m_arePlacesKnown = false;
        endInsertRows();
    }
    if (!atOnce)
        return;
    beginInsertRows({}, int(m_order.size()), int(target.size()) - 1);
    m_order.insert(m_order.end(), missing.begin(), missing.end());
    m_arePlacesKnown = false;
    endInsertRows();
    reorder(target);
}

void FleetModel::reorder(std::vector<int> order)
{
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> slotsBefore;
    for (const QModelIndex& index : before)
        slotsBefore.push_back(m_order[at(index.row())]);
    m_order = std::move(order);
    m_arePlacesKnown = false;
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(placeOf(slotsBefore[size_t(i)]), before.at(i).column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace fleet
