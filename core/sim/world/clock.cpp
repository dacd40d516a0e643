#include "core/sim/world/clock.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

QDateTime dateTime(Instant moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), Qt::UTC);
}

} // namespace

Clock::Clock(Instant start)
    : m_now(start)
{
}

/// What was due may hold alarms of its own, which cancel here as they go: the members are still whole then.
Clock::~Clock()
{
    m_moments.clear();
    const auto forgotten = std::exchange(m_due, {});
}

Clock::Ticket Clock::after(Duration delay, Task task)
{
    return at(m_now + std::max(delay, Duration::zero()), std::move(task));
}

Clock::Ticket Clock::at(Instant moment, Task task)
{
    const auto due = std::max(moment, m_now);
    const auto number = ++m_asked;
    m_due.emplace(std::pair(due, number), std::move(task));
    m_moments.emplace(number, due);
    return Ticket{number};
}

void Clock::cancel(Ticket ticket)
{
    const auto found = m_moments.find(quint64(ticket));
    if (found == m_moments.end())
        return;
    const auto forgotten = m_due.extract({found->second, found->first});
    m_moments.erase(found);
}

std::optional<Instant> Clock::next() const
{
    if (m_due.empty())
        return std::nullopt;
    return m_due.begin()->first.first;
}

void Clock::advanceTo(Instant moment)
{
    while (!m_due.empty() && m_due.begin()->first.first <= moment) {
        auto due = m_due.extract(m_due.begin());
        m_moments.erase(due.key().second);
        m_now = std::max(m_now, due.key().first);
        due.mapped()();
    }
    m_now = std::max(m_now, moment);
}

void Alarm::set(Duration delay, Clock::Task task)
{
    stop();
    m_ticket = m_clock->after(delay, ringing(std::move(task)));
}

void Alarm::setAt(Instant moment, Clock::Task task)
{
    stop();
    m_ticket = m_clock->at(moment, ringing(std::move(task)));
}

void Alarm::stop()
{
    m_clock->cancel(std::exchange(m_ticket, Clock::Ticket::None));
}

Clock::Task Alarm::ringing(Clock::Task task)
{
    return [this, task = std::move(task)] {
        m_ticket = Clock::Ticket::None;
        task();
    };
}

QString timestamp(Instant moment)
{
    return dateTime(moment).toString(u"yyyy-MM-ddTHH:mm:ss'Z'");
}

QString microTimestamp(Instant moment)
{
    return dateTime(moment).toString(u"yyyy-MM-ddTHH:mm:ss.zzz'000Z'");
}

std::optional<Instant> fromTimestamp(QStringView text)
{
    const auto read = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!read.isValid() || read.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    return Instant(Duration(read.toMSecsSinceEpoch()));
}

} // namespace sim
