#pragma once

#include <QAbstractItemModel>
#include <QList>

namespace widgets {

/// The forms in which rows of a table leave the window.
enum class CopyForm { Text, Csv, Markdown, Json };

/// Rows of a model as text, with the exact values (cell::ExactRole, else the shown text) of `columns`, in the given
/// order. Text is tabs and lines without a head; the others carry the column titles. In Csv and Text a cell that a
/// spreadsheet would take for a formula begins with an apostrophe; Markdown keeps each cell in its cell; Json is an
/// array of objects.
QString copyText(const QAbstractItemModel& model, const QList<int>& rows, const QList<int>& columns, CopyForm form);

/// `text` as one cell of a CSV line: quoted where it must be, never a formula.
QString csvCell(const QString& text);

} // namespace widgets
