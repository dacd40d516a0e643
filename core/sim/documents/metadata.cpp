#include "core/sim/documents/causes.h"
#include "core/sim/documents/names.h"
#include "core/sim/documents/validation.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

constexpr qint64 mostAnnotationBytes = 262'144;

QStringList nameErrors(const Resource& resource, const QString& name)
{
    if (resource.type == type::services)
        return serviceNameErrors(name);
    if (resource.type == type::namespaces)
        return labelErrors(name);
    const bool isFree = resource.group == u"rbac.authorization.k8s.io";
    return isFree ? pathSegmentErrors(name) : subdomainErrors(name);
}

void checkName(const Kind& kind, const QJsonObject& metadata, QList<Cause>& causes)
{
    const auto prefix = metadata.value("generateName"_L1).toString();
    // What follows makes a trailing dash good.
    auto tried = prefix;
    while (tried.endsWith(u'-'))
        tried.chop(1);
    for (const auto& error : prefix.isEmpty() ? QStringList() : nameErrors(*kind.resource, tried + u'a'))
        causes += cause::invalid(u"metadata.generateName"_s, prefix, error);
    const auto name = metadata.value("name"_L1).toString();
    if (name.isEmpty()) {
        causes += cause::required(u"metadata.name"_s, u"name or generateName is required"_s);
        return;
    }
    for (const auto& error : nameErrors(*kind.resource, name))
        causes += cause::invalid(u"metadata.name"_s, name, error);
}

void checkLabels(const QJsonObject& labels, QList<Cause>& causes)
{
    for (auto item = labels.begin(); item != labels.end(); ++item) {
        for (const auto& error : qualifiedNameErrors(item.key()))
            causes += cause::invalid(u"metadata.labels"_s, item.key(), error);
        for (const auto& error : labelValueErrors(item.value().toString()))
            causes += cause::invalid(u"metadata.labels"_s, item.value(), error);
    }
}

void checkAnnotations(const QJsonObject& annotations, QList<Cause>& causes)
{
    qint64 bytes = 0;
    for (auto item = annotations.begin(); item != annotations.end(); ++item) {
        // Only the form of the lower case counts.
        for (const auto& error : qualifiedNameErrors(item.key().toLower()))
            causes += cause::invalid(u"metadata.annotations"_s, item.key(), error);
        bytes += item.key().toUtf8().size() + item.value().toString().toUtf8().size();
    }
    if (bytes > mostAnnotationBytes)
        causes += cause::tooLong(u"metadata.annotations"_s, mostAnnotationBytes);
}

void checkOwners(const QJsonArray& owners, QList<Cause>& causes)
{
    QStringList controllers;
    constexpr std::pair<QLatin1StringView, QLatin1StringView> words[] = {
        {"apiVersion"_L1, "version"_L1}, {"kind"_L1, "kind"_L1}, {"name"_L1, "name"_L1}, {"uid"_L1, "uid"_L1}};
    for (const auto item : owners) {
        const auto owner = item.toObject();
        for (const auto& [field, word] : words) {
            if (owner.value(field).toString().isEmpty()) {
                causes +=
                    cause::invalid(u"metadata.ownerReferences."_s + field, QString(), word + u" must not be empty"_s);
            }
        }
        if (owner.value("controller"_L1).toBool())
            controllers += owner.value("kind"_L1).toString() + u'/' + owner.value("name"_L1).toString();
    }
    if (controllers.size() > 1) {
        causes += cause::invalid(
            u"metadata.ownerReferences"_s, owners,
            u"Only one reference can have Controller set to true. Found \"true\" in references for %1 and %2"_s.arg(
                controllers[0], controllers[1]));
    }
}

} // namespace

QList<Cause> metadataCauses(const Kind& kind, const QJsonObject& metadata, const QJsonObject& before)
{
    QList<Cause> causes;
    checkName(kind, metadata, causes);
    checkLabels(metadata.value("labels"_L1).toObject(), causes);
    checkAnnotations(metadata.value("annotations"_L1).toObject(), causes);
    checkOwners(metadata.value("ownerReferences"_L1).toArray(), causes);
    for (const auto item : metadata.value("finalizers"_L1).toArray()) {
        for (const auto& error : qualifiedNameErrors(item.toString()))
            causes += cause::invalid(u"metadata.finalizers"_s, item, error);
    }
    const auto uid = metadata.value("uid"_L1);
    if (!before.isEmpty() && uid != before.value("uid"_L1))
        causes += cause::invalid(u"metadata.uid"_s, uid, u"field is immutable"_s);
    return causes;
}

QStringList metadataWarnings(const QJsonObject& metadata)
{
    QStringList warnings;
    const QStringList standard{u"foregroundDeletion"_s, u"orphan"_s, u"kubernetes"_s};
    for (const auto item : metadata.value("finalizers"_L1).toArray()) {
        const auto name = item.toString();
        if (!name.contains(u'/') && !standard.contains(name) && qualifiedNameErrors(name).isEmpty()) {
            warnings += u"metadata.finalizers: \"%1\": prefer a domain-qualified finalizer name to avoid accidental "
                        "conflicts with other finalizer writers"_s.arg(name);
        }
    }
    return warnings;
}

} // namespace sim::documents
