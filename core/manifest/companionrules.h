#pragma once

#include "core/manifest/subject.h"

#include <QStringView>

namespace manifest {

/// The plain Kubernetes objects that travel with Flink's: an operator installed by hand, a configuration nobody mounts,
/// a Prometheus that finds nothing. DREY-I001 to I006.
QList<Finding> companionFindings(const Subject& subject);

/// What two documents of one text say against each other, at the one that is judged: a job for a cluster that has its
/// own, two things that scale one deployment. DREY-I007 to I009. `deployments` are those of the text.
QList<Finding> togetherFindings(const Subject& subject, const std::vector<const Subject*>& deployments);

} // namespace manifest
