#pragma once

#include "core/sim/world/chance.h"
#include "core/sim/world/clock.h"
#include "core/sim/world/definitions.h"
#include "core/sim/world/garbage.h"
#include "core/sim/world/objects.h"
#include "core/sim/world/services.h"

namespace sim {

/// What every part of the practice cluster shares. Belongs to one thread.
struct World
{
    World(Instant start, quint64 seed)
        : clock(start)
        , chance(seed)
        , objects(clock, chance)
        , services(objects)
        , garbage(clock, objects)
        , definitions(clock, objects)
    {
    }

    Clock clock;
    Chance chance;
    Objects objects;
    Services services;
    Garbage garbage;
    Definitions definitions;
};

} // namespace sim
