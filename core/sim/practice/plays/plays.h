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

} // namespace sim::practice
