#pragma once

#include "core/sim/api/call.h"

namespace sim {

/// An object as one served version of its kind shows it: the version's name, and for events.k8s.io its names of the
/// fields.
QJsonObject viewOf(const Resource& resource, const QJsonObject& stored);
/// The same as bytes, without making them anew where that can be avoided.
QByteArray viewBytes(const Resource& resource, const Stored& stored);
/// An item of a list: those of built-in kinds tell neither kind nor version.
QByteArray itemBytes(const Resource& resource, const Stored& stored);
/// Times as documents/ counts them.
QDateTime dateTime(Instant moment);

} // namespace sim
