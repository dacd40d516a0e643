#pragma once

#include "core/sim/api/api.h"
#include "core/sim/documents/definitions.h"
#include "core/sim/operator/settings.h"
#include "core/sim/world/world.h"

namespace sim::practice {

/// The operator's Deployment, and the label app.kubernetes.io/name of its pods.
inline constexpr QStringView operatorName = u"flink-kubernetes-operator";
inline constexpr QStringView operatorNamespace = u"flink-operator";

/// What Helm's chart of the operator puts into a cluster: its namespace, account, rights, configuration, webhook and
/// Deployment, whose pod is the operator.
void installOperator(World& world, const op::Settings& settings);
/// A namespace in which Flink may run: with the account "flink" and its rights.
void addFlinkNamespace(World& world, const QString& name);

/// The same release for the definitions of its resources.
documents::OperatorRelease definitionsOf(op::Release release);
op::Release releaseOf(documents::OperatorRelease release);
/// The release that is in an image of the operator; nothing: the tag says none.
std::optional<op::Release> releaseOfImage(const QString& image);

} // namespace sim::practice
