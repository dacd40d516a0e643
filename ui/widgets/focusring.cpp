#include "ui/widgets/focusring.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QWidget>

namespace widgets {

void paintFocusRing(QPainter* painter, const QWidget* widget)
{
    if (!theme::showsFocus(widget))
        return;
    painter->setPen(QPen(theme::color(theme::Role::Focus), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(widget->rect()).adjusted(1, 1, -1, -1), theme::controlRadius, theme::controlRadius);
}

} // namespace widgets
