#pragma once

#include "core/sim/kubelet/recorder.h"

namespace sim::kubelet {

/// The default scheduler: gives each new pod the first node that has room for what it requests, and says why none has.
class Scheduler
{
public:
    Scheduler(Clock& clock, Objects& objects, const Chance& chance);

private:
    void look(const Event& event);
    void plan();
    void schedule();
    void place(const Stored& pod);
    void bind(const Stored& pod, const QString& node);
    void refuse(const Stored& pod, const QString& why);

    Clock& m_clock;
    Objects& m_objects;
    Recorder m_recorder;
    Alarm m_alarm;
    Alarm m_retry;
    Subscription m_pods;
    Subscription m_nodes;
};

} // namespace sim::kubelet
