#pragma once

#include <QColor>

namespace theme {

/// How something spends its time, in bars and strips.
struct LoadColors
{
    QColor busy, backpressured, idle;
};
LoadColors loadColors();

/// From idle to wholly busy, 0 to 1; what is written on it.
QColor heat(double ratio);
QColor onHeat(double ratio);

} // namespace theme
