#include "core/sim/world/resource.h"

using namespace Qt::StringLiterals;

namespace sim {

namespace {

using Scope = Resource::Scope;

struct Row
{
    QStringView plural;
    QStringView singular;
    QStringView kind;
    QStringView shortNames = {}; ///< with commas
    Scope scope = Scope::Namespaced;
    QStringView subresources = {}; ///< with commas
    bool countsGenerations = false;
    QStringView categories = {};
    QStringView verbs = {}; ///< with commas; empty: the usual ones
};

struct Group
{
    QStringView name;
    QStringView version;
    std::vector<Row> rows;
};

QStringList list(QStringView text)
{
    return text.toString().split(u',', Qt::SkipEmptyParts);
}

Resource resource(const Group& group, const Row& row)
{
    Resource resource;
    resource.group = group.name.toString();
    resource.version = group.version.toString();
    resource.plural = row.plural.toString();
    resource.singular = row.singular.toString();
    resource.kind = row.kind.toString();
    resource.listKind = resource.kind + u"List"_s;
    resource.shortNames = list(row.shortNames);
    resource.categories = list(row.categories);
    resource.scope = row.scope;
    resource.subresources = list(row.subresources);
    resource.countsGenerations = row.countsGenerations;
    if (!row.verbs.isEmpty())
        resource.verbs = list(row.verbs);
    // Both groups of events are doors to the same objects.
    const bool alias = group.name == u"events.k8s.io";
    resource.type = group.name.isEmpty() || alias ? resource.plural : resource.plural + u'.' + resource.group;
    return resource;
}

std::vector<Row> coreRows()
{
    return {
        {u"configmaps", u"configmap", u"ConfigMap", u"cm"},
        {u"endpoints", u"endpoints", u"Endpoints", u"ep"},
        {u"events", u"event", u"Event", u"ev"},
        {u"namespaces", u"namespace", u"Namespace", u"ns", Scope::Cluster, u"finalize,status"},
        {u"nodes", u"node", u"Node", u"no", Scope::Cluster, u"status"},
        {u"pods", u"pod", u"Pod", u"po", Scope::Namespaced, u"log,proxy,status", true, u"all"},
        {u"resourcequotas", u"resourcequota", u"ResourceQuota", u"quota", Scope::Namespaced, u"status"},
        {u"secrets", u"secret", u"Secret"},
        {u"serviceaccounts", u"serviceaccount", u"ServiceAccount", u"sa"},
        {u"services", u"service", u"Service", u"svc", Scope::Namespaced, u"proxy,status", false, u"all"},
    };
}

/// Questions about oneself: nothing is stored.
Row review(QStringView plural, QStringView singular, QStringView kind)
{
    return {plural, singular, kind, u"", Scope::Cluster, u"", false, u"", u"create"};
}

std::vector<Group> groups()
{
    return {
        {u"", u"v1", coreRows()},
        {u"events.k8s.io", u"v1", {{u"events", u"event", u"Event", u"ev"}}},
        {u"apps",
         u"v1",
         {{u"deployments", u"deployment", u"Deployment", u"deploy", Scope::Namespaced, u"scale,status", true, u"all"},
          {u"replicasets", u"replicaset", u"ReplicaSet", u"rs", Scope::Namespaced, u"scale,status", true, u"all"}}},
        {u"coordination.k8s.io", u"v1", {{u"leases", u"lease", u"Lease"}}},
        {u"discovery.k8s.io",
         u"v1",
         {{u"endpointslices", u"endpointslice", u"EndpointSlice", u"", Scope::Namespaced, u"", true}}},
        {u"networking.k8s.io",
         u"v1",
         {{u"ingresses", u"ingress", u"Ingress", u"ing", Scope::Namespaced, u"status", true},
          {u"networkpolicies", u"networkpolicy", u"NetworkPolicy", u"netpol", Scope::Namespaced, u"", true}}},
        {u"rbac.authorization.k8s.io",
         u"v1",
         {{u"clusterrolebindings", u"clusterrolebinding", u"ClusterRoleBinding", u"", Scope::Cluster},
          {u"clusterroles", u"clusterrole", u"ClusterRole", u"", Scope::Cluster},
          {u"rolebindings", u"rolebinding", u"RoleBinding"},
          {u"roles", u"role", u"Role"}}},
        {u"apiextensions.k8s.io",
         u"v1",
         {{u"customresourcedefinitions", u"customresourcedefinition", u"CustomResourceDefinition", u"crd,crds",
           Scope::Cluster, u"status", true, u"api-extensions"}}},
        {u"authentication.k8s.io", u"v1", {review(u"selfsubjectreviews", u"selfsubjectreview", u"SelfSubjectReview")}},
        {u"authorization.k8s.io",
         u"v1",
         {review(u"selfsubjectaccessreviews", u"selfsubjectaccessreview", u"SelfSubjectAccessReview"),
          review(u"selfsubjectrulesreviews", u"selfsubjectrulesreview", u"SelfSubjectRulesReview")}},
        {u"metrics.k8s.io",
         u"v1beta1",
         {{u"pods", u"", u"PodMetrics", u"", Scope::Namespaced, u"", false, u"", u"get,list"}}},
    };
}

} // namespace

std::vector<Resource> builtInResources()
{
    std::vector<Resource> resources;
    for (const auto& group : groups()) {
        for (const auto& row : group.rows)
            resources.push_back(resource(group, row));
    }
    return resources;
}

} // namespace sim
