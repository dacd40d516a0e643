#pragma once

#include "core/manifest/subject.h"

namespace manifest {

/// What the operator's own validator refuses (its webhook, or the operator itself where there is none), as far as a
/// manifest alone can tell, every finding and not the first: DREY-O001 to O022. What the operator's default
/// configuration may add is unknown here.
QList<Finding> operatorFindings(const Subject& subject);

/// Whether the configuration turns high availability on.
bool hasHighAvailability(const Subject& subject);
/// "stateless", "savepoint" or "last-state"; what it is when nobody says. Empty: there is no job.
QString upgradeModeOf(const Subject& subject);

} // namespace manifest
