#include "core/plans/target.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace plans {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(plans::Text)
};

using base::Error;

Error wrong(const QString& message)
{
    return {Error::Kind::Invalid, message};
}

base::Result<Target> checked(Target target)
{
    if (!target.path().isSafe())
        return wrong(Text::tr("'%1' cannot be the name of an object.").arg(target.nameSpace + u'/' + target.name));
    return target;
}

/// From the answer to GET /apis/GROUP/VERSION.
base::Result<Target> found(const QJsonObject& resources, Target target)
{
    const QJsonArray known = resources.value(u"resources").toArray();
    for (const QJsonValue& resource : known) {
        const QString plural = resource[u"name"].toString();
        if (resource[u"kind"].toString() != target.kind || plural.contains(u'/'))
            continue;
        target.type.plural = plural;
        if (!resource[u"namespaced"].toBool(true))
            target.nameSpace.clear();
        return checked(target);
    }
    return wrong(Text::tr("This cluster knows no %1.").arg(target.kind));
}

http::Request change(const Target& target, Rehearsal rehearsal)
{
    http::Request request;
    request.method = "PATCH";
    request.path = target.path().path();
    request.effect = rehearsal == Rehearsal::DryRun ? http::Effect::Read : http::Effect::Write;
    kube::addParameter(request.query, u"fieldManager"_s, fieldManager.toString());
    kube::addParameter(request.query, u"fieldValidation"_s, u"Strict"_s);
    if (rehearsal == Rehearsal::DryRun)
        kube::addParameter(request.query, u"dryRun"_s, u"All"_s);
    return request;
}

} // namespace

QString pluralOf(const QString& kind)
{
    static const QHash<QString, QString> plurals{{u"FlinkDeployment"_s, u"flinkdeployments"_s},
                                                 {u"FlinkSessionJob"_s, u"flinksessionjobs"_s},
                                                 {u"FlinkStateSnapshot"_s, u"flinkstatesnapshots"_s},
                                                 {u"FlinkBlueGreenDeployment"_s, u"flinkbluegreendeployments"_s}};
    return plurals.value(kind);
}

QString Target::label() const
{
    return kind + u' ' + (nameSpace.isEmpty() ? name : nameSpace + u'/' + name);
}

void locate(kube::Api& api, const QJsonObject& manifest, const QString& nameSpace, QObject* context,
            std::function<void(base::Result<Target>)> done)
{
    const QJsonObject metadata = manifest.value(u"metadata").toObject();
    const QString version = manifest.value(u"apiVersion").toString();
    Target target;
    target.kind = manifest.value(u"kind").toString();
    target.name = metadata.value(u"name").toString();
    target.nameSpace = metadata.value(u"namespace").toString(nameSpace);
    target.type.group = version.contains(u'/') ? version.section(u'/', 0, 0) : QString();
    target.type.version = version.section(u'/', -1);
    if (target.kind.isEmpty() || target.name.isEmpty() || version.isEmpty())
        return done(wrong(Text::tr("A manifest needs apiVersion, kind and metadata.name.")));
    if (target.type.group == u"flink.apache.org" && !pluralOf(target.kind).isEmpty()) {
        target.type.plural = pluralOf(target.kind);
        return done(checked(target));
    }
    if ((!target.type.group.isEmpty() && !http::isSafeSegment(target.type.group)) ||
        !http::isSafeSegment(target.type.version))
        return done(wrong(Text::tr("'%1' cannot be an apiVersion.").arg(version)));
    api.getJson(kube::groupVersionPath(target.type), context,
                [target, done = std::move(done)](const base::Result<QJsonObject>& resources) {
                    done(resources ? found(*resources, target) : base::Result<Target>(resources.error()));
                });
}

QJsonObject applicable(QJsonObject manifest)
{
    manifest.remove(u"status"_s);
    QJsonObject metadata = manifest.value(u"metadata").toObject();
    for (const QString& field : {u"managedFields"_s, u"uid"_s, u"creationTimestamp"_s, u"generation"_s, u"selfLink"_s,
                                 u"resourceVersion"_s, u"deletionTimestamp"_s, u"deletionGracePeriodSeconds"_s})
        metadata.remove(field);
    manifest.insert(u"metadata"_s, metadata);
    return manifest;
}

http::Request applyRequest(const Target& target, const QJsonObject& manifest, Rehearsal rehearsal, Conflicts conflicts)
{
    http::Request request = change(target, rehearsal);
    request.contentType = "application/apply-patch+yaml";
    request.body = QJsonDocument(manifest).toJson(QJsonDocument::Compact); // JSON is YAML
    kube::addParameter(request.query, u"force"_s, conflicts == Conflicts::TakeOver ? u"true"_s : u"false"_s);
    return request;
}

http::Request patchRequest(const Target& target, const QJsonArray& patch, Rehearsal rehearsal)
{
    http::Request request = change(target, rehearsal);
    request.contentType = "application/json-patch+json";
    request.body = QJsonDocument(patch).toJson(QJsonDocument::Compact);
    return request;
}

} // namespace plans
