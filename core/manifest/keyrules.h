#pragma once

#include "core/manifest/catalogue.h"
#include "core/manifest/configuration.h"
#include "core/manifest/finding.h"

namespace manifest {

/// What a release of Flink, an index of the catalogue, makes of the keys and values of a configuration:
/// DREY-K001 to K008 and DREY-V001. In the order of the text.
QList<Finding> keyFindings(const yaml::Tree& manifest, const ConfigSection& section, const Catalogue& catalogue,
                           int release);

} // namespace manifest
