#pragma once

#include "core/sim/api/reader.h"
#include "core/sim/documents/writes.h"

namespace sim {

/// POST, PUT and PATCH of objects, their status and their scale.
class Writer
{
public:
    Writer(World& world, documents::Kinds& kinds, Reader& reader);

    void create(const Call& call);
    void update(const Call& call);
    void patch(const Call& call);
    /// GET of /scale.
    void getScale(const Call& call);

private:
    struct Door
    {
        documents::Door door = documents::Door::Main;
        Part part = Part::Main;
    };
    static Door doorOf(const Call& call);
    std::optional<documents::WriteRequest> requestOf(const Call& call);
    documents::Mutation mutationOf(const Call& call) const;
    void store(const Call& call, Form form, const Snapshot& live, const documents::Written& written);
    void replyWith(const Call& call, Form form, const Outcome& outcome, const documents::Written& written, int status);

    World& m_world;
    documents::Kinds& m_kinds;
    Reader& m_reader;
    Chance m_names;
};

} // namespace sim
