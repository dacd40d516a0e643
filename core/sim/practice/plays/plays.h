#pragma once

#include "core/sim/practice/play.h"

namespace sim::practice {

Play checkpointTimeout();
Play haMetadataLost();
Play keySkew();
Play operatorDown();
Play savepointFailing();
Play slowSink();
Play snapshotCorrupted();
Play snapshotMissing();
Play stateDoesNotFit();

} // namespace sim::practice
