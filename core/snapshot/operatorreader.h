#pragma once

#include "core/snapshot/bytereader.h"
#include "core/snapshot/metadata.h"

namespace snapshot {

/// Reads one operator with its subtasks (OperatorState) of a format from 2 to 6; its files go to `files`.
Operator readOperator(ByteReader& in, FileList& files, int version);
/// What an operator takes at least.
qint64 leastOperator(int version);

} // namespace snapshot
