#pragma once

#include "core/base/error.h"

namespace http {

/// What an HTTP status from 400 on means where the body says no more: the one table of the program. Any other status is
/// Server, which is also what the 5xx are.
base::Error::Kind kindOfStatus(int status);

} // namespace http
