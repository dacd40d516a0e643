#pragma once

#include "core/sim/world/clock.h"

#include <QString>

#include <map>

namespace sim::flink {

/// The Kafka that the jobs read from: topics that records keep arriving in, whether somebody reads them or not.
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
    /// Records that have arrived since the topic is there, until now.
    double arrived(const QString& topic);
    /// When the rate next changes by itself.
    static Instant nextChange(Instant moment);

    /// So many times the usual number of records arrives from now on.
    void setTraffic(const QString& topic, double factor);
    /// Nobody can read while it is down; records still arrive.
    void setDown(bool down) { m_down = down; }
    bool isDown() const { return m_down; }

private:
    struct Topic
    {
        double rate = 0;
        double wave = 0;
        double factor = 1;
        double arrived = 0;
        Instant settled{};
    };

    void settle(Topic& topic);

    Clock& m_clock;
    std::map<QString, Topic> m_topics;
    bool m_down = false;
};

} // namespace sim::flink
