#pragma once

#include "core/sim/practice/play.h"

namespace sim::practice {

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

// Pressure.
Play kafkaLag();
Play autoscalerOscillates();
Play checkpointTimeout();
Play keySkew();
Play slowSink();

// Memory.
Play oomLoop();
Play metaspaceLeak();

// State and what is kept of it.
Play haMetadataLost();
Play savepointFailing();
Play snapshotCorrupted();
Play snapshotMissing();
Play stateDoesNotFit();

} // namespace sim::practice
