#include "ui/widgets/dropchip.h"

#include "ui/theme/theme.h"
#include "ui/widgets/environmentchip.h"
#include "ui/widgets/focusring.h"

#include <QPainter>

namespace widgets {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 8;
constexpr int signSize = 16;
constexpr int chevronSize = 12;
constexpr int widestText = 220;

QFont textFont(base::Environment environment)
{
    return theme::font(environment == base::Environment::Unset ? theme::Type::Body : theme::Type::Strong);
}

} // namespace

DropChip::DropChip(QWidget* parent)
    : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void DropChip::setEnvironment(base::Environment environment)
{
    m_environment = environment;
    updateGeometry();
    update();
}

QSize DropChip::sizeHint() const
{
    int width = margin + chevronSize + margin;
    if (m_environment != base::Environment::Unset)
        width += EnvironmentChip::sizeOf(m_environment, EnvironmentChip::Length::Long).width() + 2;
    else if (!icon().isNull())
        width += signSize + 6;
    width += qMin(widestText, QFontMetrics(textFont(m_environment)).horizontalAdvance(text()) + 2) + margin;
    return {width, theme::buttonHeight()};
}

QSize DropChip::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), 120), theme::buttonHeight()};
}

void DropChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isSet = m_environment != base::Environment::Unset;
    painter.setPen(isSet ? theme::environment(m_environment).solid
                         : theme::color(underMouse() ? theme::Role::Edge : theme::Role::Border));
    painter.setBrush(theme::color(underMouse() || isDown() ? theme::Role::Hover : theme::Role::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::controlRadius, theme::controlRadius);
    paintFocusRing(&painter, this);
    int x = margin;
    if (isSet) {
        const QSize size = EnvironmentChip::sizeOf(m_environment, EnvironmentChip::Length::Long);
        const QRect chip(4, (height() - size.height()) / 2, size.width(), size.height());
        EnvironmentChip::paint(&painter, chip, m_environment, EnvironmentChip::Length::Long);
        x = chip.right() + 7;
    } else if (!icon().isNull()) {
        icon().paint(&painter, QRect(x, (height() - signSize) / 2, signSize, signSize));
        x += signSize + 6;
    }
    const int right = width() - margin - chevronSize;
    painter.setFont(textFont(m_environment));
    painter.setPen(theme::color(theme::Role::Text));
    const QRect place(x, 0, right - 4 - x, height());
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, place.width()));
    theme::icon(u"chevron-down"_s, theme::Role::SecondaryText)
        .paint(&painter, QRect(right, (height() - chevronSize) / 2, chevronSize, chevronSize));
}

} // namespace widgets
