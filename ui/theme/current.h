#pragma once

#include <QFont>

namespace theme {

/// What is in force for the whole program; written by Theme alone.
struct Current
{
    bool dark = false;
    QFont body; ///< the font all others are relative to
    QFont code;
};
Current& current();

} // namespace theme
