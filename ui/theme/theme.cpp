#include "ui/theme/theme.h"

#include "ui/theme/current.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>
#include <QPixmapCache>
#include <QStyleHints>
#include <QWidget>

namespace theme {

using namespace Qt::StringLiterals;

namespace {

Theme* theInstance = nullptr;

// Without a desktop's settings Qt falls back to fontconfig's bare "Sans" at 9 points.
bool isBare(const QFont& font)
{
    const QString family = QFontInfo(font).family();
    return family.isEmpty() || family.startsWith(u"Sans", Qt::CaseInsensitive) || family.startsWith(u"DejaVu") ||
           family.startsWith(u"Bitstream");
}

QStringList installed(const QStringList& families)
{
    QStringList found;
    for (const QString& family : families) {
        if (QFontDatabase::hasFamily(family))
            found.append(family);
    }
    return found;
}

QFont bodyFont(const QFont& system)
{
    QFont body = system;
    const QStringList korean = installed({u"Pretendard"_s, u"Noto Sans CJK KR"_s, u"Noto Sans KR"_s,
                                          u"Apple SD Gothic Neo"_s, u"Malgun Gothic"_s, u"NanumGothic"_s});
    QStringList families{QFontInfo(system).family()};
    if (isBare(system)) {
        const QStringList better = installed({u"Inter"_s, u"Pretendard"_s, u"Noto Sans CJK KR"_s, u"Noto Sans"_s});
        if (!better.isEmpty())
            families = {better.constFirst()};
        constexpr double drawnPixels = 13;
        constexpr double pixelsPerPoint = 96.0 / 72.0;
        body.setPointSizeF(drawnPixels / pixelsPerPoint);
    }
    for (const QString& family : korean) {
        if (!families.contains(family))
            families.append(family);
    }
    body.setFamilies(families);
    return body;
}

// One family with Latin in one cell and Hangul in two is best; else the system's with a Korean one behind it.
QFont codeFont(const QFont& body)
{
    const QStringList twoCells =
        installed({u"D2Coding"_s, u"Noto Sans Mono CJK KR"_s, u"NanumGothicCoding"_s, u"Sarasa Mono K"_s});
    QFont code = body;
    if (!twoCells.isEmpty())
        code.setFamilies({twoCells.constFirst()});
    else
        code.setFamilies(installed({u"Menlo"_s, u"Consolas"_s, u"DejaVu Sans Mono"_s, u"Apple SD Gothic Neo"_s,
                                    u"Malgun Gothic"_s, u"Noto Sans CJK KR"_s}));
    code.setStyleHint(QFont::Monospace);
    code.setFixedPitch(true);
    return code;
}

QFont resized(QFont font, double points)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() + points);
    else
        font.setPixelSize(font.pixelSize() + qRound(points * 4 / 3));
    return font;
}

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

int height(int drawn)
{
    return qMax(drawn, QFontMetrics(current().body).height() + 8);
}

} // namespace

Current& current()
{
    static Current state;
    return state;
}

QFont font(Type type)
{
    const QFont& body = current().body;
    constexpr double pixel = 0.75; // points, at the 96 dpi the sizes were drawn for
    switch (type) {
    case Type::Small:
        return resized(body, -1.5 * pixel);
    case Type::Body:
        return body;
    case Type::Strong:
    case Type::CardTitle:
        return strong(body);
    case Type::BigNumber:
        return strong(resized(body, 8 * pixel));
    case Type::PageTitle:
        return strong(resized(body, 4 * pixel));
    case Type::Code:
        return resized(current().code, -1 * pixel);
    }
    return body;
}

int rowHeight()
{
    return height(26);
}

int headerHeight()
{
    return height(26);
}

int treeRowHeight()
{
    return height(24);
}

int buttonHeight()
{
    return height(28);
}

int smallButtonHeight()
{
    return height(24);
}

bool showsFocus(const QWidget* widget)
{
    return widget->hasFocus() && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

Theme::Theme(QApplication& application)
    : m_application(application)
    , m_systemIsDark(application.palette().color(QPalette::Window).lightness() < 128)
{
    Q_ASSERT(!theInstance);
    theInstance = this;
    current().body = bodyFont(QApplication::font());
    current().code = codeFont(current().body);
    QApplication::setFont(current().body);
    QApplication::setStyle(new Style);
    QApplication::setWindowIcon(applicationIcon());
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    m_systemIsDark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this](Qt::ColorScheme scheme) {
        m_systemIsDark = scheme == Qt::ColorScheme::Dark;
        apply();
    });
#endif
    apply();
}

Theme::~Theme()
{
    theInstance = nullptr;
}

void Theme::setScheme(Scheme scheme)
{
    if (m_scheme == scheme)
        return;
    m_scheme = scheme;
    apply();
}

Scheme Theme::scheme() const
{
    return m_scheme;
}

Theme* Theme::instance()
{
    return theInstance;
}

bool Theme::wantsDark() const
{
    switch (m_scheme) {
    case Scheme::System:
        return m_systemIsDark;
    case Scheme::Light:
        return false;
    case Scheme::Dark:
        return true;
    }
    return false;
}

void Theme::apply()
{
    current().dark = wantsDark();
    QPixmapCache::clear();
    m_application.setPalette(qtPalette());
    emit changed();
}

} // namespace theme
