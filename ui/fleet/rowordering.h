#pragma once

#include "ui/fleet/row.h"

#include <Qt>

namespace fleet {

/// One column rows are sorted by.
struct SortKey
{
    Column column = Column::Health;
    Qt::SortOrder order = Qt::AscendingOrder;

    friend bool operator==(const SortKey&, const SortKey&) = default;
};

/// Below 0: `left` comes first. Compares by each key in turn, then by context, namespace and name; what is not known
/// comes last in either direction.
int compare(const Row& left, const Row& right, const QList<SortKey>& keys);
/// Whether a row that becomes `after` stays where it is.
bool sortsAlike(const Row& before, const Row& after, const QList<SortKey>& keys);

} // namespace fleet
