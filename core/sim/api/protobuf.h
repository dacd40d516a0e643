#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace sim {

/// The messages that kubectl sends as protobuf whatever the server says it accepts, as the JSON they stand for: reviews
/// of oneself, delete options, and what `kubectl create`, `run` and `expose` make of namespaces, config maps, secrets,
/// service accounts, quotas, deployments, pods, services, ingresses, roles and their bindings. Fields that these never
/// fill are left out. Nothing: another message, or none at all.
std::optional<QJsonObject> fromProtobuf(const QByteArray& body);

bool isProtobuf(const QByteArray& contentType);

} // namespace sim
