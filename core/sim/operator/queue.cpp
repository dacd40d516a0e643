#include "core/sim/operator/queue.h"

#include <algorithm>
#include <cmath>

namespace sim::op {
namespace {

using namespace std::chrono_literals;

constexpr auto reaction = 30ms;

} // namespace

Queue::Queue(Clock& clock, const Settings& settings, Make make)
    : m_clock(clock)
    , m_settings(settings)
    , m_make(std::move(make))
    , m_self(std::make_shared<Queue*>(this))
{
}

void Queue::touch(const QString& ns, const QString& name)
{
    const Key key{ns, name};
    Entry& entry = m_entries.try_emplace(key, m_clock).first->second;
    if (entry.round) {
        entry.touched = true;
        return;
    }
    if (m_draining)
        return;
    entry.timer.set(reaction, [this, key] { start(key); });
}

/// How long the resource has to wait because it was looked at too often.
Duration Queue::limited(Entry& entry) const
{
    while (!entry.starts.empty() && m_clock.now() - entry.starts.front() >= m_settings.ratePeriod)
        entry.starts.pop_front();
    if (int(entry.starts.size()) < m_settings.rateLimit)
        return 0ms;
    return entry.starts.front() + m_settings.ratePeriod - m_clock.now();
}

void Queue::start(const Key& key)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || m_draining)
        return;
    Entry& entry = found->second;
    if (const Duration pause = limited(entry); pause > 0ms) {
        entry.timer.set(pause, [this, key] { start(key); });
        return;
    }
    auto round = m_make(key.first, key.second);
    if (!round) {
        // Posted: the entry's timer is ringing.
        m_clock.after(0ms, [self = std::weak_ptr(m_self), key] {
            const auto alive = self.lock();
            if (!alive)
                return;
            const auto gone = (*alive)->m_entries.find(key);
            if (gone != (*alive)->m_entries.end() && !gone->second.round && !gone->second.timer.isSet())
                (*alive)->m_entries.erase(gone);
        });
        return;
    }
    entry.starts.push_back(m_clock.now());
    entry.touched = false;
    entry.round = round;
    round->run([self = std::weak_ptr(m_self), key](const Next& next) {
        if (const auto alive = self.lock())
            (*alive)->ended(key, next);
    });
}

void Queue::ended(const Key& key, const Next& next)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return;
    Entry& entry = found->second;
    // The round is the caller.
    m_clock.after(0ms, [round = std::move(entry.round)] {});
    entry.round.reset();
    if (m_draining) {
        becomeIdle();
        return;
    }
    if (next.when != Next::When::Retry)
        entry.retries = 0;
    if (entry.touched) {
        entry.timer.set(reaction, [this, key] { start(key); });
        return;
    }
    Duration pause = next.pause;
    switch (next.when) {
    case Next::When::Never:
        return;
    case Next::When::Retry:
        if (entry.retries >= m_settings.retryLimit)
            return;
        // The first two pauses are equal.
        pause = Duration(qint64(double(m_settings.retryInterval.count()) *
                                std::pow(m_settings.retryFactor, std::max(0, entry.retries - 1))));
        ++entry.retries;
        break;
    case Next::When::After:
        break;
    }
    entry.timer.set(pause, [this, key] { start(key); });
}

void Queue::drain(std::function<void()> idle)
{
    m_draining = true;
    m_idle = std::move(idle);
    for (auto& [key, entry] : m_entries)
        entry.timer.stop();
    becomeIdle();
}

void Queue::becomeIdle()
{
    const bool busy =
        std::any_of(m_entries.begin(), m_entries.end(), [](const auto& entry) { return bool(entry.second.round); });
    if (!busy && m_idle) {
        const auto idle = std::move(m_idle);
        m_idle = nullptr;
        idle();
    }
}

} // namespace sim::op
