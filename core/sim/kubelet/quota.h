#pragma once

#include "core/sim/world/objects.h"

namespace sim::kubelet {

/// Refuses pods that do not fit into their namespace's ResourceQuota (pods, requests.cpu, requests.memory and cpu,
/// memory), or whose service account does not exist, and keeps status.used of the quotas.
class PodAdmission
{
public:
    PodAdmission(Clock& clock, Objects& objects);

private:
    std::optional<Refusal> review(const Review& review) const;
    std::optional<QString> excess(const Stored& quota, const QJsonObject& pod) const;
    void plan();
    void tell();

    Objects& m_objects;
    Alarm m_alarm;
    Subscription m_admission;
    Subscription m_pods;
    Subscription m_quotas;
};

} // namespace sim::kubelet
