#include "core/sim/documents/causes.h"
#include "core/sim/documents/goprint.h"
#include "core/sim/documents/names.h"
#include "core/sim/documents/podvalidation.h"
#include "core/sim/documents/validation.h"
#include "core/sim/world/path.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

constexpr qint64 mostDataBytes = 1'048'576;

/// map[string]string{"app":"x"}; one without a member as it was given, or not given.
QString goLabels(const QJsonValue& labels, bool isGiven)
{
    if (!labels.isObject() && !isGiven)
        return u"map[string]string(nil)"_s;
    QStringList parts;
    const auto object = labels.toObject();
    for (auto label = object.begin(); label != object.end(); ++label)
        parts += goQuoted(label.key()) + u':' + goQuoted(label.value().toString());
    return u"map[string]string{%1}"_s.arg(parts.join(u", "_s));
}

QString goSelector(const QJsonObject& selector, const QStringList& emptyMaps)
{
    return u"v1.LabelSelector{MatchLabels:%1, MatchExpressions:[]v1.LabelSelectorRequirement(nil)}"_s.arg(
        goLabels(selector.value("matchLabels"_L1), emptyMaps.contains(u"spec.selector.matchLabels")));
}

QList<Cause> templateCauses(const QJsonObject& document, const QString& kindWord, const QStringList& emptyMaps)
{
    QList<Cause> causes;
    const auto selector = at(document, {u"spec", u"selector"});
    const auto labels = at(document, {u"spec", u"template", u"metadata", u"labels"});
    const auto requirements = selector.toObject();
    if (!selector.isObject()) {
        causes += cause::required(u"spec.selector"_s);
    } else {
        causes += labelSelectorCauses(requirements, u"spec.selector"_s);
        const bool isEmpty = requirements.value("matchLabels"_L1).toObject().isEmpty() &&
                             requirements.value("matchExpressions"_L1).toArray().isEmpty();
        if (isEmpty) {
            causes += cause::invalidText(u"spec.selector"_s, goSelector(requirements, emptyMaps),
                                         u"empty selector is invalid for "_s + kindWord);
        }
    }
    const bool isSelected = selects(requirements, labels.toObject()) && selector.isObject();
    if (!isSelected) {
        causes += cause::invalidText(u"spec.template.metadata.labels"_s,
                                     goLabels(labels, emptyMaps.contains(u"spec.template.metadata.labels")),
                                     u"`selector` does not match template `labels`"_s);
    }
    if (at(document, {u"spec", u"replicas"}).toInteger() < 0) {
        causes += cause::invalid(u"spec.replicas"_s, at(document, {u"spec", u"replicas"}),
                                 u"must be greater than or equal to 0"_s);
    }
    return causes + podSpecCauses(at(document, {u"spec", u"template", u"spec"}).toObject(), u"spec.template.spec"_s);
}

QString goPort(const QJsonValue& value)
{
    return value.isString() ? u"intstr.IntOrString{Type:1, IntVal:0, StrVal:%1}"_s.arg(goQuoted(value.toString()))
                            : u"intstr.IntOrString{Type:0, IntVal:%1, StrVal:\"\"}"_s.arg(value.toInteger());
}

bool isNothing(const QJsonValue& amount)
{
    return amount.isString() ? amount.toString() == u"0%" : amount.toInteger() == 0;
}

QList<Cause> strategyCauses(const QJsonObject& strategy)
{
    const auto type = strategy.value("type"_L1).toString();
    const auto rolling = strategy.value("rollingUpdate"_L1);
    if (type == u"Recreate") {
        if (rolling.isUndefined())
            return {};
        return {cause::forbidden(u"spec.strategy.rollingUpdate"_s,
                                 u"may not be specified when strategy `type` is 'Recreate'"_s)};
    }
    if (type != u"RollingUpdate") {
        return {{u"FieldValueNotSupported"_s,
                 u"Unsupported value: apps.DeploymentStrategy{Type:%1, "
                 u"RollingUpdate:(*apps.RollingUpdateDeployment)(nil)}: "
                 "supported values: \"Recreate\", \"RollingUpdate\""_s.arg(goQuoted(type)),
                 u"spec.strategy"_s}};
    }
    QList<Cause> causes;
    static const QRegularExpression percentage(u"^[0-9]+%$"_s);
    for (const auto& name : {u"maxUnavailable"_s, u"maxSurge"_s}) {
        const auto amount = rolling.toObject().value(name);
        if (amount.isString() && !percentage.match(amount.toString()).hasMatch()) {
            causes += cause::invalidText(u"spec.strategy.rollingUpdate."_s + name, goPort(amount),
                                         u"a valid percent string must be a numeric string followed by an ending '%' "
                                         "(e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')"_s);
        }
    }
    const auto surge = rolling[u"maxSurge"];
    const bool isSurgeless = isNothing(surge) || (surge.isString() && !percentage.match(surge.toString()).hasMatch());
    if (isNothing(rolling[u"maxUnavailable"]) && isSurgeless) {
        causes += cause::invalidText(u"spec.strategy.rollingUpdate.maxUnavailable"_s,
                                     goPort(rolling[u"maxUnavailable"]), u"may not be 0 when `maxSurge` is 0"_s);
    }
    return causes;
}

QList<Cause> deploymentCauses(const QJsonObject& document, const QJsonObject& before, const QStringList& emptyMaps)
{
    auto causes = templateCauses(document, u"deployment"_s, emptyMaps) +
                  strategyCauses(at(document, {u"spec", u"strategy"}).toObject());
    const auto selector = at(document, {u"spec", u"selector"});
    if (!before.isEmpty() && selector != at(before, {u"spec", u"selector"})) {
        causes +=
            cause::invalidText(u"spec.selector"_s, goSelector(selector.toObject(), emptyMaps), u"field is immutable"_s);
    }
    return causes;
}

QList<Cause> serviceCauses(const QJsonObject& document)
{
    QList<Cause> causes;
    const auto spec = document.value("spec"_L1).toObject();
    const auto ports = spec.value("ports"_L1).toArray();
    const auto type = spec.value("type"_L1).toString();
    const bool isHeadless = spec.value("clusterIP"_L1).toString() == u"None";
    if (ports.isEmpty() && !isHeadless && type != u"ExternalName")
        causes += cause::required(u"spec.ports"_s);
    for (qsizetype index = 0; index < ports.size(); ++index) {
        const auto port = ports.at(index).toObject();
        const auto path = u"spec.ports[%1]"_s.arg(index);
        if (ports.size() > 1 && port.value("name"_L1).toString().isEmpty())
            causes += cause::required(path + u".name"_s);
        causes += portCauses(port.value("port"_L1), path + u".port"_s);
        causes += portCauses(port.value("targetPort"_L1), path + u".targetPort"_s);
        const QStringList protocols{u"SCTP"_s, u"TCP"_s, u"UDP"_s};
        if (!protocols.contains(port.value("protocol"_L1).toString()))
            causes += cause::unsupported(path + u".protocol"_s, port.value("protocol"_L1), protocols);
    }
    const QStringList affinities{u"ClientIP"_s, u"None"_s};
    if (!affinities.contains(spec.value("sessionAffinity"_L1).toString()))
        causes += cause::unsupported(u"spec.sessionAffinity"_s, spec.value("sessionAffinity"_L1), affinities);
    const QStringList types{u"ClusterIP"_s, u"ExternalName"_s, u"LoadBalancer"_s, u"NodePort"_s};
    if (!types.contains(type))
        causes += cause::unsupported(u"spec.type"_s, type, types);
    return causes;
}

QList<Cause> dataCauses(const QJsonObject& document, QLatin1StringView first, QLatin1StringView second,
                        const QString& sizeField)
{
    QList<Cause> causes;
    qint64 bytes = 0;
    for (const auto name : {first, second}) {
        const auto data = document.value(name).toObject();
        for (auto item = data.begin(); item != data.end(); ++item) {
            const auto path = u"%1[%2]"_s.arg(name, item.key());
            for (const auto& error : configKeyErrors(item.key()))
                causes += cause::invalid(path, item.key(), error);
            if (name == first && document.value(second).toObject().contains(item.key()))
                causes += cause::invalid(path, item.key(), u"duplicate of key present in "_s + second);
            const auto text = item.value().toString().toUtf8();
            bytes += name == "data"_L1 && sizeField == u"[]" ? text.size() : QByteArray::fromBase64(text).size();
        }
    }
    if (bytes > mostDataBytes)
        causes += cause::tooLong(sizeField, mostDataBytes);
    return causes;
}

QList<Cause> immutabilityCauses(const QJsonObject& document, const QJsonObject& before)
{
    QList<Cause> causes;
    if (!before.value("immutable"_L1).toBool())
        return causes;
    const auto why = u"field is immutable when `immutable` is set"_s;
    if (!document.value("immutable"_L1).toBool())
        causes += cause::forbidden(u"immutable"_s, why);
    for (const auto& name : {u"data"_s, u"binaryData"_s}) {
        if (document.value(name) != before.value(name))
            causes += cause::forbidden(name, why);
    }
    return causes;
}

QList<Cause> secretCauses(const QJsonObject& document, const QJsonObject& before)
{
    auto causes = dataCauses(document, "data"_L1, ""_L1, u"data"_s) + immutabilityCauses(document, before);
    const auto type = document.value("type"_L1);
    if (!before.isEmpty() && type != before.value("type"_L1))
        causes += cause::invalid(u"type"_s, type, u"field is immutable"_s);
    if (type.toString() != u"kubernetes.io/tls")
        return causes;
    for (const auto key : {u"tls.crt", u"tls.key"}) {
        if (!document.value("data"_L1)[QStringView(key)].isString())
            causes += cause::required(u"data[%1]"_s.arg(QStringView(key)));
    }
    return causes;
}

QList<Cause> rulesCauses(const QJsonObject& document, bool isNamespaced)
{
    QList<Cause> causes;
    const auto rules = document.value("rules"_L1).toArray();
    for (qsizetype index = 0; index < rules.size(); ++index) {
        const auto rule = rules.at(index).toObject();
        const auto path = u"rules[%1]"_s.arg(index);
        if (rule.value("verbs"_L1).toArray().isEmpty())
            causes += cause::required(path + u".verbs"_s, u"verbs must contain at least one value"_s);
        const auto urls = rule.value("nonResourceURLs"_L1).toArray();
        if (!urls.isEmpty()) {
            if (isNamespaced) {
                QStringList quoted;
                for (const auto url : urls)
                    quoted += goQuoted(url.toString());
                causes += cause::invalidText(path + u".nonResourceURLs"_s, u"[]string{%1}"_s.arg(quoted.join(u", "_s)),
                                             u"namespaced rules cannot apply to non-resource URLs"_s);
            }
            continue;
        }
        if (rule.value("apiGroups"_L1).toArray().isEmpty())
            causes += cause::required(path + u".apiGroups"_s, u"resource rules must supply at least one api group"_s);
        if (rule.value("resources"_L1).toArray().isEmpty())
            causes += cause::required(path + u".resources"_s, u"resource rules must supply at least one resource"_s);
    }
    return causes;
}

QList<Cause> bindingCauses(const QJsonObject& document, const QJsonObject& before, bool isNamespaced)
{
    QList<Cause> causes;
    const auto role = document.value("roleRef"_L1).toObject();
    const auto roles = isNamespaced ? QStringList{u"Role"_s, u"ClusterRole"_s} : QStringList{u"ClusterRole"_s};
    if (!roles.contains(role.value("kind"_L1).toString()))
        causes += cause::unsupported(u"roleRef.kind"_s, role.value("kind"_L1), roles);
    if (role.value("name"_L1).toString().isEmpty())
        causes += cause::required(u"roleRef.name"_s);
    const auto subjects = document.value("subjects"_L1).toArray();
    for (qsizetype index = 0; index < subjects.size(); ++index) {
        const auto subject = subjects.at(index).toObject();
        const auto path = u"subjects[%1]"_s.arg(index);
        if (subject.value("name"_L1).toString().isEmpty())
            causes += cause::required(path + u".name"_s);
        const QStringList kinds{u"ServiceAccount"_s, u"User"_s, u"Group"_s};
        if (!kinds.contains(subject.value("kind"_L1).toString()))
            causes += cause::unsupported(path + u".kind"_s, subject.value("kind"_L1), kinds);
    }
    if (!before.isEmpty() && document.value("roleRef"_L1) != before.value("roleRef"_L1)) {
        const auto shown = u"rbac.RoleRef{APIGroup:%1, Kind:%2, Name:%3}"_s.arg(
            goQuoted(role.value("apiGroup"_L1).toString()), goQuoted(role.value("kind"_L1).toString()),
            goQuoted(role.value("name"_L1).toString()));
        causes += cause::invalidText(u"roleRef"_s, shown, u"cannot change roleRef"_s);
    }
    return causes;
}

QList<Cause> policyCauses(const QJsonObject& document)
{
    auto causes = labelSelectorCauses(at(document, {u"spec", u"podSelector"}).toObject(), u"spec.podSelector"_s);
    for (const auto& [direction, side] : {std::pair(u"ingress"_s, u"from"_s), std::pair(u"egress"_s, u"to"_s)}) {
        const auto rules = document.value("spec"_L1)[direction].toArray();
        for (qsizetype index = 0; index < rules.size(); ++index) {
            const auto peers = rules.at(index).toObject().value(side).toArray();
            for (qsizetype peer = 0; peer < peers.size(); ++peer) {
                if (peers.at(peer).toObject().isEmpty()) {
                    causes += cause::required(u"spec.%1[%2].%3[%4]"_s.arg(direction).arg(index).arg(side).arg(peer),
                                              u"must specify a peer"_s);
                }
            }
        }
    }
    const auto types = at(document, {u"spec", u"policyTypes"}).toArray();
    const QStringList known{u"Ingress"_s, u"Egress"_s};
    for (qsizetype index = 0; index < types.size(); ++index) {
        if (!known.contains(types.at(index).toString()))
            causes += cause::unsupported(u"spec.policyTypes[%1]"_s.arg(index), types.at(index), known);
    }
    return causes;
}

QList<Cause> leaseCauses(const QJsonObject& document)
{
    QList<Cause> causes;
    const auto duration = at(document, {u"spec", u"leaseDurationSeconds"});
    if (duration.isDouble() && duration.toInteger() <= 0)
        causes += cause::invalid(u"spec.leaseDurationSeconds"_s, duration, u"must be greater than 0"_s);
    return causes;
}

QList<Cause> eventCauses(const QJsonObject& document)
{
    QList<Cause> causes;
    const auto other = at(document, {u"involvedObject", u"namespace"}).toString();
    const auto own = at(document, {u"metadata", u"namespace"}).toString();
    const bool isClusterWide = other.isEmpty() && own == u"default";
    if (document.contains("involvedObject"_L1) && other != own && !isClusterWide) {
        causes += cause::invalid(u"involvedObject.namespace"_s, other, u"does not match event.namespace"_s);
    }
    return causes;
}

} // namespace

QList<Cause> builtInCauses(const Kind& kind, const QJsonObject& document, const QJsonObject& before,
                           const QStringList& emptyMaps)
{
    const auto& type = kind.resource->type;
    const bool isNamespaced = kind.resource->isNamespaced();
    if (type == type::pods) {
        const auto spec = document.value("spec"_L1).toObject();
        const auto causes = podSpecCauses(spec, u"spec"_s);
        return before.isEmpty() ? causes : causes + podChangeCauses(spec, before.value("spec"_L1).toObject());
    }
    if (type == type::deployments)
        return deploymentCauses(document, before, emptyMaps);
    if (type == type::replicaSets)
        return templateCauses(document, u"replica set"_s, emptyMaps);
    if (type == type::services)
        return serviceCauses(document);
    if (type == type::configMaps)
        return dataCauses(document, "data"_L1, "binaryData"_L1, u"[]"_s) + immutabilityCauses(document, before);
    if (type == type::secrets)
        return secretCauses(document, before);
    if (type == type::roles || type == type::clusterRoles)
        return rulesCauses(document, isNamespaced);
    if (type == type::roleBindings || type == type::clusterRoleBindings)
        return bindingCauses(document, before, isNamespaced);
    if (type == type::networkPolicies)
        return policyCauses(document);
    if (type == type::leases)
        return leaseCauses(document);
    return type == type::events ? eventCauses(document) : QList<Cause>();
}

} // namespace sim::documents
