#pragma once

#include "core/sim/api/call.h"
#include "core/sim/api/selection.h"

namespace sim {

/// What metrics.k8s.io says of pods.
class Metrics
{
public:
    Metrics(World& world, documents::Kinds& kinds);

    static bool answersFor(const Resource& resource) { return resource.group == u"metrics.k8s.io"; }
    void get(const Call& call);
    void list(const Call& call);

private:
    std::optional<QJsonObject> metricsOf(const Resource& resource, const Stored& pod) const;

    World& m_world;
    documents::Kinds& m_kinds;
};

} // namespace sim
