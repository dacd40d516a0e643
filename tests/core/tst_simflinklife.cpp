#include "tests/support/hygiene.h"
#include "tests/support/recordings.h"
#include "tests/support/simflink.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sim::flink;

namespace {

QString latestPath(support::SimFlink& cluster)
{
    return cluster.job().coordinator().log().latestCompleted()->path;
}

QJsonObject newestException(support::SimFlink& cluster)
{
    return cluster.object(cluster.jobPath(u"/exceptions"_s))["exceptionHistory"_L1]["entries"_L1][0].toObject();
}

QString stateOf(support::SimFlink& cluster)
{
    return cluster.object(cluster.jobPath())["state"_L1].toString();
}

} // namespace

/// How jobs begin, fail, come back and end; texts and order as the recordings of a real cluster have them.
class TestSimFlinkLife : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aJobPassesThroughTheStatesOfARealStart();
    void checkpointsBeforeAllTasksRunFailWithoutAnId();
    void aKilledTaskManagerIsReplacedAndTheJobRestored_data();
    void aKilledTaskManagerIsReplacedAndTheJobRestored();
    void withoutRestartsALostTaskManagerIsTheEnd();
    void theBackOffOfExponentialDelayGrows();
    void withHighAvailabilityTheJobSurvivesItsJobManager();
    void aSessionLosesItsJobsWithoutHighAvailability_data();
    void aSessionLosesItsJobsWithoutHighAvailability();
    void theAdaptiveSchedulerRescalesInPlace();
    void cancelKeepsOrDeletesCheckpointsAsConfigured_data();
    void cancelKeepsOrDeletesCheckpointsAsConfigured();
    void stopWithSavepointFinishesTheJob();
    void theLogTellsWhatHappened();
};

void TestSimFlinkLife::initTestCase()
{
    support::keepClean();
}

void TestSimFlinkLife::aJobPassesThroughTheStatesOfARealStart()
{
    support::SimFlink cluster({});
    QStringList seen;
    for (int i = 0; i < 300; ++i) {
        cluster.advance(50ms);
        QString now = u"no job"_s;
        const QJsonArray jobs = cluster.object(u"/jobs/overview"_s)["jobs"_L1].toArray();
        if (!jobs.isEmpty())
            now = jobs[0]["state"_L1].toString() + u" "_s + QString::number(jobs[0]["tasks"_L1]["running"_L1].toInt()) +
                  u" of "_s + QString::number(jobs[0]["tasks"_L1]["total"_L1].toInt());
        if (seen.isEmpty() || seen.last() != now)
            seen += now;
    }
    QCOMPARE(seen, (QStringList{u"no job"_s, u"INITIALIZING 0 of 0"_s, u"CREATED 0 of 0"_s, u"RUNNING 0 of 6"_s,
                                u"RUNNING 6 of 6"_s}));
}

void TestSimFlinkLife::checkpointsBeforeAllTasksRunFailWithoutAnId()
{
    support::SimFlink cluster({.configuration = {{u"execution.checkpointing.interval"_s, u"1s"_s}}});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(1s);
    const QJsonObject answer = cluster.object(cluster.jobPath(u"/checkpoints"_s));
    QVERIFY(answer["counts"_L1]["failed"_L1].toInt() > 0);
    QVERIFY(answer["latest"_L1]["failed"_L1].isNull());
    QCOMPARE(answer["latest"_L1]["completed"_L1]["id"_L1].toInt(), answer["counts"_L1]["completed"_L1].toInt());
}

void TestSimFlinkLife::aKilledTaskManagerIsReplacedAndTheJobRestored_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("1.20") << u"1.20"_s;
    QTest::newRow("2.2") << u"2.2"_s;
}

void TestSimFlinkLife::aKilledTaskManagerIsReplacedAndTheJobRestored()
{
    QFETCH(QString, version);
    support::SimFlink cluster({version});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(30s);
    const QString id = cluster.job().id();
    const qint64 checkpoint = cluster.job().coordinator().latest()->id;
    cluster.manager().removeWorker(u"orders-taskmanager-1-1"_s, {});
    QCOMPARE(stateOf(cluster), u"RESTARTING"_s);
    QVERIFY(cluster.runUntilRunning());
    QCOMPARE(cluster.job().id(), id);
    QCOMPARE(cluster.manager().workers().front().id, u"orders-taskmanager-1-2"_s);
    const QJsonObject restored =
        cluster.object(cluster.jobPath(u"/checkpoints"_s))["latest"_L1]["restored"_L1].toObject();
    QCOMPARE(restored["id"_L1].toInteger(), checkpoint);
    QCOMPARE(restored["is_savepoint"_L1], QJsonValue(false));
    const QJsonObject entry = newestException(cluster);
    const QJsonObject recorded = QJsonDocument::fromJson(support::recording(
        u"faults/01-taskmanager-killed/05-rest-exceptions-after"_s))["exceptionHistory"_L1]["entries"_L1]
                                     .toArray()[0]
                                     .toObject();
    QCOMPARE(entry["exceptionName"_L1], recorded["exceptionName"_L1]);
    QCOMPARE(entry["taskName"_L1].toString().section(u" ("_s, 1), u"2/2) - execution #0"_s);
    QVERIFY(entry["stacktrace"_L1].toString().startsWith(recorded["stacktrace"_L1].toString().left(400)));
    QStringList keys = recorded.keys();
    if (version == u"2.2")
        keys.removeAll(u"location"_s);
    QCOMPARE(entry.keys(), keys);
    const QJsonObject all = cluster.object(cluster.jobPath(u"/exceptions"_s));
    QCOMPARE(all.contains("root-exception"_L1), version == u"1.20");
    QCOMPARE(all["all-exceptions"_L1].toArray().size(), 0);
}

void TestSimFlinkLife::withoutRestartsALostTaskManagerIsTheEnd()
{
    support::SimFlink cluster({.configuration = {{u"restart-strategy.type"_s, u"none"_s}}});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(30s);
    const QString path = latestPath(cluster);
    cluster.manager().removeWorker(u"orders-taskmanager-1-1"_s, {});
    cluster.advance(1s);
    QCOMPARE(stateOf(cluster), u"FAILED"_s);
    const QString root = cluster.object(cluster.jobPath(u"/exceptions"_s))["root-exception"_L1].toString();
    QVERIFY(root.startsWith(
        u"org.apache.flink.runtime.JobException: Recovery is suppressed by NoRestartBackoffTimeStrategy\n"));
    QVERIFY(root.contains(u"Caused by: java.lang.Exception: Pod terminated"));
    // The checkpoint stays for whoever comes next.
    QVERIFY(cluster.storage().exists(path + u"/_metadata"_s));
    QCOMPARE(
        cluster.world().objects.find(u"configmaps", u"default"_s, u"orders-"_s + cluster.job().id() + u"-config-map"_s),
        nullptr);
}

void TestSimFlinkLife::theBackOffOfExponentialDelayGrows()
{
    support::SimFlink cluster({});
    std::vector<sim::Duration> waits;
    for (int i = 0; i < 6; ++i) {
        QVERIFY(cluster.runUntilRunning());
        cluster.job().failTask(0, 0, exception(u"java.lang.IllegalStateException: told to fail"_s));
        const sim::Instant failed = cluster.world().clock.now();
        while (cluster.job().state() == JobState::Restarting)
            cluster.advance(50ms);
        waits.push_back(cluster.world().clock.now() - failed);
    }
    QVERIFY(waits.front() < 1200ms);
    for (std::size_t i = 1; i < waits.size(); ++i)
        QVERIFY(waits[i] > waits[i - 1]);
    QVERIFY(waits.back() > 6s && waits.back() < 9s);
}

void TestSimFlinkLife::withHighAvailabilityTheJobSurvivesItsJobManager()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(1min);
    cluster.job().failTask(0, 0, exception(u"java.lang.IllegalStateException: told to fail"_s));
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(20s);
    cluster.get(cluster.jobPath());
    const QString id = cluster.job().id();
    const qint64 last = cluster.job().coordinator().latest()->id;
    const double position = cluster.job().traffic().position(0);
    cluster.restartManager();
    QVERIFY(cluster.runUntilRunning());
    QCOMPARE(cluster.job().id(), id);
    const QJsonObject answer = cluster.object(cluster.jobPath(u"/checkpoints"_s));
    QCOMPARE(answer["latest"_L1]["restored"_L1]["id"_L1].toInteger(), last);
    QCOMPARE(answer["latest"_L1]["restored"_L1]["is_savepoint"_L1], QJsonValue(false));
    QCOMPARE(answer["counts"_L1]["completed"_L1].toInt(), 0);
    // Nothing of what went wrong before is known any more.
    QCOMPARE(cluster.object(cluster.jobPath(u"/exceptions"_s)),
             QJsonDocument::fromJson(support::recording(u"rest/1.20/job-exceptions"_s)).object());
    QVERIFY(cluster.job().traffic().position(0) < position);
    cluster.advance(1min);
    QVERIFY(cluster.job().coordinator().latest()->id > last);
    QVERIFY(cluster.job().traffic().position(0) > position);
}

void TestSimFlinkLife::aSessionLosesItsJobsWithoutHighAvailability_data()
{
    QTest::addColumn<QString>("type");
    QTest::newRow("none") << u"NONE"_s;
    QTest::newRow("Kubernetes") << u"kubernetes"_s;
}

void TestSimFlinkLife::aSessionLosesItsJobsWithoutHighAvailability()
{
    QFETCH(QString, type);
    support::SimFlink cluster({.configuration = {{u"high-availability.type"_s, type}}, .isSession = true});
    cluster.advance(10s);
    const QByteArray upload =
        "--x\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"orders.jar\"\r\n\r\nPK\r\n--x--";
    const QByteArray uploaded = cluster.ask("POST", u"/jars/upload"_s, upload).body;
    const QString jar = QJsonDocument::fromJson(uploaded)["filename"_L1].toString().section(u'/', -1);
    QCOMPARE(cluster.object(u"/jars"_s)["files"_L1][0]["id"_L1].toString(), jar);
    const sim::Reply run = cluster.ask("POST", u"/jars/%1/run"_s.arg(jar), R"({"parallelism": 2})");
    QCOMPARE(run.status, 200);
    QVERIFY(cluster.runUntilRunning());
    QCOMPARE(QJsonDocument::fromJson(run.body)["jobid"_L1].toString(), cluster.job().id());
    const QString id = cluster.job().id();
    cluster.restartManager();
    cluster.advance(1min);
    const QByteArray jobs = "{\"id\":\"" + id.toLatin1() + "\",\"status\":\"RUNNING\"}";
    QCOMPARE(cluster.get(u"/jobs"_s), "{\"jobs\":[" + (type == u"NONE" ? QByteArray() : jobs) + "]}");
}

void TestSimFlinkLife::theAdaptiveSchedulerRescalesInPlace()
{
    support::SimFlink cluster({.configuration = {{u"jobmanager.scheduler"_s, u"adaptive"_s}}, .parallelism = 1});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(30s);
    const QString id = cluster.job().id();
    QJsonObject body = cluster.object(cluster.jobPath(u"/resource-requirements"_s));
    QCOMPARE(body.size(), 3);
    for (const QString& vertex : body.keys())
        body[vertex] = QJsonObject{{u"parallelism"_s, QJsonObject{{u"lowerBound"_s, 1}, {u"upperBound"_s, 3}}}};
    const sim::Reply reply =
        cluster.ask("PUT", cluster.jobPath(u"/resource-requirements"_s), QJsonDocument(body).toJson());
    QCOMPARE(reply.status, 200);
    QCOMPARE(stateOf(cluster), u"CREATED"_s);
    QVERIFY(cluster.runUntilRunning());
    QCOMPARE(cluster.job().id(), id);
    QCOMPARE(cluster.object(u"/jobs/overview"_s)["jobs"_L1][0]["tasks"_L1]["total"_L1].toInt(), 9);
    QCOMPARE(cluster.manager().workers().size(), 2u);
    QCOMPARE(cluster.object(cluster.jobPath(u"/checkpoints"_s))["counts"_L1]["restored"_L1].toInt(), 1);
    body.remove(body.keys().first());
    QCOMPARE(cluster.ask("PUT", cluster.jobPath(u"/resource-requirements"_s), QJsonDocument(body).toJson()).status,
             400);
}

void TestSimFlinkLife::cancelKeepsOrDeletesCheckpointsAsConfigured_data()
{
    QTest::addColumn<QString>("retention");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("retained") << u"RETAIN_ON_CANCELLATION"_s << true;
    QTest::newRow("deleted") << u"DELETE_ON_CANCELLATION"_s << false;
}

void TestSimFlinkLife::cancelKeepsOrDeletesCheckpointsAsConfigured()
{
    QFETCH(QString, retention);
    QFETCH(bool, isKept);
    support::SimFlink cluster(
        {.configuration = {{u"execution.checkpointing.externalized-checkpoint-retention"_s, retention}}});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(30s);
    cluster.get(cluster.jobPath());
    const QString path = latestPath(cluster);
    QVERIFY(cluster.storage().exists(path));
    QCOMPARE(cluster.ask("PATCH", cluster.jobPath(u"?mode=cancel"_s)).status, 202);
    QCOMPARE(stateOf(cluster), u"CANCELLING"_s);
    cluster.advance(1s);
    QCOMPARE(stateOf(cluster), u"CANCELED"_s);
    QCOMPARE(cluster.storage().exists(path), isKept);
    QCOMPARE(cluster.ask("PATCH", cluster.jobPath(u"?mode=cancel"_s)).status, 202);
}

void TestSimFlinkLife::stopWithSavepointFinishesTheJob()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(20s);
    const QByteArray body = cluster
                                .ask("POST", cluster.jobPath(u"/stop"_s),
                                     R"({"drain": true, "triggerId": "22222222222222222222222222222222"})")
                                .body;
    QCOMPARE(body, "{\"request-id\":\"22222222222222222222222222222222\"}");
    // The answer got lost, and the client asks again: nothing new happens.
    cluster.ask("POST", cluster.jobPath(u"/stop"_s),
                R"({"drain": true, "triggerId": "22222222222222222222222222222222"})");
    cluster.advance(2s);
    QCOMPARE(stateOf(cluster), u"FINISHED"_s);
    const QJsonObject status = cluster.object(cluster.jobPath(u"/savepoints/22222222222222222222222222222222"_s));
    const QString location = status["operation"_L1]["location"_L1].toString();
    QVERIFY(location.startsWith(u"file:/flink-data/orders/sp/savepoint-"_s + cluster.job().id().left(6) + u'-'));
    QVERIFY(cluster.storage().exists(location + u"/_metadata"_s));
    QCOMPARE(cluster.object(cluster.jobPath(u"/checkpoints"_s))["latest"_L1]["savepoint"_L1]["checkpoint_type"_L1]
                 .toString(),
             u"SYNC_SAVEPOINT"_s);
    cluster.advance(6min);
    QCOMPARE(cluster.ask("GET", cluster.jobPath(u"/savepoints/22222222222222222222222222222222"_s)).status, 404);
}

void TestSimFlinkLife::theLogTellsWhatHappened()
{
    support::SimFlink cluster({});
    std::vector<QByteArray> followed;
    const auto following = cluster.manager().setup().log->follow(
        [&followed](const sim::LogLine& line) { followed.push_back(line.text); }, [] {});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(30s);
    const QByteArray log = cluster.get(u"/jobmanager/log"_s);
    QVERIFY(
        log.contains("INFO  org.apache.flink.runtime.checkpoint.CheckpointCoordinator    [] - Triggering checkpoint 1 "
                     "(type=CheckpointType{name='Checkpoint', sharingFilesStrategy=FORWARD_BACKWARD}) @ "));
    QVERIFY(log.contains("Completed checkpoint 1 for job " + cluster.job().id().toLatin1() + " ("));
    QVERIFY(log.contains(") switched from state CREATED to RUNNING."));
    QVERIFY(followed.size() > 30);
    QVERIFY(
        cluster.get(u"/taskmanagers/orders-taskmanager-1-1/log"_s).contains("switched from INITIALIZING to RUNNING."));
    const QRegularExpression pattern(u"^2026-01-02 10:\\d\\d:\\d\\d,\\d{3} (INFO |WARN |ERROR) [\\w.$]+ +\\[\\] - "_s);
    QVERIFY(pattern.match(QString::fromUtf8(followed.back())).hasMatch());
}

QTEST_GUILESS_MAIN(TestSimFlinkLife)
#include "tst_simflinklife.moc"
