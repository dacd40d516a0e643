#pragma once

#include "core/sim/api/call.h"

namespace sim {

/// What is wrong with the parameters of a list or a watch, in the words of the API server: numbers that are none, and
/// options that do not go together. Nothing: all is well.
std::optional<Refusal> refuseListOptions(const Call& call);
std::optional<Refusal> refuseWatchOptions(const Call& call);

} // namespace sim
