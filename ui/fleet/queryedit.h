#pragma once

#include "ui/fleet/sortkey.h"

// What writes into the text of a filter, so that a click leaves something one can read, change and save.
namespace fleet {

/// The value of a column that its field would be compared with; empty: the row has none.
QString filterValueOf(const Row& row, const SortKey& column);
/// "owner:\"Argo CD\"", "label:team=pay"; of an empty value the rows that have none. Empty: the column has no field
/// that takes a value, as ages, which are never twice the same.
QString termFor(const SortKey& column, const QString& value);
/// A comparison: "ckpt-age>10m".
QString termFor(const SortKey& column, const QString& sign, const QString& limit);
QString nameSpaceTerm(const QString& nameSpace);
/// The same term the other way round.
QString negated(const QString& term);

/// `text` with `term` in the place of what lets through by the same column.
QString withTerm(const QString& text, const SortKey& column, const QString& term);
/// `text` with `term` behind it, unless it is there already.
QString withAddedTerm(const QString& text, const QString& term);
/// `text` without what lets through by this column.
QString withoutColumn(const QString& text, const SortKey& column);
/// Whether `text` lets through by this column.
bool filtersBy(const QString& text, const SortKey& column);

} // namespace fleet
