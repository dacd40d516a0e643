#pragma once

#include "core/snapshot/comparison.h"

#include <QString>

namespace snapshot {

/// "Savepoint 12, native".
QString titleOf(const Metadata& metadata);

/// Whether one of two can be restored where the other was made, in a sentence.
QString verdictOf(const Comparison& comparison, const Metadata& before, const Metadata& after);

} // namespace snapshot
