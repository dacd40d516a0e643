#include "core/sim/api/proxy.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

/// NAME, NAME:PORT or SCHEME:NAME:PORT.
struct Target
{
    QString name;
    QString port;

    static Target of(const QString& id)
    {
        const auto parts = id.split(u':');
        if (parts.size() == 3)
            return {parts.at(1), parts.at(2)};
        return {parts.value(0), parts.value(1)};
    }
};

/// What belongs to the way to the API server stays there.
bool isForwarded(const QByteArray& name)
{
    const auto lower = name.toLower();
    return lower != "authorization" && !lower.startsWith("impersonate-") && lower != "connection" &&
           lower != "transfer-encoding" && lower != "content-length" && lower != "host";
}

bool isAnswered(const QByteArray& name)
{
    const auto lower = name.toLower();
    return lower != "connection" && lower != "transfer-encoding" && lower != "content-length" && lower != "date" &&
           !lower.startsWith("access-control-");
}

Request forwarded(const Call& call)
{
    auto request = call.request;
    request.path = call.info.rest.isEmpty() ? u"/"_s : call.info.rest;
    request.headers.removeIf([](const auto& field) { return !isForwarded(field.first); });
    return request;
}

Reply answered(Reply reply)
{
    if (!reply.failure.isEmpty())
        return refusalReply({503, u"ServiceUnavailable"_s, u"error trying to reach service: "_s + reply.failure});
    reply.headers.removeIf([](const auto& field) { return !isAnswered(field.first); });
    return reply;
}

} // namespace

Proxy::Proxy(World& world)
    : m_world(world)
{
}

void Proxy::pass(const Call& call)
{
    if (call.info.rest.isEmpty() && call.request.method == "GET") {
        Reply moved{301, {{"Location", call.info.path.toUtf8().toPercentEncoding("/:") + '/'}}};
        return call.answer(moved);
    }
    const auto target = Target::of(call.info.name);
    const auto pass = [answer = call.answer](const Reply& reply) { answer(answered(reply)); };
    const auto refusal =
        call.info.plural == u"services"
            ? m_world.services.callService(call.info.ns, target.name, target.port, forwarded(call), pass)
            : m_world.services.callPod(call.info.ns, target.name, target.port, forwarded(call), pass);
    if (refusal)
        call.refuse(*refusal);
}

} // namespace sim
