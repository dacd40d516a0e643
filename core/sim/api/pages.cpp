#include "core/sim/api/pages.h"

#include "core/sim/documents/discovery.h"
#include "core/sim/documents/openapi.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr QStringView openApiPrefix = u"/openapi/v3/";

} // namespace

Pages::Pages(World& world, documents::Kinds& kinds)
    : m_world(world)
    , m_kinds(kinds)
{
}

void Pages::get(const Call& call)
{
    const auto& resources = m_world.objects.resources();
    const auto form = documents::discoveryFormOf(header(call.request.headers, "Accept"));
    auto path = call.info.path;
    if (path.size() > 1 && path.endsWith(u'/'))
        path.chop(1);
    const auto steps = path.split(u'/', Qt::SkipEmptyParts);
    if (call.request.method != "GET")
        return call.answer(unknownPathReply());
    if (path == u"/api")
        return discover(call, documents::coreGroups(resources, form, m_address), documents::discoveryContentType(form));
    if (path == u"/apis")
        return discover(call, documents::groups(resources, form), documents::discoveryContentType(form));
    if (steps.size() == 2 && steps.first() == u"apis")
        return discover(call, documents::group(resources, steps.last()), "application/json");
    if (path == u"/api/v1")
        return discover(call, documents::resourceList(resources, {}, u"v1"), "application/json");
    if (steps.size() == 3 && steps.first() == u"apis")
        return discover(call, documents::resourceList(resources, steps.at(1), steps.at(2)), "application/json");
    if (path == u"/version")
        return call.reply(documents::version());
    if (path == u"/livez" || path == u"/readyz" || path == u"/healthz")
        return answerHealth(call);
    if (path == u"/openapi/v3" || path.startsWith(openApiPrefix))
        return answerOpenApi(call);
    call.answer(unknownPathReply());
}

void Pages::discover(const Call& call, const QJsonObject& document, const QByteArray& contentType)
{
    if (document.isEmpty())
        return call.answer(unknownPathReply());
    auto reply = Reply::json(document);
    reply.headers.clear();
    const auto tag = '"' + QCryptographicHash::hash(reply.body, QCryptographicHash::Sha256).toHex().toUpper() + '"';
    reply.headers += std::pair<QByteArray, QByteArray>("ETag", tag);
    reply.headers += std::pair<QByteArray, QByteArray>("Vary", "Accept");
    if (header(call.request.headers, "If-None-Match") == tag) {
        reply.status = 304;
        reply.body.clear();
    } else {
        reply.headers += std::pair<QByteArray, QByteArray>("Content-Type", contentType);
    }
    call.answer(reply);
}

void Pages::answerOpenApi(const Call& call)
{
    const auto& resources = m_world.objects.resources();
    if (call.info.path.size() < openApiPrefix.size()) {
        auto reply = Reply::json(documents::openApiIndex(resources, m_kinds));
        reply.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
        return call.answer(reply);
    }
    const auto wanted = call.info.path.sliced(openApiPrefix.size());
    const auto document = documents::openApiDocument(resources, m_kinds, wanted);
    if (document.isEmpty())
        return call.answer(unknownPathReply());
    const auto hash = documents::openApiHash(document);
    const auto asked = call.query.value(u"hash"_s);
    if (!asked.isEmpty() && asked != hash) {
        Reply moved{301, {{"Location", (call.info.path + u"?hash="_s + hash).toUtf8()}}};
        return call.answer(moved);
    }
    auto reply = Reply::json({});
    reply.body = document;
    reply.headers += std::pair<QByteArray, QByteArray>("ETag", '"' + hash.toLatin1() + '"');
    if (!asked.isEmpty())
        reply.headers += std::pair<QByteArray, QByteArray>("Cache-Control", "public, immutable");
    call.answer(reply);
}

void Pages::answerHealth(const Call& call)
{
    if (!call.query.contains(u"verbose"_s))
        return call.answer(Reply::text("ok"));
    const auto name = call.info.path.sliced(1).toUtf8();
    call.answer(Reply::text("[+]ping ok\n[+]etcd ok\n" + name + " check passed\n"));
}

} // namespace sim
