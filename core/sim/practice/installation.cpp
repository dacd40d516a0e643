#include "core/sim/practice/installation.h"

#include "core/sim/world/path.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

const QString rbac = u"rbac.authorization.k8s.io"_s;

QJsonArray words(QStringView text)
{
    return QJsonArray::fromStringList(text.toString().split(u' ', Qt::SkipEmptyParts));
}

QJsonObject rule(const QString& group, QStringView resources, QStringView verbs)
{
    return {{u"apiGroups"_s, QJsonArray{group}}, {u"resources"_s, words(resources)}, {u"verbs"_s, words(verbs)}};
}

class Installer
{
public:
    Installer(World& world, QString manager)
        : m_world(world)
    {
        m_write.manager = std::move(manager);
    }

    /// What is there already stays: a chart that is installed again.
    void make(QStringView type, const QString& ns, const QString& name, QJsonObject document,
              const QJsonObject& labels = {})
    {
        const ResourcePointer resource = m_world.objects.resources().ofType(type);
        document[u"apiVersion"_s] = resource->apiVersion();
        document[u"kind"_s] = resource->kind;
        put(document, {u"metadata", u"name"}, name);
        if (!ns.isEmpty())
            put(document, {u"metadata", u"namespace"}, ns);
        if (!labels.isEmpty())
            put(document, {u"metadata", u"labels"}, labels);
        static_cast<void>(m_world.objects.create(type, document, m_write));
    }

    void bind(const QString& ns, const QString& name, const QString& role, const QString& account,
              const QString& accountNamespace)
    {
        const QString kind = ns.isEmpty() ? u"ClusterRole"_s : u"Role"_s;
        make(ns.isEmpty() ? type::clusterRoleBindings : type::roleBindings, ns, name,
             {{u"subjects"_s,
               QJsonArray{QJsonObject{
                   {u"kind"_s, u"ServiceAccount"_s}, {u"name"_s, account}, {u"namespace"_s, accountNamespace}}}},
              {u"roleRef"_s, QJsonObject{{u"apiGroup"_s, rbac}, {u"kind"_s, kind}, {u"name"_s, role}}}});
    }

private:
    World& m_world;
    Write m_write;
};

QString configurationText(const op::Settings& settings)
{
    QString text =
        u"kubernetes.operator.reconcile.interval: %1 s\nkubernetes.operator.observer.progress-check.interval: %2 s\n"_s
            .arg(settings.reconcileInterval.count() / 1000)
            .arg(settings.progressCheckInterval.count() / 1000);
    for (const auto& [key, value] : settings.defaults)
        text += u"kubernetes.operator.default-configuration.%1: %2\n"_s.arg(key, value);
    return text;
}

QJsonObject operatorContainer(const op::Settings& settings)
{
    const QJsonObject amounts{{u"cpu"_s, u"500m"_s}, {u"memory"_s, u"768Mi"_s}};
    return {{u"name"_s, operatorName.toString()},
            {u"image"_s, u"ghcr.io/apache/flink-kubernetes-operator:"_s + op::versionText(settings.release)},
            {u"imagePullPolicy"_s, u"IfNotPresent"_s},
            {u"command"_s, QJsonArray{u"/docker-entrypoint.sh"_s, u"operator"_s}},
            {u"ports"_s, QJsonArray{QJsonObject{{u"name"_s, u"metrics"_s}, {u"containerPort"_s, 9999}},
                                    QJsonObject{{u"name"_s, u"webhook"_s}, {u"containerPort"_s, 9443}}}},
            {u"resources"_s, QJsonObject{{u"requests"_s, amounts}, {u"limits"_s, amounts}}},
            {u"startupProbe"_s, QJsonObject{{u"httpGet"_s, QJsonObject{{u"path"_s, u"/"_s}, {u"port"_s, 8085}}},
                                            {u"failureThreshold"_s, 30},
                                            {u"periodSeconds"_s, 10}}}};
}

} // namespace

void installOperator(World& world, const op::Settings& settings)
{
    const QString ns = settings.operatorNamespace;
    const QString name = operatorName.toString();
    const QJsonObject selector{{u"app.kubernetes.io/name"_s, name}};
    QJsonObject labels = selector;
    labels[u"app.kubernetes.io/managed-by"_s] = u"Helm"_s;
    labels[u"app.kubernetes.io/version"_s] = op::versionText(settings.release);
    labels[u"helm.sh/chart"_s] = name + u'-' + op::versionText(settings.release);
    Installer helm(world, u"helm"_s);
    helm.make(type::namespaces, {}, ns, {});
    helm.make(type::serviceAccounts, ns, u"flink-operator"_s, {}, labels);
    helm.make(type::clusterRoles, {}, u"flink-operator"_s,
              {{u"rules"_s,
                QJsonArray{rule({}, u"pods services events configmaps secrets", u"*"), rule(u"apps"_s, u"*", u"*"),
                           rule(u"flink.apache.org"_s, u"*", u"*"), rule(u"coordination.k8s.io"_s, u"leases", u"*")}}},
              labels);
    helm.bind({}, u"flink-operator-cluster-role-binding"_s, u"flink-operator"_s, u"flink-operator"_s, ns);
    helm.make(type::configMaps, ns, u"flink-operator-config"_s,
              {{u"data"_s, QJsonObject{{u"config.yaml"_s, configurationText(settings)}}}}, labels);
    if (settings.webhook)
        helm.make(type::services, ns, u"flink-operator-webhook-service"_s,
                  {{u"spec"_s, QJsonObject{{u"selector"_s, selector},
                                           {u"ports"_s, QJsonArray{QJsonObject{{u"port"_s, 443},
                                                                               {u"protocol"_s, u"TCP"_s},
                                                                               {u"targetPort"_s, 9443}}}}}}},
                  labels);
    const QJsonObject pod{
        {u"metadata"_s,
         QJsonObject{{u"labels"_s, selector},
                     {u"annotations"_s, QJsonObject{{u"kubectl.kubernetes.io/default-container"_s, name}}}}},
        {u"spec"_s, QJsonObject{{u"serviceAccountName"_s, u"flink-operator"_s},
                                {u"restartPolicy"_s, u"Always"_s},
                                {u"terminationGracePeriodSeconds"_s, 30},
                                {u"containers"_s, QJsonArray{operatorContainer(settings)}}}}};
    helm.make(type::deployments, ns, name,
              {{u"spec"_s, QJsonObject{{u"replicas"_s, 1},
                                       {u"strategy"_s, QJsonObject{{u"type"_s, u"Recreate"_s}}},
                                       {u"selector"_s, QJsonObject{{u"matchLabels"_s, selector}}},
                                       {u"template"_s, pod}}}},
              labels);
}

void addFlinkNamespace(World& world, const QString& name)
{
    Installer team(world, u"kubectl"_s);
    team.make(type::namespaces, {}, name, {});
    team.make(type::serviceAccounts, name, u"flink"_s, {});
    team.make(type::roles, name, u"flink"_s,
              {{u"rules"_s, QJsonArray{rule({}, u"pods configmaps services", u"*"),
                                       rule(u"apps"_s, u"deployments deployments/finalizers", u"*")}}});
    team.bind(name, u"flink-role-binding"_s, u"flink"_s, u"flink"_s, name);
}

documents::OperatorRelease definitionsOf(op::Release release)
{
    switch (release) {
    case op::Release::V1_7:
        return documents::OperatorRelease::V1_7;
    case op::Release::V1_12:
        return documents::OperatorRelease::V1_12;
    case op::Release::V1_15:
        return documents::OperatorRelease::V1_15;
    case op::Release::V1_16:
        return documents::OperatorRelease::V1_16;
    }
    return documents::OperatorRelease::V1_15;
}

std::optional<op::Release> releaseOfImage(const QString& image)
{
    using op::Release;
    const QString tag = image.section(u':', -1);
    for (const Release release : {Release::V1_7, Release::V1_12, Release::V1_15, Release::V1_16}) {
        if (tag.section(u'.', 0, 1) == op::versionText(release).section(u'.', 0, 1))
            return release;
    }
    return {};
}

op::Release releaseOf(documents::OperatorRelease release)
{
    switch (release) {
    case documents::OperatorRelease::V1_7:
        return op::Release::V1_7;
    case documents::OperatorRelease::V1_12:
        return op::Release::V1_12;
    case documents::OperatorRelease::V1_15:
        return op::Release::V1_15;
    case documents::OperatorRelease::V1_16:
        return op::Release::V1_16;
    }
    return op::Release::V1_15;
}

} // namespace sim::practice
