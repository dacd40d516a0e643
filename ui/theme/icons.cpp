#include "ui/theme/theme.h"

#include "ui/theme/pictures.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QStandardPaths>

#include <optional>

namespace theme {

using namespace Qt::StringLiterals;

namespace {

// Where a name's drawing is: our own first, then Breeze's 16 pixel actions.
QString pathOf(const QString& name)
{
    const QString own = u":/icons/%1.svg"_s.arg(name);
    if (QFile::exists(own))
        return own;
    return QStandardPaths::locate(QStandardPaths::GenericDataLocation, u"icons/breeze/actions/16/%1.svg"_s.arg(name));
}

// Draws one picture in the colour of a role; asks for the colour at each paint, so a change of scheme needs no new
// icon.
class TintedIcon : public QIconEngine
{
public:
    TintedIcon(QString path, std::optional<Role> role)
        : m_path(std::move(path))
        , m_role(role)
    {
    }

    QIconEngine* clone() const override { return new TintedIcon(m_path, m_role); }
    QString key() const override { return u"drey-tinted"_s; }
    bool isNull() override { return m_path.isEmpty(); }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap picture = pixmap(rect.size() * ratio, mode, state);
        picture.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), picture);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        const QString tint = tintOf(mode).name();
        const QString key = u"drey-icon-%1-%2-%3x%4"_s.arg(m_path, tint).arg(size.width()).arg(size.height());
        QPixmap picture;
        if (QPixmapCache::find(key, &picture))
            return picture;
        QByteArray svg = resourceText(m_path);
        svg.replace("color:#232629", "color:" + tint.toLatin1());
        svg.replace("currentColor", tint.toLatin1());
        picture = renderSvg(svg, size);
        QPixmapCache::insert(key, picture);
        return picture;
    }

private:
    QColor tintOf(QIcon::Mode mode) const
    {
        if (mode == QIcon::Disabled)
            return color(Role::DisabledText);
        if (m_role)
            return color(*m_role);
        return color(mode == QIcon::Selected ? Role::SelectionText : Role::Text);
    }

    QString m_path;
    std::optional<Role> m_role;
};

QIcon tinted(const QString& name, std::optional<Role> role)
{
    const QString path = pathOf(name);
    return path.isEmpty() ? QIcon() : QIcon(new TintedIcon(path, role));
}

} // namespace

QIcon icon(const QString& name)
{
    return tinted(name, std::nullopt);
}

QIcon icon(const QString& name, Role role)
{
    return tinted(name, role);
}

QIcon applicationIcon()
{
    QIcon sign;
    for (const int size : {16, 22})
        sign.addPixmap(renderSvg(resourceText(u":/icons/drey-small.svg"_s), QSize(size, size)));
    for (const int size : {32, 48, 128})
        sign.addPixmap(renderSvg(resourceText(u":/icons/drey.svg"_s), QSize(size, size)));
    return sign;
}

} // namespace theme
