#pragma once

#include "core/manifest/subject.h"

namespace manifest {

/// What the operator's validator says of the autoscaler's settings where it is on, and what keeps it from ever doing
/// anything: DREY-O021 to O023.
QList<Finding> autoscalerFindings(const Subject& subject);

bool isAutoscaled(const Subject& subject);

} // namespace manifest
