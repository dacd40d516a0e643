#pragma once

#include "core/sim/operator/settings.h"
#include "core/sim/world/world.h"

namespace sim::op {

/// The leader's lease, renewed for as long as this lives; nothing without leader election.
class Lease
{
public:
    Lease(World& world, const Settings& settings);

private:
    void renew();

    World& m_world;
    const Settings& m_settings;
    QString m_holder;
    Alarm m_alarm;
};

} // namespace sim::op
