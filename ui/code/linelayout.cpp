#include "ui/code/linelayout.h"

#include <QTextBlock>
#include <QTextDocument>

#include <utility>

namespace code {

namespace {

/// As many as a letter changes: its line, and the next one, whose colours depend on it. More are painted together.
constexpr int mostLines = 4;

} // namespace

LineLayout::LineLayout(QTextDocument* document)
    : QPlainTextDocumentLayout(document)
    , m_lines(document->blockCount())
{
}

/// Qt takes what was removed and what was added together for the length of what changed.
void LineLayout::documentChanged(int from, int charsRemoved, int charsAdded)
{
    const int lines = document()->blockCount();
    const bool hasSameLines = std::exchange(m_lines, lines) == lines;
    const QTextBlock first = document()->findBlock(from);
    const QTextBlock last = document()->findBlock(from + std::max(charsAdded - 1, 0));
    if (!hasSameLines || !first.isValid() || !last.isValid() || last.blockNumber() - first.blockNumber() >= mostLines) {
        QPlainTextDocumentLayout::documentChanged(from, charsRemoved, charsAdded);
        return;
    }
    for (QTextBlock line = first; line.isValid() && line.position() <= last.position(); line = line.next())
        QPlainTextDocumentLayout::documentChanged(line.position(), 0, line.length());
}

} // namespace code
