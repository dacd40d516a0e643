#pragma once

#include "core/sim/world/clock.h"
#include "core/sim/world/stored.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace sim::flink {

/// The world outside of Flink: the Kafka that the jobs read from, with topics that records keep arriving in whether
/// somebody reads them or not, and the systems that they call.
class Broker
{
public:
    explicit Broker(Clock& clock)
        : m_clock(clock)
    {
    }

    /// Records/s on average and how much more at midday (0 … 1). A topic that is known keeps what it had.
    void addTopic(const QString& topic, double rate, double wave);

    /// Records/s that arrive at that moment; 0: no such topic.
    double rate(const QString& topic, Instant moment) const;
    /// The most records/s that arrive at any time of the day.
    double highestRate(const QString& topic) const;
    /// Records that have arrived since the topic is there, until now.
    double arrived(const QString& topic);
    /// When the rate next changes by itself.
    static Instant nextChange(Instant moment);

    /// Told before and after each of the changes below, until the answer is dropped: what was read before is read
    /// at the old rate.
    Subscription follow(std::function<void()> before, std::function<void()> after);
    /// So many times the usual number of records arrives from now on.
    void setTraffic(const QString& topic, double factor);
    /// Nobody can read while it is down; records still arrive.
    void setDown(bool down);
    bool isDown() const { return m_down; }
    /// From now on so large a part (0 … 1) of a topic's records has one and the same key.
    void setHotKey(const QString& topic, double part);
    double hotKey(const QString& topic) const;
    /// When reading was last possible again after it had not been; nothing: it always was.
    std::optional<Instant> backSince() const { return m_backSince; }

    /// A system that jobs call, as it is from now on.
    struct System
    {
        double callsPerSecond = 0; ///< it answers no more, of all its callers together; 0: any number
        double slowness = 1;       ///< how many times longer each call takes
    };
    void setSystem(const QString& name, const System& system);
    /// As usual, where nothing was set.
    System system(const QString& name) const;

private:
    struct Topic
    {
        double rate = 0;
        double wave = 0;
        double factor = 1;
        double arrived = 0;
        Instant settled{};
    };

    struct Follower
    {
        std::function<void()> before, after;
    };

    void settle(Topic& topic);
    void tell(std::function<void()> Follower::*what);

    Clock& m_clock;
    std::map<QString, Topic> m_topics;
    std::vector<std::weak_ptr<const Follower>> m_followers;
    std::map<QString, double> m_hotKeys;
    std::map<QString, System> m_systems;
    std::optional<Instant> m_backSince;
    bool m_down = false;
};

} // namespace sim::flink
