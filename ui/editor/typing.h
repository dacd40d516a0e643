#pragma once

#include <QString>

#include <optional>

namespace editor {

/// What a press of Enter begins the next line with: the blanks of `before`, the part of the line left of the cursor,
/// and two more where it opens a block, or so many that it stands beside a list item's first key.
QString indentAfter(QStringView before);

/// How many blanks Tab puts in at a column, and Backspace takes away before it.
int blanksToNextStop(int column);
int blanksToLastStop(int column);

/// The bracket that belongs to the one at `at`, opening or closing; not within comments. Nothing: there is none, or it
/// is further away than a few thousand units.
std::optional<qsizetype> matchingBracket(QStringView text, qsizetype at);

/// Lines made comments, or, if all are some already, their text again.
QString toggledComments(const QString& lines);

} // namespace editor
