#include "ui/widgets/keycap.h"

#include <QPainter>

namespace widgets {

KeyCap::KeyCap(const QString& keys, QWidget* parent)
    : PlainLabel(keys, theme::Type::Small, theme::Role::SecondaryText, parent)
{
    setContentsMargins(6, 2, 6, 2);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void KeyCap::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::color(theme::Role::Border));
    painter.setBrush(theme::color(theme::Role::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.end();
    PlainLabel::paintEvent(event);
}

} // namespace widgets
