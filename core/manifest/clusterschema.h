#pragma once

#include "core/manifest/schema.h"

#include <QJsonObject>
#include <QList>

#include <memory>

namespace manifest {

/// The operator's kinds as a cluster knows them, from its OpenAPI v3 document of flink.apache.org/v1beta1. Null: they
/// are not in it.
std::shared_ptr<const Schema> schemaFromOpenApi(const QJsonObject& document);

/// The same from its CustomResourceDefinitions.
std::shared_ptr<const Schema> schemaFromDefinitions(const QList<QJsonObject>& definitions);

} // namespace manifest
