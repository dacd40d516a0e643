#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace cli {

/// What a file holds, at most 64 MiB of it; "-": standard input.
base::Result<QByteArray> fileText(const QString& path);

} // namespace cli
