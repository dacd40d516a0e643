#pragma once

#include "core/sim/world/clock.h"
#include "core/sim/world/stored.h"

#include <QByteArray>

#include <deque>
#include <vector>

namespace sim {

struct LogLine
{
    Instant at;
    QByteArray text; ///< without the line's end

    friend bool operator==(const LogLine&, const LogLine&) = default;
};

/// What one run of a container wrote: the newest lines of it, as a kubelet that rotates keeps them.
class Log
{
public:
    using Listener = std::function<void(const LogLine&)>;

    /// Keeps at most so many bytes of text.
    explicit Log(qsizetype capacity = 4 * 1024 * 1024);

    /// A text of several lines becomes several. Ignored after end().
    void append(Instant at, const QByteArray& text);
    /// The container is gone: those who follow are told.
    void end();

    bool hasEnded() const { return m_ended; }
    const std::deque<LogLine>& lines() const { return m_lines; }
    /// Told of every line from now on, and once when it ends; until the answer is dropped.
    Subscription follow(Listener listener, std::function<void()> ended);

private:
    struct Follower
    {
        Listener listener;
        std::function<void()> ended;
    };

    qsizetype m_capacity;
    qsizetype m_size = 0;
    bool m_ended = false;
    std::deque<LogLine> m_lines;
    std::vector<std::weak_ptr<const Follower>> m_followers;
};

} // namespace sim
