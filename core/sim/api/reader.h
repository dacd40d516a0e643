#pragma once

#include "core/sim/api/call.h"
#include "core/sim/api/selection.h"

namespace sim {

/// GET of objects: one, or a list in pages.
class Reader
{
public:
    /// `wall` runs at real time: how long a client is kept waiting.
    Reader(World& world, Clock& wall, documents::Kinds& kinds);

    void get(const Call& call);
    void list(const Call& call);
    /// One object in the form the client asked for; `form` is what Call::form() said.
    void replyWith(const Call& call, Form form, const Stored& object, int status = 200,
                   const QStringList& warnings = {});

private:
    struct Page
    {
        std::vector<Snapshot> items;
        quint64 revision = 0;
        QJsonObject metadata;
    };

    std::optional<std::vector<Snapshot>> objectsFor(const Call& call, quint64& revision, QString& after);
    std::optional<std::vector<Snapshot>> continued(const Call& call, quint64& revision, QString& after);
    void waitForRevision(const Call& call, quint64 wanted);
    Page pageOf(const Call& call, const Selection& selection, std::vector<Snapshot> objects, quint64 revision,
                const QString& after) const;
    void replyWithPage(const Call& call, Form form, const Page& page);

    World& m_world;
    Clock& m_wall;
    documents::Kinds& m_kinds;
};

} // namespace sim
