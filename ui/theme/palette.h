#pragma once

#include <QPalette>

namespace theme {

/// The roles in force as Qt's own palette, for everything Qt paints by itself.
QPalette qtPalette();

} // namespace theme
