#include "core/sim/api/reviews.h"

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

Refusal missing(const Resource& resource, const QString& field, const QString& why)
{
    return Refusal::invalid(resource.group, resource.kind, {}, {{u"FieldValueRequired"_s, why, field}});
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
        if (!spec.contains("resourceAttributes"_L1) && !spec.contains("nonResourceAttributes"_L1)) {
            return call.refuse(
                missing(resource, u"spec.resourceAttributes"_s,
                        u"Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes "
                        u"must be specified"_s));
        }
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
