#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace base {

/// Where Drey keeps what must survive it: $XDG_STATE_HOME/drey, ~/.local/state/drey without it.
QString stateFolder();

/// Adds one line to a file that only ever grows, readable by its owner only; made, with its folders, where it is not
/// there. On the disk when this returns, so is its name. Half a line that a crash has left spoils no other: empty lines
/// are to be expected. The Error quotes the system.
Result<Ok> appendLine(const QString& file, const QByteArray& line);

} // namespace base
