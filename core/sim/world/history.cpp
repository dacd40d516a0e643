#include "core/sim/world/history.h"

#include <algorithm>

namespace sim {

bool Filter::matches(const Stored& object) const
{
    return (type.isEmpty() || object.type() == type) && (ns.isEmpty() || object.ns() == ns);
}

History::History(std::size_t capacity)
    : m_capacity(capacity)
{
}

void History::append(Event event)
{
    m_last = event.object->revision();
    m_events.push_back(std::move(event));
    if (m_events.size() > m_capacity) {
        m_oldest = m_events.front().object->revision();
        m_events.pop_front();
    }
}

void History::compact()
{
    m_oldest = m_last;
    m_events.clear();
}

std::optional<std::vector<Event>> History::since(const Filter& filter, quint64 revision) const
{
    if (revision < m_oldest)
        return std::nullopt;
    std::vector<Event> events;
    auto next = std::upper_bound(m_events.begin(), m_events.end(), revision,
                                 [](quint64 wanted, const Event& event) { return wanted < event.object->revision(); });
    for (; next != m_events.end(); ++next) {
        if (filter.matches(*next->object))
            events.push_back(*next);
    }
    return events;
}

} // namespace sim
