#pragma once

#include "core/sim/flink/jobspec.h"

#include <QString>

#include <map>

namespace sim::practice {

/// The programs of the company by the names of their deployments and session jobs: what their jars hold.
const std::map<QString, flink::JobSpec>& companyPrograms();

} // namespace sim::practice
