#include "ui/editor/wrappedtext.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace editor {

namespace {

constexpr int usualWidth = 240;
constexpr int leastWidth = 60;

} // namespace

WrappedText::WrappedText(const QString& text, theme::Type type, theme::Role role, QWidget* parent)
    : QWidget(parent)
    , m_type(type)
    , m_role(role)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setText(text);
}

void WrappedText::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    if (isVisible())
        setMinimumHeight(layOut(width(), nullptr));
    updateGeometry();
    update();
}

int WrappedText::layOut(int width, QPainter* painter) const
{
    QTextLayout layout(m_text, theme::font(m_type));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 1));
        line.setPosition(QPointF(0, height));
        height += line.height();
    }
    layout.endLayout();
    if (painter)
        layout.draw(painter, QPointF(0, 0));
    return static_cast<int>(std::ceil(height));
}

int WrappedText::heightForWidth(int width) const
{
    return layOut(width, nullptr);
}

QSize WrappedText::sizeHint() const
{
    return {usualWidth, layOut(usualWidth, nullptr)};
}

QSize WrappedText::minimumSizeHint() const
{
    return {leastWidth, QFontMetrics(theme::font(m_type)).height()};
}

void WrappedText::resizeEvent(QResizeEvent*)
{
    setMinimumHeight(layOut(width(), nullptr));
}

void WrappedText::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(theme::color(m_role));
    layOut(width(), &painter);
}

} // namespace editor
