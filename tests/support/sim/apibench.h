#pragma once

#include "core/sim/api/bootstrap.h"
#include "core/sim/api/registry.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <memory>
#include <optional>

namespace support {

/// An answer as a client without sockets sees it.
struct ApiAnswer
{
    int status = 0; ///< 0: there was none yet
    sim::Headers headers;
    QByteArray body;
    bool isStream = false;
    bool hasEnded = true;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    /// The lines a watch has sent so far, and forgets them.
    QList<QJsonObject> takeEvents();
    QString message() const { return json().value(QStringLiteral("message")).toString(); }
    QString reason() const { return json().value(QStringLiteral("reason")).toString(); }
};

struct ApiQuestion
{
    QByteArray method;
    QByteArray target;
    QByteArray body;
    QByteArray contentType;
    QByteArray token; ///< empty: nobody asks
    sim::Headers headers = {};
};

/// Asks a server without sockets. The answer fills itself as time goes on, as long as it is kept.
std::shared_ptr<ApiAnswer> ask(sim::Api& api, const ApiQuestion& question);

/// An API server without sockets, with an administrator, and time that moves when told.
class ApiBench
{
public:
    ApiBench();

    /// The answer fills itself as time goes on.
    std::shared_ptr<ApiAnswer> ask(const QByteArray& method, const QByteArray& target, const QByteArray& body = {},
                                   const QByteArray& contentType = "application/json");
    std::shared_ptr<ApiAnswer> get(const QByteArray& target, const QByteArray& accept = {});
    /// Who asks from now on; empty: nobody.
    void become(const QByteArray& token) { m_token = token; }
    void send(const QByteArray& name, const QByteArray& value) { m_headers.append({name, value}); }
    /// Both clocks.
    void pass(sim::Duration duration);

    sim::World world;
    sim::Clock wall;
    sim::Api api;
    sim::Registry registry;

private:
    QByteArray m_token = "admin";
    sim::Headers m_headers;
};

} // namespace support
