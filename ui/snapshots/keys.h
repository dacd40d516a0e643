#pragma once

#include "ui/widgets/keymap.h"

namespace snapshots {

/// All that keys can do on the page of a snapshot.
QList<widgets::KeyCommand> keyCommands();
QList<widgets::KeyPlace> keyPlaces();
/// One of them, by its id.
widgets::KeyCommand keyCommand(QStringView id);

} // namespace snapshots
