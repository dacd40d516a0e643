#include "tests/support/recordings.h"
#include "tests/support/sampleobjects.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace support {

namespace {

QJsonObject recordedPod()
{
    static const QJsonObject pod =
        QJsonDocument::fromJson(recording(u"events/pods"_s))[u"items"].toArray()[1].toObject();
    return pod;
}

QJsonObject ended(const QString& reason, int exitCode, const QString& at)
{
    return {{u"terminated"_s, QJsonObject{{u"reason"_s, reason}, {u"exitCode"_s, exitCode}, {u"finishedAt"_s, at}}}};
}

/// The last TaskManager of a restart loop is the one that was killed.
bool isKilled(const SampleDeployment& d, const QString& component, int index)
{
    return d.plight == Plight::RestartLoop && component == u"taskmanager" && index == d.taskManagers();
}

} // namespace

QString sampleJobManagerPod(const SampleDeployment& d)
{
    return u"%1-%2-%3"_s.arg(d.name, sampleHex(d.name, 9), sampleHex(d.jobId(), 5));
}

QString sampleTaskManagerPod(const SampleDeployment& d, int index)
{
    return u"%1-taskmanager-1-%2"_s.arg(d.name).arg(index);
}

QJsonObject SampleObjects::pod(const SampleDeployment& d, const QString& component, const QString& name,
                               int index) const
{
    QJsonObject pod = recordedPod();
    const qint64 age = qMin<qint64>(d.changedMinutes * 60LL, 6 * 86400);
    QJsonObject meta = pod[u"metadata"].toObject();
    meta[u"name"_s] = name;
    meta.remove(u"generateName"_s);
    meta[u"namespace"_s] = d.nameSpace;
    meta[u"uid"_s] = QString(sampleHex(name, 8) + u"-11f0-8c1d-0242-"_s + sampleHex(d.nameSpace + name, 12));
    meta[u"creationTimestamp"_s] = time(age);
    meta[u"labels"_s] =
        QJsonObject{{u"app"_s, d.name}, {u"component"_s, component}, {u"type"_s, u"flink-native-kubernetes"_s}};
    QJsonObject spec = pod[u"spec"].toObject();
    QJsonObject container = spec[u"containers"][0].toObject();
    container[u"image"_s] = deploymentSpec(d)[u"image"];
    spec[u"containers"_s] = QJsonArray{container};
    spec[u"nodeName"_s] = u"worker-%1"_s.arg(sampleNumber(name) % 9 + 1);
    QJsonObject status = pod[u"status"].toObject();
    QJsonObject state = status[u"containerStatuses"][0].toObject();
    state[u"image"_s] = container[u"image"_s];
    state[u"state"_s] = QJsonObject{{u"running"_s, QJsonObject{{u"startedAt"_s, time(age - 8)}}}};
    if (isKilled(d, component, index)) {
        status[u"phase"_s] = u"Failed"_s;
        state[u"ready"_s] = false;
        state[u"state"_s] = ended(u"OOMKilled"_s, 137, time(45));
    } else if (d.plight == Plight::Restarted && index == 1 && component == u"taskmanager") {
        state[u"restartCount"_s] = 3;
        state[u"lastState"_s] = ended(u"OOMKilled"_s, 137, time(4000));
    } else if (d.plight == Plight::Starting) {
        status[u"phase"_s] = u"Pending"_s;
        state[u"ready"_s] = false;
        state[u"state"_s] = QJsonObject{{u"waiting"_s, QJsonObject{{u"reason"_s, u"ContainerCreating"_s}}}};
    }
    status[u"containerStatuses"_s] = QJsonArray{state};
    status[u"podIP"_s] = u"10.244.%1.%2"_s.arg(sampleNumber(name) % 9 + 1).arg(sampleNumber(name) % 250 + 2);
    status[u"startTime"_s] = time(age);
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Pod"_s},
            {u"metadata"_s, meta},
            {u"spec"_s, spec},
            {u"status"_s, status}};
}

QList<QJsonObject> SampleObjects::pods(const SampleDeployment& d) const
{
    if (!d.isRunning())
        return {};
    QList<QJsonObject> all{pod(d, u"jobmanager"_s, sampleJobManagerPod(d), 0)};
    for (int i = 1; i <= d.taskManagers(); ++i)
        all += pod(d, u"taskmanager"_s, sampleTaskManagerPod(d, i), i);
    return all;
}

QJsonObject SampleObjects::event(const SampleDeployment& d, const QString& kind, const QString& object, int minutesAgo,
                                 const QString& type, const QString& reason, const QString& message, int count) const
{
    const QString name = u"%1.%2"_s.arg(object, sampleHex(object + reason, 16));
    const bool ofPod = kind == u"Pod";
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Event"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name},
                                        {u"namespace"_s, d.nameSpace},
                                        {u"uid"_s, sampleHex(name)},
                                        {u"creationTimestamp"_s, time(minutesAgo * 60LL + (count - 1) * 50LL)}}},
            {u"involvedObject"_s, QJsonObject{{u"kind"_s, kind}, {u"name"_s, object}, {u"namespace"_s, d.nameSpace}}},
            {u"type"_s, type},
            {u"reason"_s, reason},
            {u"message"_s, message},
            {u"count"_s, count},
            {u"source"_s, QJsonObject{{u"component"_s, ofPod ? u"kubelet"_s : u"Operator"_s}}},
            {u"firstTimestamp"_s, time(minutesAgo * 60LL + (count - 1) * 50LL)},
            {u"lastTimestamp"_s, time(minutesAgo * 60LL)}};
}

QList<QJsonObject> SampleObjects::events(const SampleDeployment& d) const
{
    const QString kind = u"FlinkDeployment"_s, normal = u"Normal"_s, warning = u"Warning"_s;
    QList<QJsonObject> all;
    if (d.changedMinutes <= 3 * 1440) {
        all += event(
            d, kind, d.name, d.changedMinutes, normal, u"SpecChanged"_s,
            u"UPGRADE change(s) detected (Diff: FlinkDeploymentSpec[image : harbor.example/streaming/%1:%2.0 -> %3]), "
            "starting reconciliation."_s.arg(d.name, d.flinkVersion, deploymentSpec(d)[u"image"].toString()));
        all += event(d, kind, d.name, d.changedMinutes, normal, u"Submit"_s, u"Starting deployment"_s);
    }
    switch (d.plight) {
    case Plight::RestartLoop:
        all += event(d, kind, d.name, 14, normal, u"JobStatusChanged"_s,
                     u"Job status changed from CREATED to RUNNING"_s, 6);
        all += event(
            d, kind, d.name, 1, warning, u"JobException"_s,
            u"java.lang.Exception: Pod terminated, container termination statuses: [flink-main-container(exitCode=137, "
            "reason=OOMKilled)]"_s,
            17);
        all += event(d, u"Pod"_s, sampleTaskManagerPod(d, d.taskManagers()), 1, normal, u"Started"_s,
                     u"Started container flink-main-container"_s, 17);
        all += event(d, u"Pod"_s, sampleTaskManagerPod(d, d.taskManagers()), 1, warning, u"BackOff"_s,
                     u"Back-off restarting failed container flink-main-container"_s, 9);
        break;
    case Plight::NoJobManager:
        all += event(d, kind, d.name, 19, warning, u"Missing"_s, u"Missing JobManager deployment"_s, 4);
        all += event(d, kind, d.name, 3, warning, u"RestoreFailed"_s,
                     u"HA metadata is not available to restore from last state."_s, 12);
        break;
    case Plight::FailingCheckpoints:
        all += event(d, kind, d.name, 2, warning, u"SavepointError"_s,
                     u"Checkpoint expired before completing. Savepoint failed for savepointTriggerNonce: 11"_s, 3);
        break;
    case Plight::Suspended:
        all += event(d, kind, d.name, 55, normal, u"Suspended"_s, u"Suspending existing deployment."_s);
        break;
    case Plight::Starting:
        all += event(d, u"Pod"_s, sampleJobManagerPod(d), 2, normal, u"Scheduled"_s,
                     u"Successfully assigned %1/%2 to worker-3"_s.arg(d.nameSpace, sampleJobManagerPod(d)));
        break;
    case Plight::Healthy:
    case Plight::Backpressured:
    case Plight::Restarted:
    case Plight::Upgrading:
    case Plight::Silent:
    case Plight::Session:
        break;
    }
    return all;
}

} // namespace support
