#include "core/sim/world/log.h"

#include <algorithm>

namespace sim {

Log::Log(qsizetype capacity)
    : m_capacity(capacity)
{
}

void Log::append(Instant at, const QByteArray& text)
{
    if (m_ended)
        return;
    const auto whole = text.endsWith('\n') ? text.chopped(1) : text;
    // A follower may append or leave while it is told.
    const auto followers = m_followers;
    for (const auto& part : whole.split('\n')) {
        const LogLine line{at, part};
        m_size += part.size() + 1;
        m_lines.push_back(line);
        for (const auto& candidate : followers) {
            if (const auto follower = candidate.lock())
                follower->listener(line);
        }
    }
    while (m_size > m_capacity && m_lines.size() > 1) {
        m_size -= m_lines.front().text.size() + 1;
        m_lines.pop_front();
    }
}

void Log::end()
{
    if (std::exchange(m_ended, true))
        return;
    for (const auto& candidate : std::exchange(m_followers, {})) {
        if (const auto follower = candidate.lock(); follower && follower->ended)
            follower->ended();
    }
}

Subscription Log::follow(Listener listener, std::function<void()> ended)
{
    std::erase_if(m_followers, [](const auto& follower) { return follower.expired(); });
    auto follower = std::make_shared<const Follower>(Follower{std::move(listener), std::move(ended)});
    m_followers.push_back(follower);
    return follower;
}

} // namespace sim
