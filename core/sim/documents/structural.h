#pragma once

#include "core/sim/documents/schema.h"

#include <QJsonObject>

namespace sim::documents {

/// The schema an openAPIV3Schema of a CustomResourceDefinition describes; apiVersion, kind and metadata of the top are
/// those every object has.
const Schema& structuralSchema(SchemaStore& store, const QJsonObject& openApi);

/// The other way round: a type as such a JSON schema, everything written out, lists atomic, without defaults and
/// required fields. That is how generated definitions of custom resources describe an embedded pod.
QJsonObject plainJsonSchema(const Schema& schema);

} // namespace sim::documents
