#pragma once

#include "core/base/environment.h"
#include "core/base/health.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPixmap>

class QApplication;
class QPainter;
class QWidget;

namespace theme {

/// What a colour is for. Features ask by role; the numbers live in this room alone.
enum class Role {
    Window,
    Surface,
    Raised,
    Sunken,
    Border,
    Edge,
    Text,
    SecondaryText,
    DisabledText,
    Accent,
    OnAccent,
    Selection,
    SelectionText,
    Hover,
    Focus,
    Link,
    Grid,
    Code,
};

struct StatusColors
{
    QColor text, background, border, glyph;
};
struct EnvironmentColors
{
    QColor solid, onSolid, tint;
};

/// What a glyph shows: the six health families, and a value that is old.
enum class Glyph { Broken, AtRisk, Changing, Unknown, Suspended, Healthy, Stale, Differs };
Glyph glyphOf(base::Health health);

enum class Scheme { System, Light, Dark };

/// Fonts by use, relative to the system's.
enum class Type { Small, Body, Strong, CardTitle, BigNumber, PageTitle, Code };

/// Distances in device independent pixels: inside a part, between parts, at the edge of a page.
inline constexpr int inside = 4;
inline constexpr int between = 8;
inline constexpr int pageMargin = 12;
/// Corner radii in device independent pixels.
inline constexpr int controlRadius = 4;
inline constexpr int cardRadius = 6;
inline constexpr int badgeRadius = 10;
inline constexpr int environmentRadius = 3;

QColor color(Role role);
StatusColors status(base::Health health);
EnvironmentColors environment(base::Environment environment);
QFont font(Type type);
/// What runs of Hangul in Type::Code need between letters, in pixels, so that each takes exactly two cells: even the
/// fonts made for this draw Hangul narrower than two Latin letters.
qreal hangulSpacing();

/// The glyph in its family's colours, crisp at the device's pixel ratio; cached.
QPixmap glyph(Glyph glyph, int size, qreal devicePixelRatio);
void paintGlyph(QPainter* painter, const QRect& rect, Glyph glyph);
/// A monochrome icon of our own or of Breeze, drawn in the text colour: "fleet", "namespace", "search", "copy" …
/// It follows a change of the scheme by itself. Unknown names give an empty icon.
QIcon icon(const QString& name);
/// The same in another role's colour, e.g. OnAccent inside a filled button.
QIcon icon(const QString& name, Role role);
/// The program's own sign, in the sizes a desktop asks for.
QIcon applicationIcon();

/// The family's and environment's word in the user's language.
QString word(base::Health health);
QString word(base::Environment environment);
/// The environment's word where space is short: PROD.
QString shortWord(base::Environment environment);

/// Heights in device independent pixels, never below the font's need.
int rowHeight();
int headerHeight();
int treeRowHeight();
int buttonHeight();
int smallButtonHeight();

bool isDark();

/// Whether a widget that paints itself shows the ring of the keyboard's focus now: not when a click brought it there.
bool showsFocus(const QWidget* widget);

/// Installs style, palette and fonts, and changes them live.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QApplication& application);
    ~Theme() override;
    void setScheme(Scheme scheme);
    Scheme scheme() const;
    static Theme* instance(); ///< the application's; for widgets that repaint on changed()

signals:
    void changed();

private:
    bool wantsDark() const;
    void apply();

    QApplication& m_application;
    Scheme m_scheme = Scheme::System;
    bool m_systemIsDark = false;
};

} // namespace theme
