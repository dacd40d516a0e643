#include "ui/graph/minimap.h"

#include "ui/graph/vertexitem.h"
#include "ui/theme/load.h"
#include "ui/theme/theme.h"

#include <QGraphicsScene>
#include <QGraphicsView>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace graph {

Minimap::Minimap(QGraphicsView* view)
    : QWidget(view)
    , m_view(view)
{
    setFixedSize(150, 64);
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    hide();
}

QTransform Minimap::toMap() const
{
    const QRectF all = m_view->sceneRect();
    const double scale =
        std::min((width() - 8) / std::max(1.0, all.width()), (height() - 8) / std::max(1.0, all.height()));
    QTransform transform;
    transform.translate(width() / 2.0, height() / 2.0);
    transform.scale(scale, scale);
    transform.translate(-all.center().x(), -all.center().y());
    return transform;
}

void Minimap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(theme::color(theme::Role::Edge));
    painter.setBrush(theme::color(theme::Role::Surface));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    const QTransform map = toMap();
    const QList<QGraphicsItem*> items = m_view->scene()->items();
    for (const QGraphicsItem* item : items) {
        const auto* card = dynamic_cast<const VertexItem*>(item);
        if (!card || !card->isVisible())
            continue;
        const QSizeF size = card->cardSize();
        const QRectF place(card->pos() - QPointF(size.width() / 2, size.height() / 2), size);
        painter.fillRect(map.mapRect(place), theme::heat(card->vertex().busy.most.value_or(0.15)));
    }
    const QRectF shown = m_view->mapToScene(m_view->viewport()->rect()).boundingRect();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme::color(theme::Role::Accent), 1.5));
    painter.drawRect(map.mapRect(shown).intersected(QRectF(rect()).adjusted(1, 1, -1, -1)));
}

void Minimap::go(const QPointF& where)
{
    m_view->centerOn(toMap().inverted().map(where));
}

void Minimap::mousePressEvent(QMouseEvent* event)
{
    go(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    go(event->position());
}

} // namespace graph
