#pragma once

#include <QString>

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace sim {

/// A moment of the practice cluster's own time, in UTC.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Duration = std::chrono::milliseconds;

/// The time of the practice cluster: it moves only when advanceTo() is called, so a test may live a week in a second.
/// Knows no thread and no real time; what maps real time to it stands in api/.
class Clock
{
public:
    /// Names something that is due later; stays valid (and harmless) after it has happened.
    enum class Ticket : quint64 { None = 0 };
    using Task = std::function<void()>;

    explicit Clock(Instant start);
    ~Clock();
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;

    Instant now() const { return m_now; }

    /// Runs `task` when `delay` has passed. A delay below 0 counts as 0; a task asked for with 0 runs in the
    /// advanceTo() that is under way, so a task must not ask for itself with 0 for ever.
    Ticket after(Duration delay, Task task);
    /// Runs `task` at `moment`; one that has passed counts as now.
    Ticket at(Instant moment, Task task);
    /// Forgets what has not happened yet. Unknown tickets and Ticket::None are ignored.
    void cancel(Ticket ticket);

    /// When the next task is due; nothing: none is.
    std::optional<Instant> next() const;
    /// Moves the time to `moment` (never back) and runs what is due until then: in the order of time, then of asking,
    /// each at its own moment.
    void advanceTo(Instant moment);
    void advance(Duration duration) { advanceTo(m_now + duration); }
    /// Moves the time to `moment` (never back) without running what was due on the way: that comes late, with the next
    /// advanceTo(), as on a machine that has slept.
    void sleepUntil(Instant moment) { m_now = std::max(m_now, moment); }

private:
    Instant m_now;
    quint64 m_asked = 0;
    std::map<std::pair<Instant, quint64>, Task> m_due;
    std::map<quint64, Instant> m_moments;
};

/// One thing that is due later and is forgotten when this dies or is set again.
class Alarm
{
public:
    explicit Alarm(Clock& clock)
        : m_clock(&clock)
    {
    }
    ~Alarm() { stop(); }
    Alarm(const Alarm&) = delete;
    Alarm& operator=(const Alarm&) = delete;

    void set(Duration delay, Clock::Task task);
    void setAt(Instant moment, Clock::Task task);
    void stop();
    bool isSet() const { return m_ticket != Clock::Ticket::None; }

private:
    Clock::Task ringing(Clock::Task task);

    Clock* m_clock;
    Clock::Ticket m_ticket = Clock::Ticket::None;
};

/// As Kubernetes writes most times: 2026-01-02T03:04:05Z.
QString timestamp(Instant moment);
/// As Kubernetes writes the times of leases and managed events: 2026-01-02T03:04:05.678000Z.
QString microTimestamp(Instant moment);
/// Reads RFC 3339, with or without fractions of a second; nothing when it is no such time.
std::optional<Instant> fromTimestamp(QStringView text);

} // namespace sim
