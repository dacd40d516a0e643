#pragma once

#include "core/sim/kubelet/recorder.h"

#include <set>

namespace sim::kubelet {

/// The deployment controller: gives each Deployment the ReplicaSet of its pod template and tells its state.
class Deployments
{
public:
    Deployments(Clock& clock, Objects& objects, const Chance& chance);

private:
    void look(const Event& event);
    void plan(const QString& uid);
    void synchronise(const QString& uid);
    Snapshot currentSet(const Stored& deployment, const QString& hash);
    void number(const Stored& deployment, const Stored& current);
    void scale(const Stored& deployment, const Stored& set, int replicas);
    void tell(const Stored& deployment, const Stored* current);
    std::vector<Snapshot> sets(const Stored& deployment) const;

    Clock& m_clock;
    Objects& m_objects;
    Recorder m_recorder;
    std::set<QString> m_planned;
    Subscription m_deployments;
    Subscription m_sets;
};

} // namespace sim::kubelet
