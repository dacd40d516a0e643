#pragma once

#include "ui/widgets/keymap.h"

namespace editor {

/// All that keys can do on the page of a manifest.
QList<widgets::KeyCommand> keyCommands();
QList<widgets::KeyPlace> keyPlaces();
/// One of them, by its id.
widgets::KeyCommand keyCommand(QStringView id);

} // namespace editor
