#pragma once

#include "core/sim/world/world.h"

#include <map>

namespace sim::kubelet {

/// The controller that writes down which pods are behind a service: one EndpointSlice and one Endpoints for each that
/// has a selector.
class EndpointSlices
{
public:
    explicit EndpointSlices(World& world);
    EndpointSlices(const EndpointSlices&) = delete;
    EndpointSlices& operator=(const EndpointSlices&) = delete;

private:
    void look(const Event& event);
    void update(const Stored& service);
    void write(QStringView type, const QString& ns, const QString& name, const QJsonObject& wanted);
    std::vector<Snapshot> podsOf(const Stored& service) const;

    World& m_world;
    std::map<QString, QString> m_seen; ///< by a pod's uid: what an endpoint tells of it
    Subscription m_pods, m_services;
};

} // namespace sim::kubelet
