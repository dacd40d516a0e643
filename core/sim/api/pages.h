#pragma once

#include "core/sim/api/call.h"

namespace sim {

/// The paths that are no resources: discovery, OpenAPI, version, health.
class Pages
{
public:
    Pages(World& world, documents::Kinds& kinds);

    /// `address` is host:port as clients reach the server.
    void setAddress(const QString& address) { m_address = address; }
    void get(const Call& call);

private:
    void discover(const Call& call, const QJsonObject& document, const QByteArray& contentType);
    void answerOpenApi(const Call& call);
    void answerHealth(const Call& call);

    World& m_world;
    documents::Kinds& m_kinds;
    QString m_address;
};

} // namespace sim
