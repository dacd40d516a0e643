#include "core/sim/documents/discovery.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

/// A door of a resource: status, scale, log.
struct Subresource
{
    QString name;
    QString group; ///< of what it speaks, when that is not the resource's own kind
    QString version;
    QString kind;
    QStringList verbs;
};

Subresource subresourceOf(const Resource& resource, const QString& name)
{
    Subresource result{name, {}, {}, resource.kind, {u"get"_s, u"patch"_s, u"update"_s}};
    if (name == u"scale") {
        result.group = u"autoscaling"_s;
        result.version = u"v1"_s;
        result.kind = u"Scale"_s;
    } else if (name == u"log") {
        result.verbs = {u"get"_s};
    } else if (name == u"proxy") {
        result.kind = resource.kind + u"ProxyOptions"_s;
        result.verbs = {u"create"_s, u"delete"_s, u"get"_s, u"patch"_s, u"update"_s};
    } else if (name == u"finalize") {
        result.verbs = {u"update"_s};
    }
    return result;
}

QJsonObject groupVersion(const Resource& resource)
{
    return {{u"groupVersion"_s, resource.apiVersion()}, {u"version"_s, resource.version}};
}

/// The groups besides the core in the order in which they appeared, each with one resource of each version.
std::vector<std::pair<QString, std::vector<ResourcePointer>>> versionsByGroup(const Resources& resources)
{
    std::vector<std::pair<QString, std::vector<ResourcePointer>>> groups;
    for (const auto& resource : resources.all()) {
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const auto& known) { return known.first == resource->group; });
        if (group == groups.end())
            group = groups.insert(groups.end(), {resource->group, {}});
        auto& versions = group->second;
        const bool isKnown = std::any_of(versions.begin(), versions.end(), [&](const ResourcePointer& known) {
            return known->version == resource->version;
        });
        if (!isKnown)
            versions.push_back(resource);
    }
    return groups;
}

QJsonObject groupObject(const QString& name, const std::vector<ResourcePointer>& versions)
{
    QJsonArray list;
    for (const auto& version : versions)
        list.append(groupVersion(*version));
    return {{u"name"_s, name}, {u"versions"_s, list}, {u"preferredVersion"_s, groupVersion(*versions.front())}};
}

QJsonObject responseKind(const QString& group, const QString& version, const QString& kind)
{
    return {{u"group"_s, group}, {u"version"_s, version}, {u"kind"_s, kind}};
}

QJsonObject aggregatedResource(const Resource& resource)
{
    // Built-in kinds leave out the group that stands above them.
    const bool isCustom = resource.origin == Resource::Origin::Definition;
    const auto own = [&](const QString& kind) {
        return responseKind(isCustom ? resource.group : QString(), isCustom ? resource.version : QString(), kind);
    };
    QJsonObject result{{u"resource"_s, resource.plural},
                       {u"responseKind"_s, own(resource.kind)},
                       {u"scope"_s, resource.isNamespaced() ? u"Namespaced"_s : u"Cluster"_s},
                       {u"singularResource"_s, resource.singular},
                       {u"verbs"_s, QJsonArray::fromStringList(resource.verbs)}};
    if (!resource.shortNames.isEmpty())
        result.insert("shortNames"_L1, QJsonArray::fromStringList(resource.shortNames));
    if (!resource.categories.isEmpty())
        result.insert("categories"_L1, QJsonArray::fromStringList(resource.categories));
    QJsonArray doors;
    for (const auto& name : resource.subresources) {
        const auto door = subresourceOf(resource, name);
        doors.append(
            QJsonObject{{u"subresource"_s, door.name},
                        {u"responseKind"_s,
                         door.group.isEmpty() ? own(door.kind) : responseKind(door.group, door.version, door.kind)},
                        {u"verbs"_s, QJsonArray::fromStringList(door.verbs)}});
    }
    if (!doors.isEmpty())
        result.insert("subresources"_L1, doors);
    return result;
}

QJsonObject aggregatedGroup(const Resources& resources, const QString& name,
                            const std::vector<ResourcePointer>& versions)
{
    QJsonArray list;
    for (const auto& version : versions) {
        QJsonArray served;
        for (const auto& resource : resources.all()) {
            if (resource->group == name && resource->version == version->version)
                served.append(aggregatedResource(*resource));
        }
        list.append(
            QJsonObject{{u"version"_s, version->version}, {u"resources"_s, served}, {u"freshness"_s, u"Current"_s}});
    }
    QJsonObject metadata{{u"creationTimestamp"_s, QJsonValue()}};
    if (!name.isEmpty())
        metadata.insert("name"_L1, name);
    return {{u"metadata"_s, metadata}, {u"versions"_s, list}};
}

QJsonObject aggregated(const QJsonArray& items, DiscoveryForm form)
{
    const auto version = form == DiscoveryForm::AggregatedBeta ? u"v2beta1"_s : u"v2"_s;
    return {{u"kind"_s, u"APIGroupDiscoveryList"_s},
            {u"apiVersion"_s, u"apidiscovery.k8s.io/"_s + version},
            {u"metadata"_s, QJsonObject()},
            {u"items"_s, items}};
}

/// Tells states of one type apart, for clients that keep what they were told.
QString storageHash(const Resource& resource)
{
    const auto text = (resource.group + u'/' + resource.version + u'/' + resource.kind).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).left(8).toBase64());
}

QJsonArray plainResource(const Resource& resource)
{
    QJsonObject main{{u"name"_s, resource.plural},
                     {u"singularName"_s, resource.singular},
                     {u"namespaced"_s, resource.isNamespaced()},
                     {u"kind"_s, resource.kind},
                     {u"verbs"_s, QJsonArray::fromStringList(resource.verbs)},
                     {u"storageVersionHash"_s, storageHash(resource)}};
    if (!resource.shortNames.isEmpty())
        main.insert("shortNames"_L1, QJsonArray::fromStringList(resource.shortNames));
    if (!resource.categories.isEmpty())
        main.insert("categories"_L1, QJsonArray::fromStringList(resource.categories));
    QJsonArray list{main};
    auto names = resource.subresources;
    // Of a custom resource the status comes first.
    if (resource.origin == Resource::Origin::Definition && names.removeOne(u"status"_s))
        names.prepend(u"status"_s);
    for (const auto& name : names) {
        const auto door = subresourceOf(resource, name);
        QJsonObject entry{{u"name"_s, resource.plural + u'/' + door.name},
                          {u"singularName"_s, QString()},
                          {u"namespaced"_s, resource.isNamespaced()},
                          {u"kind"_s, door.kind},
                          {u"verbs"_s, QJsonArray::fromStringList(door.verbs)}};
        if (!door.group.isEmpty()) {
            entry.insert("group"_L1, door.group);
            entry.insert("version"_L1, door.version);
        }
        list.append(entry);
    }
    return list;
}

} // namespace

DiscoveryForm discoveryFormOf(const QByteArray& accept)
{
    for (const auto& media : accept.split(',')) {
        const auto parts = media.trimmed().split(';');
        if (parts.first() != "application/json" && parts.first() != "*/*")
            continue;
        if (!parts.contains("as=APIGroupDiscoveryList"))
            return DiscoveryForm::Plain;
        if (parts.contains("v=v2"))
            return DiscoveryForm::Aggregated;
        if (parts.contains("v=v2beta1"))
            return DiscoveryForm::AggregatedBeta;
    }
    return DiscoveryForm::Plain;
}

QByteArray discoveryContentType(DiscoveryForm form)
{
    switch (form) {
    case DiscoveryForm::Plain:
        break;
    case DiscoveryForm::Aggregated:
        return "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
    case DiscoveryForm::AggregatedBeta:
        return "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList";
    }
    return "application/json";
}

QJsonObject coreGroups(const Resources& resources, DiscoveryForm form, const QString& address)
{
    const auto groups = versionsByGroup(resources);
    const auto core =
        std::find_if(groups.begin(), groups.end(), [](const auto& group) { return group.first.isEmpty(); });
    if (form != DiscoveryForm::Plain) {
        QJsonArray items;
        if (core != groups.end())
            items.append(aggregatedGroup(resources, {}, core->second));
        return aggregated(items, form);
    }
    return {{u"kind"_s, u"APIVersions"_s},
            {u"versions"_s, QJsonArray{u"v1"_s}},
            {u"serverAddressByClientCIDRs"_s,
             QJsonArray{QJsonObject{{u"clientCIDR"_s, u"0.0.0.0/0"_s}, {u"serverAddress"_s, address}}}}};
}

QJsonObject groups(const Resources& resources, DiscoveryForm form)
{
    QJsonArray items;
    for (const auto& [name, versions] : versionsByGroup(resources)) {
        if (name.isEmpty())
            continue;
        items.append(form == DiscoveryForm::Plain ? groupObject(name, versions)
                                                  : aggregatedGroup(resources, name, versions));
    }
    if (form != DiscoveryForm::Plain)
        return aggregated(items, form);
    return {{u"kind"_s, u"APIGroupList"_s}, {u"apiVersion"_s, u"v1"_s}, {u"groups"_s, items}};
}

QJsonObject group(const Resources& resources, QStringView name)
{
    for (const auto& [known, versions] : versionsByGroup(resources)) {
        if (known != name || known.isEmpty())
            continue;
        auto object = groupObject(known, versions);
        object.insert("kind"_L1, u"APIGroup"_s);
        object.insert("apiVersion"_L1, u"v1"_s);
        return object;
    }
    return {};
}

QJsonObject resourceList(const Resources& resources, QStringView group, QStringView version)
{
    QJsonArray list;
    QString apiVersion;
    for (const auto& resource : resources.all()) {
        if (resource->group != group || resource->version != version)
            continue;
        apiVersion = resource->apiVersion();
        for (const auto entry : plainResource(*resource))
            list.append(entry);
    }
    if (list.isEmpty())
        return {};
    QJsonObject object{{u"kind"_s, u"APIResourceList"_s}, {u"groupVersion"_s, apiVersion}, {u"resources"_s, list}};
    // The core group is older than this member.
    if (!group.isEmpty())
        object.insert("apiVersion"_L1, u"v1"_s);
    return object;
}

QJsonObject version()
{
    return {{u"major"_s, u"1"_s},
            {u"minor"_s, u"33"_s},
            {u"emulationMajor"_s, u"1"_s},
            {u"emulationMinor"_s, u"33"_s},
            {u"minCompatibilityMajor"_s, u"1"_s},
            {u"minCompatibilityMinor"_s, u"32"_s},
            {u"gitVersion"_s, u"v1.33.0+practice"_s},
            {u"gitCommit"_s, QString()},
            {u"gitTreeState"_s, u"clean"_s},
            {u"buildDate"_s, u"1970-01-01T00:00:00Z"_s},
            {u"goVersion"_s, QString()},
            {u"compiler"_s, u"gcc"_s},
            {u"platform"_s, u"linux/amd64"_s}};
}

} // namespace sim::documents
