#include "core/sim/documents/openapipaths.h"

#include "core/sim/documents/openapischemas.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

struct Parameter
{
    QString name;
    QString type;
    QString description;
};

QJsonObject parameter(const Parameter& source, const QString& place)
{
    QJsonObject result{{u"name"_s, source.name},
                       {u"in"_s, place},
                       {u"description"_s, source.description},
                       {u"schema"_s, QJsonObject{{u"type"_s, source.type}, {u"uniqueItems"_s, true}}}};
    if (place == u"path")
        result.insert("required"_L1, true);
    return result;
}

const Parameter dryRun{u"dryRun"_s, u"string"_s, u"All: only try it."_s};
const Parameter fieldManager{u"fieldManager"_s, u"string"_s, u"Who makes the change."_s};
const Parameter fieldValidation{u"fieldValidation"_s, u"string"_s,
                                u"What to do with unknown and duplicate fields: Ignore, Warn or Strict."_s};
const Parameter force{u"force"_s, u"boolean"_s, u"Take fields over from others (server-side apply)."_s};

QList<Parameter> parametersOf(const QString& verb)
{
    if (verb == u"create" || verb == u"update")
        return {dryRun, fieldManager, fieldValidation};
    if (verb == u"patch")
        return {dryRun, fieldManager, fieldValidation, force};
    if (verb == u"delete") {
        return {dryRun,
                {u"gracePeriodSeconds"_s, u"integer"_s, u"Seconds the object has to end."_s},
                {u"propagationPolicy"_s, u"string"_s, u"What becomes of what it owns."_s}};
    }
    if (verb == u"get")
        return {};
    return {{u"allowWatchBookmarks"_s, u"boolean"_s, u"Tell now and then how far the watch is."_s},
            {u"continue"_s, u"string"_s, u"Asks for the next part of a list."_s},
            {u"fieldSelector"_s, u"string"_s, u"Only objects with these fields."_s},
            {u"labelSelector"_s, u"string"_s, u"Only objects with these labels."_s},
            {u"limit"_s, u"integer"_s, u"At most so many at once."_s},
            {u"resourceVersion"_s, u"string"_s, u"The state that is asked for."_s},
            {u"resourceVersionMatch"_s, u"string"_s, u"How that state is meant."_s},
            {u"timeoutSeconds"_s, u"integer"_s, u"When the watch ends."_s},
            {u"watch"_s, u"boolean"_s, u"Go on with the changes."_s}};
}

QJsonObject content(const QStringList& types, const QString& schema)
{
    QJsonObject result;
    const QJsonObject reference{{u"$ref"_s, u"#/components/schemas/"_s + schema}};
    for (const auto& type : types)
        result.insert(type, QJsonObject{{u"schema"_s, reference}});
    return {{u"content"_s, result}};
}

/// `verb` is one of Kubernetes'.
QJsonObject operation(const Resource& resource, const QString& verb, const QString& answer)
{
    const auto meta = u"io.k8s.apimachinery.pkg.apis.meta.v1."_s;
    QJsonArray parameters;
    for (const auto& source : parametersOf(verb))
        parameters.append(parameter(source, u"query"_s));
    auto reply = content({u"application/json"_s, u"application/yaml"_s}, answer);
    reply.insert("description"_L1, u"OK"_s);
    const QJsonObject kind{{u"group"_s, resource.group}, {u"kind"_s, resource.kind}, {u"version"_s, resource.version}};
    const auto action = verb == u"create" ? u"post"_s : verb == u"update" ? u"put"_s : verb;
    QJsonObject result{{u"parameters"_s, parameters},
                       {u"responses"_s, QJsonObject{{u"200"_s, reply}}},
                       {u"x-kubernetes-action"_s, action},
                       {u"x-kubernetes-group-version-kind"_s, kind}};
    if (verb == u"create" || verb == u"update") {
        result.insert("requestBody"_L1, content({u"*/*"_s}, OpenApiSchemas::nameOf(resource)));
    } else if (verb == u"patch") {
        QStringList types{u"application/apply-patch+yaml"_s, u"application/json-patch+json"_s,
                          u"application/merge-patch+json"_s};
        if (resource.origin == Resource::Origin::BuiltIn)
            types += u"application/strategic-merge-patch+json"_s;
        result.insert("requestBody"_L1, content(types, meta + u"Patch"_s));
    } else if (verb == u"delete") {
        result.insert("requestBody"_L1, content({u"*/*"_s}, meta + u"DeleteOptions"_s));
    }
    return result;
}

/// The operations of a path: the verb of Kubernetes for each method.
QJsonObject operations(const Resource& resource, const QList<std::pair<QString, QString>>& methods,
                       const QStringList& allowed, const QString& answer)
{
    QJsonObject result;
    for (const auto& [method, verb] : methods) {
        if (allowed.contains(verb))
            result.insert(method, operation(resource, verb, answer));
    }
    return result;
}

void addParameters(QJsonObject& path, const QStringList& names)
{
    QJsonArray parameters;
    for (const auto& name : names)
        parameters.append(parameter({name, u"string"_s, u"The %1 of the object."_s.arg(name)}, u"path"_s));
    if (!parameters.isEmpty())
        path.insert("parameters"_L1, parameters);
}

} // namespace

void addOpenApiPaths(const Resource& resource, QJsonObject& paths)
{
    const auto name = OpenApiSchemas::nameOf(resource);
    const auto root = resource.path({}, {});
    const bool isNamespaced = resource.isNamespaced();
    const auto collection = isNamespaced ? resource.path(u"{namespace}"_s) : root;
    const QStringList scope = isNamespaced ? QStringList{u"namespace"_s} : QStringList();
    const QStringList address = QStringList{u"name"_s} + scope;

    auto listed = operations(resource, {{u"get"_s, u"list"_s}, {u"post"_s, u"create"_s}}, resource.verbs, name);
    if (listed.contains("get"_L1))
        listed.insert("get"_L1, operation(resource, u"list"_s, name + u"List"_s));
    addParameters(listed, scope);
    paths.insert(collection, listed);
    if (isNamespaced && resource.verbs.contains(u"list"_s))
        paths.insert(root, QJsonObject{{u"get"_s, operation(resource, u"list"_s, name + u"List"_s)}});

    const QList<std::pair<QString, QString>> methods{
        {u"get"_s, u"get"_s}, {u"put"_s, u"update"_s}, {u"patch"_s, u"patch"_s}, {u"delete"_s, u"delete"_s}};
    auto single = operations(resource, methods, resource.verbs, name);
    if (!single.isEmpty()) {
        addParameters(single, address);
        paths.insert(collection + u"/{name}"_s, single);
    }
    for (const auto& door : resource.subresources) {
        if (door != u"status" && door != u"scale")
            continue;
        auto inner = operations(resource, methods.first(3), {u"get"_s, u"update"_s, u"patch"_s}, name);
        addParameters(inner, address);
        paths.insert(collection + u"/{name}/"_s + door, inner);
    }
}

} // namespace sim::documents
