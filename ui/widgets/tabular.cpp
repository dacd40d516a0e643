#include "ui/widgets/tabular.h"

#include "ui/widgets/shapedtext.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace widgets {

namespace {

int digitWidth(const QFontMetrics& metrics)
{
    int widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = qMax(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

int tabularWidth(const QFontMetrics& metrics, const QString& text)
{
    const int digit = digitWidth(metrics);
    int width = 0;
    for (const QChar c : text)
        width += isDigit(c) ? digit : metrics.horizontalAdvance(c);
    return width;
}

void drawTabular(QPainter* painter, const QRect& place, const QString& text)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const int digit = digitWidth(metrics);
    const int base = place.top() + (place.height() - metrics.height()) / 2 + metrics.ascent();
    int x = place.right() + 1 - tabularWidth(metrics, text);
    qsizetype i = 0;
    while (i < text.size()) {
        if (isDigit(text.at(i))) {
            const int own = metrics.horizontalAdvance(text.at(i));
            drawShaped(painter, x + (digit - own) / 2, base, text.mid(i, 1));
            x += digit;
            ++i;
            continue;
        }
        // Runs of anything else are shaped together; their width was counted letter by letter.
        qsizetype end = i;
        int run = 0;
        while (end < text.size() && !isDigit(text.at(end)))
            run += metrics.horizontalAdvance(text.at(end++));
        drawShaped(painter, x, base, text.mid(i, end - i));
        x += run;
        i = end;
    }
}

void drawSparkline(QPainter* painter, const QRect& place, const QList<double>& values)
{
    if (values.size() < 2)
        return;
    const auto [low, high] = std::minmax_element(values.cbegin(), values.cend());
    const double span = *high > *low ? *high - *low : 1.0;
    const QRectF room = QRectF(place).adjusted(1, 2, -2, -2);
    const double step = room.width() / static_cast<double>(values.size() - 1);
    QPainterPath line;
    QPointF point;
    for (qsizetype i = 0; i < values.size(); ++i) {
        point = {room.left() + step * static_cast<double>(i),
                 room.bottom() - (values.at(i) - *low) / span * room.height()};
        i == 0 ? line.moveTo(point) : line.lineTo(point);
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    QPen pen = painter->pen();
    pen.setWidthF(1.2);
    painter->setPen(pen);
    painter->drawPath(line);
    painter->setBrush(pen.color());
    painter->setPen(Qt::NoPen);
    painter->drawEllipse(point, 1.8, 1.8);
    painter->restore();
}

} // namespace widgets
