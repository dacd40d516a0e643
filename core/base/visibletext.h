#pragma once

#include <QString>

namespace base {

/// What becomes of line breaks and tabs: kept for a multi-line view, or each run of them one blank.
enum class Lines { Keep, Join };

/// Text of a server made safe to show: every character that is invisible, moves the cursor or turns the reading
/// direction (control characters, escape sequences, bidirectional marks, zero-width and filler characters, lone
/// surrogates, stacked accents) stands there as ⟨U+202E⟩. Ordinary text of any script stays as it is. The answer has at
/// most `longest` (> 0) UTF-16 units and ends in "…" when something was left out; the cost is bounded by `longest`, not
/// by the text. It is still plain text: show it as Qt::PlainText.
QString visibleText(QStringView text, qsizetype longest = 4096, Lines lines = Lines::Join);
/// The same; a text that is safe as it is shares its memory with the answer.
QString visibleText(const QString& text, qsizetype longest = 4096, Lines lines = Lines::Join);

/// Whether visibleText() would have to spell something out: what would be copied is not what is seen.
bool hasInvisible(QStringView text);

} // namespace base
