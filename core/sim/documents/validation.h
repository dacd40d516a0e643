#pragma once

#include "core/sim/documents/kinds.h"
#include "core/sim/world/refusal.h"

#include <QJsonObject>
#include <QList>

namespace sim::documents {

/// What is wrong with an object's metadata. `before` is empty for a create.
QList<Cause> metadataCauses(const Kind& kind, const QJsonObject& metadata, const QJsonObject& before);
/// Finalizers without a domain.
QStringList metadataWarnings(const QJsonObject& metadata);
/// What of a custom resource does not fit its schema.
QList<Cause> schemaCauses(const Kind& kind, const QJsonObject& document);
/// What is wrong with an object of a built-in kind, as far as this cluster looks. `before` is empty for a create;
/// `emptyMaps`: see Decoded.
QList<Cause> builtInCauses(const Kind& kind, const QJsonObject& document, const QJsonObject& before,
                           const QStringList& emptyMaps);

/// What the server fills into built-in kinds beyond the defaults of single fields: it depends on other fields.
void complete(const Kind& kind, QJsonObject& document);
/// What it fills in when an object is created: status, generated fields. `time` is RFC 3339.
void prepareNew(const Kind& kind, QJsonObject& document, const QString& time);

} // namespace sim::documents
