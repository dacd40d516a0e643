#pragma once

#include "ui/theme/theme.h"

namespace theme {

/// Of the practice cluster. It is no environment of the user's: nothing in it is real, so none of their colours fits.
EnvironmentColors practiceColors();
/// PRACTICE, in the language of the program.
QString practiceWord();

} // namespace theme
