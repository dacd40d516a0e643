#include "ui/widgets/card.h"

#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace widgets {

Card::Card(QWidget* parent)
    : QWidget(parent)
    , m_header(new QWidget(this))
    , m_headerRow(new QHBoxLayout(m_header))
    , m_title(new ElidedLabel({}, theme::Type::CardTitle, theme::Role::Text, m_header))
    , m_subtitle(new ElidedLabel({}, theme::Type::Body, theme::Role::SecondaryText, m_header))
    , m_body(new QVBoxLayout)
{
    m_headerRow->setContentsMargins(theme::pageMargin, 3, 10, 3);
    m_headerRow->setSpacing(theme::between);
    m_header->setMinimumHeight(theme::rowHeight() + 6);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_headerRow->addWidget(m_title);
    m_headerRow->addWidget(m_subtitle, 1);
    m_header->setVisible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(m_body, 1);
    setBodyMargins(theme::pageMargin);
    m_body->setSpacing(theme::between);
}

Card::Card(const QString& title, QWidget* parent)
    : Card(parent)
{
    setTitle(title);
}

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
    m_header->setVisible(true);
    setAccessibleName(title);
}

void Card::setSubtitle(const QString& subtitle)
{
    m_subtitle->setText(subtitle);
}

void Card::addHeaderWidget(QWidget* widget)
{
    m_headerRow->addWidget(widget);
    m_header->setVisible(true);
}

void Card::setBodyMargins(int margin)
{
    m_body->setContentsMargins(margin, margin, margin, margin);
}

void Card::setFamily(base::Health family)
{
    m_family = family;
    update();
}

void Card::clearFamily()
{
    m_family.reset();
    update();
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath outline;
    outline.addRoundedRect(frame, theme::cardRadius, theme::cardRadius);
    painter.fillPath(outline, m_family ? theme::status(*m_family).background : theme::color(theme::Role::Surface));
    if (m_header->isVisibleTo(this) && !m_family) {
        const int edge = m_header->geometry().bottom() + 1;
        painter.setClipRect(QRect(0, 0, width(), edge));
        painter.fillPath(outline, theme::color(theme::Role::Raised));
        painter.setClipping(false);
        painter.fillRect(QRect(1, edge - 1, width() - 2, 1), theme::color(theme::Role::Border));
    }
    painter.setPen(m_family ? theme::status(*m_family).border : theme::color(theme::Role::Border));
    painter.drawPath(outline);
}

Line::Line(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(1);
}

void Line::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), theme::color(theme::Role::Grid));
}

} // namespace widgets
