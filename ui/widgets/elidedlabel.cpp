#include "ui/widgets/elidedlabel.h"

#include "ui/widgets/tooltip.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace widgets {

PlainLabel::PlainLabel(QWidget* parent)
    : PlainLabel({}, parent)
{
}

PlainLabel::PlainLabel(const QString& text, QWidget* parent)
    : PlainLabel(text, theme::Type::Body, theme::Role::Text, parent)
{
}

PlainLabel::PlainLabel(const QString& text, theme::Type type, theme::Role role, QWidget* parent)
    : QLabel(parent)
    , m_type(type)
    , m_role(role)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    dress();
    if (theme::Theme* theme = theme::Theme::instance())
        connect(theme, &theme::Theme::changed, this, &PlainLabel::dress);
}

void PlainLabel::setType(theme::Type type)
{
    m_type = type;
    dress();
}

void PlainLabel::setRole(theme::Role role)
{
    m_role = role;
    m_family.reset();
    dress();
}

void PlainLabel::setFamily(base::Health family)
{
    m_family = family;
    dress();
}

void PlainLabel::dress()
{
    const QColor ink = m_family ? theme::status(*m_family).text : theme::color(m_role);
    QPalette colors;
    colors.setColor(QPalette::Active, QPalette::WindowText, ink);
    colors.setColor(QPalette::Inactive, QPalette::WindowText, ink);
    setPalette(colors);
    setFont(theme::font(m_type));
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const int few = fontMetrics().averageCharWidth() * 4;
    return {qMin(few, sizeHint().width()), fontMetrics().height()};
}

bool ElidedLabel::isCut() const
{
    return text().contains(u'\n') || fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    QString line = text();
    line.replace(u'\n', u' ');
    painter.drawText(contentsRect(), static_cast<int>(alignment()) | Qt::TextSingleLine,
                     fontMetrics().elidedText(line, m_mode, contentsRect().width()));
}

bool ElidedLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isCut()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), plainToolTip(text()), this);
        return true;
    }
    return PlainLabel::event(event);
}

} // namespace widgets
