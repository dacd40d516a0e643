#pragma once

#include "core/snapshot/metadata.h"

#include <QList>
#include <QString>

#include <utility>

namespace snapshots {

/// Names and values, translated and safe to show.
using Details = QList<std::pair<QString, QString>>;

/// All that is known of an operator, each of its states in a line.
Details detailsOf(const snapshot::Operator& of);

} // namespace snapshots
