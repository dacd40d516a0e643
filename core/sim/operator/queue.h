#pragma once

#include "core/sim/operator/round.h"

#include <deque>

namespace sim::op {

/// Decides when the resources of one kind are reconciled: one round at a time for each, again when something happened
/// meanwhile, not too often, and later by themselves.
class Queue
{
public:
    /// A round for the object of that name as it is now; null: there is none any more.
    using Make = std::function<std::shared_ptr<Round>(const QString& ns, const QString& name)>;

    Queue(Clock& clock, const Settings& settings, Make make);

    /// Something happened to the resource.
    void touch(const QString& ns, const QString& name);
    /// No round begins any more; `idle` is called when the last one has ended.
    void drain(std::function<void()> idle);

private:
    struct Entry
    {
        explicit Entry(Clock& clock)
            : timer(clock)
        {
        }

        std::shared_ptr<Round> round;
        bool touched = false;
        int retries = 0;
        std::deque<Instant> starts; ///< of the rounds within the rate period
        Alarm timer;
    };
    using Key = std::pair<QString, QString>;

    void start(const Key& key);
    void ended(const Key& key, const Next& next);
    Duration limited(Entry& entry) const;
    void becomeIdle();

    Clock& m_clock;
    const Settings& m_settings;
    Make m_make;
    std::function<void()> m_idle;
    bool m_draining = false;
    std::map<Key, Entry> m_entries;
    std::shared_ptr<Queue*> m_self;
};

} // namespace sim::op
