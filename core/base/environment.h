#pragma once

namespace base {

/// What a connection is used for. Later values are stricter: of several contexts the strictest is shown.
enum class Environment { Unset, Development, Staging, Production };

} // namespace base
