#include "ui/graph/legend.h"

#include "ui/theme/load.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace graph {

namespace {

constexpr int swatch = 14, gap = 6, apart = 14;

QList<std::pair<QString, QColor>> entries()
{
    const theme::LoadColors colors = theme::loadColors();
    return {{Legend::tr("Busy"), colors.busy},
            {Legend::tr("Backpressured"), colors.backpressured},
            {Legend::tr("Idle"), colors.idle}};
}

} // namespace

Legend::Legend(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed); // gives way in narrow windows
}

QSize Legend::sizeHint() const
{
    const QFontMetrics small(theme::font(theme::Type::Small));
    int width = 0;
    for (const auto& [word, color] : entries())
        width += swatch + gap + small.horizontalAdvance(word) + apart;
    return {width, small.height()};
}

void Legend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(theme::font(theme::Type::Small));
    int x = 0;
    for (const auto& [word, color] : entries()) {
        painter.fillRect(QRect(x, height() / 2 - 2, swatch, 4), color);
        x += swatch + gap;
        painter.setPen(theme::color(theme::Role::SecondaryText));
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, word);
        x += painter.fontMetrics().horizontalAdvance(word) + apart;
    }
}

} // namespace graph
