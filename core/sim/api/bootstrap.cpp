#include "core/sim/api/bootstrap.h"

#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim {

namespace {

QJsonArray words(QStringView text)
{
    return QJsonArray::fromStringList(text.toString().split(u' ', Qt::SkipEmptyParts));
}

/// Groups, resources and verbs, each with blanks between; the core group is written "core".
QJsonObject rule(QStringView groups, QStringView resources, QStringView verbs)
{
    auto names = groups.toString().split(u' ');
    names.replaceInStrings(u"core"_s, QString());
    return {{u"apiGroups"_s, QJsonArray::fromStringList(names)},
            {u"resources"_s, words(resources)},
            {u"verbs"_s, words(verbs)}};
}

QJsonObject pathRule(QStringView paths)
{
    return {{u"nonResourceURLs"_s, words(paths)}, {u"verbs"_s, words(u"get")}};
}

constexpr QStringView reading = u"get list watch";
constexpr QStringView writing = u"create delete deletecollection patch update";

/// What may be seen without being trusted: everything but secrets and what runs as someone else.
QJsonArray viewRules()
{
    return {
        rule(u"core",
             u"configmaps endpoints events namespaces nodes pods pods/log pods/status resourcequotas serviceaccounts "
             u"services services/status",
             reading),
        rule(u"core", u"services/proxy pods/proxy", u"get"),
        rule(u"events.k8s.io", u"events", reading),
        rule(u"apps",
             u"deployments deployments/scale deployments/status replicasets replicasets/scale "
             u"replicasets/status",
             reading),
        rule(u"networking.k8s.io", u"ingresses ingresses/status networkpolicies", reading),
        rule(u"discovery.k8s.io", u"endpointslices", reading),
        rule(u"coordination.k8s.io", u"leases", reading),
        rule(u"metrics.k8s.io", u"pods", u"get list"),
        rule(u"apiextensions.k8s.io", u"customresourcedefinitions", reading),
        rule(u"flink.apache.org", u"*", reading)};
}

QJsonArray editRules()
{
    auto rules = viewRules();
    rules.append(rule(u"core", u"configmaps events pods secrets serviceaccounts services", writing));
    rules.append(rule(u"core", u"secrets", reading));
    rules.append(rule(u"core", u"services/proxy pods/proxy", u"get create update patch delete"));
    rules.append(rule(u"core", u"serviceaccounts", u"impersonate"));
    rules.append(rule(u"apps", u"deployments deployments/scale replicasets replicasets/scale", writing));
    rules.append(rule(u"networking.k8s.io", u"ingresses networkpolicies", writing));
    rules.append(rule(u"coordination.k8s.io", u"leases", writing));
    rules.append(rule(u"flink.apache.org", u"*", writing));
    return rules;
}

QJsonArray adminRules()
{
    auto rules = editRules();
    rules.append(rule(u"rbac.authorization.k8s.io", u"roles rolebindings", reading));
    rules.append(rule(u"rbac.authorization.k8s.io", u"roles rolebindings", writing));
    return rules;
}

/// Fails only when the world is not empty: then what is there stays.
void keep(const Outcome&) {}

class Founder
{
public:
    explicit Founder(World& world)
        : m_world(world)
    {
    }

    void ns(const QString& name) { make(type::namespaces, name, {}); }
    void role(const QString& name, const QJsonArray& rules) { make(type::clusterRoles, name, {{u"rules"_s, rules}}); }
    void bind(const QString& name, const QString& role, const QString& kind, const QString& subject,
              const QString& ns = {})
    {
        const QJsonObject who{{u"kind"_s, kind}, {u"name"_s, subject}, {u"apiGroup"_s, u"rbac.authorization.k8s.io"_s}};
        const QJsonObject what{
            {u"kind"_s, u"ClusterRole"_s}, {u"name"_s, role}, {u"apiGroup"_s, u"rbac.authorization.k8s.io"_s}};
        make(ns.isEmpty() ? type::clusterRoleBindings : type::roleBindings, name,
             {{u"subjects"_s, QJsonArray{who}}, {u"roleRef"_s, what}}, ns);
    }
    /// The API server as pods reach it: no selector, it is no pod.
    void ownService()
    {
        const QJsonObject port{
            {u"name"_s, u"https"_s}, {u"port"_s, 443}, {u"protocol"_s, u"TCP"_s}, {u"targetPort"_s, 6443}};
        QJsonObject service{{u"spec"_s, QJsonObject{{u"clusterIP"_s, u"10.96.0.1"_s}, {u"ports"_s, QJsonArray{port}}}}};
        put(service, {u"metadata", u"labels"},
            QJsonObject{{u"component"_s, u"apiserver"_s}, {u"provider"_s, u"kubernetes"_s}});
        make(type::services, u"kubernetes"_s, service, u"default"_s);
    }
    void define(const QJsonObject& definition)
    {
        keep(m_world.objects.create(type::definitions, definition, as(u"kubectl"_s)));
    }

private:
    static Write as(const QString& manager)
    {
        Write write;
        write.manager = manager;
        return write;
    }
    void make(QStringView type, const QString& name, QJsonObject document, const QString& ns = {})
    {
        put(document, {u"metadata", u"name"}, name);
        if (!ns.isEmpty())
            put(document, {u"metadata", u"namespace"}, ns);
        keep(m_world.objects.create(type, document, as(u"kube-apiserver"_s)));
    }

    World& m_world;
};

} // namespace

void bootstrap(World& world, documents::OperatorRelease release, const QString& ownNamespace)
{
    Founder founder(world);
    for (const auto& name : {u"default"_s, u"kube-node-lease"_s, u"kube-public"_s, u"kube-system"_s})
        founder.ns(name);
    founder.ownService();
    founder.role(u"cluster-admin"_s,
                 {rule(u"*", u"*", u"*"), QJsonObject{{u"nonResourceURLs"_s, words(u"*")}, {u"verbs"_s, words(u"*")}}});
    founder.role(u"admin"_s, adminRules());
    founder.role(u"edit"_s, editRules());
    founder.role(u"view"_s, viewRules());
    founder.role(
        u"system:discovery"_s,
        {pathRule(u"/api /api/* /apis /apis/* /healthz /livez /openapi /openapi/* /readyz /version /version/")});
    founder.role(u"system:public-info-viewer"_s, {pathRule(u"/healthz /livez /readyz /version /version/")});
    founder.role(u"system:basic-user"_s,
                 {rule(u"authorization.k8s.io", u"selfsubjectaccessreviews selfsubjectrulesreviews", u"create"),
                  rule(u"authentication.k8s.io", u"selfsubjectreviews", u"create")});
    founder.bind(u"cluster-admin"_s, u"cluster-admin"_s, u"Group"_s, u"system:masters"_s);
    founder.bind(u"system:discovery"_s, u"system:discovery"_s, u"Group"_s, u"system:authenticated"_s);
    founder.bind(u"system:basic-user"_s, u"system:basic-user"_s, u"Group"_s, u"system:authenticated"_s);
    founder.bind(u"system:public-info-viewer"_s, u"system:public-info-viewer"_s, u"Group"_s, u"system:authenticated"_s);
    founder.bind(u"system:public-info-viewer:anonymous"_s, u"system:public-info-viewer"_s, u"Group"_s,
                 u"system:unauthenticated"_s);
    founder.bind(u"practice-viewer"_s, u"view"_s, u"User"_s, viewerUser().name);
    if (!world.objects.find(type::namespaces, {}, ownNamespace))
        founder.ns(ownNamespace);
    founder.bind(u"practice-operator"_s, u"edit"_s, u"User"_s, operatorUser().name, ownNamespace);
    for (const auto& definition : documents::flinkDefinitions(release))
        founder.define(definition);
    // Definitions are accepted a moment later.
    world.clock.advance(std::chrono::seconds(1));
}

User adminUser()
{
    return {u"practice-admin"_s, u"1"_s, {u"system:masters"_s}};
}

User operatorUser()
{
    return {u"practice-operator"_s, u"2"_s};
}

User viewerUser()
{
    return {u"practice-viewer"_s, u"3"_s};
}

} // namespace sim
