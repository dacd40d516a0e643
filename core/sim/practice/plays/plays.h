#pragma once

#include "core/sim/practice/play.h"

namespace sim::practice {

<<<<<<< HEAD
// Where nothing is to be cured.
Play healthy();
Play company();

// The operator and what it deploys.
Play operatorDown();
Play operatorTooOld();
Play webhookRefusal();
Play badImage();
Play badUpgrade();
Play jobManagerFailover();

// Room for pods.
Play unschedulablePods();
Play quotaExceeded();

// The way to the API server.
Play revokedRights();
Play expiredCertificate();
Play apiThrottled();
Play apiHalfOpen();
Play clockSkew();
=======
Play checkpointTimeout();
Play haMetadataLost();
Play keySkew();
Play operatorDown();
Play savepointFailing();
Play slowSink();
Play snapshotCorrupted();
Play snapshotMissing();
Play stateDoesNotFit();
>>>>>>> practice-faults

} // namespace sim::practice
