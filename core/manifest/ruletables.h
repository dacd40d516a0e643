#pragma once

#include "core/manifest/rules.h"

namespace manifest {

// The parts of the table of rules.
std::span<const Rule> rulesOfKeys();     ///< documents, fields, keys and values: Y, S, K, V
std::span<const Rule> rulesOfOperator(); ///< the operator's own validator: O
std::span<const Rule> rulesOfAdvice();   ///< what works, and not as meant: A, P, C; what travels along: I

} // namespace manifest
