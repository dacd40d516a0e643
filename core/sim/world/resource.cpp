#include "core/sim/world/resource.h"

#include "core/sim/world/path.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

QStringList strings(const QJsonValue& array)
{
    QStringList result;
    for (const auto item : array.toArray())
        result += item.toString();
    return result;
}

Resource served(const QJsonObject& definition, const QJsonObject& version)
{
    const auto names = at(definition, {u"spec", u"names"}).toObject();
    Resource resource;
    resource.group = at(definition, {u"spec", u"group"}).toString();
    resource.version = version.value("name"_L1).toString();
    resource.plural = names.value("plural"_L1).toString();
    resource.kind = names.value("kind"_L1).toString();
    resource.singular = names.value("singular"_L1).toString(resource.kind.toLower());
    resource.listKind = names.value("listKind"_L1).toString(resource.kind + u"List"_s);
    resource.shortNames = strings(names.value("shortNames"_L1));
    resource.categories = strings(names.value("categories"_L1));
    resource.scope = at(definition, {u"spec", u"scope"}).toString() == u"Cluster" ? Resource::Scope::Cluster
                                                                                  : Resource::Scope::Namespaced;
    resource.origin = Resource::Origin::Definition;
    // As they are told of, which is not in the order of the built-in ones.
    resource.verbs = {u"delete"_s, u"deletecollection"_s, u"get"_s,    u"list"_s,
                      u"patch"_s,  u"create"_s,           u"update"_s, u"watch"_s};
    resource.subresources = version.value("subresources"_L1).toObject().keys();
    resource.countsGenerations = true;
    resource.type = definedType(definition);
    resource.schema = at(version, {u"schema", u"openAPIV3Schema"}).toObject();
    resource.columns = version.value("additionalPrinterColumns"_L1).toArray();
    resource.scale = at(version, {u"subresources", u"scale"}).toObject();
    for (const auto field : version.value("selectableFields"_L1).toArray())
        resource.selectableFields += field["jsonPath"_L1].toString().sliced(1);
    return resource;
}

} // namespace

QStringList Resource::usualVerbs()
{
    return {u"create"_s, u"delete"_s, u"deletecollection"_s, u"get"_s, u"list"_s, u"patch"_s, u"update"_s, u"watch"_s};
}

bool Resource::hasStatus() const
{
    return subresources.contains(u"status");
}

QString Resource::path(const QString& ns, const QString& name) const
{
    auto path = group.isEmpty() ? u"/api/"_s + version : u"/apis/"_s + group + u'/' + version;
    if (!ns.isEmpty())
        path += u"/namespaces/"_s + ns;
    path += u'/' + plural;
    return name.isEmpty() ? path : path + u'/' + name;
}

Resources::Resources()
{
    for (auto& resource : builtInResources())
        m_all.push_back(std::make_shared<const Resource>(std::move(resource)));
}

ResourcePointer Resources::find(QStringView group, QStringView version, QStringView plural) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const ResourcePointer& resource) {
        return resource->plural == plural && resource->group == group && resource->version == version;
    });
    return found == m_all.end() ? nullptr : *found;
}

ResourcePointer Resources::ofType(QStringView type) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(),
                                    [&](const ResourcePointer& resource) { return resource->type == type; });
    return found == m_all.end() ? nullptr : *found;
}

ResourcePointer Resources::ofKind(QStringView apiVersion, QStringView kind) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const ResourcePointer& resource) {
        return resource->kind == kind && resource->apiVersion() == apiVersion;
    });
    return found == m_all.end() ? nullptr : *found;
}

void Resources::define(const QJsonObject& definition)
{
    undefine(definedType(definition));
    const auto versions = at(definition, {u"spec", u"versions"}).toArray();
    // The stored version first: that is what ofType() answers.
    for (const bool storage : {true, false}) {
        for (const auto item : versions) {
            const auto version = item.toObject();
            if (version.value("storage"_L1).toBool() == storage && version.value("served"_L1).toBool())
                m_all.push_back(std::make_shared<const Resource>(served(definition, version)));
        }
    }
}

void Resources::undefine(QStringView type)
{
    std::erase_if(m_all, [&](const ResourcePointer& resource) {
        return resource->origin == Resource::Origin::Definition && resource->type == type;
    });
}

QString definedType(const QJsonObject& definition)
{
    return at(definition, {u"spec", u"names", u"plural"}).toString() + u'.' +
           at(definition, {u"spec", u"group"}).toString();
}

} // namespace sim
