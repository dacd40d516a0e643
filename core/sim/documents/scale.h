#pragma once

#include "core/sim/documents/writes.h"

namespace sim::documents {

/// `live` with another number of wanted replicas, where its kind keeps it.
QJsonObject withScale(const Kind& kind, QJsonObject live, qint64 replicas);
/// What /scale speaks: autoscaling/v1, Scale.
const Kind& scaleKind();

} // namespace sim::documents
