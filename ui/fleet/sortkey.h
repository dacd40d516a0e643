#pragma once

#include "ui/fleet/row.h"

#include <Qt>

#include <optional>

namespace fleet {

/// One column rows are sorted by. Where the order does not matter it names the column alone.
struct SortKey
{
    Column column = Column::Health;
    Qt::SortOrder order = Qt::AscendingOrder;
    QString label{}; ///< of Column::Label: the label's key

    bool isSameColumn(const SortKey& other) const { return column == other.column && label == other.label; }
    friend bool operator==(const SortKey&, const SortKey&) = default;
};

/// What a column asks for: the table by it alone, or by it after the others.
enum class Sorting { Alone, Added };

/// The order after `column` was asked for: where it decides already it turns round; one that was added goes with the
/// third time. Never empty.
QList<SortKey> resorted(const QList<SortKey>& keys, const SortKey& column, Sorting how);

/// A stable text for settings: "checkpoint-age:desc", "label/team:asc"; none: no such column.
QString textOf(const SortKey& key);
std::optional<SortKey> sortKeyOf(const QString& text);

} // namespace fleet
