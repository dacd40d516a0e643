#pragma once

#include "core/sim/world/clock.h"
#include "core/sim/world/stored.h"

#include <deque>
#include <optional>
#include <vector>

namespace sim {

/// One change of one object.
struct Event
{
    enum class Kind { Added, Modified, Deleted };

    Kind kind;
    Snapshot object; ///< as it is now; Deleted: its last state with the revision of the deletion
    Snapshot before; ///< null for Added
};

/// What one wants to hear of.
struct Filter
{
    QString type = {}; ///< empty: all
    QString ns = {};   ///< empty: all

    bool matches(const Stored& object) const;
};

/// The recent changes of all objects, for watches that resume.
class History
{
public:
    /// What is kept: the newest `always` changes, and of the older ones those of the last `age`, up to `most` in all.
    struct Limits
    {
        std::size_t always;
        std::size_t most;
        Duration age;
    };

    explicit History(const Limits& limits);

    void append(Event event, Instant at);
    void compact();

    quint64 last() const { return m_last; }
    /// A watch can resume from this revision and later ones.
    quint64 oldest() const { return m_oldest; }
    /// What happened after `revision`; nothing: that is forgotten (410 Gone).
    std::optional<std::vector<Event>> since(const Filter& filter, quint64 revision) const;

private:
    struct Entry
    {
        Event event;
        Instant at;

        quint64 revision() const { return event.object->revision(); }
    };

    Limits m_limits;
    std::deque<Entry> m_entries;
    quint64 m_last = 1;
    quint64 m_oldest = 1;
};

} // namespace sim
