#include "core/manifest/liveobject.h"

#include "core/manifest/spec.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

using Kind = Subject::Kind;

/// The operator writes a spec as JSON within a text: {"spec": …, "resource_metadata": …}, long ago the spec alone.
std::optional<QJsonObject> recordOf(const QJsonValue& text, Kind kind)
{
    const QJsonObject document = QJsonDocument::fromJson(text.toString().toUtf8()).object();
    if (document.isEmpty())
        return std::nullopt;
    QJsonValue spec = document.contains(u"spec") ? document.value(u"spec") : QJsonValue(document);
    if (kind == Kind::BlueGreen)
        spec = at(spec, {u"template", u"spec"});
    return spec.isObject() ? std::optional(withoutNulls(spec).toObject()) : std::nullopt;
}

QString messageOf(const QString& error)
{
    const QJsonObject told = QJsonDocument::fromJson(error.toUtf8()).object();
    return told.isEmpty() ? error : told.value(u"message").toString();
}

void readJob(const QJsonObject& job, LiveObject& object)
{
    object.jobId = job.value(u"jobId").toString();
    object.jobState = job.value(u"state").toString();
    object.upgradeSavepointPath = job.value(u"upgradeSavepointPath").toString();
    object.jobStart = job.value(u"startTime").toVariant().toLongLong();
    const QJsonValue savepoints = job.value(u"savepointInfo");
    object.legacySavepointPath = at(savepoints, {u"lastSavepoint", u"location"}).toString();
    object.isSavepointPending = !at(savepoints, {u"triggerId"}).toString().isEmpty();
}

void readStatus(const QJsonObject& status, LiveObject& object)
{
    readJob(status.value(u"jobStatus").toObject(), object);
    object.jobManager = status.value(u"jobManagerDeploymentStatus").toString();
    object.lifecycle = status.value(u"lifecycleState").toString();
    object.blueGreenState = status.value(u"blueGreenState").toString();
    object.error = messageOf(status.value(u"error").toString());
    if (status.value(u"observedGeneration").isDouble())
        object.observedGeneration = status.value(u"observedGeneration").toInteger();
    const bool isBlueGreen = object.kind == Kind::BlueGreen;
    const QJsonObject records = isBlueGreen ? status : status.value(u"reconciliationStatus").toObject();
    object.reconciliationState = isBlueGreen ? QString() : records.value(u"state").toString();
    object.reconciled = recordOf(records.value(u"lastReconciledSpec"), object.kind);
    object.stable = recordOf(records.value(u"lastStableSpec"), object.kind);
}

} // namespace

std::optional<LiveObject> LiveObject::from(const QJsonObject& document)
{
    LiveObject object;
    object.kind = kindOf(document.value(u"kind").toString());
    if (object.kind == Kind::Other)
        return std::nullopt;
    object.metadata = document.value(u"metadata").toObject();
    object.nameSpace = object.metadata.value(u"namespace").toString();
    object.name = object.metadata.value(u"name").toString();
    object.uid = object.metadata.value(u"uid").toString();
    object.resourceVersion = object.metadata.value(u"resourceVersion").toString();
    object.generation = object.metadata.value(u"generation").toInteger();
    object.spec = specOf(document);
    readStatus(document.value(u"status").toObject(), object);
    return object;
}

bool LiveObject::isTerminal() const
{
    return jobState == u"FAILED" || jobState == u"CANCELED" || jobState == u"FINISHED";
}

bool LiveObject::isCancellable() const
{
    const bool isReachable = kind == Kind::SessionJob || jobManager == u"READY";
    return isReachable && !jobState.isEmpty() && jobState != u"RECONCILING" && !isTerminal();
}

QJsonObject LiveObject::deployed() const
{
    if (reconciliationState == u"ROLLED_BACK" && stable)
        return *stable;
    return reconciled.value_or(spec);
}

QJsonObject specOf(const QJsonObject& document)
{
    const QJsonValue spec = document.value(u"spec");
    const bool isBlueGreen = kindOf(document.value(u"kind").toString()) == Kind::BlueGreen;
    return withoutNulls(isBlueGreen ? at(spec, {u"template", u"spec"}) : spec).toObject();
}

} // namespace manifest
