#include "ui/widgets/glyphlabel.h"

#include <QEvent>
#include <QPainter>

namespace widgets {

namespace {

constexpr int gap = 7;

} // namespace

QColor textColorOf(theme::Glyph glyph)
{
    switch (glyph) {
    case theme::Glyph::Broken:
        return theme::status(base::Health::Broken).text;
    case theme::Glyph::AtRisk:
    case theme::Glyph::Differs:
        return theme::status(base::Health::AtRisk).text;
    case theme::Glyph::Changing:
        return theme::status(base::Health::Changing).text;
    case theme::Glyph::Unknown:
        return theme::status(base::Health::Unknown).text;
    case theme::Glyph::Suspended:
        return theme::status(base::Health::Suspended).text;
    case theme::Glyph::Healthy:
        return theme::status(base::Health::Healthy).text;
    case theme::Glyph::Stale:
        return theme::color(theme::Role::SecondaryText);
    }
    return theme::color(theme::Role::Text);
}

GlyphLabel::GlyphLabel(QWidget* parent)
    : QWidget(parent)
{
    setFont(theme::font(theme::Type::Strong));
}

GlyphLabel::GlyphLabel(theme::Glyph glyph, const QString& text, QWidget* parent)
    : GlyphLabel(parent)
{
    setState(glyph, text);
}

void GlyphLabel::setState(theme::Glyph glyph, const QString& text)
{
    m_glyph = glyph;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void GlyphLabel::setPlain(bool plain)
{
    m_plain = plain;
    setFont(theme::font(plain ? theme::Type::Body : theme::Type::Strong));
    update();
}

void GlyphLabel::setGlyphSize(int pixels)
{
    m_glyphSize = pixels;
    updateGeometry();
    update();
}

QSize GlyphLabel::sizeHint() const
{
    const int text = m_text.isEmpty() ? 0 : gap + fontMetrics().horizontalAdvance(m_text) + 1;
    return {m_glyphSize + text, qMax(m_glyphSize, fontMetrics().height())};
}

QSize GlyphLabel::minimumSizeHint() const
{
    return {m_glyphSize, sizeHint().height()};
}

void GlyphLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    theme::paintGlyph(&painter, QRect(0, (height() - m_glyphSize) / 2, m_glyphSize, m_glyphSize), m_glyph);
    const QRect place = rect().adjusted(m_glyphSize + gap, 0, 0, 0);
    painter.setPen(m_plain ? theme::color(theme::Role::Text) : textColorOf(m_glyph));
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_text, Qt::ElideRight, place.width()));
}

void GlyphLabel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace widgets
