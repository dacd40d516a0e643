#include "ui/widgets/loadingrows.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace widgets {

using namespace std::chrono_literals;

LoadingRows::LoadingRows(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Loading"));
    m_delay.setSingleShot(true);
    m_delay.setInterval(300ms);
    connect(&m_delay, &QTimer::timeout, this, qOverload<>(&QWidget::update));
}

void LoadingRows::setSentence(const QString& sentence)
{
    m_sentence = sentence;
    setAccessibleName(sentence.isEmpty() ? tr("Loading") : sentence);
    update();
}

void LoadingRows::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_delay.start();
}

void LoadingRows::paintEvent(QPaintEvent*)
{
    if (m_delay.isActive())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int row = theme::rowHeight();
    int top = 0;
    if (!m_sentence.isEmpty()) {
        top = row + theme::inside;
        painter.setPen(theme::color(theme::Role::SecondaryText));
        painter.setFont(theme::font(theme::Type::Body));
        const QRect place(theme::pageMargin, theme::inside, width() - 2 * theme::pageMargin, row);
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(m_sentence, Qt::ElideRight, place.width()));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::color(theme::Role::Sunken));
    for (int y = top, i = 0; y + row <= height(); y += row, ++i) {
        // Different lengths look like text, the same ones each time do not move.
        const int width = (this->width() - 2 * theme::pageMargin) * (55 + i * 37 % 40) / 100;
        painter.drawRoundedRect(QRect(theme::pageMargin, y + row / 4, width, row / 2), theme::controlRadius,
                                theme::controlRadius);
    }
}

} // namespace widgets
