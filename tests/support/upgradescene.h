#pragma once

#include "core/manifest/effect.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

#include <optional>

namespace support {

using namespace Qt::StringLiterals;

inline void put(QJsonValue& at, const QStringList& path, const QJsonValue& value)
{
    if (path.isEmpty()) {
        at = value;
        return;
    }
    QJsonObject object = at.toObject();
    QJsonValue below = object.value(path.first());
    put(below, path.sliced(1), value);
    if (below.isUndefined())
        object.remove(path.first());
    else
        object.insert(path.first(), below);
    at = object;
}

/// `value` at `path`; undefined removes it.
inline QJsonObject with(const QJsonObject& object, const QStringList& path, const QJsonValue& value)
{
    QJsonValue made = object;
    put(made, path, value);
    return made.toObject();
}

/// Of a job with high availability and both folders.
inline QJsonObject plainSpec()
{
    const QJsonObject process{{u"resource"_s, QJsonObject{{u"cpu"_s, 1}, {u"memory"_s, u"2g"_s}}}};
    return {{u"image"_s, u"flink:1.20"_s},
            {u"flinkVersion"_s, u"v1_20"_s},
            {u"serviceAccount"_s, u"flink"_s},
            {u"flinkConfiguration"_s, QJsonObject{{u"high-availability.type"_s, u"kubernetes"_s},
                                                  {u"execution.checkpointing.dir"_s, u"s3://b/c"_s},
                                                  {u"execution.checkpointing.savepoint-dir"_s, u"s3://b/s"_s}}},
            {u"jobManager"_s, process},
            {u"taskManager"_s, process},
            {u"job"_s, QJsonObject{{u"jarURI"_s, u"local:///opt/orders.jar"_s},
                                   {u"parallelism"_s, 2},
                                   {u"args"_s, QJsonArray{u"a"_s, u"b"_s}},
                                   {u"upgradeMode"_s, u"savepoint"_s}}}};
}

/// The situation of one line of the table; its fields are what the line says.
struct Scene
{
    QString kind = u"FlinkDeployment"_s;
    QString mode = u"savepoint"_s; ///< that is wanted
    QString recordedMode = u"savepoint"_s;
    QString recordedState = u"running"_s;
    QString jobState = u"RUNNING"_s;
    QString jobManager = u"READY"_s;
    QString reconciliation = u"DEPLOYED"_s;
    QString upgradePath = {};
    QString legacyPath = {};
    QString pendingTrigger = {};
    QMap<QString, QString> configuration = {}; ///< before and after; "-" removes
    QString newVersion = {};                   ///< of Flink
    QString newState = u"running"_s;
    bool isChanged = true; ///< with another entry class
    bool isFirst = false;
    std::optional<bool> hasHa = true;
    std::optional<bool> neverStarted = false;
    std::optional<qint64> completedBefore = {}, pendingBefore = {}; ///< seconds
    std::optional<qint64> startedBefore = {};
    QString sessionState = u"READY"_s; ///< "missing": there is none; empty: nobody asked
};

inline constexpr qint64 now = 1795000000000;

inline QJsonObject specOf(const Scene& scene)
{
    QJsonObject spec = plainSpec();
    for (auto entry = scene.configuration.begin(); entry != scene.configuration.end(); ++entry)
        spec = with(spec, {u"flinkConfiguration"_s, entry.key()},
                    entry.value() == u"-" ? QJsonValue(QJsonValue::Undefined) : QJsonValue(entry.value()));
    if (scene.kind != u"FlinkSessionJob")
        return spec;
    return {{u"deploymentName"_s, u"cluster"_s},
            {u"job"_s, spec[u"job"]},
            {u"flinkConfiguration"_s, spec[u"flinkConfiguration"]}};
}

inline QJsonObject documentOf(const Scene& scene, const QJsonObject& spec)
{
    QJsonObject written = with(spec, {u"job"_s, u"upgradeMode"_s}, scene.mode);
    const QJsonObject metadata{{u"name"_s, u"orders"_s}, {u"namespace"_s, u"default"_s}, {u"generation"_s, 3}};
    const bool isBlueGreen = scene.kind == u"FlinkBlueGreenDeployment";
    if (isBlueGreen)
        written = {{u"template"_s, QJsonObject{{u"spec"_s, written}}}};
    return {{u"kind"_s, scene.kind}, {u"metadata"_s, metadata}, {u"spec"_s, written}};
}

/// As the operator writes a spec down.
inline QString record(const QJsonObject& spec, bool isBlueGreen)
{
    const QJsonObject inner = isBlueGreen ? QJsonObject{{u"template"_s, QJsonObject{{u"spec"_s, spec}}}} : spec;
    return QString::fromUtf8(QJsonDocument(QJsonObject{{u"spec"_s, inner}}).toJson(QJsonDocument::Compact));
}

inline QJsonObject liveOf(const Scene& scene)
{
    const QJsonObject spec = specOf(scene);
    QJsonObject live = documentOf(scene, spec);
    if (scene.isFirst)
        return live;
    QJsonObject recorded = with(spec, {u"job"_s, u"upgradeMode"_s}, scene.recordedMode);
    recorded = with(recorded, {u"job"_s, u"state"_s}, scene.recordedState);
    QJsonObject job{{u"state"_s, scene.jobState}};
    if (scene.startedBefore)
        job.insert(u"startTime"_s, QString::number(now - *scene.startedBefore * 1000));
    if (!scene.upgradePath.isEmpty())
        job.insert(u"upgradeSavepointPath"_s, scene.upgradePath);
    QJsonObject savepoints;
    if (!scene.legacyPath.isEmpty())
        savepoints.insert(u"lastSavepoint"_s, QJsonObject{{u"location"_s, scene.legacyPath}});
    if (!scene.pendingTrigger.isEmpty())
        savepoints.insert(u"triggerId"_s, scene.pendingTrigger);
    job.insert(u"savepointInfo"_s, savepoints);
    QJsonObject status{{u"jobStatus"_s, job}, {u"jobManagerDeploymentStatus"_s, scene.jobManager}};
    if (scene.kind == u"FlinkBlueGreenDeployment") {
        status.insert(u"blueGreenState"_s, scene.reconciliation);
        status.insert(u"lastReconciledSpec"_s, record(recorded, true));
    } else {
        status.insert(u"reconciliationStatus"_s, QJsonObject{{u"state"_s, scene.reconciliation},
                                                             {u"lastReconciledSpec"_s, record(recorded, false)},
                                                             {u"lastStableSpec"_s, record(recorded, false)}});
    }
    live.insert(u"status"_s, status);
    return live;
}

inline manifest::EffectQuestion questionOf(const Scene& scene)
{
    QJsonObject spec = specOf(scene);
    if (scene.isChanged)
        spec = with(spec, {u"job"_s, u"entryClass"_s}, u"com.example.Next"_s);
    if (!scene.newVersion.isEmpty())
        spec = with(spec, {u"flinkVersion"_s}, scene.newVersion);
    spec = with(spec, {u"job"_s, u"state"_s}, scene.newState);
    manifest::EffectQuestion question{documentOf(scene, spec), liveOf(scene), {}, {}};
    question.around.hasHaMetadata = scene.hasHa;
    question.around.hasNeverStarted = scene.neverStarted;
    question.around.now = now;
    if (scene.completedBefore)
        question.around.lastCompleted = now - *scene.completedBefore * 1000;
    if (scene.pendingBefore)
        question.around.pending = now - *scene.pendingBefore * 1000;
    question.around.isHistoryKnown = scene.completedBefore || scene.pendingBefore;
    if (scene.kind == u"FlinkSessionJob") {
        question.around.isSessionMissing = scene.sessionState == u"missing";
        if (!scene.sessionState.isEmpty() && !question.around.isSessionMissing)
            question.around.session = manifest::LiveObject::from(
                {{u"kind"_s, u"FlinkDeployment"_s},
                 {u"spec"_s, QJsonObject{{u"flinkVersion"_s, u"v1_20"_s}}},
                 {u"status"_s, QJsonObject{{u"jobManagerDeploymentStatus"_s, scene.sessionState}}}});
    }
    return question;
}

} // namespace support

Q_DECLARE_METATYPE(support::Scene)
