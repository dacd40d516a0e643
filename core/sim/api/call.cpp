#include "core/sim/api/call.h"

#include "core/sim/documents/writes.h"

using namespace Qt::StringLiterals;

namespace sim {

void Call::reply(const QJsonObject& document, int status) const
{
    answer(Reply::json(document, status));
}

void Call::refuse(const Refusal& refusal) const
{
    answer(refusalReply(refusal));
}

std::optional<Form> Call::form() const
{
    const auto form = formOf(header(request.headers, "Accept"));
    if (const auto* refusal = std::get_if<Refusal>(&form)) {
        refuse(*refusal);
        return std::nullopt;
    }
    return std::get<Form>(form);
}

QString Call::options() const
{
    if (info.verb.startsWith(u"delete"))
        return u"DeleteOptions"_s;
    if (info.verb == u"create")
        return u"CreateOptions"_s;
    return info.verb == u"update" ? u"UpdateOptions"_s : u"PatchOptions"_s;
}

std::optional<Write> Call::write() const
{
    Write write;
    write.user = request.user.name;
    write.ownership = Write::Ownership::Given;
    const auto dryRun = query.values(u"dryRun"_s);
    if (const auto refusal = documents::refuseDryRun(dryRun, options())) {
        refuse(*refusal);
        return std::nullopt;
    }
    if (!dryRun.isEmpty())
        write.mode = Write::Mode::DryRun;
    return write;
}

Reply refusalReply(const Refusal& refusal)
{
    auto reply = Reply::json(refusal.status(), refusal.code);
    if (refusal.retryAfterSeconds)
        reply.headers +=
            std::pair<QByteArray, QByteArray>("Retry-After", QByteArray::number(*refusal.retryAfterSeconds));
    if (refusal.code == 401)
        reply.headers += std::pair<QByteArray, QByteArray>("Www-Authenticate", "Bearer realm=\"practice\"");
    return reply;
}

Reply unknownPathReply()
{
    return Reply::text("404 page not found\n", 404);
}

} // namespace sim
