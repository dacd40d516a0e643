#pragma once

#include "core/sim/api/call.h"

namespace sim {

/// GET of pods/log.
class PodLogs
{
public:
    explicit PodLogs(World& world);

    void get(const Call& call);

private:
    std::shared_ptr<Log> logFor(const Call& call, const Stored& pod);

    World& m_world;
};

} // namespace sim
