#pragma once

#include "core/sim/practice/play.h"

namespace sim::practice {

/// One play in one cluster: sets the fault, judges the goals as time goes on, and notes what people do. In the thread
/// of the cluster.
class Rehearsal
{
public:
    /// `changed` is called whenever what progress() says is another.
    Rehearsal(Cluster& cluster, const Play& play, std::function<void(const Progress&)> changed);
    ~Rehearsal();
    Rehearsal(const Rehearsal&) = delete;
    Rehearsal& operator=(const Rehearsal&) = delete;

    void setFault();
    Progress progress() const;
    /// One more hint; -1: there is none left.
    int takeHint();
    /// True: that is the cause.
    bool suspect(const QString& id);
    Debrief debrief() const;

private:
    void judge();
    void witness(const Request& request, const RequestInfo& info, int status);
    bool isAffected(const RequestInfo& info) const;
    void detect();
    void note(const QString& who, const QString& what);
    void tell();

    Cluster& m_cluster;
    const Play& m_play;
    std::function<void(const Progress&)> m_changed;
    Progress m_progress;
    std::vector<Deed> m_deeds;
    std::optional<Instant> m_heldSince;
    Alarm m_alarm;
    std::shared_ptr<void> m_fault;
};

} // namespace sim::practice
