#include "tests/support/hygiene.h"
#include "tests/support/simstory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString resource = u"Deployment/orders"_s;
const QString upgradeSnapshot = u"StateSnapshot/orders-savepoint-upgrade-MILLIS"_s;

void setNonce(support::SimStory& story, int nonce)
{
    story.setOrders({{{u"spec", u"restartNonce"}, nonce}});
}

void setParallelism(support::SimStory& story, int parallelism)
{
    story.setOrders({{{u"spec", u"job", u"parallelism"}, parallelism}});
}

/// A running job of upgradeMode savepoint, upgraded once.
void begin(support::SimStory& story)
{
    story.create(sim::type::flinkDeployments, support::SimStory::deployment(u"orders"_s, u"default"_s, u"savepoint"_s));
    QVERIFY(story.runUntilStable());
    story.world.clock.advance(10s);
}

QString jobPath(support::SimStory& story, const QString& rest)
{
    return u"/jobs/"_s +
           story.ask("GET", u"/jobs/overview"_s)[u"jobs"_s].toArray().at(0).toObject()[u"jid"_s].toString() + rest;
}

QString jobState(support::SimStory& story)
{
    return story.ask("GET", u"/jobs/overview"_s)[u"jobs"_s].toArray().at(0).toObject()[u"state"_s].toString();
}

} // namespace

/// The operator away, refusals, and what happens behind its back.
class OperatorStoriesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void theOperatorIsStoppedDuringAnUpgrade();
    void invalidSpecsLeaveTheJobAlone();
    void aCancelledJobIsResumedInVain();
    void theOperatorIsKilledBetweenSavepointAndRecord();
    void aCancelledJobIsResumedFromItsCheckpoint();
    void failingSavepointsAreTriedForEver();
    void periodicSavepointsAreKeptAndDropped();
    void aSessionJobIsLostWithItsJobManager();
    void theWayBackForALostSessionJob();
    void theAutoscalerScalesTwice();

private:
    support::SimStory away;
    support::SimStory killed;
};

void OperatorStoriesTest::theOperatorIsStoppedDuringAnUpgrade()
{
    begin(away);
    setNonce(away, 15);
    away.world.clock.advance(3s);
    QVERIFY(away.runUntilStable());
    away.world.clock.advance(12s);
    away.setNoise({.found = 3s});
    away.beginStory();
    away.runTo(2.4);
    setNonce(away, 16);
    away.runTo(3.4);
    away.flinkOperator.stop();
    away.runTo(8.3);
    QVERIFY(!away.flinkOperator.isRunning());
    setParallelism(away, 1);
    away.runTo(74.9);
    away.setNoise({.found = 22s});
    away.flinkOperator.start();
    away.runTo(113);
    VERIFY_STORY(away, u"16-operator-stopped"_s, {resource, upgradeSnapshot});
}

void OperatorStoriesTest::invalidSpecsLeaveTheJobAlone()
{
    QVERIFY(away.runUntilStable());
    away.world.clock.advance(8s);
    away.beginStory();
    away.runTo(0.4);
    setParallelism(away, 0);
    away.runTo(9.5);
    away.setOrders(
        {{{u"spec", u"job", u"parallelism"}, 1}, {{u"spec", u"flinkConfiguration", u"kubernetes.cluster-id"}, u"x"_s}});
    away.runTo(15.5);
    away.setOrders({{{u"spec", u"flinkConfiguration", u"kubernetes.cluster-id"}, QJsonValue::Undefined}});
    away.runTo(21.5);
    QJsonObject overlap = support::SimStory::deployment(u"overlap"_s, u"default"_s, u"stateless"_s);
    sim::put(overlap, {u"spec", u"flinkVersion"}, u"v2_2"_s);
    sim::put(overlap, {u"spec", u"flinkConfiguration", u"high-availability"}, u"kubernetes"_s);
    sim::put(overlap, {u"spec", u"flinkConfiguration", u"high-availability.type"}, QJsonValue::Undefined);
    away.create(sim::type::flinkDeployments, overlap);
    away.runTo(35.6);
    away.remove(sim::type::flinkDeployments, u"overlap"_s);
    away.runTo(40);
    VERIFY_STORY(away, u"17-validation"_s, {resource, u"Deployment/overlap"_s});
}

void OperatorStoriesTest::aCancelledJobIsResumedInVain()
{
    away.world.clock.advance(10s);
    away.setNoise({.configurationLate = true});
    away.beginStory();
    away.runTo(0.4);
    away.ask("PATCH", jobPath(away, u"?mode=cancel"_s));
    away.runTo(27.1);
    setNonce(away, 181);
    away.runTo(61.5);
    const QString path = sim::at(away.order(), {u"status", u"jobStatus", u"upgradeSavepointPath"}).toString();
    away.setOrders(
        {{{u"spec", u"job", u"initialSavepointPath"}, path}, {{u"spec", u"job", u"savepointRedeployNonce"}, 18}});
    away.runTo(130.3);
    away.ask("POST", jobPath(away, u"/stop"_s),
             {{u"targetDirectory"_s, u"file:///flink-data/orders/manual"_s}, {u"drain"_s, false}});
    away.runTo(138.9);
    away.setNoise({.found = 20s});
    away.setOrders({{{u"spec", u"job", u"state"}, u"suspended"_s}});
    away.runTo(144.9);
    away.setOrders({{{u"spec", u"job", u"state"}, u"running"_s}});
    away.runTo(180);
    VERIFY_STORY(away, u"18-behind-the-back"_s, {resource});
}

void OperatorStoriesTest::theOperatorIsKilledBetweenSavepointAndRecord()
{
    begin(killed);
    killed.setNoise({.configurationLate = true, .found = 18s});
    killed.beginStory();
    killed.runTo(0.4);
    setNonce(killed, 161);
    for (int i = 0; i < 200 && jobState(killed) != u"FINISHED"; ++i)
        killed.world.clock.advance(10ms);
    killed.flinkOperator.kill();
    killed.runTo(28.4);
    killed.flinkOperator.start();
    killed.runTo(68);
    VERIFY_STORY(killed, u"16-operator-killed"_s, {resource});
    QVERIFY(killed.world.objects.list(sim::type::flinkStateSnapshots).empty());
}

void OperatorStoriesTest::aCancelledJobIsResumedFromItsCheckpoint()
{
    QVERIFY(killed.runUntilStable());
    killed.world.clock.advance(10s);
    killed.setNoise({.found = 14s, .worker = 22s});
    killed.beginStory();
    killed.runTo(2.5);
    killed.ask("PATCH", jobPath(killed, u"?mode=cancel"_s));
    killed.runTo(60);
    VERIFY_STORY(killed, u"18-cancelled-last-upgrade-savepoint"_s, {resource});
}

void OperatorStoriesTest::failingSavepointsAreTriedForEver()
{
    support::SimStory story;
    story.setNoise({.found = 17s});
    story.beginStory();
    story.runTo(0.5);
    QJsonObject orders = support::SimStory::deployment(u"orders"_s, u"default"_s, u"savepoint"_s);
    sim::put(orders, {u"spec", u"flinkConfiguration", u"execution.checkpointing.tolerable-failed-checkpoints"}, u"3"_s);
    story.create(sim::type::flinkDeployments, orders);
    story.runTo(40.1);
    const QString folder = u"file:///flink-data/orders/"_s;
    story.storage.deny(folder + u"ckpt"_s, true);
    story.runTo(88.4);
    // Every fourth failure restarts the job, back to the same checkpoint; the resource says nothing of it.
    const QJsonObject counts = story.ask("GET", jobPath(story, u"/checkpoints"_s))[u"counts"_s].toObject();
    QVERIFY2(counts[u"restored"_s].toInt() >= 2 && counts[u"failed"_s].toInt() >= 8,
             QJsonDocument(counts).toJson().constData());
    const QJsonObject failures = story.ask("GET", jobPath(story, u"/exceptions"_s))[u"exceptionHistory"_s].toObject();
    QVERIFY(failures[u"entries"_s][0][u"stacktrace"_s].toString().startsWith(
        u"org.apache.flink.util.FlinkRuntimeException: Exceeded checkpoint tolerable failure threshold. The latest "
        u"checkpoint failed due to Failure to finalize checkpoint., view the Checkpoint History tab"_s));
    story.snapshot(u"ck-fail"_s, u"checkpoint"_s, 0);
    story.runTo(101.4);
    story.storage.deny(folder + u"ckpt"_s, false);
    story.runTo(113.4);
    story.storage.deny(folder + u"sp"_s, true);
    story.snapshot(u"sv0"_s, u"savepoint"_s, 0);
    story.snapshot(u"sv2"_s, u"savepoint"_s, 2);
    story.runTo(189.5);
    setNonce(story, 1);
    story.runTo(229.5);
    story.storage.deny(folder + u"sp"_s, false);
    story.setNoise({.configurationLate = true, .found = 12s});
    story.runTo(260);
    const QString mkdirs = u"ReconciliationException: java.util.concurrent.CompletionException: "
                           u"java.util.concurrent.CompletionException: java.io.IOException: Mkdirs failed to create "
                           u"file:/flink-data/orders/ckpt/JOBID/chk-%1"_s;
    // How many checkpoints had failed by then is luck.
    VERIFY_STORY(
        story, u"10-checkpoint-and-savepoint-failing"_s,
        {resource, u"StateSnapshot/ck-fail"_s, u"StateSnapshot/sv0"_s, u"StateSnapshot/sv2"_s, upgradeSnapshot}, 15.5,
        {{mkdirs.arg(14), mkdirs.arg(15)}});
}

void OperatorStoriesTest::periodicSavepointsAreKeptAndDropped()
{
    support::SimStory story;
    QJsonObject orders = support::SimStory::deployment(u"orders"_s, u"default"_s, u"savepoint"_s);
    const QString prefix = u"kubernetes.operator."_s;
    for (const auto& [key, value] : {std::pair(u"periodic.savepoint.interval"_s, u"30s"_s),
                                     {u"savepoint.history.max.count"_s, u"2"_s},
                                     {u"savepoint.dispose-on-delete"_s, u"true"_s}})
        sim::put(orders, {u"spec", u"flinkConfiguration", prefix + key}, value);
    story.create(sim::type::flinkDeployments, orders);
    const auto states = [&story] {
        QStringList all;
        for (const sim::Snapshot& snapshot : story.world.objects.list(sim::type::flinkStateSnapshots))
            all.append(sim::at(snapshot->document(), {u"status", u"state"}).toString());
        all.sort();
        return all;
    };
    QVERIFY(story.runUntilStable());
    QVERIFY(story.runUntil([&] { return states() == QStringList{u"COMPLETED"_s, u"COMPLETED"_s}; }));
    // The one that has just begun counts: the oldest goes though only one finished one is left then.
    QVERIFY(story.runUntil([&] { return states() == QStringList{u"COMPLETED"_s, u"IN_PROGRESS"_s}; }));
    QVERIFY(story.runUntil([&] { return states() == QStringList{u"COMPLETED"_s, u"COMPLETED"_s}; }));
    QCOMPARE(sim::at(story.order(), {u"status", u"jobStatus", u"savepointInfo", u"lastPeriodicSavepointTimestamp"})
                 .toInteger(),
             qint64(0));

    // The deployment goes, its snapshots stay, and cannot be disposed of any more.
    story.remove(sim::type::flinkDeployments, u"orders"_s);
    QVERIFY(story.runUntil([&] { return story.order().isEmpty(); }));
    const auto left = story.world.objects.list(sim::type::flinkStateSnapshots);
    QCOMPARE(left.size(), std::size_t(2));
    story.remove(sim::type::flinkStateSnapshots, left.front()->name());
    story.world.clock.advance(20s);
    const sim::Snapshot stuck =
        story.world.objects.find(sim::type::flinkStateSnapshots, story.home, left.front()->name());
    QVERIFY(stuck && stuck->isBeingDeleted());
    bool told = false;
    for (const sim::Snapshot& event : story.world.objects.list(sim::type::events))
        told = told || event->document()[u"message"_s] ==
                           u"Cannot dispose of snapshot because referenced Flink job cannot be found!"_s;
    QVERIFY(told);
}

namespace {

QJsonObject sessionCluster()
{
    QJsonObject session = support::SimStory::deployment(u"sess"_s, u"default"_s, u"stateless"_s);
    sim::put(session, {u"spec", u"job"}, QJsonValue::Undefined);
    sim::put(session, {u"spec", u"flinkConfiguration", u"high-availability.type"}, QJsonValue::Undefined);
    sim::put(session, {u"spec", u"flinkConfiguration", u"high-availability.storageDir"}, QJsonValue::Undefined);
    return session;
}

QJsonObject sessionJob()
{
    return {{u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
            {u"kind"_s, u"FlinkSessionJob"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"sj1"_s}, {u"namespace"_s, u"default"_s}}},
            {u"spec"_s, QJsonObject{{u"deploymentName"_s, u"sess"_s},
                                    {u"job"_s, QJsonObject{{u"jarURI"_s, u"file:///state/jobs/orders.jar"_s},
                                                           {u"parallelism"_s, 1},
                                                           {u"upgradeMode"_s, u"savepoint"_s}}}}}};
}

} // namespace

void OperatorStoriesTest::aSessionJobIsLostWithItsJobManager()
{
    support::SimStory story;
    story.setNoise({.configurationLate = true, .manager = 6s});
    story.beginStory();
    story.runTo(0.3);
    story.create(sim::type::flinkDeployments, sessionCluster());
    story.runTo(14.0);
    story.create(sim::type::flinkSessionJobs, sessionJob());
    story.runTo(40.1);
    story.killPod(story.managerPods().value(0));
    story.runTo(95.3);
    story.set(sim::type::flinkSessionJobs, u"default"_s, u"sj1"_s, {{{u"spec", u"restartNonce"}, 1}});
    story.runTo(158);
    VERIFY_STORY(story, u"19-session-jm-restart"_s, {u"Deployment/sess"_s, u"SessionJob/sj1"_s});
}

void OperatorStoriesTest::theWayBackForALostSessionJob()
{
    support::SimStory story;
    story.setNoise({.manager = 5s});
    story.beginStory();
    story.runTo(0.4);
    story.create(sim::type::flinkDeployments, sessionCluster());
    story.runTo(25.4);
    story.create(sim::type::flinkSessionJobs, sessionJob());
    QJsonObject snapshot{{u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
                         {u"kind"_s, u"FlinkStateSnapshot"_s},
                         {u"metadata"_s, QJsonObject{{u"name"_s, u"sp19"_s}, {u"namespace"_s, u"default"_s}}},
                         {u"spec"_s, QJsonObject{{u"jobReference"_s, QJsonObject{{u"kind"_s, u"FlinkSessionJob"_s},
                                                                                 {u"name"_s, u"sj1"_s}}},
                                                 {u"savepoint"_s, QJsonObject{{u"disposeOnDelete"_s, false}}}}}};
    story.runTo(42.1);
    story.create(sim::type::flinkStateSnapshots, snapshot);
    story.runTo(57.9);
    const QString saved =
        sim::at(story.get(sim::type::flinkStateSnapshots, u"default"_s, u"sp19"_s), {u"status", u"path"}).toString();
    story.killPod(story.managerPods().value(0));
    QVERIFY(story.runUntil([&story] {
        return story.get(sim::type::flinkSessionJobs, u"default"_s, u"sj1"_s)[u"status"_s].toObject()[u"error"_s] ==
               u"Job Not Found"_s;
    }));
    story.set(sim::type::flinkSessionJobs, u"default"_s, u"sj1"_s,
              {{{u"spec", u"job", u"initialSavepointPath"}, saved}, {{u"spec", u"job", u"savepointRedeployNonce"}, 1}});
    story.runTo(96);
    VERIFY_STORY(story, u"19-session-jm-restart-recovery"_s,
                 {u"Deployment/sess"_s, u"SessionJob/sj1"_s, u"StateSnapshot/sp19"_s});
}

void OperatorStoriesTest::theAutoscalerScalesTwice()
{
    support::SimStory story;
    sim::flink::JobSpec slow = support::SimStory::orders();
    // One subtask does 200 records a second, and there is no end of them.
    slow.vertices[0].capacity = 200;
    slow.vertices[0].feed.rate = 2000;
    slow.vertices[1].capacity = 50'000;
    slow.maxParallelism = 12;
    story.pods.addJar(u"slow.jar"_s, {slow, {}});
    story.setNoise({.found = 14s, .worker = 4s});
    story.beginStory();
    story.runTo(0.3);
    QJsonObject orders = support::SimStory::deployment(u"orders"_s, u"default"_s, u"last-state"_s);
    sim::put(orders, {u"spec", u"job", u"jarURI"}, u"local:///opt/flink/usrlib/slow.jar"_s);
    sim::put(orders, {u"spec", u"job", u"parallelism"}, 1);
    const QString prefix = u"job.autoscaler."_s;
    for (const auto& [key, value] : {std::pair(prefix + u"enabled"_s, u"true"_s),
                                     {prefix + u"metrics.window"_s, u"1m"_s},
                                     {prefix + u"stabilization.interval"_s, u"10s"_s},
                                     {prefix + u"utilization.target"_s, u"0.6"_s},
                                     {prefix + u"catch-up.duration"_s, u"0s"_s},
                                     {prefix + u"restart.time"_s, u"10s"_s},
                                     {prefix + u"vertex.max-parallelism"_s, u"4"_s},
                                     {u"pipeline.max-parallelism"_s, u"12"_s},
                                     {u"jobmanager.scheduler"_s, u"adaptive"_s},
                                     {prefix + u"scaling.event.interval"_s, u"30s"_s}})
        sim::put(orders, {u"spec", u"flinkConfiguration", key}, value);
    story.create(sim::type::flinkDeployments, orders);
    story.runTo(216);
    VERIFY_STORY(story, u"13-autoscaler"_s, {resource});
    const QJsonObject content =
        story.get(sim::type::configMaps, u"default"_s, u"autoscaler-orders"_s)[u"data"_s].toObject();
    QVERIFY(content[u"parallelismOverrides"_s].toString().contains(":4,"_L1));
    QVERIFY(QByteArray::fromBase64(content[u"scalingHistory"_s].toString().toLatin1())
                .startsWith(QByteArray::fromHex("1f8b")));
    QVERIFY(!sim::at(story.order(), {u"spec", u"flinkConfiguration"})
                 .toObject()
                 .contains(u"pipeline.jobvertex-parallelism-overrides"_s));
    QStringList reasons;
    for (const sim::Snapshot& event : story.world.objects.list(sim::type::events))
        reasons.append(event->document()[u"reason"_s].toString());
    for (const QString& reason :
         {u"ScalingReport"_s, u"SpecChanged"_s, u"Scaling"_s, u"Configuration recommendation"_s})
        QVERIFY2(reasons.contains(reason), qPrintable(reason));
}

QTEST_GUILESS_MAIN(OperatorStoriesTest)
#include "tst_simstories_operator.moc"
