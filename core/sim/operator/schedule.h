#pragma once

#include "core/sim/world/clock.h"

#include <QString>

namespace sim::op {

/// Whether something that happens every `interval` is due: a duration ("6h", 0 is never) or a Quartz cron expression of
/// six or seven fields (seconds first), in UTC. What cannot be read is never due.
bool isDue(const QString& interval, Instant last, Instant now);

} // namespace sim::op
