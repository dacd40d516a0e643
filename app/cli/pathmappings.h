#pragma once

#include "core/snapshot/localfolder.h"

#include <QStringList>

#include <optional>

namespace cli {

/// "FROM=TO" of each --map; nothing: one of them makes no sense.
std::optional<QList<snapshot::PathMapping>> mappingsOf(const QStringList& texts);

} // namespace cli
