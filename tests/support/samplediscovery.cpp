#include "tests/support/recordings.h"
#include "tests/support/samplecluster.h"
#include "tests/support/sampleobjects.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace support {

namespace {

struct Served
{
    QStringView group, version, plural, kind;
    bool isNamespaced;
};

constexpr std::array served{
    Served{u"", u"v1", u"pods", u"Pod", true},
    Served{u"", u"v1", u"events", u"Event", true},
    Served{u"", u"v1", u"namespaces", u"Namespace", false},
    Served{u"", u"v1", u"services", u"Service", true},
    Served{u"", u"v1", u"configmaps", u"ConfigMap", true},
    Served{u"apps", u"v1", u"deployments", u"Deployment", true},
    Served{u"authorization.k8s.io", u"v1", u"selfsubjectaccessreviews", u"SelfSubjectAccessReview", false},
    Served{u"apiextensions.k8s.io", u"v1", u"customresourcedefinitions", u"CustomResourceDefinition", false},
    Served{u"flink.apache.org", u"v1beta1", u"flinkdeployments", u"FlinkDeployment", true},
    Served{u"flink.apache.org", u"v1beta1", u"flinksessionjobs", u"FlinkSessionJob", true},
    Served{u"flink.apache.org", u"v1beta1", u"flinkstatesnapshots", u"FlinkStateSnapshot", true},
    Served{u"flink.apache.org", u"v1beta1", u"flinkbluegreendeployments", u"FlinkBlueGreenDeployment", true},
};

QString keyOf(const Served& type)
{
    return type.group.isEmpty() ? type.plural.toString() : u"%1/%2"_s.arg(type.group, type.plural);
}

const Served* find(const QString& plural)
{
    const auto found = std::ranges::find_if(served, [&](const Served& type) { return keyOf(type) == plural; });
    return found == served.end() ? nullptr : &*found;
}

QJsonObject groupObject(QStringView group, QStringView version)
{
    const QJsonObject only{{u"groupVersion"_s, u"%1/%2"_s.arg(group, version)}, {u"version"_s, version.toString()}};
    return {{u"name"_s, group.toString()}, {u"versions"_s, QJsonArray{only}}, {u"preferredVersion"_s, only}};
}

QJsonObject groupList()
{
    QJsonArray groups;
    std::set<QStringView> seen{u""};
    for (const Served& type : served)
        if (seen.insert(type.group).second)
            groups += groupObject(type.group, type.version);
    return {{u"kind"_s, u"APIGroupList"_s}, {u"apiVersion"_s, u"v1"_s}, {u"groups"_s, groups}};
}

QJsonObject resourceList(QStringView group, QStringView version)
{
    QJsonArray resources;
    for (const Served& type : served) {
        if (type.group != group || type.version != version)
            continue;
        const QJsonArray verbs =
            type.kind == u"SelfSubjectAccessReview"
                ? QJsonArray{u"create"_s}
                : QJsonArray{u"create"_s, u"delete"_s, u"get"_s, u"list"_s, u"patch"_s, u"update"_s, u"watch"_s};
        resources += QJsonObject{{u"name"_s, type.plural.toString()},
                                 {u"kind"_s, type.kind.toString()},
                                 {u"namespaced"_s, type.isNamespaced},
                                 {u"verbs"_s, verbs}};
        if (type.kind == u"Pod")
            resources += QJsonObject{{u"name"_s, u"pods/log"_s},
                                     {u"kind"_s, u"Pod"_s},
                                     {u"namespaced"_s, true},
                                     {u"verbs"_s, QJsonArray{u"get"_s}}};
    }
    if (resources.isEmpty())
        return {};
    const QString groupVersion = group.isEmpty() ? version.toString() : u"%1/%2"_s.arg(group, version);
    return {{u"kind"_s, u"APIResourceList"_s}, {u"groupVersion"_s, groupVersion}, {u"resources"_s, resources}};
}

} // namespace

QString samplePlural(const QString& kind)
{
    const auto found = std::ranges::find_if(served, [&](const Served& type) { return type.kind == kind; });
    return found == served.end() ? QString() : keyOf(*found);
}

QString sampleKind(const QString& plural)
{
    const Served* type = find(plural);
    return type ? type->kind.toString() : QString();
}

QString sampleApiVersion(const QString& plural)
{
    const Served* type = find(plural);
    if (!type)
        return {};
    return type->group.isEmpty() ? type->version.toString() : u"%1/%2"_s.arg(type->group, type->version);
}

QJsonObject sampleDiscovery(const QString& path)
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (path == u"/api")
        return {{u"kind"_s, u"APIVersions"_s}, {u"versions"_s, QJsonArray{u"v1"_s}}};
    if (path == u"/apis")
        return groupList();
    if (parts.value(0) == u"api" && parts.size() == 2)
        return resourceList(u"", parts[1]);
    if (parts.value(0) == u"apis" && parts.size() == 3)
        return resourceList(parts[1], parts[2]);
    if (parts.value(0) == u"apis" && parts.size() == 2)
        for (const Served& type : served)
            if (type.group == parts[1]) {
                QJsonObject group = groupObject(type.group, type.version);
                group[u"kind"_s] = u"APIGroup"_s;
                group[u"apiVersion"_s] = u"v1"_s;
                return group;
            }
    return {};
}

QList<QJsonObject> SampleObjects::surroundings(const SampleFleet& fleet) const
{
    std::set<QString> nameSpaces{u"flink-operator"_s};
    for (const SampleDeployment& d : fleet.deployments)
        nameSpaces.insert(d.nameSpace);
    QList<QJsonObject> all;
    for (const QString& name : nameSpaces)
        all += QJsonObject{
            {u"kind"_s, u"Namespace"_s}, {u"apiVersion"_s, u"v1"_s}, {u"metadata"_s, QJsonObject{{u"name"_s, name}}}};
    for (const Served& type : served) {
        if (type.group != u"flink.apache.org")
            continue;
        const QJsonObject version{{u"name"_s, u"v1beta1"_s}, {u"served"_s, true}, {u"storage"_s, true}};
        all += QJsonObject{{u"kind"_s, u"CustomResourceDefinition"_s},
                           {u"apiVersion"_s, u"apiextensions.k8s.io/v1"_s},
                           {u"metadata"_s, QJsonObject{{u"name"_s, u"%1.flink.apache.org"_s.arg(type.plural)}}},
                           {u"spec"_s, QJsonObject{{u"group"_s, u"flink.apache.org"_s},
                                                   {u"scope"_s, u"Namespaced"_s},
                                                   {u"names"_s, QJsonObject{{u"plural"_s, type.plural.toString()},
                                                                            {u"kind"_s, type.kind.toString()}}},
                                                   {u"versions"_s, QJsonArray{version}}}}};
    }
    const QString image = u"ghcr.io/apache/flink-kubernetes-operator:1.15.0"_s;
    const QJsonObject labels{{u"app.kubernetes.io/name"_s, u"flink-kubernetes-operator"_s},
                             {u"app.kubernetes.io/version"_s, u"1.15.0"_s},
                             {u"app.kubernetes.io/managed-by"_s, u"Helm"_s},
                             {u"helm.sh/chart"_s, u"flink-kubernetes-operator-1.15.0"_s}};
    const QJsonObject container{{u"name"_s, u"flink-kubernetes-operator"_s}, {u"image"_s, image}};
    const QJsonObject podTemplate{{u"spec"_s, QJsonObject{{u"containers"_s, QJsonArray{container}}}}};
    all += QJsonObject{{u"kind"_s, u"Deployment"_s},
                       {u"apiVersion"_s, u"apps/v1"_s},
                       {u"metadata"_s, QJsonObject{{u"name"_s, u"flink-kubernetes-operator"_s},
                                                   {u"namespace"_s, u"flink-operator"_s},
                                                   {u"uid"_s, sampleHex(fleet.context)},
                                                   {u"creationTimestamp"_s, time(120 * 86400)},
                                                   {u"labels"_s, labels}}},
                       {u"spec"_s, QJsonObject{{u"replicas"_s, 1}, {u"template"_s, podTemplate}}},
                       {u"status"_s, QJsonObject{{u"readyReplicas"_s, 1}, {u"replicas"_s, 1}}}};
    return all;
}

} // namespace support
