#include "core/flink/deployment.h"

#include "core/flink/metadatadecoder.h"
#include "core/flink/operatorstatus.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace flink {

using json::Value;

namespace {

/// A configuration value by its dotted key; since operator 1.13 the configuration may also be nested maps.
QString configurationValue(Value configuration, std::string_view dottedKey)
{
    QString found;
    json::eachField(configuration, [&](std::string_view key, Value value) {
        if (key == dottedKey)
            found = json::text(value);
        else if (dottedKey.starts_with(key) && dottedKey.substr(key.size()).starts_with('.'))
            if (const QString nested = configurationValue(value, dottedKey.substr(key.size() + 1)); !nested.isEmpty())
                found = nested;
    });
    return found;
}

int slotsOf(Value configuration)
{
    bool ok = false;
    const int slotCount = configurationValue(configuration, "taskmanager.numberOfTaskSlots").trimmed().toInt(&ok);
    return ok && slotCount > 0 ? slotCount : 1;
}

void readSpec(std::string_view key, Value value, Deployment& deployment)
{
    if (key == "image")
        deployment.image = json::sharedText(value);
    else if (key == "flinkVersion")
        deployment.flinkVersion = json::sharedText(value);
    else if (key == "mode")
        deployment.mode = json::sharedText(value);
    else if (key == "job" && json::raw(value).starts_with('{'))
        deployment.job = decodeJobSpec(value);
    else if (key == "flinkConfiguration")
        deployment.taskSlots = slotsOf(value);
    else if (key == "taskManager")
        json::eachField(value, [&](std::string_view name, Value entry) {
            if (name == "replicas")
                deployment.taskManagerReplicas = std::max(0, json::number(entry));
        });
}

void readStatus(Value object, Deployment& deployment)
{
    OperatorStatusDecoder common(deployment.status);
    json::eachField(object, [&](std::string_view key, Value value) {
        if (key == "jobManagerDeploymentStatus")
            deployment.jobManagerStatus = json::sharedText(value);
        else if (key == "clusterInfo")
            json::eachField(value, [&](std::string_view name, Value entry) {
                if (deployment.clusterInfo.size() < 64)
                    deployment.clusterInfo.insert(json::shared(name), json::sharedText(entry));
            });
        else
            common.read(key, value);
    });
}

/// spec.template.spec.flinkVersion of a blue/green deployment.
QString templateVersion(Value object)
{
    QString version;
    json::eachField(object, [&](std::string_view key, Value spec) {
        if (key == "spec")
            json::eachField(spec, [&](std::string_view name, Value value) {
                if (name == "flinkVersion")
                    version = json::sharedText(value);
            });
    });
    return version;
}

void readSnapshotSpec(std::string_view key, Value value, StateSnapshot& snapshot)
{
    if (key == "jobReference") {
        json::eachField(value, [&](std::string_view name, Value entry) {
            if (name == "kind")
                snapshot.jobKind = json::sharedText(entry);
            else if (name == "name")
                snapshot.jobName = json::sharedText(entry);
        });
    } else if (key == "checkpoint" && json::raw(value).starts_with('{')) {
        snapshot.type = StateSnapshot::Type::Checkpoint;
    } else if (key == "savepoint" && json::raw(value).starts_with('{')) {
        snapshot.type = StateSnapshot::Type::Savepoint;
        json::eachField(value, [&](std::string_view name, Value entry) {
            if (name == "formatType")
                snapshot.formatType = json::sharedText(entry);
            else if (name == "disposeOnDelete")
                snapshot.disposeOnDelete = json::truth(entry, true);
            else if (name == "alreadyExists")
                snapshot.alreadyExists = json::truth(entry);
        });
    }
}

void readSnapshotStatus(std::string_view key, Value value, StateSnapshot& snapshot)
{
    if (key == "state")
        snapshot.state = json::sharedText(value);
    else if (key == "path")
        snapshot.path = json::text(value);
    else if (key == "triggerId")
        snapshot.triggerId = json::text(value);
    else if (key == "triggerTimestamp")
        snapshot.triggeredAt = json::time(value);
    else if (key == "resultTimestamp")
        snapshot.resultAt = json::time(value);
    else if (key == "failures")
        snapshot.failures = json::number(value);
    else if (key == "error")
        snapshot.error = decodeOperatorError(value).value_or(OperatorError()).message;
}

} // namespace

bool Deployment::isStateless() const
{
    return job && job->upgradeMode == u"stateless";
}

int Deployment::parallelism() const
{
    if (taskManagerReplicas > 0)
        return int(std::min<qint64>(qint64(taskManagerReplicas) * taskSlots, std::numeric_limits<int>::max()));
    return job ? job->parallelism : 0;
}

base::Result<Deployment> decodeDeployment(QByteArrayView bytes)
{
    return decodeNamed<Deployment>(bytes, [](Deployment& deployment, std::string_view key, Value value) {
        if (key == "spec")
            json::eachField(value, [&](std::string_view name, Value entry) { readSpec(name, entry, deployment); });
        else if (key == "status")
            readStatus(value, deployment);
    });
}

base::Result<SessionJob> decodeSessionJob(QByteArrayView bytes)
{
    return decodeNamed<SessionJob>(bytes, [](SessionJob& sessionJob, std::string_view key, Value value) {
        OperatorStatusDecoder common(sessionJob.status);
        json::eachField(value, [&](std::string_view name, Value entry) {
            if (key == "status")
                common.read(name, entry);
            else if (key == "spec" && name == "deploymentName")
                sessionJob.deploymentName = json::sharedText(entry);
            else if (key == "spec" && name == "job" && json::raw(entry).starts_with('{'))
                sessionJob.job = decodeJobSpec(entry);
        });
    });
}

base::Result<StateSnapshot> decodeStateSnapshot(QByteArrayView bytes)
{
    auto decoded = decodeNamed<StateSnapshot>(bytes, [](StateSnapshot& snapshot, std::string_view key, Value value) {
        json::eachField(value, [&](std::string_view name, Value entry) {
            if (key == "spec")
                readSnapshotSpec(name, entry, snapshot);
            else if (key == "status")
                readSnapshotStatus(name, entry, snapshot);
        });
    });
    if (decoded)
        decoded->triggerType = decoded->metadata.labels.value(u"snapshot.trigger-type"_s);
    return decoded;
}

base::Result<BlueGreenDeployment> decodeBlueGreenDeployment(QByteArrayView bytes)
{
    return decodeNamed<BlueGreenDeployment>(bytes,
                                            [](BlueGreenDeployment& deployment, std::string_view key, Value value) {
                                                OperatorStatusDecoder common(deployment.status);
                                                json::eachField(value, [&](std::string_view name, Value entry) {
                                                    if (key == "spec" && name == "template")
                                                        deployment.flinkVersion = templateVersion(entry);
                                                    else if (key == "status" && name == "blueGreenState")
                                                        deployment.blueGreenState = json::sharedText(entry);
                                                    else if (key == "status" && name == "lastReconciledTimestamp")
                                                        deployment.status.reconciledAt = json::time(entry);
                                                    else if (key == "status")
                                                        common.read(name, entry);
                                                });
                                            });
}

base::Result<Deployment> decodeDeploymentDocument(QByteArrayView bytes)
{
    return withDocument(decodeDeployment(bytes), bytes);
}

base::Result<SessionJob> decodeSessionJobDocument(QByteArrayView bytes)
{
    return withDocument(decodeSessionJob(bytes), bytes);
}

base::Result<StateSnapshot> decodeStateSnapshotDocument(QByteArrayView bytes)
{
    return withDocument(decodeStateSnapshot(bytes), bytes);
}

base::Result<BlueGreenDeployment> decodeBlueGreenDeploymentDocument(QByteArrayView bytes)
{
    return withDocument(decodeBlueGreenDeployment(bytes), bytes);
}

} // namespace flink
