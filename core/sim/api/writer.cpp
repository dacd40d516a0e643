#include "core/sim/api/writer.h"

#include "core/sim/api/view.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

Refusal unknownFormat()
{
    return {415, u"UnsupportedMediaType"_s,
            u"the body of the request was in an unknown format - accepted media types include: application/json, "
            u"application/yaml"_s};
}

QByteArray mediaOf(const Call& call)
{
    return header(call.request.headers, "Content-Type").split(';').first().trimmed().toLower();
}

bool isReadable(const QByteArray& media)
{
    return media.isEmpty() || media == "application/json" || media == "application/yaml";
}

} // namespace

Writer::Writer(World& world, documents::Kinds& kinds, Reader& reader)
    : m_world(world)
    , m_kinds(kinds)
    , m_reader(reader)
    , m_names(world.chance.stream(u"generated names"))
{
}

Writer::Door Writer::doorOf(const Call& call)
{
    if (call.info.subresource == u"status")
        return {documents::Door::Status, Part::Status};
    if (call.info.subresource == u"scale")
        return {documents::Door::Scale, Part::Main};
    return {};
}

std::optional<documents::WriteRequest> Writer::requestOf(const Call& call)
{
    const auto validation = documents::fieldValidationOf(call.query.value(u"fieldValidation"_s), call.options());
    if (!validation) {
        call.refuse(validation.refusal());
        return std::nullopt;
    }
    documents::WriteRequest request;
    request.body = call.request.body;
    if (mediaOf(call) == "application/yaml")
        request.form = documents::BodyForm::Yaml;
    request.ns = call.info.ns;
    request.name = call.info.name;
    request.fieldManager = call.query.value(u"fieldManager"_s);
    request.userAgent = header(call.request.headers, "User-Agent");
    request.fieldValidation = *validation;
    request.isForced = call.query.isSet(u"force"_s);
    request.door = doorOf(call).door;
    request.now = dateTime(m_world.clock.now());
    request.nameSuffix = m_names.suffix();
    request.mutation = mutationOf(call);
    return request;
}

documents::Mutation Writer::mutationOf(const Call& call) const
{
    if (!call.info.subresource.isEmpty())
        return {};
    return [this, resource = call.resource, write = Write{.user = call.request.user.name}](const QJsonObject& before,
                                                                                           const QJsonObject& after) {
        Review asked{before.isEmpty() ? Review::Operation::Create : Review::Operation::Update,
                     Part::Main,
                     *resource,
                     write,
                     before,
                     after};
        return m_world.objects.mutate(asked);
    };
}

void Writer::create(const Call& call)
{
    const auto form = call.form();
    const auto write = form ? call.write() : std::nullopt;
    if (!write)
        return;
    if (!isReadable(mediaOf(call)))
        return call.refuse(unknownFormat());
    const auto request = requestOf(call);
    if (!request)
        return;
    const auto written = documents::created(m_kinds.of(*call.resource), *request);
    if (!written)
        return call.refuse(written.refusal());
    replyWith(call, *form,
              m_world.objects.create(call.resource->type,
                                     documents::stored(m_kinds.of(*call.resource), written->object), *write),
              *written, 201);
}

void Writer::update(const Call& call)
{
    const auto form = call.form();
    if (!form)
        return;
    if (!isReadable(mediaOf(call)))
        return call.refuse(unknownFormat());
    const auto live = m_world.objects.find(call.resource->type, call.info.ns, call.info.name);
    const auto request = requestOf(call);
    if (!request)
        return;
    if (!live)
        return call.refuse(Refusal::notFound(call.info.type(), call.info.name));
    const auto written = documents::replaced(m_kinds.of(*call.resource),
                                             documents::served(m_kinds.of(*call.resource), live->document()), *request);
    if (!written)
        return call.refuse(written.refusal());
    store(call, *form, live, *written);
}

void Writer::patch(const Call& call)
{
    const auto form = call.form();
    if (!form)
        return;
    const auto& kind = m_kinds.of(*call.resource);
    const auto type = documents::patchTypeOf(header(call.request.headers, "Content-Type"), kind);
    if (!type)
        return call.refuse(type.refusal());
    const auto request = requestOf(call);
    if (!request)
        return;
    const auto live = m_world.objects.find(call.resource->type, call.info.ns, call.info.name);
    if (!live && (*type != documents::PatchType::Apply || request->door != documents::Door::Main))
        return call.refuse(Refusal::notFound(call.info.type(), call.info.name));
    const auto written = documents::patched(
        kind, live ? documents::served(m_kinds.of(*call.resource), live->document()) : QJsonObject(), *type, *request);
    if (!written)
        return call.refuse(written.refusal());
    store(call, *form, live, *written);
}

void Writer::store(const Call& call, Form form, const Snapshot& live, const documents::Written& written)
{
    const auto write = call.write();
    if (!write)
        return;
    const auto document = documents::stored(m_kinds.of(*call.resource), written.object);
    if (live) {
        replyWith(call, form, m_world.objects.replace(call.resource->type, document, doorOf(call).part, *write),
                  written, 200);
        return;
    }
    replyWith(call, form, m_world.objects.create(call.resource->type, document, *write), written, 201);
}

void Writer::replyWith(const Call& call, Form form, const Outcome& outcome, const documents::Written& written,
                       int status)
{
    if (!outcome)
        return call.refuse(outcome.refusal());
    if (call.info.subresource != u"scale")
        return m_reader.replyWith(call, form, *outcome.object(), status, written.warnings);
    const auto scale = documents::scaleOf(m_kinds.of(*call.resource), outcome.object()->document());
    if (scale)
        call.reply(*scale, status);
    else
        call.refuse(scale.refusal());
}

void Writer::getScale(const Call& call)
{
    const auto live = m_world.objects.find(call.resource->type, call.info.ns, call.info.name);
    if (!live)
        return call.refuse(Refusal::notFound(call.info.type(), call.info.name));
    const auto scale = documents::scaleOf(m_kinds.of(*call.resource), live->document());
    if (scale)
        call.reply(*scale);
    else
        call.refuse(scale.refusal());
}

} // namespace sim
