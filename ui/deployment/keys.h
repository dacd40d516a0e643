#pragma once

#include "ui/widgets/keymap.h"

namespace deployment {

/// All that keys can do on a deployment's page and in its tabs.
QList<widgets::KeyCommand> keyCommands();
QList<widgets::KeyPlace> keyPlaces();
/// One of them, by its id.
widgets::KeyCommand keyCommand(QStringView id);

} // namespace deployment
