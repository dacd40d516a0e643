#pragma once

#include "core/sim/world/resource.h"

#include <QJsonObject>

namespace sim::documents {

/// The paths of a resource with the operations it knows: what a client needs to find kinds by path and parameters by
/// operation.
void addOpenApiPaths(const Resource& resource, QJsonObject& paths);

} // namespace sim::documents
