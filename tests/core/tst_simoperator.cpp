#include "tests/support/hygiene.h"
#include "tests/support/simstory.h"

#include "core/sim/kubelet/flinkconf.h"
#include "core/sim/operator/schedule.h"
#include "core/sim/operator/upgrade.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sim::op;

namespace {

QJsonArray fixture(const QString& name)
{
    return QJsonDocument::fromJson(support::recording(u"operator/"_s + name)).array();
}

QString describe(const UpgradeDecision& decision)
{
    if (const auto* ready = std::get_if<Ready>(&decision)) {
        const QStringList ways{u"nothing"_s, u"stateless"_s, u"savepoint"_s, u"last-state"_s, u"cancel"_s};
        return ways[int(ready->suspend)] + u" -> "_s + text(ready->restore);
    }
    if (std::holds_alternative<Wait>(decision))
        return u"wait"_s;
    if (const auto* failure = std::get_if<Failure>(&decision))
        return failure->thrown.message.left(40);
    return u"drop"_s;
}

using Path = sim::Path;

} // namespace

/// The operator's decisions and texts, one by one.
class OperatorTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void aRecordIsWrittenAsTheOperatorWritesIt_data();
    void aRecordIsWrittenAsTheOperatorWritesIt();
    void theUpgradeTable_data();
    void theUpgradeTable();
    void theWebhookAnswersAsRecorded_data();
    void theWebhookAnswersAsRecorded();
    void aDifferenceNamesWhatChanged();
    void aRemovedNonceIsNoChange();
    void whatIsDueByDurationAndByCron();
    void nestedConfigurationIsReadAsItWasWritten();
    void anOldReleaseHasNoSnapshotResources();
};

void OperatorTest::aRecordIsWrittenAsTheOperatorWritesIt_data()
{
    QTest::addColumn<QJsonObject>("record");
    for (const QJsonValue& record : fixture(u"records"_s))
        QTest::newRow(qPrintable(record.toObject()[u"name"_s].toString())) << record.toObject();
}

void OperatorTest::aRecordIsWrittenAsTheOperatorWritesIt()
{
    QFETCH(QJsonObject, record);
    const QString wanted = record[u"text"_s].toString();
    const auto read = recordFrom(wanted);
    QVERIFY(read);
    const Kind kind = record[u"kind"_s] == u"FlinkDeployment"_s ? Kind::Deployment : Kind::SessionJob;
    const Release release = record[u"release"_s] == u"1.7"_s ? Release::V1_7 : Release::V1_15;
    QCOMPARE(recordText(*read, kind, release, record[u"generation"_s].toInteger()), wanted);
}

void OperatorTest::theUpgradeTable_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("job");
    QTest::addColumn<QString>("manager");
    QTest::addColumn<bool>("metadata");
    QTest::addColumn<QString>("decision");

    QTest::newRow("stateless, running") << u"stateless"_s << u"RUNNING"_s << u"READY"_s << true
                                        << u"stateless -> stateless"_s;
    QTest::newRow("stateless, ended") << u"stateless"_s << u"FAILED"_s << u"READY"_s << false
                                      << u"nothing -> stateless"_s;
    QTest::newRow("savepoint, running") << u"savepoint"_s << u"RUNNING"_s << u"READY"_s << true
                                        << u"savepoint -> savepoint"_s;
    QTest::newRow("savepoint, restarting")
        << u"savepoint"_s << u"RESTARTING"_s << u"READY"_s << true << u"last-state -> last-state"_s;
    QTest::newRow("savepoint, restarting, no metadata")
        << u"savepoint"_s << u"RESTARTING"_s << u"READY"_s << false << u"cancel -> savepoint"_s;
    QTest::newRow("savepoint, not found")
        << u"savepoint"_s << u"RECONCILING"_s << u"DEPLOYING"_s << true << u"last-state -> last-state"_s;
    QTest::newRow("last-state, running") << u"last-state"_s << u"RUNNING"_s << u"READY"_s << true
                                         << u"last-state -> last-state"_s;
    QTest::newRow("last-state, running, no metadata")
        << u"last-state"_s << u"RUNNING"_s << u"READY"_s << false << u"cancel -> savepoint"_s;
    QTest::newRow("last-state, failed") << u"last-state"_s << u"FAILED"_s << u"READY"_s << false
                                        << u"nothing -> savepoint"_s;
    QTest::newRow("cancelling") << u"savepoint"_s << u"CANCELLING"_s << u"READY"_s << true << u"wait"_s;
    QTest::newRow("lost, metadata") << u"last-state"_s << u"RECONCILING"_s << u"MISSING"_s << true
                                    << u"last-state -> last-state"_s;
    QTest::newRow("lost, no metadata") << u"last-state"_s << u"RECONCILING"_s << u"MISSING"_s << false
                                       << u"JobManager deployment is missing and HA "_s;
    QTest::newRow("deploying, no metadata")
        << u"last-state"_s << u"RECONCILING"_s << u"DEPLOYING"_s << false << u"wait"_s;
}

void OperatorTest::theUpgradeTable()
{
    QFETCH(QString, mode);
    QFETCH(QString, job);
    QFETCH(QString, manager);
    QFETCH(bool, metadata);
    QFETCH(QString, decision);
    UpgradeSituation situation;
    situation.wanted = support::SimStory::deployment(u"orders"_s, u"default"_s, mode)[u"spec"_s].toObject();
    situation.status =
        Status::from({{u"jobManagerDeploymentStatus"_s, manager}, {u"jobStatus"_s, QJsonObject{{u"state"_s, job}}}});
    situation.status.lastReconciled = recordText({situation.wanted, false}, Kind::Deployment, Release::V1_15, 1);
    situation.observed = flinkConfiguration(situation.wanted);
    situation.target = situation.observed;
    situation.haMetadata = metadata;
    QCOMPARE(describe(decideUpgrade(situation)), decision);
}

void OperatorTest::theWebhookAnswersAsRecorded_data()
{
    QTest::addColumn<QJsonObject>("spec");
    QTest::addColumn<QString>("objectName");
    QTest::addColumn<QString>("recorded");
    const QJsonObject good =
        support::SimStory::deployment(u"x-val"_s, u"default"_s, u"savepoint"_s)[u"spec"_s].toObject();
    const auto row = [&good](const QString& name, std::initializer_list<std::pair<Path, QJsonValue>> changes,
                             const QString& objectName = u"x-val"_s) {
        QJsonObject spec = good;
        for (const auto& [path, value] : changes)
            sim::put(spec, path, value);
        for (const QJsonValue& answer : fixture(u"answers"_s)) {
            if (answer.toObject()[u"case"_s] == name && answer.toObject()[u"webhook"_s].toBool())
                QTest::newRow(qPrintable(name)) << spec << objectName << answer.toObject()[u"message"_s].toString();
        }
    };
    const QJsonValue gone = QJsonValue::Undefined;
    row(u"flinkVersion v9_9"_s, {{{u"flinkVersion"}, u"v9_9"_s}});
    row(u"flinkVersion v1_14"_s, {{{u"flinkVersion"}, u"v1_14"_s}});
    row(u"no flinkVersion"_s, {{{u"flinkVersion"}, gone}});
    row(u"upgradeMode lastState"_s, {{{u"job", u"upgradeMode"}, u"lastState"_s}});
    row(u"parallelism 0"_s, {{{u"job", u"parallelism"}, 0}});
    row(u"forbidden key kubernetes.cluster-id"_s, {{{u"flinkConfiguration", u"kubernetes.cluster-id"}, u"x"_s}});
    row(u"savepoint mode without savepoint dir"_s,
        {{{u"flinkConfiguration", u"execution.checkpointing.savepoint-dir"}, gone}});
    row(u"last-state without checkpoint dir"_s,
        {{{u"job", u"upgradeMode"}, u"last-state"_s}, {{u"flinkConfiguration", u"execution.checkpointing.dir"}, gone}});
    row(u"rollback without HA"_s,
        {{{u"flinkConfiguration", u"high-availability.type"}, gone},
         {{u"flinkConfiguration", u"kubernetes.operator.deployment.rollback.enabled"}, u"true"_s}});
    row(u"memory 1.5Gi"_s, {{{u"jobManager", u"resource", u"memory"}, u"1.5Gi"_s}});
    row(u"two JobManagers without HA"_s,
        {{{u"flinkConfiguration", u"high-availability.type"}, gone}, {{u"jobManager", u"replicas"}, 2}});
    row(u"no serviceAccount"_s, {{{u"serviceAccount"}, gone}});
    row(u"name too long"_s, {}, QString(46, u'x'));
    row(u"name with dot"_s, {}, u"a.b"_s);
    row(u"utilization.target 1.5"_s, {{{u"flinkConfiguration", u"job.autoscaler.enabled"}, u"true"_s},
                                      {{u"flinkConfiguration", u"job.autoscaler.utilization.target"}, u"1.5"_s}});
    row(u"log config key"_s, {{{u"logConfiguration", u"log4j.properties"}, u"x"_s}});
    row(u"v2_2 with overlapping key high-availability"_s,
        {{{u"flinkVersion"}, u"v2_2"_s}, {{u"flinkConfiguration", u"high-availability"}, u"kubernetes"_s}});
}

void OperatorTest::theWebhookAnswersAsRecorded()
{
    QFETCH(QJsonObject, spec);
    QFETCH(QString, objectName);
    QFETCH(QString, recorded);
    support::SimStory story;
    story.flinkOperator.settings().webhook = true;
    QJsonObject deployment = support::SimStory::deployment(objectName, u"default"_s, u"savepoint"_s);
    deployment[u"spec"_s] = spec;
    sim::Write dry;
    dry.mode = sim::Write::Mode::DryRun;
    const sim::Outcome outcome = story.world.objects.create(sim::type::flinkDeployments, deployment, dry);
    const QString message = outcome ? u"accepted"_s : outcome.refusal().message;
    // Of an exception the recording has the Java stack, too.
    const QString shown = recorded.contains("Cannot deserialize"_L1) ? recorded.left(500) : recorded;
    QCOMPARE(shown == recorded ? message : message.left(500), shown);
}

void OperatorTest::aDifferenceNamesWhatChanged()
{
    const Spec before = support::SimStory::deployment(u"orders"_s, u"default"_s, u"stateless"_s)[u"spec"_s].toObject();
    Spec after = before;
    sim::put(after, {u"job", u"upgradeMode"}, u"savepoint"_s);
    sim::put(after, {u"taskManager", u"resource", u"cpu"}, 64);
    sim::put(after, {u"flinkConfiguration", u"restart-strategy.type"}, u"none"_s);
    const Difference found = difference(Kind::Deployment, before, after, Release::V1_15);
    QCOMPARE(found.text(),
             u"FlinkDeploymentSpec[taskManager.resource.cpu : 0.2 -> 64.0, job.upgradeMode : stateless -> savepoint, "
             "flinkConfiguration.restart-strategy.type : null -> none]"_s);
    QCOMPARE(text(found.weight()), u"UPGRADE"_s);

    after = before;
    sim::put(after, {u"job", u"upgradeMode"}, u"savepoint"_s);
    sim::put(after, {u"flinkConfiguration", u"kubernetes.operator.periodic.savepoint.interval"}, u"6h"_s);
    QCOMPARE(text(difference(Kind::Deployment, before, after, Release::V1_15).weight()), u"IGNORE"_s);
    sim::put(after, {u"flinkConfiguration", u"pipeline.jobvertex-parallelism-overrides"}, u"abc:2"_s);
    QCOMPARE(text(difference(Kind::Deployment, before, after, Release::V1_15).weight()), u"SCALE"_s);
    sim::put(after, {u"job", u"savepointRedeployNonce"}, 1);
    QCOMPARE(text(difference(Kind::Deployment, before, after, Release::V1_15).weight()), u"SAVEPOINT_REDEPLOY"_s);
}

void OperatorTest::aRemovedNonceIsNoChange()
{
    const Spec after = support::SimStory::deployment(u"orders"_s, u"default"_s, u"stateless"_s)[u"spec"_s].toObject();
    Spec before = after;
    before[u"restartNonce"_s] = 7;
    QCOMPARE(difference(Kind::Deployment, before, after, Release::V1_15).weight(), ChangeClass::Ignore);
    QCOMPARE(difference(Kind::Deployment, after, before, Release::V1_15).weight(), ChangeClass::Upgrade);
}

void OperatorTest::whatIsDueByDurationAndByCron()
{
    const auto at = [](QStringView text) { return *sim::fromTimestamp(text); };
    const auto last = at(u"2026-11-21T14:00:00Z");
    QVERIFY(isDue(u"30 s"_s, last, at(u"2026-11-21T14:00:31Z")));
    QVERIFY(!isDue(u"30 s"_s, last, at(u"2026-11-21T14:00:29Z")));
    QVERIFY(!isDue(u"0"_s, last, at(u"2026-11-22T14:00:29Z")));
    QVERIFY(!isDue(u"0 30 14 * * ?"_s, last, at(u"2026-11-21T14:29:59Z")));
    QVERIFY(isDue(u"0 30 14 * * ?"_s, last, at(u"2026-11-21T14:30:00Z")));
    QVERIFY(!isDue(u"0 0 3 ? * MON"_s, last, at(u"2026-11-22T23:00:00Z")));
    QVERIFY(isDue(u"0 0 3 ? * MON"_s, last, at(u"2026-11-23T03:00:01Z")));
    QVERIFY(!isDue(u"whenever"_s, last, at(u"2027-11-23T03:00:01Z")));
}

void OperatorTest::nestedConfigurationIsReadAsItWasWritten()
{
    using namespace sim::kubelet;
    const FlinkConfiguration configuration{{u"a.b.c"_s, u"1"_s},
                                           {u"a.b.d"_s, u"x: \"y\""_s},
                                           {u"a.e"_s, u"*"_s},
                                           {u"f"_s, u"5 min"_s},
                                           {u"g.h"_s, u"k=v,w:z"_s}};
    for (const auto kind : {ConfigurationFile::Flat, ConfigurationFile::Nested})
        QCOMPARE(readConfiguration(writeConfiguration(configuration, kind), kind), configuration);
}

void OperatorTest::anOldReleaseHasNoSnapshotResources()
{
    support::SimStory story;
    story.flinkOperator.kill();
    story.flinkOperator.settings().release = Release::V1_7;
    story.flinkOperator.start();
    QJsonObject orders = support::SimStory::deployment(u"orders"_s, u"default"_s, u"savepoint"_s);
    story.create(sim::type::flinkDeployments, orders);
    story.world.clock.advance(1min);
    // A Flink version that came after it is a word it cannot read: it never touches the resource.
    QVERIFY(!story.order().contains(u"status"_s));
    story.setOrders({{{u"spec", u"flinkVersion"}, u"v1_19"_s}});
    QVERIFY(story.runUntilStable());
    const auto lastSavepoint = [&story] {
        return sim::at(story.order(), {u"status", u"jobStatus", u"savepointInfo", u"lastSavepoint"}).toObject();
    };
    story.setOrders({{{u"spec", u"job", u"savepointTriggerNonce"}, 5}});
    QVERIFY(story.runUntil([&] { return lastSavepoint()[u"triggerNonce"_s].toInt() == 5; }));
    QCOMPARE(lastSavepoint()[u"triggerType"_s].toString(), u"MANUAL"_s);
    story.setOrders({{{u"spec", u"job", u"state"}, u"suspended"_s}});
    QVERIFY(
        story.runUntil([&] { return story.order()[u"status"_s].toObject()[u"lifecycleState"_s] == u"SUSPENDED"_s; }));
    const QJsonObject status = story.order()[u"status"_s].toObject();
    QVERIFY(!status.contains(u"conditions"_s));
    QVERIFY(!status.contains(u"observedGeneration"_s));
    QVERIFY(story.world.objects.list(sim::type::flinkStateSnapshots).empty());
    const QJsonObject job = status[u"jobStatus"_s].toObject();
    QVERIFY(!job.contains(u"upgradeSavepointPath"_s));
    QCOMPARE(sim::at(job, {u"savepointInfo", u"lastSavepoint", u"triggerType"}).toString(), u"UPGRADE"_s);
    QVERIFY(sim::at(job, {u"savepointInfo", u"lastSavepoint", u"location"}).toString().contains("/savepoint-"_L1));

    // And it restores from there.
    story.setOrders({{{u"spec", u"job", u"state"}, u"running"_s}});
    QVERIFY(story.runUntilStable());
    QVERIFY(story.manager());
}

QTEST_GUILESS_MAIN(OperatorTest)
#include "tst_simoperator.moc"
