#include "core/sim/operator/manifests.h"

#include "core/base/quantity.h"
#include "core/sim/kubelet/flinkconf.h"
#include "core/sim/world/path.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

const QString mainContainer = u"flink-main-container"_s;

QJsonObject labels(const Owner& owner)
{
    return {{u"app"_s, owner.name}, {u"type"_s, u"flink-native-kubernetes"_s}};
}

QJsonObject jobManagerLabels(const Owner& owner)
{
    QJsonObject all = labels(owner);
    all[u"component"_s] = u"jobmanager"_s;
    return all;
}

QJsonObject metadata(const Owner& owner, const QString& name, const QString& deploymentUid)
{
    return {{u"name"_s, name},
            {u"namespace"_s, owner.ns},
            {u"labels"_s, labels(owner)},
            {u"ownerReferences"_s, QJsonArray{QJsonObject{{u"apiVersion"_s, u"apps/v1"_s},
                                                          {u"kind"_s, u"Deployment"_s},
                                                          {u"name"_s, owner.name},
                                                          {u"uid"_s, deploymentUid},
                                                          {u"controller"_s, true},
                                                          {u"blockOwnerDeletion"_s, true}}}}};
}

/// Objects member by member, everything else as a whole.
QJsonObject merged(QJsonObject below, const QJsonObject& above)
{
    for (auto entry = above.begin(); entry != above.end(); ++entry) {
        const QJsonValue known = below[entry.key()];
        below[entry.key()] = known.isObject() && entry.value().isObject()
                                 ? QJsonValue(merged(known.toObject(), entry.value().toObject()))
                                 : entry.value();
    }
    return below;
}

QString mebibytes(const QString& memory)
{
    return QString::number(base::parseResourceMemory(memory).value_or(qint64(1600) * 1024 * 1024) / (1024 * 1024)) +
           "Mi"_L1;
}

QString cores(double cpu)
{
    return cpu == double(qint64(cpu)) ? QString::number(qint64(cpu)) : QString::number(qint64(cpu * 1000 + 0.5)) + u'm';
}

QJsonObject resources(const Configuration& shipped)
{
    const double cpu = decimal(shipped, u"kubernetes.jobmanager.cpu.amount"_s, 1.0);
    const double factor = decimal(shipped, u"kubernetes.jobmanager.cpu.limit-factor"_s, 1.0);
    const QString memory = mebibytes(valueOf(shipped, u"jobmanager.memory.process.size"_s));
    return {{u"requests"_s, QJsonObject{{u"cpu"_s, cores(cpu)}, {u"memory"_s, memory}}},
            {u"limits"_s, QJsonObject{{u"cpu"_s, cores(cpu * factor)}, {u"memory"_s, memory}}}};
}

QJsonObject configVolume(const QString& volume, const QString& map)
{
    return {{u"name"_s, volume}, {u"configMap"_s, QJsonObject{{u"name"_s, map}, {u"defaultMode"_s, 420}}}};
}

QJsonObject port(const QString& name, int number)
{
    return {{u"name"_s, name}, {u"containerPort"_s, number}, {u"protocol"_s, u"TCP"_s}};
}

QJsonObject container(const Spec& spec, const Configuration& shipped, QJsonObject given)
{
    const QString command = hasJob(spec) ? u"kubernetes-jobmanager.sh kubernetes-application "_s
                                         : u"kubernetes-jobmanager.sh kubernetes-session "_s;
    QJsonArray mounts = given[u"volumeMounts"].toArray();
    mounts.append(QJsonObject{{u"name"_s, u"flink-config-volume"_s}, {u"mountPath"_s, u"/opt/flink/conf"_s}});
    mounts.append(QJsonObject{{u"name"_s, u"pod-template-volume"_s}, {u"mountPath"_s, u"/opt/flink/pod-template"_s}});
    given[u"name"_s] = mainContainer;
    given[u"image"_s] = spec[u"image"];
    given[u"imagePullPolicy"_s] = spec[u"imagePullPolicy"].toString(u"IfNotPresent"_s);
    given[u"command"_s] = QJsonArray{u"/docker-entrypoint.sh"_s};
    given[u"args"_s] = QJsonArray{u"bash"_s, u"-c"_s, command};
    given[u"ports"_s] = QJsonArray{port(u"rest"_s, 8081), port(u"jobmanager-rpc"_s, 6123), port(u"blobserver"_s, 6124)};
    given[u"resources"_s] = resources(shipped);
    given[u"volumeMounts"_s] = mounts;
    given[u"startupProbe"_s] = QJsonObject{
        {u"httpGet"_s, QJsonObject{{u"path"_s, u"/config"_s}, {u"port"_s, u"rest"_s}, {u"scheme"_s, u"HTTP"_s}}},
        {u"periodSeconds"_s, 1},
        {u"timeoutSeconds"_s, 1},
        {u"successThreshold"_s, 1},
        {u"failureThreshold"_s, 2147483647}};
    return given;
}

QJsonObject podSpec(const Owner& owner, const Spec& spec, const Configuration& shipped)
{
    QJsonObject pod = mergedTemplate(spec, u"jobManager")[u"spec"].toObject();
    QJsonArray containers;
    QJsonObject main;
    for (const QJsonValue& value : pod[u"containers"].toArray()) {
        if (value.toObject()[u"name"] == mainContainer)
            main = value.toObject();
        else
            containers.append(value);
    }
    containers.prepend(container(spec, shipped, main));
    QJsonArray volumes = pod[u"volumes"].toArray();
    volumes.append(configVolume(u"flink-config-volume"_s, u"flink-config-"_s + owner.name));
    volumes.append(configVolume(u"pod-template-volume"_s, u"pod-template-"_s + owner.name));
    pod[u"containers"_s] = containers;
    pod[u"volumes"_s] = volumes;
    pod[u"serviceAccountName"_s] = spec[u"serviceAccount"];
    pod[u"restartPolicy"_s] = u"Always"_s;
    pod[u"terminationGracePeriodSeconds"_s] = 30;
    return pod;
}

} // namespace

QJsonObject mergedTemplate(const Spec& spec, QStringView part)
{
    return merged(spec[u"podTemplate"].toObject(), at(spec, {part, u"podTemplate"}).toObject());
}

QJsonObject jobManagerDeployment(const Owner& owner, const Spec& spec, const Configuration& shipped)
{
    QJsonObject generation;
    if (owner.generation > 0)
        generation[u"flinkdeployment.flink.apache.org/generation"_s] = QString::number(owner.generation);
    QJsonObject templateMetadata = mergedTemplate(spec, u"jobManager")[u"metadata"].toObject();
    templateMetadata[u"labels"_s] = merged(templateMetadata[u"labels"].toObject(), jobManagerLabels(owner));
    templateMetadata[u"annotations"_s] = merged(templateMetadata[u"annotations"].toObject(), generation);
    templateMetadata.remove(u"name"_s);
    return {{u"apiVersion"_s, u"apps/v1"_s},
            {u"kind"_s, u"Deployment"_s},
            {u"metadata"_s,
             QJsonObject{{u"name"_s, owner.name},
                         {u"namespace"_s, owner.ns},
                         {u"labels"_s, jobManagerLabels(owner)},
                         {u"annotations"_s, generation},
                         {u"ownerReferences"_s, QJsonArray{QJsonObject{{u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
                                                                       {u"kind"_s, u"FlinkDeployment"_s},
                                                                       {u"name"_s, owner.name},
                                                                       {u"uid"_s, owner.uid},
                                                                       {u"controller"_s, false},
                                                                       {u"blockOwnerDeletion"_s, true}}}}}},
            {u"spec"_s, QJsonObject{{u"replicas"_s, at(spec, {u"jobManager", u"replicas"}).toInt(1)},
                                    {u"selector"_s, QJsonObject{{u"matchLabels"_s, jobManagerLabels(owner)}}},
                                    {u"template"_s, QJsonObject{{u"metadata"_s, templateMetadata},
                                                                {u"spec"_s, podSpec(owner, spec, shipped)}}}}}};
}

QJsonObject restService(const Owner& owner, const QString& deploymentUid)
{
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Service"_s},
            {u"metadata"_s, metadata(owner, owner.name + "-rest"_L1, deploymentUid)},
            {u"spec"_s, QJsonObject{{u"type"_s, u"ClusterIP"_s},
                                    {u"selector"_s, jobManagerLabels(owner)},
                                    {u"ports"_s, QJsonArray{QJsonObject{{u"name"_s, u"rest"_s},
                                                                        {u"port"_s, 8081},
                                                                        {u"targetPort"_s, 8081},
                                                                        {u"protocol"_s, u"TCP"_s}}}}}}};
}

/// What the operator's own configuration has for pods whose resource says nothing.
const QString defaultLogging = uR"(monitorInterval = 30
rootLogger.level = INFO
rootLogger.appenderRef.console.ref = Console
appender.console.name = Console
appender.console.type = CONSOLE
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n
)"_s;

QJsonObject configurationMap(const Owner& owner, const QString& deploymentUid, const Spec& spec,
                             const Configuration& shipped)
{
    const auto kind = flinkVersion(spec[u"flinkVersion"].toString()).first >= 2 ? kubelet::ConfigurationFile::Nested
                                                                                : kubelet::ConfigurationFile::Flat;
    QJsonObject content{
        {kubelet::configurationFileName(kind), QString::fromUtf8(kubelet::writeConfiguration(shipped, kind))}};
    QJsonObject logging = spec[u"logConfiguration"].toObject();
    if (logging.isEmpty())
        logging[u"log4j-console.properties"_s] = defaultLogging;
    for (auto file = logging.begin(); file != logging.end(); ++file)
        content[file.key()] = file.value();
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"ConfigMap"_s},
            {u"metadata"_s, metadata(owner, u"flink-config-"_s + owner.name, deploymentUid)},
            {u"data"_s, content}};
}

QJsonObject podTemplateMap(const Owner& owner, const QString& deploymentUid, const QJsonObject& podTemplate)
{
    // JSON is YAML.
    const QString text = QString::fromUtf8(QJsonDocument(podTemplate).toJson(QJsonDocument::Indented));
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"ConfigMap"_s},
            {u"metadata"_s, metadata(owner, u"pod-template-"_s + owner.name, deploymentUid)},
            {u"data"_s, QJsonObject{{u"taskmanager-pod-template.yaml"_s, text}}}};
}

} // namespace sim::op
