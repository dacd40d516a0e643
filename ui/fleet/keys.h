#pragma once

#include "ui/widgets/keymap.h"

namespace fleet {

/// Sort by the current column; sort by it after the others.
widgets::KeyCommand sortKeys();
widgets::KeyCommand sortMoreKeys();
/// All of them, and where they work.
QList<widgets::KeyCommand> keyCommands();
widgets::KeyPlace keyPlace();

} // namespace fleet
