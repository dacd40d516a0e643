#pragma once

#include "core/plans/survey.h"

namespace plans {

/// Whether the snapshot that the job is to start from will still be there when it is needed: Flink deletes checkpoints
/// as newer ones complete, and with the job where it is told to; the operator deletes savepoints that it has made
/// itself. Nothing: it starts from none that is known now.
QList<workflow::Check> retentionOf(const Survey& survey);

} // namespace plans
