#include "tests/support/hygiene.h"
#include "tests/support/upgradescene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace manifest;
using support::questionOf;
using support::Scene;
using support::with;

namespace {

using Way = Decision::Way;
using Because = Decision::Because;
using Unknown = Decision::Unknown;

const QString fallbackOff = u"kubernetes.operator.job.upgrade.last-state-fallback.enabled"_s;
const QString cancelOn = u"kubernetes.operator.job.upgrade.last-state.job-cancel.enabled"_s;
const QString maxAge = u"kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age"_s;
const QString marker = u"KUBERNETES_OPERATOR_LAST_STATE"_s;

} // namespace

/// What the operator decides, line by line of its tables.
class UpgradeDecisionTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void aLineOfTheTableDecides_data();
    void aLineOfTheTableDecides();
    void whatNobodyKnowsIsSaid();
    void whatStartsFromWhatIsTold();
    void aRescaleInPlaceNeedsAllOfItsConditions_data();
    void aRescaleInPlaceNeedsAllOfItsConditions();
};

void UpgradeDecisionTest::aLineOfTheTableDecides_data()
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

void UpgradeDecisionTest::aLineOfTheTableDecides()
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

void UpgradeDecisionTest::whatNobodyKnowsIsSaid()
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

void UpgradeDecisionTest::whatStartsFromWhatIsTold()
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
    question.around.latest =
        RestoreSource{RestoreSource::Kind::Checkpoint, u"s3://b/c/chk-9"_s, support::now - 5000, false};
    QCOMPARE(effectOf(question).decision.restore, question.around.latest);
}

void UpgradeDecisionTest::aRescaleInPlaceNeedsAllOfItsConditions_data()
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

void UpgradeDecisionTest::aRescaleInPlaceNeedsAllOfItsConditions()
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

QTEST_GUILESS_MAIN(UpgradeDecisionTest)
#include "tst_upgradedecision.moc"
