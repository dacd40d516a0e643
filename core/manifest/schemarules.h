#pragma once

#include "core/manifest/subject.h"

namespace manifest {

/// What the API server would refuse, or drop without a word, of the operator's kinds and of the pods within them:
/// DREY-S001 to S006.
QList<Finding> schemaFindings(const Subject& subject);

} // namespace manifest
