#pragma once

#include "core/sim/kubelet/recorder.h"

namespace sim::kubelet {

/// The ReplicaSet controller: keeps as many pods as wanted; a refused pod is tried again after twice the time each.
class ReplicaSets
{
public:
    ReplicaSets(Clock& clock, Objects& objects, const Chance& chance);

private:
    struct Attempt
    {
        int failures = 0;
        bool waiting = false; ///< until the next try
    };

    void plan(const QString& uid);
    void synchronise(const QString& uid);
    bool createPod(const Stored& set);
    void refused(const Stored& set, const Refusal& refusal);
    void tell(const Stored& set, const std::optional<QString>& failure);
    std::vector<Snapshot> pods(const Stored& set) const;

    Clock& m_clock;
    Objects& m_objects;
    Chance m_chance;
    Recorder m_recorder;
    std::map<QString, bool> m_planned;
    std::map<QString, Attempt> m_attempts;
    Subscription m_sets;
    Subscription m_pods;
};

} // namespace sim::kubelet
