#include "ui/widgets/badge.h"

#include <QEvent>
#include <QPainter>

namespace widgets {

namespace {

constexpr int glyphSize = 12;

QFont badgeFont()
{
    QFont font = theme::font(theme::Type::Small);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

Badge::Badge(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    describe();
}

Badge::Badge(base::Health health, const QString& text, QWidget* parent)
    : Badge(parent)
{
    setState(health, text);
}

void Badge::setState(base::Health health, const QString& text)
{
    m_health = health;
    m_text = text;
    describe();
    updateGeometry();
    update();
}

QString Badge::text() const
{
    return m_text.isEmpty() ? theme::word(m_health) : m_text;
}

void Badge::describe()
{
    setAccessibleName(text());
}

QSize Badge::sizeHint() const
{
    const QFontMetrics metrics(badgeFont());
    return {metrics.horizontalAdvance(text()) + glyphSize + 20, qMax(20, metrics.height() + 4)};
}

QSize Badge::minimumSizeHint() const
{
    return sizeHint();
}

void Badge::paintEvent(QPaintEvent*)
{
    const theme::StatusColors colors = theme::status(m_health);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.border);
    painter.setBrush(colors.background);
    const qreal radius = qMin<qreal>(theme::badgeRadius, height() / 2.0);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    theme::paintGlyph(&painter, QRect(7, (height() - glyphSize) / 2, glyphSize, glyphSize), theme::glyphOf(m_health));
    painter.setFont(badgeFont());
    painter.setPen(colors.text);
    painter.drawText(rect().adjusted(glyphSize + 11, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

void Badge::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        describe();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

} // namespace widgets
