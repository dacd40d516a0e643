#pragma once

#include "core/kube/loglines.h"

#include <QString>

#include <functional>

class QObject;

namespace deployment {

/// A name for a file made of a server's words: letters, digits, dots and dashes, never hidden, never an option, never
/// a device, at most 100 long.
QString safeFileName(const QString& text);

/// Writes all lines of `log` into a file, in the background and whole or not at all; line breaks inside a line cannot
/// occur. `done` gets what went wrong; empty: nothing.
void saveLog(const kube::LogBuffer& log, const QString& path, QObject* context,
             std::function<void(const QString& problem)> done);

/// How far the end of a followed log is behind, in milliseconds: the time the newest line took to get here. A line
/// older than the following itself is history, not lag: 0. Both times in milliseconds since 1970 UTC; 0: unknown.
qint64 lagOf(qint64 lineTime, qint64 followedSince, qint64 arrivedAt);

} // namespace deployment
