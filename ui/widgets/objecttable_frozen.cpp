#include "ui/theme/theme.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/tableheader.h"

#include <QAbstractItemDelegate>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

// The columns that stay in view while the others scroll sideways: painted over them, and found where they are painted.
// While nothing is scrolled sideways none of this costs anything.
namespace widgets {

void ObjectTable::setFrozenColumns(int count)
{
    m_header->setFrozenCount(count);
    viewport()->update();
}

void ObjectTable::paintEvent(QPaintEvent* event)
{
    Table::paintEvent(event);
    const int width = m_header->frozenWidth();
    const bool showsFrozen = width > 0 && event->rect().left() < width;
    if (!showsFrozen && !m_pointedCell.isValid())
        return;
    QPainter painter(viewport());
    if (showsFrozen)
        paintFrozen(&painter, event->rect());
    paintCopyGlyph(&painter);
}

void ObjectTable::paintFrozen(QPainter* painter, const QRect& exposed)
{
    const int first = rowAt(exposed.top());
    if (first < 0)
        return;
    const int last = rowAt(exposed.bottom()) < 0 ? model()->rowCount() - 1 : rowAt(exposed.bottom());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QStyle::State state = option.state;
    const int bottom = rowViewportPosition(last) + rowHeight(last);
    painter->fillRect(QRect(0, exposed.top(), m_header->frozenWidth(), bottom - exposed.top()),
                      theme::color(theme::Role::Surface));
    int x = 0;
    for (const int column : m_header->frozenSections()) {
        for (int row = first; row <= last; ++row) {
            const QModelIndex index = model()->index(row, column);
            option.rect = QRect(x, rowViewportPosition(row), columnWidth(column), rowHeight(row));
            option.state = state;
            option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
            option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
            itemDelegateForIndex(index)->paint(painter, option, index);
        }
        x += columnWidth(column);
    }
    painter->fillRect(QRect(x - 1, exposed.top(), 1, bottom - exposed.top()), theme::color(theme::Role::Border));
}

QModelIndex ObjectTable::indexAt(const QPoint& where) const
{
    if (where.x() >= m_header->frozenWidth())
        return Table::indexAt(where);
    const int row = rowAt(where.y());
    return row < 0 ? QModelIndex() : model()->index(row, m_header->sectionAt(where.x()));
}

QRect ObjectTable::visualRect(const QModelIndex& index) const
{
    const QRect place = Table::visualRect(index);
    int x = 0;
    for (const int column : m_header->frozenSections()) {
        if (column == index.column())
            return {x, place.top(), place.width(), place.height()};
        x += columnWidth(column);
    }
    return place;
}

void ObjectTable::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    const int before = horizontalScrollBar()->value();
    const bool isFrozen = m_header->frozenSections().contains(index.column());
    Table::scrollTo(index, hint);
    if (isFrozen) {
        horizontalScrollBar()->setValue(before);
        return;
    }
    const int covered = m_header->frozenWidth() - Table::visualRect(index).left();
    if (covered > 0 && index.isValid())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - covered);
}

void ObjectTable::scrollContentsBy(int dx, int dy)
{
    Table::scrollContentsBy(dx, dy);
    if (dx != 0) {
        // What stays must not be moved along with the picture of what does not.
        viewport()->update();
        m_header->viewport()->update();
    }
    tellVisibleRows();
}

} // namespace widgets
