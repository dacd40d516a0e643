#pragma once

#include "ui/widgets/keymap.h"

namespace fleet {

/// All that keys can do on the page of the fleet, beside what they do in any table.
QList<widgets::KeyCommand> keyCommands();
QList<widgets::KeyPlace> keyPlaces();

/// Sorting by the column of the current cell: alone, or after the others.
widgets::KeyCommand sortKeys();
widgets::KeyCommand addSortKeys();
/// Showing a saved view by its number, 0 … 9; 0 is the whole fleet.
widgets::KeyCommand viewKeys(int number);
/// How many views have keys.
inline constexpr int viewsWithKeys = 9;

} // namespace fleet
