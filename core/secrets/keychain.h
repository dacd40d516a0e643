#pragma once

#include "core/base/error.h"

#include <QObject>

#include <functional>
#include <optional>

namespace secrets {

/// Why the user's keychain cannot be asked; empty: there is one that has a place for secrets. Starts no bus and no
/// daemon that would not be started by asking it. Calls back once, in the thread of `context`, never after its death
/// and never from within; a bus that hangs holds up nobody.
void examineKeychain(QObject* context, std::function<void(std::optional<base::Error>)> done);

} // namespace secrets
