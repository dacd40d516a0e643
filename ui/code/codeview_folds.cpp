#include "ui/code/codeview.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPlainTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace code {

void CodeView::showYaml(const QString& text)
{
    const int scroll = verticalScrollBar()->value();
    const int sideways = horizontalScrollBar()->value();
    setPlainText(text);
    setFolds(foldsOf(text));
    verticalScrollBar()->setValue(scroll);
    horizontalScrollBar()->setValue(sideways);
}

void CodeView::setFolds(const QList<Fold>& folds)
{
    if (folds == m_folds && m_folded.isEmpty() && !m_hasHidden)
        return;
    const bool hadRoom = foldWidth() > 0;
    m_folds = folds;
    if (hadRoom != (foldWidth() > 0))
        makeRoom();
    applyFolds();
}

void CodeView::shiftFolds(int line, int by)
{
    for (Fold& fold : m_folds) {
        fold.first += fold.first > line ? by : 0;
        fold.last += fold.last > line ? by : 0;
    }
    m_folds.removeIf([line](const Fold& fold) { return fold.last <= fold.first || fold.first < 0; });
}

const Fold* CodeView::foldAt(int line) const
{
    const auto found = std::lower_bound(m_folds.begin(), m_folds.end(), line,
                                        [](const Fold& fold, int wanted) { return fold.first < wanted; });
    return found != m_folds.end() && found->first == line ? &*found : nullptr;
}

void CodeView::setFolded(const Fold& fold, bool folded)
{
    const QString path = fold.path;
    if (folded)
        m_folded.insert(path);
    else
        m_folded.remove(path);
    applyFolds();
}

void CodeView::toggleFoldAtCursor()
{
    const int line = textCursor().blockNumber();
    const Fold* innermost = nullptr;
    for (const Fold& fold : m_folds) {
        if (fold.first <= line && line <= fold.last)
            innermost = &fold;
    }
    if (!innermost)
        return;
    const Fold fold = *innermost;
    if (!isFolded(fold)) {
        // The cursor must not stay in a line that is not seen any more.
        QTextCursor cursor(document()->findBlockByNumber(fold.first));
        setTextCursor(cursor);
    }
    setFolded(fold, !isFolded(fold));
}

void CodeView::toggleAllFolds()
{
    const bool anyFolded =
        std::any_of(m_folds.begin(), m_folds.end(), [this](const Fold& fold) { return isFolded(fold); });
    m_folded.clear();
    int end = -1;
    for (const Fold& fold : m_folds) {
        if (anyFolded || fold.first <= end)
            continue;
        m_folded.insert(fold.path);
        end = fold.last;
    }
    if (!anyFolded)
        setTextCursor(QTextCursor(document()));
    applyFolds();
}

void CodeView::applyFolds()
{
    m_gutter->update();
    if (m_folded.isEmpty() && !m_hasHidden)
        return;
    bool hasChanged = false;
    m_hasHidden = false;
    int hiddenTo = -1;
    QTextBlock block = document()->begin();
    for (int line = 0; block.isValid(); ++line, block = block.next()) {
        const bool isSeen = line > hiddenTo;
        if (block.isVisible() != isSeen) {
            hasChanged = true;
            block.setVisible(isSeen);
            block.setLineCount(isSeen ? std::max(1, block.layout()->lineCount()) : 0);
        }
        const Fold* fold = isSeen ? foldAt(line) : nullptr;
        if (fold && isFolded(*fold))
            hiddenTo = fold->last;
        m_hasHidden = m_hasHidden || !isSeen;
    }
    if (!hasChanged)
        return;
    document()->markContentsDirty(0, document()->characterCount());
    auto* layout = static_cast<QPlainTextDocumentLayout*>(document()->documentLayout());
    layout->requestUpdate();
    emit layout->documentSizeChanged(layout->documentSize());
    viewport()->update();
}

void CodeView::reveal(int line)
{
    bool hasChanged = false;
    for (const Fold& fold : std::as_const(m_folds)) {
        if (fold.first < line && line <= fold.last)
            hasChanged = m_folded.remove(fold.path) || hasChanged;
    }
    if (hasChanged)
        applyFolds();
}

void CodeView::paintEvent(QPaintEvent* event)
{
    // Without a cache Qt shapes a line anew each time it is painted.
    const QList<Line> lines = linesIn(event->rect());
    for (const Line& line : lines)
        line.block.layout()->setCacheEnabled(true);
    QPlainTextEdit::paintEvent(event);
    if (m_folded.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme::font(theme::Type::Small));
    for (const auto& [block, place] : lines) {
        const Fold* fold = foldAt(block.blockNumber());
        if (!fold || !isFolded(*fold))
            continue;
        // Not in the document: neither copied nor found.
        const QString hidden = tr("%n line(s)", nullptr, fold->last - fold->first);
        const qreal textEnd = block.layout()->lineAt(0).naturalTextWidth() + document()->documentMargin();
        const QRectF hint(contentOffset().x() + textEnd + theme::between, place.top() + 2,
                          painter.fontMetrics().horizontalAdvance(hidden) + 2 * theme::between, place.height() - 4);
        painter.setPen(theme::color(theme::Role::Border));
        painter.setBrush(theme::color(theme::Role::Raised));
        painter.drawRoundedRect(hint, theme::controlRadius, theme::controlRadius);
        painter.setPen(theme::color(theme::Role::SecondaryText));
        painter.drawText(hint, Qt::AlignCenter, hidden);
    }
}

} // namespace code
