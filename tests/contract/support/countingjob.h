#pragma once

#include "core/sim/flink/jobspec.h"

namespace contract {

/// What tests/live/job/CountingJob.java makes, for the practice cluster.
[[nodiscard]] sim::flink::JobSpec countingJob();

} // namespace contract
