#include "tests/support/hygiene.h"
#include "tests/support/recordings.h"
#include "tests/support/simflink.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sim::flink;

namespace {

QJsonObject newestException(support::SimFlink& cluster)
{
    return cluster.object(cluster.jobPath(u"/exceptions"_s))["exceptionHistory"_L1]["entries"_L1][0].toObject();
}

QString stateOf(support::SimFlink& cluster)
{
    return cluster.object(cluster.jobPath())["state"_L1].toString();
}

} // namespace

/// What can be made to go wrong with a job, and the words in which Flink tells it.
class TestSimFlinkFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aMemoryKillIsToldAsFlinkTellsIt();
    void aMemoryLeakKillsOneTaskManagerAfterTheOther();
    void aFailingTaskIsToldWithItsCauses();
    void failingCheckpointsRestartTheJobAfterTheTolerableNumber();
    void aFailingSavepointLeavesTheJobAlone();
    void lostMetadataMeansABeginningFromNothing();
    void metaspaceThatGrowsWithEachRestartEndsTheTaskManager();
    void stateThatDoesNotFitIntoTheHeapFailsAtEveryRestart();
    void withoutPlaceTasksStayScheduled();
    void restartsAreExhausted();
};

void TestSimFlinkFaults::initTestCase()
{
    support::keepClean();
}

void TestSimFlinkFaults::aMemoryKillIsToldAsFlinkTellsIt()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    for (int i = 1; i <= 3; ++i) {
        cluster.manager().killForMemory(u"orders-taskmanager-1-%1"_s.arg(i));
        cluster.advance(1s);
        QVERIFY(cluster.runUntilRunning());
    }
    const QJsonArray entries =
        cluster.object(cluster.jobPath(u"/exceptions"_s))["exceptionHistory"_L1]["entries"_L1].toArray();
    QCOMPARE(entries.size(), 3);
    QVERIFY(entries[0]["stacktrace"_L1].toString().startsWith(
        u"java.lang.Exception: Pod terminated, container termination statuses: "
        u"[flink-main-container(exitCode=137, reason=OOMKilled, message=null)]\n"));
    QVERIFY(entries[0]["taskName"_L1].toString().endsWith(u"execution #2"));
    QVERIFY(entries[2]["taskName"_L1].toString().endsWith(u"execution #0"));
}

void TestSimFlinkFaults::aMemoryLeakKillsOneTaskManagerAfterTheOther()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    const qint64 healthy = cluster.manager().usageOf(u"orders-taskmanager-1-1"_s)->memoryBytes;
    QVERIFY(healthy > qint64(300) << 20 && healthy < qint64(700) << 20);
    cluster.manager().setMemoryLeak(qint64(50) << 20);
    cluster.advance(2min);
    QVERIFY(cluster.job().restarts() >= 3);
    QVERIFY(newestException(cluster)["stacktrace"_L1].toString().contains(u"reason=OOMKilled"));
    cluster.manager().setMemoryLeak(0);
    cluster.advance(2min);
    QVERIFY(cluster.job().traffic().isRunning());
}

void TestSimFlinkFaults::aFailingTaskIsToldWithItsCauses()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    cluster.job().failTask(
        2, 1,
        wrapped(u"java.io.IOException: Could not write the batch"_s,
                exception(u"java.net.SocketTimeoutException: Read timed out"_s,
                          {u"java.base/sun.nio.ch.NioSocketImpl.timedRead(NioSocketImpl.java:288)"_s}),
                {u"com.example.OrderSink.flush(OrderSink.java:71)"_s}));
    const QJsonObject answer = cluster.object(cluster.jobPath(u"/exceptions"_s));
    const QString trace = answer["exceptionHistory"_L1]["entries"_L1][0]["stacktrace"_L1].toString();
    QCOMPARE(trace,
             u"java.io.IOException: Could not write the batch\n\tat com.example.OrderSink.flush(OrderSink.java:71)\n"
             u"Caused by: java.net.SocketTimeoutException: Read timed out\n\tat "
             u"java.base/sun.nio.ch.NioSocketImpl.timedRead(NioSocketImpl.java:288)\n"_s);
    // While it restarts, the graph still shows the failed task.
    QCOMPARE(answer["all-exceptions"_L1].toArray().size(), 1);
    QCOMPARE(answer["all-exceptions"_L1][0]["task"_L1].toString(), u"Sink: orders-sink (2/2)"_s);
    QVERIFY(cluster.runUntilRunning());
    QCOMPARE(cluster.metric(0, u"numRecordsIn"_s), 0.0);
    QCOMPARE(cluster.array(cluster.jobPath(u"/metrics?get=numRestarts"_s))[0]["value"_L1].toString(), u"1"_s);
}

void TestSimFlinkFaults::failingCheckpointsRestartTheJobAfterTheTolerableNumber()
{
    support::SimFlink cluster({.configuration = {{u"execution.checkpointing.tolerable-failed-checkpoints"_s, u"3"_s}}});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(20s);
    const qint64 last = cluster.job().coordinator().latest()->id;
    cluster.manager().setCheckpointFault(
        SnapshotFault{SnapshotFault::When::AtFinish, u"Failure to finalize checkpoint."_s});
    cluster.advance(1min);
    QVERIFY(cluster.job().restarts() >= 2);
    const QJsonObject answer = cluster.object(cluster.jobPath(u"/checkpoints"_s));
    QCOMPARE(answer["latest"_L1]["completed"_L1]["id"_L1].toInteger(), last);
    QCOMPARE(answer["latest"_L1]["restored"_L1]["id"_L1].toInteger(), last);
    QCOMPARE(answer["latest"_L1]["failed"_L1]["failure_message"_L1].toString(), u"Failure to finalize checkpoint."_s);
    QCOMPARE(answer["counts"_L1]["restored"_L1].toInt(), cluster.job().restarts());
    const QString folder = u"faults/10-checkpoint-and-savepoint-failing/"_s;
    const QJsonObject failing =
        QJsonDocument::fromJson(support::recording(folder + u"02-rest-checkpoints-failing"_s)).object();
    QCOMPARE(answer["latest"_L1]["failed"_L1].toObject().keys(), failing["latest"_L1]["failed"_L1].toObject().keys());
    const qint64 failedId = answer["latest"_L1]["failed"_L1]["id"_L1].toInteger();
    const QJsonObject details = cluster.object(cluster.jobPath(u"/checkpoints/details/%1"_s.arg(failedId)));
    const QJsonObject recordedDetails =
        QJsonDocument::fromJson(support::recording(folder + u"04-rest-checkpoint-details-failed"_s)).object();
    QCOMPARE(details.keys(), recordedDetails.keys());
    QCOMPARE(details["tasks"_L1].toObject().begin()->toObject().keys(),
             recordedDetails["tasks"_L1].toObject().begin()->toObject().keys());
    QCOMPARE(details["num_acknowledged_subtasks"_L1], details["num_subtasks"_L1]);
    const QJsonObject entry = newestException(cluster);
    const QJsonObject recorded = QJsonDocument::fromJson(support::recording(
        u"faults/10-checkpoint-and-savepoint-failing/05-rest-exceptions"_s))["exceptionHistory"_L1]["entries"_L1]
                                     .toArray()[0]
                                     .toObject();
    QCOMPARE(entry.keys(), recorded.keys());
    QCOMPARE(entry["stacktrace"_L1].toString().section(u'\n', 0, 4),
             recorded["stacktrace"_L1].toString().section(u'\n', 0, 4));
    cluster.manager().setCheckpointFault({});
    cluster.advance(1min);
    QVERIFY(cluster.job().coordinator().latest()->id > last);
}

void TestSimFlinkFaults::aFailingSavepointLeavesTheJobAlone()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    cluster.manager().setSavepointFault(
        SnapshotFault{SnapshotFault::When::AtTrigger,
                      u"An Exception occurred while triggering the checkpoint. IO-problem detected."_s});
    const QByteArray body = cluster.ask("POST", cluster.jobPath(u"/savepoints"_s), "{}").body;
    cluster.advance(1s);
    const QString trigger = QJsonDocument::fromJson(body)["request-id"_L1].toString();
    const QJsonObject status = cluster.object(cluster.jobPath(u"/savepoints/"_s + trigger));
    QCOMPARE(status["status"_L1]["id"_L1].toString(), u"COMPLETED"_s);
    QCOMPARE(status["operation"_L1]["failure-cause"_L1]["class"_L1].toString(),
             u"java.util.concurrent.CompletionException"_s);
    QVERIFY(status["operation"_L1]["failure-cause"_L1]["stack-trace"_L1].toString().contains(
        u"CheckpointException: An Exception occurred while triggering the checkpoint. IO-problem detected."));
    const QJsonObject failed = cluster.object(cluster.jobPath(u"/checkpoints"_s))["latest"_L1]["failed"_L1].toObject();
    QCOMPARE(failed["is_savepoint"_L1], QJsonValue(true));
    QCOMPARE(failed["latest_ack_timestamp"_L1].toInt(), -1);
    QCOMPARE(stateOf(cluster), u"RUNNING"_s);
    QCOMPARE(cluster.job().restarts(), 0);
}

void TestSimFlinkFaults::lostMetadataMeansABeginningFromNothing()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(1min);
    const QString id = cluster.job().id();
    for (const QString& map : {u"orders-cluster-config-map"_s, u"orders-%1-config-map"_s.arg(id)})
        QVERIFY(bool(cluster.world().objects.remove(u"configmaps", u"default"_s, map)));
    cluster.restartManager();
    QVERIFY(cluster.runUntilRunning());
    QCOMPARE(cluster.object(cluster.jobPath(u"/checkpoints"_s))["counts"_L1]["restored"_L1].toInt(), 0);
}

void TestSimFlinkFaults::metaspaceThatGrowsWithEachRestartEndsTheTaskManager()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    cluster.manager().setMetaspaceLeak(60 * 1024 * 1024);
    for (int i = 0; i < 4; ++i) {
        QVERIFY(cluster.runUntilRunning());
        cluster.job().failTask(0, 0, exception(u"java.lang.IllegalStateException: told to fail"_s));
        cluster.advance(500ms);
    }
    cluster.advance(1s);
    QVERIFY(cluster.runUntilRunning());
    // 75 MiB and four times 60 are more than 256.
    QCOMPARE(cluster.manager().workers().front().id, u"orders-taskmanager-1-2"_s);
}

void TestSimFlinkFaults::stateThatDoesNotFitIntoTheHeapFailsAtEveryRestart()
{
    support::SimFlink cluster({.isSession = true});
    cluster.advance(10s);
    JobSpec large = support::SimFlink::orders(800);
    large.vertices[1].stateLimit = qint64(2) << 30;
    large.vertices[1].stateBytesPerRecord = 5000;
    large = configured(large, cluster.setup().configuration, 2);
    cluster.manager().submit(large, {});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(30min);
    cluster.job().failTask(0, 0, exception(u"java.lang.IllegalStateException: told to fail"_s));
    cluster.advance(2min);
    QVERIFY(!cluster.job().traffic().isRunning());
    QVERIFY(newestException(cluster)["stacktrace"_L1].toString().startsWith(
        u"java.lang.OutOfMemoryError: Java heap space. A heap space-related out-of-memory error has occurred."));
    QVERIFY(cluster.job().restarts() > 3);
}

void TestSimFlinkFaults::withoutPlaceTasksStayScheduled()
{
    support::SimFlink cluster({});
    cluster.workers().setLimit(0);
    cluster.advance(1min);
    QCOMPARE(cluster.get(u"/taskmanagers"_s), "{\"taskmanagers\":[]}");
    const QJsonObject job = cluster.object(u"/jobs/overview"_s)["jobs"_L1][0].toObject();
    QCOMPARE(job["state"_L1].toString(), u"RUNNING"_s);
    QCOMPARE(job["tasks"_L1]["scheduled"_L1].toInt(), 6);
    QVERIFY(cluster.object(cluster.jobPath(u"/checkpoints"_s))["counts"_L1]["failed"_L1].toInt() >= 9);
    QVERIFY(newestException(cluster).isEmpty());
    cluster.advance(5min);
    QVERIFY(newestException(cluster)["stacktrace"_L1].toString().startsWith(
        u"org.apache.flink.runtime.jobmanager.scheduler.NoResourceAvailableException: "));
}

void TestSimFlinkFaults::restartsAreExhausted()
{
    support::SimFlink cluster({.configuration = {{u"restart-strategy.type"_s, u"fixed-delay"_s},
                                                 {u"restart-strategy.fixed-delay.attempts"_s, u"2"_s},
                                                 {u"restart-strategy.fixed-delay.delay"_s, u"1 s"_s}}});
    for (int i = 0; i < 3; ++i) {
        QVERIFY(cluster.runUntilRunning());
        cluster.job().failTask(0, 0, exception(u"java.lang.IllegalStateException: told to fail"_s));
    }
    cluster.advance(1s);
    QCOMPARE(stateOf(cluster), u"FAILED"_s);
    QVERIFY(newestException(cluster)["stacktrace"_L1].toString().startsWith(
        u"org.apache.flink.runtime.JobException: Recovery is suppressed by "
        u"FixedDelayRestartBackoffTimeStrategy(maxNumberRestartAttempts=2, backoffTimeMS=1000)\n"));
    QCOMPARE(cluster.object(u"/overview"_s)["jobs-failed"_L1].toInt(), 1);
    const QJsonObject result = cluster.object(cluster.jobPath(u"/execution-result"_s));
    QCOMPARE(result["job-execution-result"_L1]["application-status"_L1].toString(), u"FAILED"_s);
}

QTEST_GUILESS_MAIN(TestSimFlinkFaults)
#include "tst_simflinkfaults.moc"
