#pragma once

#include <QString>

namespace live {

/// Moves this process, and all it starts from now on, into a network of its own, which has loopback and `address`
/// (IPv4) and goes with the last of them. Call it first in main(): it fails once there are threads. Empty: done; else
/// why not.
[[nodiscard]] QString enterPrivateNetwork(const char* address);

} // namespace live
