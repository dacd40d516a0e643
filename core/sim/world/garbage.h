#pragma once

#include "core/sim/world/objects.h"

#include <set>

namespace sim {

/// What follows a deletion: dependents (by metadata.ownerReferences) go with their last owner, a foreground deletion
/// waits for them, an orphaning one lets go of them, a namespace takes its content along. Never in the call that
/// deletes, but a moment later by the clock, as in a real cluster.
class Garbage
{
public:
    Garbage(Clock& clock, Objects& objects);
    Garbage(const Garbage&) = delete;
    Garbage& operator=(const Garbage&) = delete;

private:
    void follow(const Event& event);
    void index(const Event& event);
    void soon(const QString& uid, void (Garbage::*work)(const Snapshot&));
    void releaseDependents(const QString& ownerUid);
    void reconsider(const Snapshot& dependent);
    void collect(const Snapshot& owner);
    void orphan(const Snapshot& owner);
    void empty(const Snapshot& ns);
    std::vector<Snapshot> dependents(const QString& ownerUid) const;

    Clock& m_clock;
    Objects& m_objects;
    std::map<QString, std::set<QString>> m_dependents;
    Subscription m_subscription;
};

} // namespace sim
