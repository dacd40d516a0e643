#pragma once

#include "core/sim/world/objects.h"

namespace sim::op {

/// The operator names no field manager: the API server takes the beginning of its client's User-Agent.
inline Write byOperator()
{
    return Write::by(QStringLiteral("fabric8-kubernetes-client"));
}

} // namespace sim::op
