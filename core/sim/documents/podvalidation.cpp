#include "core/sim/documents/podvalidation.h"

#include "core/sim/documents/causes.h"
#include "core/sim/documents/names.h"
#include "core/sim/documents/quantities.h"
#include "core/sim/documents/selectors.h"
#include "core/sim/world/path.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

const QStringList volumeSources{u"awsElasticBlockStore"_s,
                                u"azureDisk"_s,
                                u"azureFile"_s,
                                u"cephfs"_s,
                                u"cinder"_s,
                                u"configMap"_s,
                                u"csi"_s,
                                u"downwardAPI"_s,
                                u"emptyDir"_s,
                                u"ephemeral"_s,
                                u"fc"_s,
                                u"flexVolume"_s,
                                u"flocker"_s,
                                u"gcePersistentDisk"_s,
                                u"gitRepo"_s,
                                u"glusterfs"_s,
                                u"hostPath"_s,
                                u"image"_s,
                                u"iscsi"_s,
                                u"nfs"_s,
                                u"persistentVolumeClaim"_s,
                                u"photonPersistentDisk"_s,
                                u"portworxVolume"_s,
                                u"projected"_s,
                                u"quobyte"_s,
                                u"rbd"_s,
                                u"scaleIO"_s,
                                u"secret"_s,
                                u"storageos"_s,
                                u"vsphereVolume"_s};

QString item(const QString& path, qsizetype at)
{
    return u"%1[%2]"_s.arg(path).arg(at);
}

class PodChecker
{
public:
    QList<Cause> causes;

    void check(const QJsonObject& spec, const QString& path)
    {
        checkVolumes(spec.value("volumes"_L1).toArray(), path + u".volumes"_s);
        const auto containers = spec.value("containers"_L1).toArray();
        if (containers.isEmpty())
            causes += cause::required(path + u".containers"_s);
        checkContainers(containers, path + u".containers"_s);
        checkContainers(spec.value("initContainers"_L1).toArray(), path + u".initContainers"_s);
        oneOf(spec, path, "restartPolicy"_L1, {u"Always"_s, u"OnFailure"_s, u"Never"_s});
        oneOf(spec, path, "dnsPolicy"_L1, {u"ClusterFirstWithHostNet"_s, u"ClusterFirst"_s, u"Default"_s, u"None"_s});
        const auto selector = spec.value("nodeSelector"_L1).toObject();
        for (auto label = selector.begin(); label != selector.end(); ++label) {
            named(path + u".nodeSelector"_s, label.key(), qualifiedNameErrors(label.key()));
            named(path + u".nodeSelector"_s, label.value(), labelValueErrors(label.value().toString()));
        }
        if (const auto account = spec.value("serviceAccountName"_L1).toString(); !account.isEmpty())
            named(path + u".serviceAccountName"_s, account, subdomainErrors(account));
        if (const auto host = spec.value("hostname"_L1).toString(); !host.isEmpty())
            named(path + u".hostname"_s, host, labelErrors(host));
        checkTolerations(spec.value("tolerations"_L1).toArray(), path + u".tolerations"_s);
    }

private:
    void named(const QString& path, const QJsonValue& value, const QStringList& errors)
    {
        for (const auto& error : errors)
            causes += cause::invalid(path, value, error);
    }

    void oneOf(const QJsonObject& object, const QString& path, QLatin1StringView name, const QStringList& allowed)
    {
        const auto value = object.value(name);
        if (value.isString() && !allowed.contains(value.toString()))
            causes += cause::unsupported(path + u'.' + name, value, allowed);
    }

    /// Whether the name is new and good.
    void uniqueName(const QString& path, const QString& name, QSet<QString>& known)
    {
        if (name.isEmpty()) {
            causes += cause::required(path);
            return;
        }
        named(path, name, labelErrors(name));
        if (known.contains(name))
            causes += cause::duplicate(path, u'"' + name + u'"');
        known.insert(name);
    }

    void checkVolumes(const QJsonArray& volumes, const QString& path)
    {
        for (qsizetype at = 0; at < volumes.size(); ++at) {
            const auto volume = volumes.at(at).toObject();
            const auto inner = item(path, at);
            bool hasSource = false;
            for (const auto& source : volumeSources) {
                if (volume.contains(source) && hasSource)
                    causes += cause::forbidden(inner + u'.' + source, u"may not specify more than 1 volume type"_s);
                hasSource = hasSource || volume.contains(source);
            }
            uniqueName(inner + u".name"_s, volume.value("name"_L1).toString(), m_volumes);
        }
    }

    void checkContainers(const QJsonArray& containers, const QString& path)
    {
        for (qsizetype at = 0; at < containers.size(); ++at)
            checkContainer(containers.at(at).toObject(), item(path, at));
    }

    void checkContainer(const QJsonObject& container, const QString& path)
    {
        uniqueName(path + u".name"_s, container.value("name"_L1).toString(), m_containers);
        const auto image = container.value("image"_L1).toString();
        if (image.isEmpty())
            causes += cause::required(path + u".image"_s);
        else if (image.trimmed() != image)
            causes += cause::invalid(path + u".image"_s, image, u"must not have leading or trailing whitespace"_s);
        oneOf(container, path, "terminationMessagePolicy"_L1, {u"File"_s, u"FallbackToLogsOnError"_s});
        oneOf(container, path, "imagePullPolicy"_L1, {u"Always"_s, u"IfNotPresent"_s, u"Never"_s});
        checkPorts(container.value("ports"_L1).toArray(), path + u".ports"_s);
        checkEnvironment(container.value("env"_L1).toArray(), path + u".env"_s);
        checkMounts(container.value("volumeMounts"_L1).toArray(), path + u".volumeMounts"_s);
        checkResources(container.value("resources"_L1).toObject(), path + u".resources"_s);
    }

    void checkPorts(const QJsonArray& ports, const QString& path)
    {
        QSet<QString> known;
        for (qsizetype at = 0; at < ports.size(); ++at) {
            const auto port = ports.at(at).toObject();
            const auto inner = item(path, at);
            if (const auto name = port.value("name"_L1).toString(); !name.isEmpty())
                checkPortName(inner + u".name"_s, name, known);
            if (port.value("containerPort"_L1).toInteger() == 0)
                causes += cause::required(inner + u".containerPort"_s);
            else
                causes += portCauses(port.value("containerPort"_L1), inner + u".containerPort"_s);
            oneOf(port, inner, "protocol"_L1, {u"SCTP"_s, u"TCP"_s, u"UDP"_s});
        }
    }

    void checkPortName(const QString& path, const QString& name, QSet<QString>& known)
    {
        const auto errors = portNameErrors(name);
        named(path, name, errors);
        if (!errors.isEmpty())
            return;
        if (known.contains(name))
            causes += cause::duplicate(path, u'"' + name + u'"');
        known.insert(name);
    }

    void checkEnvironment(const QJsonArray& variables, const QString& path)
    {
        for (qsizetype at = 0; at < variables.size(); ++at) {
            const auto variable = variables.at(at).toObject();
            const auto inner = item(path, at);
            const auto name = variable.value("name"_L1).toString();
            if (name.isEmpty()) {
                causes += cause::required(inner + u".name"_s);
            } else if (name.contains(u'=')) {
                causes += cause::invalid(inner + u".name"_s, name,
                                         u"a valid environment variable name must consist only of printable ASCII "
                                         "characters other than '='"_s);
            }
            checkVariableSource(variable, inner + u".valueFrom"_s);
        }
    }

    void checkVariableSource(const QJsonObject& variable, const QString& path)
    {
        if (!variable.contains("valueFrom"_L1))
            return;
        const auto field = at(variable, {u"valueFrom", u"fieldRef", u"fieldPath"});
        static const QStringList known{u"metadata.name"_s,
                                       u"metadata.namespace"_s,
                                       u"metadata.uid"_s,
                                       u"spec.nodeName"_s,
                                       u"spec.serviceAccountName"_s,
                                       u"status.hostIP"_s,
                                       u"status.hostIPs"_s,
                                       u"status.podIP"_s,
                                       u"status.podIPs"_s};
        const auto label = field.toString();
        const bool isSubscript = label.startsWith(u"metadata.labels[") || label.startsWith(u"metadata.annotations[");
        if (field.isString() && !known.contains(label) && !isSubscript) {
            causes += cause::invalid(path + u".fieldRef.fieldPath"_s, label,
                                     u"error converting fieldPath: field label not supported: "_s + label);
        }
        if (!variable.value("value"_L1).toString().isEmpty())
            causes += cause::invalid(path, QString(), u"may not be specified when `value` is not empty"_s);
    }

    void checkMounts(const QJsonArray& mounts, const QString& path)
    {
        for (qsizetype at = 0; at < mounts.size(); ++at) {
            const auto mount = mounts.at(at).toObject();
            const auto inner = item(path, at);
            const auto name = mount.value("name"_L1).toString();
            if (name.isEmpty())
                causes += cause::required(inner + u".name"_s);
            if (!m_volumes.contains(name))
                causes += cause::notFound(inner + u".name"_s, name);
            if (mount.value("mountPath"_L1).toString().isEmpty())
                causes += cause::required(inner + u".mountPath"_s);
        }
    }

    void checkResources(const QJsonObject& resources, const QString& path)
    {
        const auto limits = resources.value("limits"_L1).toObject();
        const auto requests = resources.value("requests"_L1).toObject();
        checkResourceNames(limits, path + u".limits"_s);
        checkResourceNames(requests, path + u".requests"_s);
        for (auto request = requests.begin(); request != requests.end(); ++request) {
            const auto limit = limits.value(request.key()).toString();
            const auto wanted = request.value().toString();
            if (!limit.isEmpty() && thousandths(wanted) > thousandths(limit)) {
                causes += cause::invalid(path + u".requests"_s, wanted,
                                         u"must be less than or equal to %1 limit of %2"_s.arg(request.key(), limit));
            }
        }
    }

    void checkResourceNames(const QJsonObject& amounts, const QString& path)
    {
        for (auto amount = amounts.begin(); amount != amounts.end(); ++amount) {
            static const QStringList known{u"cpu"_s, u"memory"_s, u"ephemeral-storage"_s};
            const auto& name = amount.key();
            if (known.contains(name) || name.startsWith(u"hugepages-") || name.contains(u'/'))
                continue;
            const auto inner = u"%1[%2]"_s.arg(path, name);
            causes += cause::invalidText(inner, name, u"must be a standard resource type or fully qualified"_s);
            causes += cause::invalidText(inner, name, u"must be a standard resource for containers"_s);
        }
    }

    void checkTolerations(const QJsonArray& tolerations, const QString& path)
    {
        for (qsizetype at = 0; at < tolerations.size(); ++at)
            oneOf(tolerations.at(at).toObject(), item(path, at), "operator"_L1, {u"Equal"_s, u"Exists"_s});
    }

    QSet<QString> m_volumes;
    QSet<QString> m_containers;
};

QJsonObject withoutImages(QJsonObject spec)
{
    for (const auto name : {u"containers", u"initContainers"}) {
        QJsonArray containers;
        for (const auto value : spec.value(name).toArray()) {
            auto container = value.toObject();
            container.remove("image"_L1);
            containers.append(container);
        }
        if (spec.contains(name))
            spec.insert(name, containers);
    }
    for (const auto name : {"activeDeadlineSeconds"_L1, "terminationGracePeriodSeconds"_L1, "tolerations"_L1,
                            "schedulingGates"_L1, "nodeName"_L1})
        spec.remove(name);
    return spec;
}

} // namespace

QList<Cause> podSpecCauses(const QJsonObject& spec, const QString& path)
{
    PodChecker checker;
    checker.check(spec, path);
    return checker.causes;
}

QList<Cause> podChangeCauses(const QJsonObject& spec, const QJsonObject& before)
{
    for (const auto& name : {u"initContainers"_s, u"containers"_s}) {
        if (spec.value(name).toArray().size() != before.value(name).toArray().size()) {
            return {cause::forbidden(u"spec."_s + name, u"pod updates may not add or remove containers"_s)};
        }
    }
    if (withoutImages(spec) == withoutImages(before))
        return {};
    return {cause::forbidden(
        u"spec"_s, u"pod updates may not change fields other than `spec.containers[*].image`,"
                   "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only "
                   "additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set "
                   "to 1 if it was previously negative)"_s)};
}

QList<Cause> labelSelectorCauses(const QJsonObject& selector, const QString& path)
{
    QList<Cause> causes;
    const auto labels = selector.value("matchLabels"_L1).toObject();
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        for (const auto& error : qualifiedNameErrors(label.key()))
            causes += cause::invalid(path + u".matchLabels"_s, label.key(), error);
        for (const auto& error : labelValueErrors(label.value().toString()))
            causes += cause::invalid(path + u".matchLabels"_s, label.value(), error);
    }
    const auto expressions = selector.value("matchExpressions"_L1).toArray();
    for (qsizetype at = 0; at < expressions.size(); ++at) {
        const auto inner = item(path + u".matchExpressions"_s, at);
        const auto expression = expressions.at(at).toObject();
        const auto word = expression.value("operator"_L1).toString();
        const bool hasValues = !expression.value("values"_L1).toArray().isEmpty();
        if (word == u"In" || word == u"NotIn") {
            if (!hasValues) {
                causes +=
                    cause::required(inner + u".values"_s, u"must be specified when `operator` is 'In' or 'NotIn'"_s);
            }
        } else if (word == u"Exists" || word == u"DoesNotExist") {
            if (hasValues) {
                causes += cause::forbidden(inner + u".values"_s,
                                           u"may not be specified when `operator` is 'Exists' or 'DoesNotExist'"_s);
            }
        } else {
            causes += cause::invalid(inner + u".operator"_s, word, u"not a valid selector operator"_s);
        }
    }
    return causes;
}

bool selects(const QJsonObject& selector, const QJsonObject& labels)
{
    return LabelSelector::of(selector).matchesLabels(labels);
}

QList<Cause> portCauses(const QJsonValue& port, const QString& path)
{
    QList<Cause> causes;
    if (port.isString()) {
        for (const auto& error : portNameErrors(port.toString()))
            causes += cause::invalid(path, port, error);
    } else if (port.toInteger() < 1 || port.toInteger() > 65'535) {
        causes += cause::invalid(path, port, u"must be between 1 and 65535, inclusive"_s);
    }
    return causes;
}

} // namespace sim::documents
