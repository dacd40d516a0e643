#include "core/manifest/effect.h"
#include "tests/support/hygiene.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace manifest;

namespace {

using Way = Decision::Way;
using Because = Decision::Because;
using Unknown = Decision::Unknown;

void put(QJsonValue& at, const QStringList& path, const QJsonValue& value)
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

QJsonObject with(const QJsonObject& object, const QStringList& path, const QJsonValue& value)
{
    QJsonValue made = object;
    put(made, path, value);
    return made.toObject();
}

QJsonObject plainSpec()
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

constexpr qint64 now = 1795000000000;

QJsonObject specOf(const Scene& scene)
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

QJsonObject documentOf(const Scene& scene, const QJsonObject& spec)
{
    QJsonObject written = with(spec, {u"job"_s, u"upgradeMode"_s}, scene.mode);
    const QJsonObject metadata{{u"name"_s, u"orders"_s}, {u"namespace"_s, u"default"_s}, {u"generation"_s, 3}};
    const bool isBlueGreen = scene.kind == u"FlinkBlueGreenDeployment";
    if (isBlueGreen)
        written = {{u"template"_s, QJsonObject{{u"spec"_s, written}}}};
    return {{u"kind"_s, scene.kind}, {u"metadata"_s, metadata}, {u"spec"_s, written}};
}

QString record(const QJsonObject& spec, bool isBlueGreen)
{
    const QJsonObject inner = isBlueGreen ? QJsonObject{{u"template"_s, QJsonObject{{u"spec"_s, spec}}}} : spec;
    return QString::fromUtf8(QJsonDocument(QJsonObject{{u"spec"_s, inner}}).toJson(QJsonDocument::Compact));
}

QJsonObject liveOf(const Scene& scene)
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

EffectQuestion questionOf(const Scene& scene)
{
    QJsonObject spec = specOf(scene);
    if (scene.isChanged)
        spec = with(spec, {u"job"_s, u"entryClass"_s}, u"com.example.Next"_s);
    if (!scene.newVersion.isEmpty())
        spec = with(spec, {u"flinkVersion"_s}, scene.newVersion);
    spec = with(spec, {u"job"_s, u"state"_s}, scene.newState);
    EffectQuestion question{documentOf(scene, spec), liveOf(scene), {}, {}};
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
            question.around.session =
                LiveObject::from({{u"kind"_s, u"FlinkDeployment"_s},
                                  {u"spec"_s, QJsonObject{{u"flinkVersion"_s, u"v1_20"_s}}},
                                  {u"status"_s, QJsonObject{{u"jobManagerDeploymentStatus"_s, scene.sessionState}}}});
    }
    return question;
}

const QString fallbackOff = u"kubernetes.operator.job.upgrade.last-state-fallback.enabled"_s;
const QString cancelOn = u"kubernetes.operator.job.upgrade.last-state.job-cancel.enabled"_s;
const QString maxAge = u"kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age"_s;
const QString marker = u"KUBERNETES_OPERATOR_LAST_STATE"_s;

} // namespace

Q_DECLARE_METATYPE(Scene)

/// What applying a manifest would do, line by line of the operator's tables.
class EffectTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void aFieldHasTheClassOfItsAnnotation_data();
    void aFieldHasTheClassOfItsAnnotation();
    void aLineOfTheTableDecides_data();
    void aLineOfTheTableDecides();
    void whatNobodyKnowsIsSaid();
    void whatStartsFromWhatIsTold();
    void anUntouchedObjectHasNoEffect();
    void theRecordOfTheOperatorIsNotTakenForTheUsersWords();
    void aChangeIsShownBesideWhatWasStable();
    void whatAlreadyWaitsIsMarked();
    void theWorkOfTheAutoscalerIsNoChange();
    void aRescaleInPlaceNeedsAllOfItsConditions_data();
    void aRescaleInPlaceNeedsAllOfItsConditions();
    void afterARollbackTheStableSpecIsNoChange();
    void aNewObjectIsDeployedForTheFirstTime();
    void aSessionClusterIsMadeAnew();
    void aRefusalComesFirst();
    void everySentenceIsThere();
    void hostileRecordsAreSurvived();
};

void EffectTest::aFieldHasTheClassOfItsAnnotation_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<ChangeClass>("expected");
    const auto row = [](const char* name, const QStringList& path, const QJsonValue& value, ChangeClass expected,
                        const QString& mode = u"native"_s) {
        QTest::newRow(name) << mode << path << value << expected;
    };
    using enum ChangeClass;
    row("image", {u"image"_s}, u"flink:1.20.1"_s, Upgrade);
    row("imagePullPolicy", {u"imagePullPolicy"_s}, u"Always"_s, Upgrade);
    row("serviceAccount", {u"serviceAccount"_s}, u"other"_s, Upgrade);
    row("flinkVersion", {u"flinkVersion"_s}, u"v2_0"_s, Upgrade);
    row("logConfiguration", {u"logConfiguration"_s}, QJsonObject{{u"log4j-console.properties"_s, u"x"_s}}, Upgrade);
    row("podTemplate", {u"podTemplate"_s}, QJsonObject{{u"spec"_s, QJsonObject{{u"nodeName"_s, u"a"_s}}}}, Upgrade);
    row("ingress", {u"ingress"_s}, QJsonObject{{u"template"_s, u"a.b"_s}}, Upgrade);
    row("jobManager.replicas", {u"jobManager"_s, u"replicas"_s}, 2, Upgrade);
    row("jobManager.resource.memory", {u"jobManager"_s, u"resource"_s, u"memory"_s}, u"3g"_s, Upgrade);
    row("taskManager.resource.cpu", {u"taskManager"_s, u"resource"_s, u"cpu"_s}, 2, Upgrade);
    row("restartNonce set", {u"restartNonce"_s}, 7, Upgrade);
    row("job.jarURI", {u"job"_s, u"jarURI"_s}, u"local:///b.jar"_s, Upgrade);
    row("job.entryClass", {u"job"_s, u"entryClass"_s}, u"A"_s, Upgrade);
    row("job.args", {u"job"_s, u"args"_s}, QJsonArray{u"a"_s}, Upgrade);
    row("job.state", {u"job"_s, u"state"_s}, u"suspended"_s, Upgrade);
    row("job.upgradeMode", {u"job"_s, u"upgradeMode"_s}, u"last-state"_s, Ignore);
    row("job.allowNonRestoredState", {u"job"_s, u"allowNonRestoredState"_s}, true, Ignore);
    row("job.initialSavepointPath", {u"job"_s, u"initialSavepointPath"_s}, u"s3://x"_s, Ignore);
    row("job.savepointTriggerNonce", {u"job"_s, u"savepointTriggerNonce"_s}, 1, Ignore);
    row("job.checkpointTriggerNonce", {u"job"_s, u"checkpointTriggerNonce"_s}, 1, Ignore);
    row("job.autoscalerResetNonce", {u"job"_s, u"autoscalerResetNonce"_s}, 1, Ignore);
    row("job.savepointRedeployNonce set", {u"job"_s, u"savepointRedeployNonce"_s}, 1, Redeploy);
    row("job.parallelism, native", {u"job"_s, u"parallelism"_s}, 3, Upgrade);
    row("job.parallelism, standalone", {u"job"_s, u"parallelism"_s}, 3, Scale, u"standalone"_s);
    row("taskManager.replicas, native", {u"taskManager"_s, u"replicas"_s}, 3, Upgrade);
    row("taskManager.replicas, standalone", {u"taskManager"_s, u"replicas"_s}, 3, Scale, u"standalone"_s);
    const auto key = [&](const char* name, const QString& what, ChangeClass expected,
                         const QString& mode = u"native"_s) {
        row(name, {u"flinkConfiguration"_s, what}, u"1"_s, expected, mode);
    };
    key("a key of the autoscaler", u"job.autoscaler.enabled"_s, Ignore);
    key("a key of the operator", u"kubernetes.operator.savepoint.history.max.count"_s, Ignore);
    key("parallelism.default", u"parallelism.default"_s, Ignore);
    key("overrides, native", u"pipeline.jobvertex-parallelism-overrides"_s, Scale);
    key("overrides, standalone", u"pipeline.jobvertex-parallelism-overrides"_s, Upgrade, u"standalone"_s);
    key("any other key", u"state.backend.type"_s, Upgrade);
    key("a key that only looks like the operator's", u"kubernetes.taskmanager.cpu"_s, Upgrade);
}

void EffectTest::aFieldHasTheClassOfItsAnnotation()
{
    QFETCH(QString, mode);
    QFETCH(QStringList, path);
    QFETCH(QJsonValue, value);
    QFETCH(ChangeClass, expected);
    const QJsonObject before = with(plainSpec(), {u"mode"_s}, mode);
    const QJsonObject after = with(before, path, value);
    const QList<Change> changes = changesBetween(Subject::Kind::Deployment, before, after);
    QVERIFY(!changes.isEmpty());
    QCOMPARE(weightOf(changes), expected);
    QVERIFY(changes.first().path.size() > 1);
    QCOMPARE(changes.first().path.sliced(1, path.size()), path);
    // Back again it is as much, but a nonce that is cleared is nothing.
    const ChangeClass back = weightOf(changesBetween(Subject::Kind::Deployment, after, before));
    const bool isNonce = path.last() == u"restartNonce" || path.last() == u"savepointRedeployNonce";
    QCOMPARE(back, isNonce ? ChangeClass::Ignore : expected);
}

void EffectTest::aLineOfTheTableDecides_data()
{
    QTest::addColumn<Scene>("scene");
    QTest::addColumn<Way>("way");
    QTest::addColumn<Because>("because");
    const auto row = [](const char* name, const Scene& scene, Way way, Because because) {
        QTest::newRow(name) << scene << way << because;
    };
    const QString stateless = u"stateless"_s, savepoint = u"savepoint"_s, lastState = u"last-state"_s;
    const QString job = u"FlinkSessionJob"_s, both = u"FlinkBlueGreenDeployment"_s;

    row("a legacy savepoint under way", {.pendingTrigger = u"abc"_s}, Way::Wait, Because::SavepointPending);
    row("that is ignored",
        {.pendingTrigger = u"abc"_s,
         .configuration = {{u"kubernetes.operator.job.upgrade.ignore-pending-savepoint"_s, u"true"_s}}},
        Way::Savepoint, Because::Asked);

    for (const char* state : {"RUNNING", "RESTARTING", "RECONCILING", "CANCELLING", "FAILED", "CANCELED"})
        row(qPrintable(u"stateless, "_s + QLatin1StringView(state)),
            {.mode = stateless, .jobState = QLatin1StringView(state)}, Way::Stateless, Because::Asked);
    row("stateless, no JobManager",
        {.mode = stateless, .jobState = u"RECONCILING"_s, .jobManager = u"MISSING"_s, .hasHa = false}, Way::Stateless,
        Because::Asked);

    for (const QString& mode : {savepoint, lastState}) {
        const QString is = mode + u", "_s;
        row(qPrintable(is + u"FAILED, REST reachable"_s),
            {.mode = mode, .jobState = u"FAILED"_s, .upgradePath = u"s3://b/c/chk-7"_s}, Way::Recorded, Because::Ended);
        row(qPrintable(is + u"FINISHED, no metadata"_s),
            {.mode = mode, .jobState = u"FINISHED"_s, .jobManager = u"MISSING"_s, .hasHa = false}, Way::Recorded,
            Because::Ended);
        row(qPrintable(is + u"CANCELED"_s),
            {.mode = mode, .jobState = u"CANCELED"_s, .jobManager = u"MISSING"_s, .legacyPath = u"s3://b/s/1"_s},
            Way::Recorded, Because::Ended);
        row(qPrintable(is + u"FAILED, only the marker"_s),
            {.mode = mode, .jobState = u"FAILED"_s, .upgradePath = marker}, Way::Refused, Because::EndedUnknown);
        row(qPrintable(is + u"FAILED, unreachable, metadata there"_s),
            {.mode = mode, .jobState = u"FAILED"_s, .jobManager = u"DEPLOYING"_s}, Way::KeepHa,
            mode == savepoint ? Because::FallsBack : Because::HaMetadata);
        row(qPrintable(is + u"CANCELLING"_s), {.mode = mode, .jobState = u"CANCELLING"_s}, Way::Wait,
            Because::Cancelling);
        row(qPrintable(is + u"no JobManager, no metadata"_s),
            {.mode = mode, .jobState = u"RECONCILING"_s, .jobManager = u"MISSING"_s, .hasHa = false}, Way::Refused,
            Because::Lost);
        row(qPrintable(is + u"JobManager in error, no metadata"_s),
            {.mode = mode, .jobState = u"RECONCILING"_s, .jobManager = u"ERROR"_s, .hasHa = false}, Way::Refused,
            Because::Lost);
        row(qPrintable(is + u"REST lost, no metadata, JobManager there"_s),
            {.mode = mode, .jobState = u"RECONCILING"_s, .jobManager = u"DEPLOYING"_s, .hasHa = false}, Way::Wait,
            Because::NotReachable);
        row(qPrintable(is + u"never started, no metadata"_s),
            {.mode = mode,
             .jobState = u"RECONCILING"_s,
             .jobManager = u"DEPLOYING"_s,
             .upgradePath = u"s3://b/s/1"_s,
             .hasHa = false,
             .neverStarted = true},
            Way::Recorded, Because::NeverStarted);
        row(qPrintable(is + u"never started after last-state, no metadata"_s),
            {.mode = mode,
             .recordedMode = lastState,
             .jobState = u"RECONCILING"_s,
             .jobManager = u"DEPLOYING"_s,
             .hasHa = false,
             .neverStarted = true},
            Way::Wait, Because::NotReachable);
        row(qPrintable(is + u"never started, only the marker"_s),
            {.mode = mode,
             .jobState = u"RECONCILING"_s,
             .jobManager = u"ERROR"_s,
             .upgradePath = marker,
             .hasHa = false,
             .neverStarted = true},
            Way::Refused, Because::EndedUnknown);
        row(qPrintable(is + u"another Flink, running"_s), {.mode = mode, .newVersion = u"v2_0"_s}, Way::Savepoint,
            mode == savepoint ? Because::Asked : Because::VersionChanged);
        row(qPrintable(is + u"another Flink, restarting"_s),
            {.mode = mode, .jobState = u"RESTARTING"_s, .newVersion = u"v2_0"_s}, Way::Cancel, Because::VersionChanged);
        row(qPrintable(is + u"another Flink, unreachable"_s),
            {.mode = mode, .jobState = u"RECONCILING"_s, .newVersion = u"v2_0"_s}, Way::Wait,
            Because::VersionChangeWaits);
        row(qPrintable(is + u"RESTARTING, no metadata"_s), {.mode = mode, .jobState = u"RESTARTING"_s, .hasHa = false},
            Way::Cancel, mode == savepoint ? Because::FallsBack : Because::JobCancelAllowed);
        row(qPrintable(is + u"RESTARTING, metadata there"_s), {.mode = mode, .jobState = u"RESTARTING"_s}, Way::KeepHa,
            mode == savepoint ? Because::FallsBack : Because::HaMetadata);
        row(qPrintable(is + u"RESTARTING, cancel allowed"_s),
            {.mode = mode, .jobState = u"RESTARTING"_s, .configuration = {{cancelOn, u"true"_s}}}, Way::Cancel,
            mode == savepoint ? Because::FallsBack : Because::JobCancelAllowed);
        row(qPrintable(is + u"session job, RUNNING"_s), {.kind = job, .mode = mode},
            mode == savepoint ? Way::Savepoint : Way::Cancel,
            mode == savepoint ? Because::Asked : Because::JobCancelAllowed);
        row(qPrintable(is + u"session job, lost"_s), {.kind = job, .mode = mode, .jobState = u"RECONCILING"_s},
            Way::Wait, Because::NotReachable);
        row(qPrintable(is + u"session job, FAILED"_s),
            {.kind = job, .mode = mode, .jobState = u"FAILED"_s, .upgradePath = u"s3://b/s/1"_s}, Way::Recorded,
            Because::Ended);
    }
    row("savepoint, RUNNING", {}, Way::Savepoint, Because::Asked);
    row("savepoint, RESTARTING, may not fall back",
        {.jobState = u"RESTARTING"_s, .configuration = {{fallbackOff, u"false"_s}}}, Way::Wait,
        Because::MayNotFallBack);
    row("savepoint, RECONCILING, may not fall back",
        {.jobState = u"RECONCILING"_s, .configuration = {{fallbackOff, u"false"_s}}}, Way::Wait,
        Because::MayNotFallBack);
    row("last-state, RUNNING", {.mode = lastState}, Way::KeepHa, Because::Asked);
    row("last-state, RUNNING, no metadata", {.mode = lastState, .hasHa = false}, Way::Cancel,
        Because::JobCancelAllowed);
    row("last-state, RUNNING, cancel allowed", {.mode = lastState, .configuration = {{cancelOn, u"true"_s}}},
        Way::Cancel, Because::JobCancelAllowed);
    row("last-state, another Flink, no savepoint directory",
        {.mode = lastState,
         .configuration = {{u"execution.checkpointing.savepoint-dir"_s, u"-"_s}},
         .newVersion = u"v2_0"_s},
        Way::Cancel, Because::VersionChanged);
    const QMap<QString, QString> tenMinutes{{maxAge, u"10 min"_s}};
    row("last-state, job young", {.mode = lastState, .configuration = tenMinutes, .startedBefore = 60}, Way::KeepHa,
        Because::Asked);
    row("last-state, checkpoint young",
        {.mode = lastState, .configuration = tenMinutes, .completedBefore = 60, .startedBefore = 6000}, Way::KeepHa,
        Because::Asked);
    row("last-state, checkpoint old",
        {.mode = lastState, .configuration = tenMinutes, .completedBefore = 900, .startedBefore = 6000}, Way::Savepoint,
        Because::CheckpointTooOld);
    row("last-state, checkpoint old, one pending",
        {.mode = lastState,
         .configuration = tenMinutes,
         .completedBefore = 900,
         .pendingBefore = 20,
         .startedBefore = 6000},
        Way::Wait, Because::CheckpointPending);
    row("HA off in both, job lost",
        {.mode = lastState,
         .jobState = u"RECONCILING"_s,
         .configuration = {{u"high-availability.type"_s, u"NONE"_s}},
         .hasHa = true},
        Way::Wait, Because::NotReachable);

    row("suspended with savepoint, resumed",
        {.recordedState = u"suspended"_s, .jobState = u"FINISHED"_s, .upgradePath = u"s3://b/s/1"_s}, Way::Recorded,
        Because::Resumes);
    row("suspended with last-state, resumed",
        {.mode = lastState, .recordedMode = lastState, .recordedState = u"suspended"_s, .jobState = u"FINISHED"_s},
        Way::KeepHa, Because::Resumes);
    row("suspended with last-state, metadata gone",
        {.mode = lastState,
         .recordedMode = lastState,
         .recordedState = u"suspended"_s,
         .jobState = u"FINISHED"_s,
         .hasHa = false},
        Way::Refused, Because::Lost);
    row("suspended with savepoint, resumed without state",
        {.mode = stateless, .recordedState = u"suspended"_s, .jobState = u"FINISHED"_s}, Way::Stateless,
        Because::Resumes);
    row("suspended without state, resumed", {.recordedMode = stateless, .recordedState = u"suspended"_s},
        Way::Stateless, Because::Resumes);
    row("suspended, and it stays", {.recordedState = u"suspended"_s, .newState = u"suspended"_s}, Way::None,
        Because::WaitsForResume);
    row("suspending", {.newState = u"suspended"_s}, Way::Savepoint, Because::Asked);
    row("in the middle of an upgrade",
        {.recordedState = u"suspended"_s,
         .jobState = u"FINISHED"_s,
         .reconciliation = u"UPGRADING"_s,
         .isChanged = false},
        Way::Recorded, Because::Resumes);

    row("session job, cluster not ready", {.kind = job, .sessionState = u"DEPLOYING"_s}, Way::Wait,
        Because::SessionNotReady);
    row("session job, no cluster", {.kind = job, .sessionState = u"missing"_s}, Way::Wait, Because::SessionNotReady);
    row("session job, first time, no cluster", {.kind = job, .isFirst = true, .sessionState = u"missing"_s}, Way::Wait,
        Because::SessionNotReady);
    row("first time", {.isFirst = true}, Way::First, Because::FirstDeployment);
    row("first time, suspended", {.newState = u"suspended"_s, .isFirst = true}, Way::None, Because::StaysSuspended);

    const QString blue = u"ACTIVE_BLUE"_s;
    row("blue/green, savepoint", {.kind = both, .reconciliation = blue}, Way::Savepoint, Because::SecondColour);
    row("blue/green, last-state", {.kind = both, .mode = lastState, .reconciliation = blue}, Way::Savepoint,
        Because::SecondColour);
    row("blue/green, stateless", {.kind = both, .mode = stateless, .reconciliation = blue}, Way::Stateless,
        Because::SecondColour);
    row("blue/green, not ready", {.kind = both, .jobState = u"RECONCILING"_s, .reconciliation = blue}, Way::Refused,
        Because::ColourNotReady);
    row("blue/green, in transition", {.kind = both, .reconciliation = u"TRANSITIONING_TO_GREEN"_s}, Way::Wait,
        Because::InTransition);
    row("blue/green, saving", {.kind = both, .reconciliation = u"SAVEPOINTING_BLUE"_s}, Way::Wait,
        Because::InTransition);
    row("blue/green, first colour given up",
        {.kind = both, .jobState = u"FAILING"_s, .reconciliation = u"INITIALIZING_BLUE"_s}, Way::First,
        Because::FirstDeployment);
    row("blue/green, suspending", {.kind = both, .reconciliation = blue, .newState = u"suspended"_s}, Way::Savepoint,
        Because::HandedOn);
    row("blue/green, untouched", {.kind = both, .reconciliation = blue, .isChanged = false}, Way::None,
        Because::SameSpec);
}

void EffectTest::aLineOfTheTableDecides()
{
    QFETCH(Scene, scene);
    QFETCH(Way, way);
    QFETCH(Because, because);
    const Effect effect = effectOf(questionOf(scene));
    QCOMPARE(effect.decision.way, way);
    QCOMPARE(effect.decision.because, because);
    QCOMPARE(effect.decision.unknown, QList<Unknown>());
    QVERIFY(!reasonText(effect).isEmpty());
    const bool isStopping = way == Way::Savepoint || way == Way::KeepHa || way == Way::Cancel || way == Way::Stateless;
    QCOMPARE(effect.decision.isSuspending, isStopping && scene.newState == u"suspended");
}

void EffectTest::whatNobodyKnowsIsSaid()
{
    const auto unknown = [](const Scene& scene) { return effectOf(questionOf(scene)).decision; };
    Scene running{.mode = u"last-state"_s, .hasHa = {}, .neverStarted = {}};
    QCOMPARE(unknown(running).way, Way::KeepHa);
    QCOMPARE(unknown(running).unknown, QList{Unknown::HaMetadata});

    Scene lost{.jobState = u"RECONCILING"_s, .jobManager = u"DEPLOYING"_s, .hasHa = false, .neverStarted = {}};
    QCOMPARE(unknown(lost).way, Way::Wait);
    QCOMPARE(unknown(lost).unknown, QList{Unknown::NeverStarted});

    Scene aged{.mode = u"last-state"_s, .configuration = {{maxAge, u"10 min"_s}}, .startedBefore = 6000};
    QCOMPARE(unknown(aged).way, Way::KeepHa);
    QCOMPARE(unknown(aged).unknown, QList{Unknown::CheckpointAges});

    Scene job{.kind = u"FlinkSessionJob"_s, .sessionState = {}};
    QCOMPARE(unknown(job).unknown, QList{Unknown::Session});
    QCOMPARE(doubtTexts(effectOf(questionOf(job))).size(), 1);
}

void EffectTest::whatStartsFromWhatIsTold()
{
    const auto restore = [](const Scene& scene) { return effectOf(questionOf(scene)).decision.restore; };
    QVERIFY(restore({})->isNew);
    QCOMPARE(restore({})->kind, RestoreSource::Kind::Savepoint);
    QVERIFY(!restore({.mode = u"stateless"_s}));
    const Scene ended{.jobState = u"FAILED"_s, .upgradePath = u"s3://b/c/chk-7"_s};
    QCOMPARE(restore(ended)->kind, RestoreSource::Kind::Checkpoint);
    QCOMPARE(restore(ended)->path, u"s3://b/c/chk-7"_s);
    const Scene legacy{.jobState = u"FAILED"_s, .legacyPath = u"s3://b/s/savepoint-1"_s};
    QCOMPARE(restore(legacy)->kind, RestoreSource::Kind::Savepoint);
    QVERIFY(!restore({.jobState = u"FAILED"_s}));
    EffectQuestion question = questionOf({.mode = u"last-state"_s});
    question.around.latest = RestoreSource{RestoreSource::Kind::Checkpoint, u"s3://b/c/chk-9"_s, now - 5000, false};
    QCOMPARE(effectOf(question).decision.restore, question.around.latest);
}

void EffectTest::anUntouchedObjectHasNoEffect()
{
    const Effect effect = effectOf(questionOf({.isChanged = false}));
    QCOMPARE(effect.size, Effect::Size::None);
    QVERIFY(effect.changes.isEmpty());
    QCOMPARE(effect.decision.way, Way::None);
    QVERIFY(riskText(effect).isEmpty());
    // What the operator fills in by itself is no change either.
    EffectQuestion question = questionOf({.isChanged = false});
    question.edited = with(question.edited, {u"spec"_s, u"jobManager"_s, u"replicas"_s}, 1);
    question.edited = with(question.edited, {u"spec"_s, u"ingress"_s}, QJsonValue::Null);
    QCOMPARE(effectOf(question).size, Effect::Size::None);
}

void EffectTest::theRecordOfTheOperatorIsNotTakenForTheUsersWords()
{
    // Deployed for the first time it wrote down "stateless", whatever was asked for.
    const Effect effect = effectOf(questionOf({.recordedMode = u"stateless"_s, .isChanged = false}));
    QVERIFY(effect.changes.isEmpty());
}

void EffectTest::aChangeIsShownBesideWhatWasStable()
{
    EffectQuestion question = questionOf({});
    const QString stable = record(with(plainSpec(), {u"job"_s, u"entryClass"_s}, u"com.example.Old"_s), false);
    question.live = with(*question.live, {u"status"_s, u"reconciliationStatus"_s, u"lastStableSpec"_s}, stable);
    const Effect effect = effectOf(question);
    QCOMPARE(effect.changes.size(), 1);
    const Change& change = effect.changes.first();
    QCOMPARE(change.place(), u"spec.job.entryClass"_s);
    QVERIFY(change.from.isUndefined());
    QCOMPARE(change.to.toString(), u"com.example.Next"_s);
    QCOMPARE(change.stable.toString(), u"com.example.Old"_s);
    QVERIFY(!change.isWaiting);
    const QList<Change> keyed =
        changesBetween(Subject::Kind::Deployment, plainSpec(),
                       with(plainSpec(), {u"flinkConfiguration"_s, u"state.backend.type"_s}, u"rocksdb"_s));
    QCOMPARE(keyed.first().place(), u"spec.flinkConfiguration['state.backend.type']"_s);
    const QList<Change> item = changesBetween(Subject::Kind::Deployment, plainSpec(),
                                              with(plainSpec(), {u"job"_s, u"args"_s}, QJsonArray{u"a"_s, u"c"_s}));
    QCOMPARE(item.first().place(), u"spec.job.args[1]"_s);
}

void EffectTest::whatAlreadyWaitsIsMarked()
{
    EffectQuestion question = questionOf({});
    question.live = with(*question.live, {u"spec"_s}, question.edited[u"spec"]);
    QVERIFY(effectOf(question).changes.first().isWaiting);
    QCOMPARE(effectOf(question).size, Effect::Size::Upgrade);
}

void EffectTest::theWorkOfTheAutoscalerIsNoChange()
{
    const QMap<QString, QString> on{{u"job.autoscaler.enabled"_s, u"true"_s}};
    EffectQuestion question = questionOf({.configuration = on, .isChanged = false});
    QJsonObject recorded = specOf(Scene{.configuration = on});
    recorded = with(recorded, {u"flinkConfiguration"_s, u"pipeline.jobvertex-parallelism-overrides"_s}, u"a:2"_s);
    question.live = with(*question.live, {u"status"_s, u"reconciliationStatus"_s, u"lastReconciledSpec"_s},
                         record(recorded, false));
    QCOMPARE(effectOf(question).size, Effect::Size::None);
    // Switched off, the overrides go, and with them the parallelism.
    question.edited =
        with(question.edited, {u"spec"_s, u"flinkConfiguration"_s, u"job.autoscaler.enabled"_s}, u"false"_s);
    QCOMPARE(effectOf(question).size, Effect::Size::Scale);
    QCOMPARE(effectOf(question).decision.way, Way::Savepoint);
}

void EffectTest::aRescaleInPlaceNeedsAllOfItsConditions_data()
{
    QTest::addColumn<Scene>("scene");
    QTest::addColumn<QString>("overrides");
    QTest::addColumn<bool>("isInPlace");
    const QMap<QString, QString> able{{u"jobmanager.scheduler"_s, u"Adaptive"_s},
                                      {u"pipeline.jobvertex-parallelism-overrides"_s, u"a:1,b:1"_s}};
    const auto plus = [&](const QString& key, const QString& value) {
        QMap<QString, QString> more = able;
        more.insert(key, value);
        return more;
    };
    const Scene good{.configuration = able, .isChanged = false};
    QTest::newRow("all are there") << good << u"a:2,b:1"_s << true;
    QTest::newRow("a vertex is left out") << good << u"a:2"_s << false;
    QTest::newRow("all are left out") << good << u"-"_s << false;
    QTest::newRow("the default scheduler")
        << Scene{.configuration = plus(u"jobmanager.scheduler"_s, u"default"_s), .isChanged = false} << u"a:2,b:1"_s
        << false;
    QTest::newRow("switched off") << Scene{.configuration =
                                               plus(u"kubernetes.operator.job.upgrade.inplace-scaling.enabled"_s,
                                                    u"false"_s),
                                           .isChanged = false}
                                  << u"a:2,b:1"_s << false;
    QTest::newRow("the job has ended") << Scene{.jobState = u"FAILED"_s, .configuration = able, .isChanged = false}
                                       << u"a:2,b:1"_s << false;
    QTest::newRow("the job is out of sight")
        << Scene{.jobState = u"RECONCILING"_s, .configuration = able, .isChanged = false} << u"a:2,b:1"_s << false;
    QTest::newRow("a session job") << Scene{.kind = u"FlinkSessionJob"_s, .configuration = able, .isChanged = false}
                                   << u"a:2,b:1"_s << true;
}

void EffectTest::aRescaleInPlaceNeedsAllOfItsConditions()
{
    QFETCH(Scene, scene);
    QFETCH(QString, overrides);
    QFETCH(bool, isInPlace);
    EffectQuestion question = questionOf(scene);
    const QStringList path{u"spec"_s, u"flinkConfiguration"_s, u"pipeline.jobvertex-parallelism-overrides"_s};
    question.edited =
        with(question.edited, path, overrides == u"-" ? QJsonValue(QJsonValue::Undefined) : QJsonValue(overrides));
    const Effect effect = effectOf(question);
    QCOMPARE(effect.size, Effect::Size::Scale);
    QCOMPARE(effect.decision.way == Way::InPlace, isInPlace);
}

void EffectTest::afterARollbackTheStableSpecIsNoChange()
{
    EffectQuestion question = questionOf({.reconciliation = u"ROLLED_BACK"_s});
    const QJsonObject bad = with(plainSpec(), {u"job"_s, u"entryClass"_s}, u"com.example.Bad"_s);
    question.live =
        with(*question.live, {u"status"_s, u"reconciliationStatus"_s, u"lastReconciledSpec"_s}, record(bad, false));
    question.live =
        with(*question.live, {u"status"_s, u"reconciliationStatus"_s, u"lastStableSpec"_s}, record(plainSpec(), false));
    QCOMPARE(effectOf(question).decision.way, Way::Savepoint);
    question.edited = with(question.edited, {u"spec"_s}, plainSpec());
    QCOMPARE(effectOf(question).decision.way, Way::None);
}

void EffectTest::aNewObjectIsDeployedForTheFirstTime()
{
    EffectQuestion question = questionOf({.isFirst = true});
    question.live.reset();
    Effect effect = effectOf(question);
    QCOMPARE(effect.size, Effect::Size::Create);
    QCOMPARE(effect.decision.way, Way::First);
    QVERIFY(!effect.decision.restore);
    question.edited = with(question.edited, {u"spec"_s, u"job"_s, u"initialSavepointPath"_s}, u"s3://b/s/1"_s);
    QCOMPARE(effectOf(question).decision.restore->path, u"s3://b/s/1"_s);
    question.edited = {{u"kind"_s, u"FlinkStateSnapshot"_s}, {u"spec"_s, QJsonObject()}};
    QCOMPARE(effectOf(question).size, Effect::Size::Create);
    question.edited = {{u"kind"_s, u"ConfigMap"_s}};
    QCOMPARE(effectOf(question).kind, Subject::Kind::Other);
}

void EffectTest::aSessionClusterIsMadeAnew()
{
    EffectQuestion question = questionOf({});
    const QJsonObject before = with(plainSpec(), {u"job"_s}, QJsonValue::Undefined);
    question.live = with(*question.live, {u"spec"_s}, before);
    question.live =
        with(*question.live, {u"status"_s, u"reconciliationStatus"_s, u"lastReconciledSpec"_s}, record(before, false));
    question.edited = with(question.edited, {u"spec"_s}, with(before, {u"image"_s}, u"flink:1.20.2"_s));
    QCOMPARE(effectOf(question).decision.because, Because::SessionCluster);
    QVERIFY(!riskText(effectOf(question)).isEmpty());
}

void EffectTest::aRefusalComesFirst()
{
    EffectQuestion question = questionOf({});
    question.refusal = u"Forbidden Flink config key"_s;
    QCOMPARE(effectOf(question).decision.way, Way::Refused);
    QCOMPARE(effectOf(question).decision.because, Because::Validator);
    QVERIFY(reasonText(effectOf(question)).endsWith(question.refusal));
}

void EffectTest::everySentenceIsThere()
{
    QSet<QString> reasons;
    for (int way = int(Way::None); way <= int(Way::Refused); ++way) {
        for (int because = int(Because::SameSpec); because <= int(Because::Validator); ++because) {
            Effect effect;
            effect.kind = Subject::Kind::Deployment;
            effect.decision.way = Way(way);
            effect.decision.because = Because(because);
            QVERIFY2(!reasonText(effect).isEmpty(), qPrintable(u"%1 %2"_s.arg(way).arg(because)));
            reasons.insert(reasonText(effect));
        }
    }
    QVERIFY2(reasons.size() > 30, qPrintable(QString::number(reasons.size())));
}

void EffectTest::hostileRecordsAreSurvived()
{
    QJsonValue deep = 1;
    for (int i = 0; i < 200; ++i)
        deep = QJsonObject{{u"a"_s, deep}};
    EffectQuestion question = questionOf({});
    question.live = with(*question.live, {u"status"_s, u"reconciliationStatus"_s, u"lastReconciledSpec"_s},
                         u"{\"spec\":{\"job\":[1],\"flinkConfiguration\":7}}"_s);
    question.edited = with(question.edited, {u"spec"_s, u"flinkConfiguration"_s}, deep);
    QVERIFY(effectOf(question).size != Effect::Size::None);
    for (const QString& text : {QString(), u"["_s, u"null"_s, u"{\"spec\":null}"_s, u"\"x\""_s}) {
        question.live = with(*question.live, {u"status"_s, u"reconciliationStatus"_s, u"lastReconciledSpec"_s}, text);
        QCOMPARE(effectOf(question).decision.way, Way::First);
    }
}

QTEST_GUILESS_MAIN(EffectTest)
#include "tst_effect.moc"
