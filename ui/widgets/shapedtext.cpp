#include "ui/widgets/shapedtext.h"

#include <QCache>
#include <QFontMetrics>
#include <QPainter>
#include <QStaticText>
#include <QTextLayout>

#include <limits>

namespace widgets {

namespace {

constexpr int mostKept = 4096;
constexpr int anyRoom = -1;

/// The painter's font as far as fonts of this program differ, and what is to be drawn with it.
struct Key
{
    QString family, text;
    qreal size = 0;
    int weight = 0, room = anyRoom;
    bool italic = false;
    Qt::TextElideMode mode = Qt::ElideNone;

    friend bool operator==(const Key&, const Key&) = default;
    friend size_t qHash(const Key& key, size_t seed = 0)
    {
        return qHashMulti(seed, key.text, key.room, key.weight, key.size, int(key.mode));
    }
};

struct Shaped
{
    QStaticText text;
    int width = 0;
    qreal ascent = 0; ///< above the base line; more than the font's where another font helps out
};

/// QStaticText does not tell where it puts the base line.
qreal ascentOf(const QString& text, const QFont& font)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(std::numeric_limits<int>::max());
    layout.endLayout();
    return line.ascent();
}

Key keyFor(const QFont& font, const QString& text)
{
    return {.family = font.family(),
            .text = text,
            .size = font.pixelSize() > 0 ? font.pixelSize() : -font.pointSizeF(),
            .weight = font.weight(),
            .italic = font.italic()};
}

const Shaped& shaped(const QFont& font, const QString& text, Qt::TextElideMode mode, int room)
{
    static QCache<Key, Shaped> cache(mostKept);
    Key key = keyFor(font, text);
    // Most texts fit, whatever the width of their column.
    const Shaped* whole = cache.object(key);
    if (whole && (room == anyRoom || whole->width <= room))
        return *whole;
    const QFontMetrics metrics(font);
    const int width = whole ? whole->width : metrics.horizontalAdvance(text);
    const bool isCut = room != anyRoom && width > room;
    if (isCut) {
        key.mode = mode;
        key.room = room;
        if (const Shaped* cut = cache.object(key))
            return *cut;
    }
    const QString shown = isCut ? metrics.elidedText(text, mode, room) : text;
    auto* made =
        new Shaped{QStaticText(shown), isCut ? metrics.horizontalAdvance(shown) : width, ascentOf(shown, font)};
    made->text.setTextFormat(Qt::PlainText);
    made->text.setPerformanceHint(QStaticText::AggressiveCaching);
    made->text.prepare({}, font);
    cache.insert(key, made);
    return *made;
}

} // namespace

int drawShaped(QPainter* painter, const QRect& room, Qt::Alignment side, const QString& text, Qt::TextElideMode mode)
{
    const Shaped& line = shaped(painter->font(), text, mode, room.width());
    const int rest = room.width() - line.width;
    const int x = room.left() + (side.testFlag(Qt::AlignRight) ? rest : side.testFlag(Qt::AlignHCenter) ? rest / 2 : 0);
    const QFontMetrics metrics = painter->fontMetrics();
    const int baseLine = room.top() + (room.height() - metrics.height()) / 2 + metrics.ascent();
    painter->drawStaticText(QPointF(x, baseLine - line.ascent), line.text);
    return line.width;
}

void drawShaped(QPainter* painter, int x, int baseLine, const QString& text)
{
    const Shaped& line = shaped(painter->font(), text, Qt::ElideNone, anyRoom);
    painter->drawStaticText(QPointF(x, baseLine - line.ascent), line.text);
}

} // namespace widgets
