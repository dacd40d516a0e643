#pragma once

#include "core/base/error.h"

#include <optional>

namespace secrets {

/// Why the user's keychain cannot be asked; empty: there is one that has a place for secrets. Starts no bus and no
/// daemon that would not be started by asking it.
std::optional<base::Error> keychainProblem();

} // namespace secrets
