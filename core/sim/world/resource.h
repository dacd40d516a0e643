#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace sim {

/// The types code of this room speaks of, each the plural with its group, as kubectl writes it.
namespace type {
inline constexpr QStringView namespaces = u"namespaces";
inline constexpr QStringView nodes = u"nodes";
inline constexpr QStringView pods = u"pods";
inline constexpr QStringView services = u"services";
inline constexpr QStringView configMaps = u"configmaps";
inline constexpr QStringView secrets = u"secrets";
inline constexpr QStringView events = u"events";
inline constexpr QStringView serviceAccounts = u"serviceaccounts";
inline constexpr QStringView resourceQuotas = u"resourcequotas";
inline constexpr QStringView deployments = u"deployments.apps";
inline constexpr QStringView replicaSets = u"replicasets.apps";
inline constexpr QStringView leases = u"leases.coordination.k8s.io";
inline constexpr QStringView networkPolicies = u"networkpolicies.networking.k8s.io";
inline constexpr QStringView roles = u"roles.rbac.authorization.k8s.io";
inline constexpr QStringView roleBindings = u"rolebindings.rbac.authorization.k8s.io";
inline constexpr QStringView clusterRoles = u"clusterroles.rbac.authorization.k8s.io";
inline constexpr QStringView clusterRoleBindings = u"clusterrolebindings.rbac.authorization.k8s.io";
inline constexpr QStringView definitions = u"customresourcedefinitions.apiextensions.k8s.io";
inline constexpr QStringView flinkDeployments = u"flinkdeployments.flink.apache.org";
inline constexpr QStringView flinkSessionJobs = u"flinksessionjobs.flink.apache.org";
inline constexpr QStringView flinkStateSnapshots = u"flinkstatesnapshots.flink.apache.org";
inline constexpr QStringView flinkBlueGreenDeployments = u"flinkbluegreendeployments.flink.apache.org";
} // namespace type

/// One kind as one version of the API serves it.
struct Resource
{
    enum class Scope { Namespaced, Cluster };
    /// What an API server of this kind of resource does differently.
    enum class Origin { BuiltIn, Definition };

    QString group; ///< empty: the core group
    QString version;
    QString plural;
    QString singular;
    QString kind;
    QString listKind;
    QStringList shortNames = {};
    QStringList categories = {};
    Scope scope = Scope::Namespaced;
    Origin origin = Origin::BuiltIn;
    QStringList subresources = {}; ///< status, scale, log, proxy
    /// metadata.generation counts changes of anything but metadata and status.
    bool countsGenerations = false;
    /// What is stored; differs from plural.group where two groups serve one thing (events).
    QString type = {};
    /// The schema of a custom resource (spec.versions[].schema.openAPIV3Schema), else empty.
    QJsonObject schema = {};
    /// spec.versions[].additionalPrinterColumns of a custom resource, else empty.
    QJsonArray columns = {};

    bool isNamespaced() const { return scope == Scope::Namespaced; }
    bool hasStatus() const;
    /// v1, flink.apache.org/v1beta1
    QString apiVersion() const { return group.isEmpty() ? version : group + u'/' + version; }
    /// /api/v1/namespaces/NS/pods/NAME; an empty name: the collection.
    QString path(const QString& ns, const QString& name = {}) const;
};

using ResourcePointer = std::shared_ptr<const Resource>;

/// The kinds that are served: the built-in ones, and one for each served version of each CustomResourceDefinition.
class Resources
{
public:
    /// With the built-in kinds.
    Resources();

    /// In the order of discovery: groups as they appeared, versions by preference.
    const std::vector<ResourcePointer>& all() const { return m_all; }
    /// Null: there is none.
    ResourcePointer find(QStringView group, QStringView version, QStringView plural) const;
    /// The version that is stored; null: no such type.
    ResourcePointer ofType(QStringView type) const;
    ResourcePointer ofKind(QStringView apiVersion, QStringView kind) const;

    /// Takes the served versions from a CustomResourceDefinition instead of what was known of it.
    void define(const QJsonObject& definition);
    void undefine(QStringView type);

private:
    std::vector<ResourcePointer> m_all;
};

/// The kinds an API server serves without any definition.
std::vector<Resource> builtInResources();
/// The type a CustomResourceDefinition defines: flinkdeployments.flink.apache.org.
QString definedType(const QJsonObject& definition);

} // namespace sim
