#pragma once

#include "core/plans/intent.h"
#include "core/workflow/operation.h"

#include <optional>

namespace plans {

/// What a recovery goes on with that failed because of the snapshot it was to start from: the next best that its plan
/// named. Nothing: it failed for another reason, or none is left.
std::optional<Intent> fallbackOf(const workflow::Operation& operation);

} // namespace plans
