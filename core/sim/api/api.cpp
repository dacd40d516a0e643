#include "core/sim/api/api.h"

#include "core/sim/api/protobuf.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

Refusal notAllowed()
{
    return {405, u"MethodNotAllowed"_s, u"the server does not allow this method on the requested resource"_s};
}

/// What came as protobuf goes on as JSON, where it can be read.
void becomeJson(Request& request)
{
    for (auto& [name, value] : request.headers) {
        if (name.compare("content-type", Qt::CaseInsensitive) != 0 || !isProtobuf(value))
            continue;
        if (const auto document = fromProtobuf(request.body)) {
            request.body = QJsonDocument(*document).toJson(QJsonDocument::Compact);
            value = "application/json";
        }
    }
}

} // namespace

Api::Api(World& world, Clock& wall)
    : m_world(world)
    , m_authorizer(world.objects)
    , m_reader(world, wall, m_kinds)
    , m_watcher(world, wall, m_kinds)
    , m_writer(world, m_kinds, m_reader)
    , m_deleter(world, m_kinds, m_reader)
    , m_reviews(world)
    , m_logs(world)
    , m_proxy(world)
    , m_metrics(world, m_kinds)
    , m_pages(world, m_kinds)
{
}

void Api::handle(const Request& request, const Answer& answer)
{
    const Answer stamped = [answer](Reply reply) {
        if (header(reply.headers, "Cache-Control").isEmpty())
            reply.headers += std::pair<QByteArray, QByteArray>("Cache-Control", "no-cache, private");
        answer(std::move(reply));
    };
    Call call{request, Query(request.query), {}, {}, stamped};
    call.info = requestInfo(request, call.query);
    auto user = m_users.authenticate(request);
    if (const auto* refusal = std::get_if<Refusal>(&user))
        return call.refuse(*refusal);
    call.request.user = std::get<User>(user);
    if (m_witness)
        call.answer = [this, stamped, request = call.request, info = call.info](Reply reply) {
            const int status = reply.status;
            stamped(std::move(reply));
            if (m_witness)
                m_witness(request, info, status);
        };
    if (m_interception && m_interception(call.request, call.info, call.answer))
        return;
    if (const auto refusal = impersonate(call.request))
        return call.refuse(*refusal);
    if (const auto refusal = m_authorizer.refuse(Attributes::of(call.request.user, call.info)))
        return call.refuse(*refusal);
    if (call.info.subresource != u"proxy")
        becomeJson(call.request);
    route(call);
}

std::optional<Refusal> Api::impersonate(Request& request) const
{
    const auto name = header(request.headers, "Impersonate-User");
    QStringList groups;
    for (const auto& [key, value] : request.headers) {
        if (key.compare("Impersonate-Group", Qt::CaseInsensitive) == 0)
            groups += QString::fromUtf8(value);
    }
    if (name.isEmpty() && groups.isEmpty())
        return std::nullopt;
    if (name.isEmpty())
        return Refusal{500, {}, u"requested impersonation of groups without impersonating a user"_s};
    const auto ask = [&](const QString& plural, const QString& whom) {
        return m_authorizer.refuse({request.user, u"impersonate"_s, true, {}, {}, plural, {}, {}, whom});
    };
    if (auto refusal = ask(u"users"_s, QString::fromUtf8(name)))
        return refusal;
    for (const auto& group : groups) {
        if (auto refusal = ask(u"groups"_s, group))
            return refusal;
    }
    request.user = {QString::fromUtf8(name), {}, groups + QStringList{u"system:authenticated"_s}};
    return std::nullopt;
}

void Api::route(const Call& asked)
{
    if (!asked.info.isResource)
        return m_pages.get(asked);
    auto call = asked;
    call.resource = m_world.objects.resources().find(call.info.group, call.info.version, call.info.plural);
    if (!call.resource || (!call.info.ns.isEmpty() && !call.resource->isNamespaced()))
        return refuseUnknown(call);
    if (!call.info.subresource.isEmpty())
        return routeSubresource(call);
    if (!call.resource->verbs.contains(call.info.verb))
        return call.refuse(notAllowed());
    if (Reviews::answersFor(*call.resource))
        return m_reviews.create(call);
    if (Metrics::answersFor(*call.resource))
        return call.info.verb == u"get" ? m_metrics.get(call) : m_metrics.list(call);
    routeObject(call);
}

void Api::refuseUnknown(const Call& call) const
{
    // A built-in group that is served says it as an API does; of other groups the server knows nothing.
    const auto& all = m_world.objects.resources().all();
    const bool isKnown = std::any_of(all.begin(), all.end(), [&](const ResourcePointer& resource) {
        return resource->origin == Resource::Origin::BuiltIn && resource->group == call.info.group &&
               resource->version == call.info.version;
    });
    if (isKnown)
        call.refuse({404, u"NotFound"_s, u"the server could not find the requested resource"_s});
    else
        call.answer(unknownPathReply());
}

void Api::routeObject(const Call& call)
{
    const auto& verb = call.info.verb;
    // An object of a namespace is read and written there only.
    if (call.resource->isNamespaced() && call.info.ns.isEmpty() && verb != u"list" && verb != u"watch")
        return call.info.name.isEmpty() ? call.refuse(notAllowed()) : call.answer(unknownPathReply());
    if (verb == u"get")
        m_reader.get(call);
    else if (verb == u"list")
        m_reader.list(call);
    else if (verb == u"watch")
        m_watcher.watch(call);
    else if (verb == u"create" && call.info.name.isEmpty())
        m_writer.create(call);
    else if (verb == u"update" && !call.info.name.isEmpty())
        m_writer.update(call);
    else if (verb == u"patch" && !call.info.name.isEmpty())
        m_writer.patch(call);
    else if (verb == u"delete")
        m_deleter.remove(call);
    else if (verb == u"deletecollection")
        m_deleter.removeAll(call);
    else
        call.refuse(notAllowed());
}

void Api::routeSubresource(const Call& call)
{
    const auto& sub = call.info.subresource;
    const auto& verb = call.info.verb;
    if (!call.resource->subresources.contains(sub)) {
        if (call.resource->origin == Resource::Origin::Definition)
            return call.refuse(Refusal::notFound(call.info.type(), call.info.name));
        return call.answer(unknownPathReply());
    }
    if (sub == u"proxy")
        return m_proxy.pass(call);
    if (sub == u"log")
        return verb == u"get" ? m_logs.get(call) : call.refuse(notAllowed());
    if (verb == u"update" && sub != u"finalize")
        return m_writer.update(call);
    if (verb == u"patch" && sub != u"finalize")
        return m_writer.patch(call);
    if (verb == u"get" && sub == u"scale")
        return m_writer.getScale(call);
    if (verb == u"get" && sub == u"status")
        return m_reader.get(call);
    call.refuse(notAllowed());
}

} // namespace sim
