#include "ui/shell/chips.h"

#include "ui/theme/theme.h"
#include "ui/widgets/focusring.h"

#include <QPainter>

namespace shell {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 8;
constexpr int signSize = 16;

} // namespace

int paintKeyCap(QPainter* painter, const QRect& place, const QString& keys)
{
    painter->setFont(theme::font(theme::Type::Small));
    const int width = painter->fontMetrics().horizontalAdvance(keys) + 10;
    const int height = painter->fontMetrics().height() + 2;
    const QRectF cap(place.right() - width + 0.5, place.center().y() - height / 2 + 0.5, width - 1, height);
    painter->setPen(theme::color(theme::Role::Border));
    painter->setBrush(theme::color(theme::Role::Raised));
    painter->drawRoundedRect(cap, 3, 3);
    painter->setPen(theme::color(theme::Role::SecondaryText));
    painter->drawText(cap, Qt::AlignCenter, keys);
    return width;
}

SearchStarter::SearchStarter(QWidget* parent)
    : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaximumWidth(380);
}

void SearchStarter::setKeys(const QString& keys)
{
    m_keys = keys;
    update();
}

QSize SearchStarter::sizeHint() const
{
    return {380, theme::buttonHeight()};
}

QSize SearchStarter::minimumSizeHint() const
{
    return {140, theme::buttonHeight()};
}

void SearchStarter::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::color(underMouse() ? theme::Role::Edge : theme::Role::Border));
    painter.setBrush(theme::color(theme::Role::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::controlRadius, theme::controlRadius);
    widgets::paintFocusRing(&painter, this);
    theme::icon(u"search"_s, theme::Role::SecondaryText)
        .paint(&painter, QRect(margin + 2, (height() - signSize) / 2, signSize, signSize));
    const int cap = paintKeyCap(&painter, rect().adjusted(0, 0, -6, 0), m_keys);
    painter.setFont(theme::font(theme::Type::Body));
    painter.setPen(theme::color(theme::Role::SecondaryText));
    const QRect place = rect().adjusted(margin + signSize + 8, 0, -cap - 12, 0);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, place.width()));
}

} // namespace shell
