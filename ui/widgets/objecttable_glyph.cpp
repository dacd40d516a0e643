#include "ui/theme/theme.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/tableheader.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

// The glyph in the cell under the pointer that copies it with one click.
namespace widgets {

using namespace Qt::StringLiterals;

namespace {

constexpr int glyphSize = 14;
constexpr int cushion = 3;    ///< around the glyph
constexpr int leastCell = 48; ///< narrower cells would be all glyph

} // namespace

void ObjectTable::pointAt(const QModelIndex& cell)
{
    if (cell == m_pointedCell)
        return;
    const QModelIndex before = m_pointedCell;
    m_pointedCell = cell;
    m_copied.stop();
    if (before.isValid())
        update(before);
    if (cell.isValid())
        update(cell);
}

QRect ObjectTable::copyGlyphRect(const QModelIndex& cell) const
{
    const QRect place = cell.isValid() ? visualRect(cell) : QRect();
    const QVariant exact = cell.data(cell::ExactRole);
    const QString text = exact.isValid() ? exact.toString() : cell.data(Qt::DisplayRole).toString();
    if (place.width() < leastCell || text.isEmpty())
        return {};
    const int size = glyphSize + 2 * cushion;
    // Opposite the text, so that it covers as little of it as can be.
    const bool isRight = (cell.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight) != 0;
    const int x = isRight ? place.left() + 2 : place.right() - size - 1;
    return {x, place.center().y() - size / 2, size, size};
}

void ObjectTable::paintCopyGlyph(QPainter* painter)
{
    const QRect place = copyGlyphRect(m_pointedCell);
    if (place.isEmpty())
        return;
    // Not over the columns that stay, unless it belongs to one.
    if (!m_header->frozenSections().contains(m_pointedCell.column()) && place.left() < m_header->frozenWidth())
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(theme::color(theme::Role::Border));
    painter->setBrush(theme::color(theme::Role::Raised));
    painter->drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), theme::controlRadius, theme::controlRadius);
    theme::icon(m_copied.isActive() ? u"check"_s : u"copy"_s, theme::Role::SecondaryText)
        .paint(painter, place.adjusted(cushion, cushion, -cushion, -cushion));
}

bool ObjectTable::viewportEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
        pointAt(indexAt(static_cast<QMouseEvent*>(event)->position().toPoint()));
        break;
    case QEvent::Leave:
        pointAt({});
        break;
    case QEvent::ToolTip: {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (!copyGlyphRect(m_pointedCell).contains(help->pos()))
            break;
        QToolTip::showText(help->globalPos(), tr("Copy this cell"), viewport());
        return true;
    }
    default:
        break;
    }
    return Table::viewportEvent(event);
}

void ObjectTable::mousePressEvent(QMouseEvent* event)
{
    const QPoint where = event->position().toPoint();
    if (event->button() != Qt::LeftButton || indexAt(where) != m_pointedCell ||
        !copyGlyphRect(m_pointedCell).contains(where)) {
        Table::mousePressEvent(event);
        return;
    }
    copyCellAt(m_pointedCell);
    m_copied.start();
    update(m_pointedCell);
}

} // namespace widgets
