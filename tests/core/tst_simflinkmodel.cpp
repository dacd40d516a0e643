#include "tests/support/hygiene.h"
#include "tests/support/simflink.h"

#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sim::flink;

class TestSimFlinkModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aHealthyJobHasNoBottleneckWhateverTheSeed();
    void theSameSeedGivesTheSameBytes();
    void anotherSeedGivesOtherBytes();
    void pollingDoesNotChangeWhatHappens();
    void aSlowSinkHoldsEverythingBeforeIt();
    void aHotKeyMakesOneSubtaskBusyAndHoldsTheSource();
    void anOutageOfTheSourceLeavesLagThatIsCaughtUp();
    void aJobThatCannotKeepUpFallsBehindForEver();
    void checkpointsExpireExactlyWhenTheBarriersTakeLongerThanTheTimeout_data();
    void checkpointsExpireExactlyWhenTheBarriersTakeLongerThanTheTimeout();
    void unalignedCheckpointsCompleteWhereAlignedOnesExpire();
    void aRunningCheckpointTakesLongerWhenTheSinkBecomesSlow();
    void stateGrowsUpToItsLimitAndSoDoCheckpoints();
    void incrementalCheckpointsAreSmallerThanTheState();
    void twelveJobsLiveADayInAFewSeconds();
    void oneAnswerIsQuick();
};

void TestSimFlinkModel::initTestCase()
{
    support::keepClean();
}

void TestSimFlinkModel::aHealthyJobHasNoBottleneckWhateverTheSeed()
{
    for (quint64 seed = 1; seed <= 10; ++seed) {
        support::SimFlink cluster({u"1.20"_s, seed});
        QVERIFY(cluster.runUntilRunning());
        cluster.advance(5min);
        for (int v = 0; v < 3; ++v) {
            QVERIFY(cluster.metric(v, u"busyTimeMsPerSecond"_s) < 700);
            QCOMPARE(cluster.metric(v, u"busyTimeMsPerSecond"_s) + cluster.metric(v, u"idleTimeMsPerSecond"_s), 1000.0);
            // Made of the metrics that the questions above had fetched.
            const QJsonObject answer = cluster.object(cluster.vertexPath(v, u"/backpressure"_s));
            QCOMPARE(answer["backpressureLevel"_L1].toString(), u"ok"_s);
        }
        QCOMPARE(cluster.job().traffic().backlog(0), 0.0);
        QCOMPARE(cluster.job().coordinator().log().latestFailed(), nullptr);
        QVERIFY(cluster.job().coordinator().log().counts().completed >= 55);
    }
}

void TestSimFlinkModel::theSameSeedGivesTheSameBytes()
{
    const QStringList paths{u""_s, u"/checkpoints"_s, u"/exceptions"_s, u"/metrics"_s, u"/plan"_s};
    QByteArray all[2];
    for (QByteArray& bytes : all) {
        support::SimFlink cluster({u"2.2"_s, 7});
        QVERIFY(cluster.runUntilRunning());
        for (int i = 0; i < 5; ++i) {
            cluster.advance(47s);
            for (const QString& path : paths)
                bytes += cluster.get(cluster.jobPath(path));
            bytes += cluster.get(cluster.vertexPath(1, u"/subtasks/metrics?get=numRecordsInPerSecond"_s));
            bytes += cluster.get(u"/taskmanagers/orders-taskmanager-1-1"_s) + cluster.get(u"/jobmanager/log"_s);
        }
    }
    QVERIFY(all[0].size() > 10'000);
    QVERIFY(all[0] == all[1]);
}

void TestSimFlinkModel::anotherSeedGivesOtherBytes()
{
    QByteArray all[2];
    quint64 seed = 1;
    for (QByteArray& bytes : all) {
        support::SimFlink cluster({u"2.2"_s, seed++});
        QVERIFY(cluster.runUntilRunning());
        cluster.advance(1min);
        bytes = cluster.get(u"/jobs/overview"_s);
    }
    QVERIFY(all[0] != all[1]);
}

void TestSimFlinkModel::pollingDoesNotChangeWhatHappens()
{
    support::SimFlink quiet({u"1.20"_s, 3});
    support::SimFlink asked({u"1.20"_s, 3});
    QVERIFY(quiet.runUntilRunning() && asked.runUntilRunning());
    for (int i = 0; i < 100; ++i) {
        quiet.advance(1s);
        asked.advance(1s);
        asked.get(asked.jobPath());
    }
    QCOMPARE(quiet.get(quiet.jobPath(u"/checkpoints"_s)), asked.get(asked.jobPath(u"/checkpoints"_s)));
}

void TestSimFlinkModel::aSlowSinkHoldsEverythingBeforeIt()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(1min);
    cluster.manager().setDisturbance({.slowness = {{2, 40}}});
    cluster.advance(2min);
    QCOMPARE(cluster.metric(2, u"isBackPressured"_s), 0.0);
    QVERIFY(cluster.metric(2, u"busyTimeMsPerSecond"_s) > 960);
    for (int v = 0; v < 2; ++v) {
        QCOMPARE(cluster.object(cluster.vertexPath(v, u"/backpressure"_s))["backpressureLevel"_L1].toString(),
                 u"high"_s);
        QVERIFY(cluster.metric(v, u"backPressuredTimeMsPerSecond"_s) > 500);
    }
    // 1500 records/s and subtask, 40 times slower, of which each needs two from the source: 150 of the 400 that arrive.
    const double rate = cluster.job().traffic().load()[0].in;
    QVERIFY2(std::abs(rate - 150) < 1, qPrintable(QString::number(rate)));
    QVERIFY(cluster.job().traffic().backlog(0) > 25'000);
    cluster.manager().setDisturbance({});
    cluster.advance(10min);
    QCOMPARE(cluster.job().traffic().backlog(0), 0.0);
    QCOMPARE(cluster.object(cluster.vertexPath(0, u"/backpressure"_s))["backpressureLevel"_L1].toString(), u"ok"_s);
}

void TestSimFlinkModel::aHotKeyMakesOneSubtaskBusyAndHoldsTheSource()
{
    support::SimFlink cluster(
        {.configuration = {{u"taskmanager.numberOfTaskSlots"_s, u"4"_s}}, .rate = 3000, .parallelism = 4});
    QVERIFY(cluster.runUntilRunning());
    cluster.manager().setDisturbance({.skew = {{1, 0.8}}});
    cluster.advance(3min);
    int busy = 0;
    int idle = 0;
    for (int i = 0; i < 4; ++i) {
        const double value = cluster.metric(1, u"busyTimeMsPerSecond"_s, i);
        busy += value > 950 ? 1 : 0;
        idle += value < 200 ? 1 : 0;
    }
    QCOMPARE(busy, 1);
    QCOMPARE(idle, 3);
    QCOMPARE(cluster.object(cluster.vertexPath(0, u"/backpressure"_s))["backpressureLevel"_L1].toString(), u"low"_s);
    const QJsonObject records =
        cluster.array(cluster.vertexPath(1, u"/subtasks/metrics?get=numRecordsIn"_s))[0].toObject();
    QVERIFY(records["skew"_L1].toDouble() > 80);
}

void TestSimFlinkModel::anOutageOfTheSourceLeavesLagThatIsCaughtUp()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(1min);
    cluster.broker().setDown(true);
    cluster.advance(10min);
    const double lag = cluster.job().traffic().backlog(0);
    QVERIFY2(std::abs(lag - 400 * 600) < 10, qPrintable(QString::number(lag)));
    const qint64 watermark =
        qint64(cluster.array(cluster.vertexPath(1, u"/watermarks"_s))[0]["value"_L1].toString().toLongLong());
    const qint64 now = cluster.world().clock.now().time_since_epoch().count();
    QVERIFY(now - watermark > 590'000 && now - watermark < 620'000);
    cluster.broker().setDown(false);
    // 1800 records/s can be read while 400 arrive: the lag is gone after 240,000 / 1400 s.
    cluster.advance(170s);
    QVERIFY(cluster.job().traffic().backlog(0) > 0);
    QVERIFY(cluster.metric(0, u"busyTimeMsPerSecond"_s) > 950);
    cluster.advance(5s);
    QCOMPARE(cluster.job().traffic().backlog(0), 0.0);
    QVERIFY(cluster.metric(0, u"busyTimeMsPerSecond"_s) < 700);
}

void TestSimFlinkModel::aJobThatCannotKeepUpFallsBehindForEver()
{
    support::SimFlink cluster({.rate = 2300});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(10min);
    const double after10 = cluster.job().traffic().backlog(0);
    cluster.advance(10min);
    cluster.job().settle();
    const double after20 = cluster.job().traffic().backlog(0);
    QVERIFY(after10 > 200'000);
    QVERIFY(std::abs(after20 - after10 - 500 * 600) < 1000);
}

void TestSimFlinkModel::checkpointsExpireExactlyWhenTheBarriersTakeLongerThanTheTimeout_data()
{
    QTest::addColumn<double>("slowness");
    for (const double slowness : {1.0, 20.0, 100.0, 300.0, 1000.0, 3000.0})
        QTest::addRow("a sink %d times slower", int(slowness)) << slowness;
}

void TestSimFlinkModel::checkpointsExpireExactlyWhenTheBarriersTakeLongerThanTheTimeout()
{
    QFETCH(double, slowness);
    support::SimFlink cluster(
        {.configuration = {{u"execution.checkpointing.timeout"_s, u"1 min"_s},
                           {u"execution.checkpointing.tolerable-failed-checkpoints"_s, u"1000"_s}}});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(30s);
    cluster.manager().setDisturbance({.slowness = {{2, slowness}}});
    cluster.advance(30min);
    const bool isTooSlow = cluster.job().traffic().pathSeconds(2) > 60;
    const CheckpointLog& log = cluster.job().coordinator().log();
    int expired = 0;
    int completed = 0;
    for (const Record& record : log.history()) {
        expired += record->status == CheckpointRecord::Status::Failed ? 1 : 0;
        completed += record->status == CheckpointRecord::Status::Completed ? 1 : 0;
        if (record->status == CheckpointRecord::Status::Failed) {
            QCOMPARE(record->failure, u"Checkpoint expired before completing."_s);
            QCOMPARE(record->ended - record->triggered, sim::Duration(60s));
            QVERIFY(record->acknowledged() < record->subtasks());
        } else if (record->status == CheckpointRecord::Status::Completed) {
            QVERIFY(record->duration(record->ended) <= sim::Duration(60s));
        }
    }
    QCOMPARE(expired > 0, isTooSlow);
    QCOMPARE(completed > 0, !isTooSlow);
    QCOMPARE(cluster.job().restarts(), 0);
}

void TestSimFlinkModel::unalignedCheckpointsCompleteWhereAlignedOnesExpire()
{
    support::SimFlink cluster({.configuration = {{u"execution.checkpointing.timeout"_s, u"1 min"_s},
                                                 {u"execution.checkpointing.unaligned.enabled"_s, u"true"_s}}});
    QVERIFY(cluster.runUntilRunning());
    cluster.manager().setDisturbance({.slowness = {{2, 3000}}});
    cluster.advance(10min);
    const Record last = cluster.job().coordinator().log().latestCompleted();
    QVERIFY(last && cluster.world().clock.now() - last->triggered < 1min);
    QVERIFY(last->total(&SubtaskAck::persisted) > 100'000);
    const QJsonObject answer =
        cluster.object(cluster.jobPath(u"/checkpoints"_s))["latest"_L1]["completed"_L1].toObject();
    QCOMPARE(answer["checkpoint_type"_L1].toString(), u"UNALIGNED_CHECKPOINT"_s);
    QCOMPARE(cluster.job().coordinator().log().latestFailed(), nullptr);
}

void TestSimFlinkModel::aRunningCheckpointTakesLongerWhenTheSinkBecomesSlow()
{
    support::SimFlink cluster({.configuration = {{u"execution.checkpointing.interval"_s, u"5 min"_s}}});
    QVERIFY(cluster.runUntilRunning());
    cluster.manager().setDisturbance({.slowness = {{2, 100}}});
    const QByteArray trigger = cluster.ask("POST", cluster.jobPath(u"/checkpoints"_s), "{}").body;
    QVERIFY(trigger.contains("request-id"));
    cluster.advance(1s);
    const Record running = cluster.job().coordinator().log().history().front();
    QCOMPARE(running->status, CheckpointRecord::Status::InProgress);
    cluster.manager().setDisturbance({.slowness = {{2, 400}}});
    cluster.advance(40s);
    QCOMPARE(running->status, CheckpointRecord::Status::InProgress);
    cluster.manager().setDisturbance({});
    cluster.advance(5s);
    QCOMPARE(running->status, CheckpointRecord::Status::Completed);
    QVERIFY(running->duration(running->ended) > sim::Duration(41s));
}

void TestSimFlinkModel::stateGrowsUpToItsLimitAndSoDoCheckpoints()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(10s);
    const qint64 early = cluster.job().coordinator().log().latestCompleted()->total(&SubtaskAck::stateSize);
    cluster.advance(24h);
    const qint64 late = cluster.job().coordinator().log().latestCompleted()->total(&SubtaskAck::stateSize);
    QVERIFY(early < late);
    QVERIFY2(late > 195'000 && late < 205'000, qPrintable(QString::number(late)));
}

void TestSimFlinkModel::incrementalCheckpointsAreSmallerThanTheState()
{
    support::SimFlink cluster({.configuration = {{u"state.backend.type"_s, u"rocksdb"_s},
                                                 {u"execution.checkpointing.incremental"_s, u"true"_s}}});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(1h);
    const CheckpointLog& log = cluster.job().coordinator().log();
    const qint64 whole = log.latestCompleted()->total(&SubtaskAck::stateSize);
    QVERIFY(log.summary().checkpointedSize.percentile(50) * 5 < double(whole));
    QVERIFY(log.summary().checkpointedSize.maximum() > whole / 2);
}

void TestSimFlinkModel::twelveJobsLiveADayInAFewSeconds()
{
    std::vector<std::unique_ptr<support::SimFlink>> clusters;
    for (quint64 seed = 0; seed < 12; ++seed) {
        clusters.push_back(std::make_unique<support::SimFlink>(support::SimFlink::Options{
            .seed = seed, .configuration = {{u"execution.checkpointing.interval"_s, u"1 min"_s}}}));
        QVERIFY(clusters.back()->runUntilRunning());
    }
    // Time of the processor, not of the wall: others work on this machine, too.
    const std::clock_t begin = std::clock();
    // At 60 times the speed, a driver moves the time by 6 s ten times a second.
    for (int tick = 0; tick < 24 * 600; ++tick) {
        for (const auto& cluster : clusters)
            cluster->advance(6s);
    }
    const double spent = double(std::clock() - begin) / CLOCKS_PER_SEC * 1000;
    qInfo("12 jobs, one day: %.0f ms", spent);
    QVERIFY(clusters.front()->job().coordinator().log().counts().completed > 1400);
    QVERIFY2(spent < 15000, qPrintable(QString::number(spent)));
}

void TestSimFlinkModel::oneAnswerIsQuick()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(10min);
    constexpr int rounds = 200;
    const std::clock_t begin = std::clock();
    for (int i = 0; i < rounds; ++i)
        QVERIFY(!cluster.get(cluster.jobPath()).isEmpty());
    const double each = double(std::clock() - begin) / CLOCKS_PER_SEC * 1000 / rounds;
    qInfo("one /jobs/:id: %.3f ms", each);
    QVERIFY2(each < 1, qPrintable(QString::number(each)));
}

QTEST_GUILESS_MAIN(TestSimFlinkModel)
#include "tst_simflinkmodel.moc"
