#pragma once

#include "ui/fleet/sortkey.h"

namespace fleet {

/// Below 0: `left` comes first. Compares by each key in turn, then by context, namespace and name; what is not known
/// comes last in either direction.
int compare(const Row& left, const Row& right, const QList<SortKey>& keys);
/// Whether a row that becomes `after` stays where it is.
bool sortsAlike(const Row& before, const Row& after, const QList<SortKey>& keys);

} // namespace fleet
