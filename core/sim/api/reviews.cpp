#include "core/sim/api/reviews.h"

#include "core/sim/documents/goprint.h"
#include "core/sim/world/path.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

QString text(const QJsonObject& object, QLatin1StringView key)
{
    return object.value(key).toString();
}

QJsonArray arrayOf(const QStringList& texts)
{
    return QJsonArray::fromStringList(texts);
}

/// A review asks about a resource or about a path; nothing: so it does. The server names no kind when it refuses one.
std::optional<Refusal> refuseSpec(const QJsonObject& spec)
{
    const bool isAboutResource = spec.contains("resourceAttributes"_L1);
    const bool isAboutPath = spec.contains("nonResourceAttributes"_L1);
    if (isAboutResource != isAboutPath)
        return std::nullopt;
    const auto path = spec.value("nonResourceAttributes"_L1).toObject();
    const auto other =
        u"Invalid value: authorization.NonResourceAttributes{Path:%1, Verb:%2}: cannot be specified in combination with resourceAttributes"_s
            .arg(documents::goQuoted(text(path, "path"_L1)), documents::goQuoted(text(path, "verb"_L1)));
    const auto neither =
        u"Invalid value: \"null\": exactly one of nonResourceAttributes or resourceAttributes must be specified"_s;
    const Cause cause{u"FieldValueInvalid"_s, isAboutPath ? other : neither,
                      isAboutPath ? u"spec.nonResourceAttributes"_s : u"spec.resourceAttributes"_s};
    return Refusal::invalid(u"authorization.k8s.io", {}, {}, {cause});
}

} // namespace

Reviews::Reviews(World& world)
    : m_world(world)
    , m_authorizer(world.objects)
{
}

bool Reviews::answersFor(const Resource& resource)
{
    return resource.group == u"authorization.k8s.io" || resource.group == u"authentication.k8s.io";
}

void Reviews::create(const Call& call)
{
    const auto contentType = header(call.request.headers, "Content-Type");
    if (contentType.contains("protobuf")) {
        return call.refuse({415, u"UnsupportedMediaType"_s,
                            u"the body of the request was in an unknown format - accepted media types include: "
                            u"application/json"_s});
    }
    QJsonParseError error;
    const auto asked = QJsonDocument::fromJson(call.request.body, &error).object();
    if (error.error != QJsonParseError::NoError)
        return call.refuse(Refusal::badRequest(u"error decoding the request body: "_s + error.errorString()));
    const auto& resource = *call.resource;
    const auto& user = call.request.user;
    QJsonObject review{{u"kind"_s, resource.kind}, {u"apiVersion"_s, resource.apiVersion()}};
    put(review, {u"metadata", u"creationTimestamp"},
        resource.kind == u"SelfSubjectReview" ? QJsonValue(timestamp(m_world.clock.now()))
                                              : QJsonValue(QJsonValue::Null));
    const auto spec = asked.value("spec"_L1).toObject();
    if (resource.kind == u"SelfSubjectReview") {
        put(review, {u"status", u"userInfo", u"username"}, user.name);
        put(review, {u"status", u"userInfo", u"groups"}, arrayOf(user.groups));
        if (!user.uid.isEmpty())
            put(review, {u"status", u"userInfo", u"uid"}, user.uid);
    } else if (resource.kind == u"SelfSubjectAccessReview") {
        if (const auto refusal = refuseSpec(spec))
            return call.refuse(*refusal);
        review.insert(u"spec"_s, spec);
        review.insert(u"status"_s, accessStatus(user, spec));
    } else {
        const auto ns = text(spec, "namespace"_L1);
        if (ns.isEmpty())
            return call.refuse(Refusal::badRequest(u"no namespace on request"_s));
        review.insert(u"spec"_s, QJsonObject());
        review.insert(u"status"_s, m_authorizer.rulesIn(user, ns));
    }
    call.reply(review, 201);
}

QJsonObject Reviews::accessStatus(const User& user, const QJsonObject& spec) const
{
    Attributes attributes{user, {}};
    const auto resource = spec.value("resourceAttributes"_L1).toObject();
    const auto other = spec.value("nonResourceAttributes"_L1).toObject();
    attributes.isResource = spec.contains("resourceAttributes"_L1);
    attributes.verb = text(attributes.isResource ? resource : other, "verb"_L1);
    attributes.group = text(resource, "group"_L1);
    attributes.version = text(resource, "version"_L1);
    attributes.plural = text(resource, "resource"_L1);
    attributes.subresource = text(resource, "subresource"_L1);
    attributes.ns = text(resource, "namespace"_L1);
    attributes.name = text(resource, "name"_L1);
    attributes.path = text(other, "path"_L1);
    const auto decision = m_authorizer.decide(attributes);
    QJsonObject status{{u"allowed"_s, decision.isAllowed}};
    if (!decision.reason.isEmpty())
        status.insert(u"reason"_s, decision.reason);
    return status;
}

} // namespace sim
