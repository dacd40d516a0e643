#pragma once

#include "core/sim/practice/play.h"

namespace sim::practice {

Play operatorDown();

} // namespace sim::practice
