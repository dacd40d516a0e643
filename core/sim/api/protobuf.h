#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace sim {

/// The few messages that kubectl sends as protobuf whatever the server says it accepts, as the JSON they stand for:
/// reviews of oneself, delete options, and what `kubectl create` makes of namespaces, config maps, secrets and service
/// accounts. Nothing: another message, or none at all.
std::optional<QJsonObject> fromProtobuf(const QByteArray& body);

bool isProtobuf(const QByteArray& contentType);

} // namespace sim
