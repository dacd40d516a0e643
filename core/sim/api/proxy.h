#pragma once

#include "core/sim/api/call.h"

namespace sim {

/// The ways through the API server to what listens in pods: services/proxy and pods/proxy.
class Proxy
{
public:
    explicit Proxy(World& world);

    void pass(const Call& call);

private:
    World& m_world;
};

} // namespace sim
