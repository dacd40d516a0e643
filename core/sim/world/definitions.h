#pragma once

#include "core/sim/world/objects.h"

namespace sim {

/// Accepts CustomResourceDefinitions: their kinds are served from then on, their status says so, and their objects go
/// with them.
class Definitions
{
public:
    Definitions(Clock& clock, Objects& objects);
    Definitions(const Definitions&) = delete;
    Definitions& operator=(const Definitions&) = delete;

private:
    void follow(const Event& event);
    void accept(const QString& name);
    void clear(const QString& name);

    Clock& m_clock;
    Objects& m_objects;
    Subscription m_subscription;
};

} // namespace sim
