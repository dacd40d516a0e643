#pragma once

#include "core/sim/api/reader.h"

namespace sim {

/// DELETE of one object or of a selection.
class Deleter
{
public:
    Deleter(World& world, documents::Kinds& kinds, Reader& reader);

    void remove(const Call& call);
    void removeAll(const Call& call);

private:
    std::optional<Deletion> deletionOf(const Call& call) const;

    World& m_world;
    documents::Kinds& m_kinds;
    Reader& m_reader;
};

} // namespace sim
