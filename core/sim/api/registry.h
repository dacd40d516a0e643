#pragma once

#include "core/sim/api/api.h"

namespace sim {

/// What a real server adds to objects of built-in kinds however they are written: the state a new namespace, pod or
/// service begins with, and the managedFields of writes that come from controllers in this process.
class Registry
{
public:
    Registry(World& world, documents::Kinds& kinds);
    Registry(const Registry&) = delete;
    Registry& operator=(const Registry&) = delete;

private:
    void beginService(QJsonObject& service);

    World& m_world;
    documents::Kinds& m_kinds;
    int m_serviceAddress = 1; ///< the first is the API server's
    std::vector<Subscription> m_admissions;
};

} // namespace sim
