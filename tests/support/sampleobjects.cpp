#include "tests/support/sampleobjects.h"

#include "tests/support/recordings.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace support {

namespace {

QJsonObject recordedObject(const QString& name)
{
    return QJsonDocument::fromJson(recording(name)).object();
}

/// The states of a deployment as the operator reports them.
struct States
{
    QString lifecycle, jobManager, job;
};

States statesOf(Plight plight)
{
    switch (plight) {
    case Plight::Healthy:
    case Plight::FailingCheckpoints:
    case Plight::Backpressured:
    case Plight::Restarted:
    case Plight::RestartLoop:
    case Plight::Silent:
        return {u"STABLE"_s, u"READY"_s, u"RUNNING"_s};
    case Plight::NoJobManager:
        return {u"STABLE"_s, u"MISSING"_s, u"RECONCILING"_s};
    case Plight::Upgrading:
        return {u"UPGRADING"_s, u"READY"_s, u"RUNNING"_s};
    case Plight::Starting:
        return {u"DEPLOYED"_s, u"DEPLOYED_NOT_READY"_s, u"CREATED"_s};
    case Plight::Suspended:
        return {u"SUSPENDED"_s, u"MISSING"_s, u"FINISHED"_s};
    case Plight::Session:
        return {u"STABLE"_s, u"READY"_s, u"RECONCILING"_s};
    }
    Q_UNREACHABLE();
}

/// Who is called at night about a deployment of this namespace.
QString teamOf(const QString& nameSpace)
{
    static const QHash<QString, QString> teams{
        {u"payments"_s, u"pay"_s}, {u"risk"_s, u"pay"_s}, {u"logistics"_s, u"delivery"_s}, {u"cdc"_s, u"platform"_s}};
    return teams.value(nameSpace, u"insight"_s);
}

QJsonObject ownershipLabels(const QString& owner, const QString& name)
{
    if (owner == u"Flux")
        return {{u"kustomize.toolkit.fluxcd.io/name"_s, u"streaming"_s},
                {u"kustomize.toolkit.fluxcd.io/namespace"_s, u"flux-system"_s}};
    if (owner == u"Helm")
        return {{u"app.kubernetes.io/managed-by"_s, u"Helm"_s}, {u"app.kubernetes.io/instance"_s, name}};
    return {};
}

QJsonObject ownershipAnnotations(const SampleDeployment& d)
{
    if (d.owner == u"Argo CD")
        return {{u"argocd.argoproj.io/tracking-id"_s,
                 u"streaming:flink.apache.org/FlinkDeployment:%1/%2"_s.arg(d.nameSpace, d.name)}};
    if (d.owner == u"Helm")
        return {{u"meta.helm.sh/release-name"_s, d.name}};
    return {};
}

QString managerOf(const QString& owner)
{
    return owner == u"Argo CD" ? u"argocd-controller"_s
           : owner == u"Flux"  ? u"kustomize-controller"_s
           : owner == u"Helm"  ? u"helm"_s
                               : u"kubectl-edit"_s;
}

QString recordedSpec(const QJsonObject& spec)
{
    const QJsonObject whole{{u"spec"_s, spec},
                            {u"resource_metadata"_s, QJsonObject{{u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
                                                                 {u"firstDeployment"_s, false}}}};
    return QString::fromUtf8(QJsonDocument(whole).toJson(QJsonDocument::Compact));
}

} // namespace

QString SampleObjects::time(qint64 secondsAgo) const
{
    return m_now.addSecs(-secondsAgo).toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

QJsonObject SampleObjects::metadata(const SampleDeployment& d, int generation) const
{
    const QJsonObject managed{{u"manager"_s, managerOf(d.owner)},
                              {u"operation"_s, u"Update"_s},
                              {u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
                              {u"time"_s, time(d.changedMinutes * 60LL)},
                              {u"fieldsV1"_s, QJsonObject{{u"f:spec"_s, QJsonObject()}}}};
    QJsonObject labels = ownershipLabels(d.owner, d.name);
    labels.insert(u"team"_s, teamOf(d.nameSpace));
    labels.insert(u"tier"_s, d.parallelism >= 16 ? u"1"_s : u"2"_s);
    return {{u"name"_s, d.name},
            {u"namespace"_s, d.nameSpace},
            {u"uid"_s, QString(sampleHex(d.name, 8) + u"-4c1e-4b7a-9d3f-"_s + sampleHex(d.nameSpace + d.name, 12))},
            {u"generation"_s, generation},
            {u"creationTimestamp"_s, time(d.changedMinutes * 60LL + 90 * 86400)},
            {u"labels"_s, labels},
            {u"annotations"_s, ownershipAnnotations(d)},
            {u"managedFields"_s, QJsonArray{managed}},
            {u"finalizers"_s, QJsonArray{u"flinkdeployments.flink.apache.org/finalizer"_s}}};
}

QJsonObject SampleObjects::deploymentSpec(const SampleDeployment& d) const
{
    QJsonObject spec = recordedObject(u"cr/01-stable"_s)[u"spec"].toObject();
    const QString root = u"s3://streaming-state/%1/%2"_s.arg(d.nameSpace, d.name);
    spec[u"image"_s] =
        u"harbor.example/streaming/%1:%2.%3"_s.arg(d.name, d.flinkVersion).arg(sampleNumber(d.name) % 40);
    spec[u"flinkVersion"_s] = u'v' + QString(d.flinkVersion).replace(u'.', u'_');
    spec[u"flinkConfiguration"_s] = QJsonObject{
        {u"execution.checkpointing.interval"_s, u"%1s"_s.arg(d.checkpointSeconds)},
        {u"execution.checkpointing.externalized-checkpoint-retention"_s, u"RETAIN_ON_CANCELLATION"_s},
        {u"high-availability.type"_s, u"kubernetes"_s},
        {u"high-availability.storageDir"_s, QString(root + u"/ha"_s)},
        {u"state.backend.type"_s, u"rocksdb"_s},
        {u"state.checkpoints.dir"_s, QString(root + u"/checkpoints"_s)},
        {u"state.savepoints.dir"_s, QString(root + u"/savepoints"_s)},
        {u"taskmanager.numberOfTaskSlots"_s, QString::number(d.slotCount())},
    };
    spec[u"taskManager"_s] = QJsonObject{{u"resource"_s, QJsonObject{{u"cpu"_s, 2}, {u"memory"_s, u"4096m"_s}}}};
    if (d.isSession()) {
        spec.remove(u"job"_s);
        return spec;
    }
    spec[u"job"_s] = QJsonObject{{u"jarURI"_s, u"local:///opt/flink/usrlib/%1.jar"_s.arg(d.name)},
                                 {u"entryClass"_s, u"io.example.streaming.Main"_s},
                                 {u"parallelism"_s, d.parallelism},
                                 {u"state"_s, d.plight == Plight::Suspended ? u"suspended"_s : u"running"_s},
                                 {u"upgradeMode"_s, d.owner == u"kubectl" ? u"savepoint"_s : u"last-state"_s}};
    return spec;
}

QJsonObject SampleObjects::deploymentStatus(const SampleDeployment& d, const QJsonObject& spec, int generation) const
{
    const QString root = spec[u"flinkConfiguration"][u"state.checkpoints.dir"].toString();
    const States states = statesOf(d.plight);
    QJsonObject status = recordedObject(u"cr/01-stable"_s)[u"status"].toObject();
    status[u"lifecycleState"_s] = states.lifecycle;
    status[u"jobManagerDeploymentStatus"_s] = states.jobManager;
    status[u"observedGeneration"_s] = d.plight == Plight::Upgrading ? generation - 1 : generation;
    status[u"clusterInfo"_s] = QJsonObject{{u"flink-version"_s, d.release()},
                                           {u"flink-revision"_s, u"f6265b2 @ 2026-04-16T22:34:59+02:00"_s},
                                           {u"state-size"_s, QString::number(qint64(d.stateGiB * (1 << 30)))},
                                           {u"total-cpu"_s, QString::number(d.taskManagers() * 2 + 1)},
                                           {u"total-memory"_s, QString::number((d.taskManagers() * 4LL + 2) << 30)}};
    QJsonObject job{{u"state"_s, states.job}};
    if (!d.isSession()) {
        job[u"jobName"_s] = d.name;
        job[u"jobId"_s] = d.jobId();
        job[u"startTime"_s] = QString::number(m_now.addSecs(-d.changedMinutes * 60LL).toMSecsSinceEpoch());
        job[u"updateTime"_s] = QString::number(m_now.addSecs(-qMin(40, d.changedMinutes * 60)).toMSecsSinceEpoch());
    }
    if (d.plight == Plight::Suspended || d.plight == Plight::Starting)
        job[u"upgradeSavepointPath"_s] =
            QString(root.section(u'/', 0, -2) + u"/savepoints/savepoint-"_s + d.jobId().first(6) + u"-7d1c6d0f2b9e"_s);
    status[u"jobStatus"_s] = job;
    if (d.plight == Plight::NoJobManager)
        status[u"error"_s] =
            u"{\"type\":\"org.apache.flink.kubernetes.operator.exception.UpgradeFailureException\",\"message\":"
            "\"HA metadata is not available to restore from last state. It is possible that the job has finished "
            "or terminally failed, or the configmaps have been deleted.\",\"additionalMetadata\":{},"
            "\"throwableList\":[]}"_s;
    QJsonObject before = spec;
    if (d.plight == Plight::Upgrading || d.plight == Plight::Starting)
        before[u"image"_s] = u"harbor.example/streaming/%1:%2.0"_s.arg(d.name, d.flinkVersion);
    const bool upgrades = d.plight == Plight::Upgrading;
    status[u"reconciliationStatus"_s] =
        QJsonObject{{u"lastReconciledSpec"_s, recordedSpec(spec)},
                    {u"lastStableSpec"_s, recordedSpec(before)},
                    {u"reconciliationTimestamp"_s, double(m_now.addSecs(-d.changedMinutes * 60LL).toMSecsSinceEpoch())},
                    {u"state"_s, upgrades ? u"UPGRADING"_s : u"DEPLOYED"_s}};
    status[u"taskManager"_s] = QJsonObject{{u"labelSelector"_s, u"component=taskmanager,app=%1"_s.arg(d.name)},
                                           {u"replicas"_s, d.taskManagers()}};
    return status;
}

QJsonObject SampleObjects::deployment(const SampleDeployment& d) const
{
    const int generation = int(sampleNumber(d.name) % 17) + 2;
    const QJsonObject spec = deploymentSpec(d);
    return {{u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
            {u"kind"_s, u"FlinkDeployment"_s},
            {u"metadata"_s, metadata(d, generation)},
            {u"spec"_s, spec},
            {u"status"_s, deploymentStatus(d, spec, generation)}};
}

QJsonObject SampleObjects::sessionJob(const SampleSessionJob& j) const
{
    QJsonObject object =
        recordedObject(j.isLost ? u"faults/19-session-jm-restart/03-sessionjob-20s"_s : u"cr/21-sessionjob"_s);
    SampleDeployment named;
    named.nameSpace = j.nameSpace;
    named.name = j.name;
    named.owner = u"kubectl"_s;
    named.changedMinutes = 300;
    object[u"metadata"_s] = metadata(named, 1);
    QJsonObject spec = object[u"spec"].toObject();
    QJsonObject job = spec[u"job"].toObject();
    job[u"jarURI"_s] = u"https://artifacts.example/jobs/%1.jar"_s.arg(j.name);
    job[u"parallelism"_s] = j.parallelism;
    spec[u"job"_s] = job;
    spec[u"deploymentName"_s] = j.cluster;
    object[u"spec"_s] = spec;
    QJsonObject status = object[u"status"].toObject();
    QJsonObject jobStatus = status[u"jobStatus"].toObject();
    jobStatus[u"jobId"_s] = j.jobId();
    jobStatus[u"jobName"_s] = j.name;
    jobStatus[u"startTime"_s] = QString::number(m_now.addSecs(-300 * 60).toMSecsSinceEpoch());
    jobStatus[u"updateTime"_s] = QString::number(m_now.addSecs(-35).toMSecsSinceEpoch());
    status[u"jobStatus"_s] = jobStatus;
    object[u"status"_s] = status;
    return object;
}

QList<QJsonObject> SampleObjects::snapshots(const SampleDeployment& d) const
{
    if (d.isSession() || d.parallelism < 8)
        return {};
    QList<QJsonObject> all;
    const bool fails = d.plight == Plight::FailingCheckpoints;
    for (int i = 0; i < 2; ++i) {
        const qint64 ago = 3600 + i * 86400;
        QJsonObject object =
            recordedObject(fails && i == 0 ? u"faults/10-checkpoint-and-savepoint-failing/09-snapshot-sv0"_s
                                           : u"cr/02-snapshot-completed"_s);
        SampleDeployment named = d;
        named.name = u"%1-savepoint-periodic-%2"_s.arg(d.name).arg(m_now.addSecs(-ago).toMSecsSinceEpoch());
        QJsonObject meta = metadata(named, 1);
        meta[u"creationTimestamp"_s] = time(ago);
        meta[u"labels"_s] = QJsonObject{{u"job-reference.kind"_s, u"FlinkDeployment"_s},
                                        {u"job-reference.name"_s, d.name},
                                        {u"snapshot.state"_s, object[u"status"][u"state"]},
                                        {u"snapshot.trigger-type"_s, u"PERIODIC"_s},
                                        {u"snapshot.type"_s, u"SAVEPOINT"_s}};
        object[u"metadata"_s] = meta;
        QJsonObject spec = object[u"spec"].toObject();
        spec[u"jobReference"_s] = QJsonObject{{u"kind"_s, u"FlinkDeployment"_s}, {u"name"_s, d.name}};
        object[u"spec"_s] = spec;
        QJsonObject status = object[u"status"].toObject();
        status[u"triggerTimestamp"_s] = time(ago);
        status[u"resultTimestamp"_s] = time(ago - 40);
        if (status.contains(u"path"_s))
            status[u"path"_s] = u"s3://streaming-state/%1/%2/savepoints/savepoint-%3-%4"_s.arg(
                d.nameSpace, d.name, d.jobId().first(6), sampleHex(named.name, 12));
        object[u"status"_s] = status;
        all += object;
    }
    return all;
}

} // namespace support
