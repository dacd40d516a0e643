#pragma once

#include <QStringView>

namespace live {

/// A loopback port nobody listens on now. Another process may take it before it is used: try again then.
[[nodiscard]] quint16 freePort();

/// Whether a server's log says that somebody else was faster.
[[nodiscard]] bool saysPortIsTaken(QStringView log);

} // namespace live
