#pragma once

#include <QJsonObject>

namespace sim::documents {

/// An event of the core group in the form of events.k8s.io/v1.
QJsonObject newEventOf(const QJsonObject& coreEvent);
/// And back.
QJsonObject coreEventOf(const QJsonObject& newEvent);

} // namespace sim::documents
