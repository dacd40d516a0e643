#pragma once

#include "core/sim/api/call.h"
#include "core/sim/api/selection.h"
#include "core/sim/documents/table.h"

#include <list>

namespace sim {

/// Watches: streams of the changes of one kind.
class Watcher
{
public:
    /// `wall` runs at real time: bookmarks and time-outs are the client's affair.
    Watcher(World& world, Clock& wall, documents::Kinds& kinds);
    ~Watcher();

    void watch(const Call& call);
    /// Tells every watch that its past is forgotten, as a server does whose etcd was compacted under it.
    void expireAll();
    /// Ends every stream without a word, as a server that restarts.
    void endAll();
    std::size_t count();

private:
    class Stream;

    struct Start
    {
        std::vector<Event> missed; ///< changes, or Added for everything there is
        bool isTooOld = false;
        quint64 revision = 0;
    };
    Start startOf(const Call& call, quint64 revision) const;
    void sweep();

    World& m_world;
    Clock& m_wall;
    documents::Kinds& m_kinds;
    Chance m_chance;
    std::list<std::shared_ptr<Stream>> m_streams;
};

} // namespace sim
