#include "tests/support/hygiene.h"
#include "tests/support/upgradescene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace manifest;
using support::plainSpec;
using support::questionOf;
using support::record;
using support::Scene;
using support::specOf;
using support::with;

namespace {

using Way = Decision::Way;
using Because = Decision::Because;

} // namespace

/// What applying a manifest would do.
class EffectTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void aFieldHasTheClassOfItsAnnotation_data();
    void aFieldHasTheClassOfItsAnnotation();
    void anUntouchedObjectHasNoEffect();
    void theRecordOfTheOperatorIsNotTakenForTheUsersWords();
    void aChangeIsShownBesideWhatWasStable();
    void whatAlreadyWaitsIsMarked();
    void theWorkOfTheAutoscalerIsNoChange();
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
