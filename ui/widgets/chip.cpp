#include "ui/widgets/chip.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace widgets {

namespace {

constexpr int signSize = 12;

} // namespace

Chip::Chip(Kind kind, QWidget* parent)
    : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(theme::font(theme::Type::Small));
    setCheckable(kind == Kind::Toggle);
    setFocusPolicy(kind == Kind::Toggle ? Qt::StrongFocus : Qt::NoFocus);
    if (kind == Kind::Mark)
        setAttribute(Qt::WA_TransparentForMouseEvents);
    else
        setAttribute(Qt::WA_Hover);
}

Chip::Chip(Kind kind, const QString& text, QWidget* parent)
    : Chip(kind, parent)
{
    setText(text);
}

QSize Chip::sizeHint() const
{
    QFont widest = font();
    widest.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(widest);
    const int icon = this->icon().isNull() ? 0 : signSize + 4;
    return {metrics.horizontalAdvance(text()) + 16 + icon, qMax(20, metrics.height() + 4)};
}

QSize Chip::minimumSizeHint() const
{
    return sizeHint();
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = isChecked();
    const bool active = isEnabled() && (underMouse() || isDown()) && isCheckable();
    painter.setPen(theme::color(on ? theme::Role::Accent : active ? theme::Role::Edge : theme::Role::Border));
    painter.setBrush(theme::color(on ? theme::Role::Selection : active ? theme::Role::Hover : theme::Role::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::controlRadius, theme::controlRadius);
    if (theme::showsFocus(this)) {
        painter.setPen(QPen(theme::color(theme::Role::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::controlRadius, theme::controlRadius);
    }
    QRect place = rect().adjusted(8, 0, -4, 0);
    if (!icon().isNull()) {
        icon().paint(&painter, QRect(place.left(), (height() - signSize) / 2, signSize, signSize));
        place.setLeft(place.left() + signSize + 4);
    }
    QFont drawn = font();
    if (on)
        drawn.setWeight(QFont::DemiBold);
    painter.setFont(drawn);
    const theme::Role ink = on ? theme::Role::SelectionText : theme::Role::SecondaryText;
    painter.setPen(theme::color(isEnabled() ? ink : theme::Role::DisabledText));
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, text());
}

void Chip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        updateGeometry();
    QAbstractButton::changeEvent(event);
}

} // namespace widgets
