#pragma once

#include "core/health/verdict.h"

#include <memory>

namespace support {

/// Changes the resource an evidence speaks of, in a copy of its own.
template <typename Change>
void changeResource(health::Evidence& evidence, Change change)
{
    auto changed = std::make_shared<flink::Deployment>(**evidence.resource.value);
    change(*changed);
    evidence.resource.value = changed;
}

} // namespace support
