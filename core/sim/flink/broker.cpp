#include "core/sim/flink/broker.h"

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

namespace sim::flink {

namespace {

constexpr Duration slice = 5min;
constexpr Duration day = 24h;

/// 1 at 13 o'clock, -1 at 1 o'clock, a straight line between.
double tide(Instant moment)
{
    const Duration intoSlice = moment.time_since_epoch() % slice;
    const Duration ofDay = (moment.time_since_epoch() - intoSlice) % day;
    const double hours = double(ofDay.count()) / 3600'000.0;
    return 1 - std::abs(std::remainder(hours - 13, 24)) / 6;
}

} // namespace

void Broker::addTopic(const QString& topic, double rate, double wave)
{
    if (m_topics.contains(topic))
        return;
    Topic fresh;
    fresh.rate = rate;
    fresh.wave = std::clamp(wave, 0.0, 1.0);
    fresh.settled = m_clock.now();
    m_topics.emplace(topic, fresh);
}

double Broker::rate(const QString& topic, Instant moment) const
{
    const auto found = m_topics.find(topic);
    if (found == m_topics.end())
        return 0;
    return found->second.rate * found->second.factor * (1 + found->second.wave * tide(moment));
}

double Broker::highestRate(const QString& topic) const
{
    const auto found = m_topics.find(topic);
    return found == m_topics.end() ? 0 : found->second.rate * found->second.factor * (1 + found->second.wave);
}

double Broker::arrived(const QString& topic)
{
    const auto found = m_topics.find(topic);
    if (found == m_topics.end())
        return 0;
    settle(found->second);
    return found->second.arrived;
}

Instant Broker::nextChange(Instant moment)
{
    return moment + (slice - moment.time_since_epoch() % slice);
}

void Broker::setTraffic(const QString& topic, double factor)
{
    const auto found = m_topics.find(topic);
    if (found == m_topics.end())
        return;
    tell(&Follower::before);
    settle(found->second);
    found->second.factor = std::max(0.0, factor);
    tell(&Follower::after);
}

void Broker::setDown(bool down)
{
    tell(&Follower::before);
    if (m_down && !down)
        m_backSince = m_clock.now();
    m_down = down;
    tell(&Follower::after);
}

void Broker::setHotKey(const QString& topic, double part)
{
    tell(&Follower::before);
    m_hotKeys[topic] = std::clamp(part, 0.0, 1.0);
    tell(&Follower::after);
}

double Broker::hotKey(const QString& topic) const
{
    const auto found = m_hotKeys.find(topic);
    return found == m_hotKeys.end() ? 0 : found->second;
}

void Broker::setSystem(const QString& name, const System& system)
{
    tell(&Follower::before);
    m_systems[name] = system;
    tell(&Follower::after);
}

Broker::System Broker::system(const QString& name) const
{
    const auto found = m_systems.find(name);
    return found == m_systems.end() ? System() : found->second;
}

Subscription Broker::follow(std::function<void()> before, std::function<void()> after)
{
    std::erase_if(m_followers, [](const auto& follower) { return follower.expired(); });
    const auto follower = std::make_shared<const Follower>(Follower{std::move(before), std::move(after)});
    m_followers.push_back(follower);
    return follower;
}

void Broker::tell(std::function<void()> Follower::*what)
{
    const auto followers = m_followers;
    for (const auto& weak : followers) {
        if (const auto follower = weak.lock())
            ((*follower).*what)();
    }
}

void Broker::settle(Topic& topic)
{
    const Instant now = m_clock.now();
    // High tide and low tide of a whole day make up for each other.
    while (now - topic.settled >= day) {
        topic.arrived += topic.rate * topic.factor * double(day.count()) / 1000.0;
        topic.settled += day;
    }
    while (topic.settled < now) {
        const Instant end = std::min(now, nextChange(topic.settled));
        const double seconds = double((end - topic.settled).count()) / 1000.0;
        topic.arrived += topic.rate * topic.factor * (1 + topic.wave * tide(topic.settled)) * seconds;
        topic.settled = end;
    }
}

} // namespace sim::flink
