#pragma once

#include <QJsonValue>

namespace contract {

/// The document with every list of managedFields in it in one order. A server sorts them by the second of each write,
/// and by name within one: which comes first changes with where a second ends between two writes.
[[nodiscard]] QJsonValue withSortedManagers(const QJsonValue& document);

} // namespace contract
