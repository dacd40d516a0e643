#include "core/sim/documents/quantities.h"
#include "core/sim/documents/validation.h"
#include "core/sim/world/path.h"

#include <QJsonArray>

#include <functional>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

using Change = std::function<void(QJsonObject&)>;

/// Changes every object of a list.
void forEachIn(QJsonObject& document, Path path, const Change& change)
{
    const auto list = at(document, path);
    if (!list.isArray())
        return;
    QJsonArray changed;
    for (const auto item : list.toArray()) {
        auto object = item.toObject();
        change(object);
        changed.append(object);
    }
    put(document, path, changed);
}

void changeAt(QJsonObject& document, Path path, const Change& change)
{
    auto object = at(document, path).toObject();
    change(object);
    put(document, path, object);
}

void fallback(QJsonObject& object, QLatin1StringView name, const QJsonValue& value)
{
    if (!object.contains(name) || object.value(name).isNull())
        object.insert(name, value);
}

/// Always for the tag latest, which is also the one that is not named.
QString pullPolicyOf(const QString& image)
{
    const auto last = image.section(u'/', -1);
    const bool isPinned = last.contains(u'@') || (last.contains(u':') && last.section(u':', 1) != u"latest");
    return isPinned ? u"IfNotPresent"_s : u"Always"_s;
}

void completeContainer(QJsonObject& container)
{
    fallback(container, "imagePullPolicy"_L1, pullPolicyOf(container.value("image"_L1).toString()));
}

void completeVolume(QJsonObject& volume)
{
    // A volume that does not say what it is lives as long as the pod.
    if (volume.size() == (volume.contains("name"_L1) ? 1 : 0))
        volume.insert("emptyDir"_L1, QJsonObject());
}

void completePodSpec(QJsonObject& spec)
{
    forEachIn(spec, {u"containers"}, completeContainer);
    forEachIn(spec, {u"initContainers"}, completeContainer);
    forEachIn(spec, {u"volumes"}, completeVolume);
    const auto account = spec.value("serviceAccountName"_L1);
    if (account.isString())
        spec.insert("serviceAccount"_L1, account);
    else if (spec.contains("serviceAccount"_L1))
        spec.insert("serviceAccountName"_L1, spec.value("serviceAccount"_L1));
}

/// What has a limit and no request asks for the limit.
void requestLimits(QJsonObject& container)
{
    const auto limits = at(container, {u"resources", u"limits"}).toObject();
    auto requests = at(container, {u"resources", u"requests"}).toObject();
    for (auto item = limits.begin(); item != limits.end(); ++item) {
        if (!requests.contains(item.key()))
            requests.insert(item.key(), item.value());
    }
    if (!requests.isEmpty())
        put(container, {u"resources", u"requests"}, requests);
}

void completePod(QJsonObject& pod)
{
    changeAt(pod, {u"spec"}, [](QJsonObject& spec) {
        completePodSpec(spec);
        forEachIn(spec, {u"containers"}, requestLimits);
        forEachIn(spec, {u"initContainers"}, requestLimits);
        fallback(spec, "enableServiceLinks"_L1, true);
    });
    const auto address = at(pod, {u"status", u"podIP"});
    if (address.isString() && !at(pod, {u"status", u"podIPs"}).isArray())
        put(pod, {u"status", u"podIPs"}, QJsonArray{QJsonObject{{u"ip"_s, address}}});
}

void completeDeployment(QJsonObject& deployment)
{
    changeAt(deployment, {u"spec", u"template", u"spec"}, completePodSpec);
    if (at(deployment, {u"spec", u"strategy", u"type"}).toString() != u"RollingUpdate")
        return;
    changeAt(deployment, {u"spec", u"strategy", u"rollingUpdate"}, [](QJsonObject& numbers) {
        fallback(numbers, "maxUnavailable"_L1, u"25%"_s);
        fallback(numbers, "maxSurge"_L1, u"25%"_s);
    });
}

void completeService(QJsonObject& service)
{
    changeAt(service, {u"spec"}, [](QJsonObject& spec) {
        const auto type = spec.value("type"_L1).toString();
        forEachIn(spec, {u"ports"}, [](QJsonObject& port) {
            const auto target = port.value("targetPort"_L1);
            if (target.isUndefined() || target.toInteger(-1) == 0 || target.toString(u"x"_s).isEmpty())
                port.insert("targetPort"_L1, port.value("port"_L1));
        });
        if (type != u"ExternalName")
            fallback(spec, "internalTrafficPolicy"_L1, u"Cluster"_s);
        const bool isOutside = type == u"ClusterIP" && !spec.value("externalIPs"_L1).toArray().isEmpty();
        if (type == u"NodePort" || type == u"LoadBalancer" || isOutside)
            fallback(spec, "externalTrafficPolicy"_L1, u"Cluster"_s);
        if (type == u"LoadBalancer")
            fallback(spec, "allocateLoadBalancerNodePorts"_L1, true);
        if (spec.value("sessionAffinity"_L1).toString() == u"ClientIP" && !spec.contains("sessionAffinityConfig"_L1))
            put(spec, {u"sessionAffinityConfig", u"clientIP", u"timeoutSeconds"}, 10'800);
    });
}

void completeBalancer(QJsonObject& service)
{
    forEachIn(service, {u"status", u"loadBalancer", u"ingress"}, [](QJsonObject& ingress) {
        if (ingress.contains("ip"_L1))
            fallback(ingress, "ipMode"_L1, u"VIP"_s);
    });
}

void completeSecret(QJsonObject& secret)
{
    const auto texts = secret.take("stringData"_L1).toObject();
    if (texts.isEmpty())
        return;
    auto data = secret.value("data"_L1).toObject();
    for (auto item = texts.begin(); item != texts.end(); ++item)
        data.insert(item.key(), QString::fromLatin1(item.value().toString().toUtf8().toBase64()));
    secret.insert("data"_L1, data);
}

void completeBinding(QJsonObject& binding)
{
    const auto group = u"rbac.authorization.k8s.io"_s;
    forEachIn(binding, {u"subjects"}, [&](QJsonObject& subject) {
        const auto kind = subject.value("kind"_L1).toString();
        if (kind == u"User" || kind == u"Group")
            fallback(subject, "apiGroup"_L1, group);
    });
    if (at(binding, {u"roleRef", u"apiGroup"}).toString().isEmpty())
        put(binding, {u"roleRef", u"apiGroup"}, group);
}

void completePolicy(QJsonObject& policy)
{
    changeAt(policy, {u"spec"}, [](QJsonObject& spec) {
        if (spec.contains("policyTypes"_L1))
            return;
        QJsonArray types{u"Ingress"_s};
        if (spec.contains("egress"_L1))
            types.append(u"Egress"_s);
        spec.insert("policyTypes"_L1, types);
    });
}

void completeDefinition(QJsonObject& definition)
{
    changeAt(definition, {u"spec", u"names"}, [](QJsonObject& names) {
        const auto kind = names.value("kind"_L1).toString();
        if (names.value("singular"_L1).toString().isEmpty())
            names.insert("singular"_L1, kind.toLower());
        if (names.value("listKind"_L1).toString().isEmpty())
            names.insert("listKind"_L1, kind + u"List"_s);
    });
}

/// Whether a container may use just what it asked for.
bool isGuaranteed(const QJsonObject& container)
{
    for (const auto resource : {u"cpu", u"memory"}) {
        const auto limit = at(container, {u"resources", u"limits", resource}).toString();
        const auto request = at(container, {u"resources", u"requests", resource}).toString(limit);
        if (limit.isEmpty() || thousandths(limit) != thousandths(request))
            return false;
    }
    return true;
}

QString qualityOf(const QJsonObject& spec)
{
    bool asksForAny = false;
    bool areGuaranteed = true;
    for (const auto list : {u"containers", u"initContainers"}) {
        for (const auto item : at(spec, {list}).toArray()) {
            const auto container = item.toObject();
            const auto resources = container.value("resources"_L1).toObject();
            const bool asks = resources.contains("limits"_L1) || resources.contains("requests"_L1);
            asksForAny = asksForAny || asks;
            areGuaranteed = areGuaranteed && isGuaranteed(container);
        }
    }
    if (!asksForAny)
        return u"BestEffort"_s;
    return areGuaranteed ? u"Guaranteed"_s : u"Burstable"_s;
}

/// Pods stay for five minutes on a node nobody hears of.
void tolerate(QJsonObject& spec, const QString& taint)
{
    auto tolerations = spec.value("tolerations"_L1).toArray();
    for (const auto item : tolerations) {
        const auto key = item[u"key"].toString();
        if (key == taint || (key.isEmpty() && item[u"operator"].toString() == u"Exists"))
            return;
    }
    tolerations.append(QJsonObject{
        {u"key"_s, taint}, {u"operator"_s, u"Exists"_s}, {u"effect"_s, u"NoExecute"_s}, {u"tolerationSeconds"_s, 300}});
    spec.insert("tolerations"_L1, tolerations);
}

void preparePod(QJsonObject& pod, const QString& time)
{
    changeAt(pod, {u"spec"}, [](QJsonObject& spec) {
        tolerate(spec, u"node.kubernetes.io/not-ready"_s);
        tolerate(spec, u"node.kubernetes.io/unreachable"_s);
        fallback(spec, "priority"_L1, 0);
        fallback(spec, "preemptionPolicy"_L1, u"PreemptLowerPriority"_s);
    });
    pod.insert("status"_L1,
               QJsonObject{{u"phase"_s, u"Pending"_s}, {u"qosClass"_s, qualityOf(pod.value("spec"_L1).toObject())}});
    if (at(pod, {u"spec", u"schedulingGates"}).toArray().isEmpty())
        return;
    const QJsonObject gated{{u"type"_s, u"PodScheduled"_s},
                            {u"status"_s, u"False"_s},
                            {u"reason"_s, u"SchedulingGated"_s},
                            {u"message"_s, u"Scheduling is blocked due to non-empty scheduling gates"_s},
                            {u"lastProbeTime"_s, QJsonValue()},
                            {u"lastTransitionTime"_s, time}};
    put(pod, {u"status", u"conditions"}, QJsonArray{gated});
}

void prepareNamespace(QJsonObject& ns)
{
    put(ns, {u"spec", u"finalizers"}, QJsonArray{u"kubernetes"_s});
    put(ns, {u"status", u"phase"}, u"Active"_s);
}

/// Nothing is placed on a node before it has said that it is ready.
void prepareNode(QJsonObject& node)
{
    if (at(node, {u"spec", u"taints"}).isArray())
        return;
    const QJsonObject taint{{u"key"_s, u"node.kubernetes.io/not-ready"_s}, {u"effect"_s, u"NoSchedule"_s}};
    put(node, {u"spec", u"taints"}, QJsonArray{taint});
}

void prepareService(QJsonObject& service)
{
    changeAt(service, {u"spec"}, [](QJsonObject& spec) {
        if (spec.value("type"_L1).toString() == u"ExternalName")
            return;
        const bool isHeadless = spec.value("clusterIP"_L1).toString() == u"None";
        if (isHeadless)
            spec.insert("clusterIPs"_L1, QJsonArray{u"None"_s});
        const bool hasPods = !spec.value("selector"_L1).toObject().isEmpty();
        const bool isDual = isHeadless && !hasPods;
        fallback(spec, "ipFamilies"_L1, isDual ? QJsonArray{u"IPv4"_s, u"IPv6"_s} : QJsonArray{u"IPv4"_s});
        fallback(spec, "ipFamilyPolicy"_L1, isDual ? u"RequireDualStack"_s : u"SingleStack"_s);
    });
}

} // namespace

void complete(const Kind& kind, QJsonObject& document)
{
    const auto& type = kind.resource->type;
    if (type == type::pods)
        completePod(document);
    else if (type == type::deployments)
        completeDeployment(document);
    else if (type == type::replicaSets)
        changeAt(document, {u"spec", u"template", u"spec"}, completePodSpec);
    else if (type == type::services) {
        completeService(document);
        completeBalancer(document);
    } else if (type == type::namespaces)
        put(document, {u"metadata", u"labels", u"kubernetes.io/metadata.name"}, at(document, {u"metadata", u"name"}));
    else if (type == type::secrets)
        completeSecret(document);
    else if (type == type::roleBindings || type == type::clusterRoleBindings)
        completeBinding(document);
    else if (type == type::networkPolicies)
        completePolicy(document);
    else if (type == type::definitions)
        completeDefinition(document);
}

void prepareNew(const Kind& kind, QJsonObject& document, const QString& time)
{
    const auto& type = kind.resource->type;
    if (type == type::pods)
        preparePod(document, time);
    else if (type == type::namespaces)
        prepareNamespace(document);
    else if (type == type::services)
        prepareService(document);
    else if (type == type::nodes)
        prepareNode(document);
}

} // namespace sim::documents
