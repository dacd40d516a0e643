#pragma once

#include "core/manifest/subject.h"

namespace manifest {

/// What a release of Flink makes of the keys and values of a configuration: DREY-K001 to K008 and DREY-V001. In the
/// order of the text.
QList<Finding> keyFindings(const Subject& subject);

} // namespace manifest
