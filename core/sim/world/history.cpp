#include "core/sim/world/history.h"

#include <algorithm>

namespace sim {

bool Filter::matches(const Stored& object) const
{
    return (type.isEmpty() || object.type() == type) && (ns.isEmpty() || object.ns() == ns);
}

History::History(const Limits& limits)
    : m_limits(limits)
{
}

void History::append(Event event, Instant at)
{
    m_last = event.object->revision();
    m_entries.push_back({std::move(event), at});
    const auto isTooMuch = [this, at] {
        const std::size_t count = m_entries.size();
        return count > m_limits.most || (count > m_limits.always && at - m_entries.front().at > m_limits.age);
    };
    while (isTooMuch()) {
        m_oldest = m_entries.front().revision();
        m_entries.pop_front();
    }
}

void History::compact()
{
    m_oldest = m_last;
    m_entries.clear();
}

std::optional<std::vector<Event>> History::since(const Filter& filter, quint64 revision) const
{
    if (revision < m_oldest)
        return std::nullopt;
    std::vector<Event> events;
    auto next = std::upper_bound(m_entries.begin(), m_entries.end(), revision,
                                 [](quint64 wanted, const Entry& entry) { return wanted < entry.revision(); });
    for (; next != m_entries.end(); ++next) {
        if (filter.matches(*next->event.object))
            events.push_back(next->event);
    }
    return events;
}

} // namespace sim
