#pragma once

#include "core/sim/documents/definitions.h"
#include "core/sim/world/world.h"

namespace sim {

/// Fills an empty world with what every cluster holds: the namespaces, the roles of RBAC, the definitions of the
/// operator's release. The rights of the kubeconfig's users: practice-operator may everything but roles in
/// `ownNamespace`, practice-viewer may read everything but secrets.
void bootstrap(World& world, documents::OperatorRelease release, const QString& ownNamespace);

/// The users a kubeconfig has contexts for.
User adminUser();
User operatorUser();
User viewerUser();

} // namespace sim
