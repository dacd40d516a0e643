#include "ui/theme/theme.h"

#include "ui/theme/pictures.h"

#include <QPainter>
#include <QPixmapCache>

namespace theme {

using namespace Qt::StringLiterals;

namespace {

QString fileOf(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Broken:
        return u":/glyphs/broken.svg"_s;
    case Glyph::AtRisk:
        return u":/glyphs/atrisk.svg"_s;
    case Glyph::Changing:
        return u":/glyphs/changing.svg"_s;
    case Glyph::Unknown:
        return u":/glyphs/unknown.svg"_s;
    case Glyph::Suspended:
        return u":/glyphs/suspended.svg"_s;
    case Glyph::Healthy:
        return u":/glyphs/healthy.svg"_s;
    case Glyph::Stale:
        return u":/glyphs/stale.svg"_s;
    case Glyph::Differs:
        return u":/glyphs/differs.svg"_s;
    }
    return {};
}

QColor colorOf(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Broken:
        return status(base::Health::Broken).glyph;
    case Glyph::AtRisk:
    case Glyph::Differs:
        return status(base::Health::AtRisk).glyph;
    case Glyph::Changing:
        return status(base::Health::Changing).glyph;
    case Glyph::Unknown:
        return status(base::Health::Unknown).glyph;
    case Glyph::Suspended:
        return status(base::Health::Suspended).glyph;
    case Glyph::Healthy:
        return status(base::Health::Healthy).glyph;
    case Glyph::Stale:
        return color(Role::SecondaryText);
    }
    return {};
}

} // namespace

Glyph glyphOf(base::Health health)
{
    switch (health) {
    case base::Health::Broken:
        return Glyph::Broken;
    case base::Health::AtRisk:
        return Glyph::AtRisk;
    case base::Health::Changing:
        return Glyph::Changing;
    case base::Health::Unknown:
        return Glyph::Unknown;
    case base::Health::Suspended:
        return Glyph::Suspended;
    case base::Health::Healthy:
        return Glyph::Healthy;
    }
    return Glyph::Unknown;
}

QPixmap glyph(Glyph glyph, int size, qreal devicePixelRatio)
{
    const int pixels = qRound(size * devicePixelRatio);
    const QString key = u"drey-glyph-%1-%2-%3-%4"_s.arg(static_cast<int>(glyph))
                            .arg(pixels)
                            .arg(devicePixelRatio)
                            .arg(isDark() ? u"d"_s : u"l"_s);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QByteArray svg = resourceText(fileOf(glyph));
    svg.replace("\"glyph\"", '"' + colorOf(glyph).name().toLatin1() + '"');
    svg.replace("\"mark\"", '"' + color(Role::Surface).name().toLatin1() + '"');
    pixmap = renderSvg(svg, QSize(pixels, pixels));
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintGlyph(QPainter* painter, const QRect& rect, Glyph shown)
{
    const int size = qMin(rect.width(), rect.height());
    const QRect place(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, size, size);
    painter->drawPixmap(place.topLeft(), glyph(shown, size, painter->device()->devicePixelRatioF()));
}

} // namespace theme
