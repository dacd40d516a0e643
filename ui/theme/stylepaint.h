#pragma once

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QRect>

class QIcon;
class QPainter;
class QStyleOption;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionTab;

namespace theme {

/// How much a control wants to be pressed.
enum class Emphasis { Normal, Primary, Destructive, Flat };

/// Whether a label ends in the sign that something opens below it.
enum class Chevron { None, Shown };

/// Icon, text and chevron of a button, centred together, in the painter's pen and font.
void paintLabel(QPainter* painter, const QRect& rect, const QIcon& icon, const QSize& iconSize, const QString& text,
                bool enabled, Chevron chevron);
/// The width paintLabel() needs.
int labelWidth(const QFontMetrics& metrics, const QSize& iconSize, const QString& text, Chevron chevron);
/// A rounded rectangle with a crisp one-pixel border; an invalid colour leaves that part out.
void paintPanel(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& border, int radius);
/// The ring around what has the keyboard: two pixels, inside `rect`.
void paintFocus(QPainter* painter, const QRect& rect, int radius);
void paintButton(QPainter* painter, const QStyleOption& option, Emphasis emphasis);
void paintField(QPainter* painter, const QStyleOption& option);
/// A chevron or cross of our icons, centred.
void paintMark(QPainter* painter, const QRect& rect, const QString& name, int size, Role role);
void paintCheck(QPainter* painter, const QStyleOption& option);
void paintRadio(QPainter* painter, const QStyleOption& option);
void paintTab(QPainter* painter, const QStyleOptionTab& option);
void paintTabLabel(QPainter* painter, const QStyleOptionTab& option);
void paintMenuItem(QPainter* painter, const QStyleOptionMenuItem& option);
void paintProgress(QPainter* painter, const QStyleOptionProgressBar& option);
void paintScrollSlider(QPainter* painter, const QRect& slider, const QStyleOptionSlider& option);

} // namespace theme
