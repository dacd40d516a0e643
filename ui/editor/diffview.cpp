#include "ui/editor/diffview.h"

#include "ui/editor/classbadge.h"
#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace editor {

DiffView::DiffView(QWidget* parent)
    : code::DiffView(parent)
{
}

void DiffView::present(const QList<DiffLine>& lines)
{
    m_lines = lines;
    code::DiffView::present(QList<code::DiffLine>(lines.begin(), lines.end()));
    viewport()->update();
}

void DiffView::paintEvent(QPaintEvent* event)
{
    code::DiffView::paintEvent(event);
    QPainter painter(viewport());
    const QList<Line> seen = linesIn(event->rect());
    for (const auto& [block, place] : seen) {
        if (block.blockNumber() >= m_lines.size() || !m_lines[block.blockNumber()].weight)
            continue;
        const manifest::ChangeClass weight = *m_lines[block.blockNumber()].weight;
        const QString word = manifest::classWord(weight);
        const QSize size = ClassBadge::sizeOf(word);
        const int height = std::min(size.height(), static_cast<int>(place.height()));
        const QRect badge(viewport()->width() - size.width() - theme::between,
                          static_cast<int>(place.top() + (place.height() - height) / 2), size.width(), height);
        // Long lines end before it.
        const base::Health ground =
            m_lines[block.blockNumber()].kind == DiffLine::Kind::Added ? base::Health::Healthy : base::Health::Broken;
        painter.fillRect(badge.adjusted(-theme::between, 0, theme::between, 0), theme::status(ground).background);
        ClassBadge::paint(&painter, badge, familyOf(weight), word);
    }
}

void DiffView::choose(const QTextCursor& cursor)
{
    const int line = cursor.blockNumber();
    if (line < m_lines.size() && !m_lines[line].path.isEmpty())
        emit chosen(m_lines[line].path);
}

void DiffView::mouseReleaseEvent(QMouseEvent* event)
{
    code::DiffView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && !textCursor().hasSelection())
        choose(cursorForPosition(event->pos()));
}

void DiffView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(textCursor());
    else
        code::DiffView::keyPressEvent(event);
}

} // namespace editor
