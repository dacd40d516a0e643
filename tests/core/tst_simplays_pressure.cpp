#include "tests/support/hygiene.h"
#include "tests/support/playuser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::PlayBench;
using support::PlayUser;

/// Rehearsals in which records or barriers wait: the symptom, a wrong cure, the intended one.
class SimPressurePlaysTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }
    void checkpointTimeout();
    void keySkew();
    void slowSink();
};

void SimPressurePlaysTest::checkpointTimeout()
{
    PlayBench bench(u"checkpoint-timeout"_s);
    PlayUser user(bench, "payments", "refund-matcher");
    QVERIFY2(bench.becomesSick(), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());
    // RUNNING and STABLE, and yet.
    QCOMPARE(user.status()[u"lifecycleState"_s].toString(), u"STABLE"_s);
    const QJsonObject checkpoints = user.flink(user.jobPath(u"/checkpoints"_s));
    QCOMPARE(checkpoints[u"latest"_s][u"failed"_s][u"failure_message"_s].toString(),
             u"Checkpoint expired before completing."_s);
    QCOMPARE(
        user.measured(user.vertexPath(u"Source: captured"_s, u"/backpressure"_s))[u"backpressureLevel"_s].toString(),
        u"high"_s);

    // With more time checkpoints pass, records do not.
    user.patchSpec(R"({"flinkConfiguration":{"execution.checkpointing.timeout":"10 min"}})");
    QVERIFY2(!bench.recovers(15min), user.told());
    QVERIFY(bench.goals().at(0));

    user.patchSpec(R"({"job":{"parallelism":24}})");
    QVERIFY2(bench.recovers(90min), user.told());
}

void SimPressurePlaysTest::keySkew()
{
    PlayBench bench(u"key-skew"_s);
    PlayUser user(bench, "analytics", "clickstream-sessions");
    QVERIFY2(bench.becomesSick(), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());
    double most = 0;
    double least = 1;
    const QJsonObject load = user.measured(user.vertexPath(u"session-window"_s, u"/backpressure"_s));
    for (const QJsonValue& subtask : load[u"subtasks"_s].toArray()) {
        most = std::max(most, subtask[u"busyRatio"_s].toDouble());
        least = std::min(least, subtask[u"busyRatio"_s].toDouble());
    }
    QVERIFY2(most > 0.95 && least < 0.3, qPrintable(u"%1 %2"_s.arg(most).arg(least)));

    user.patchSpec(R"({"job":{"parallelism":12}})");
    QVERIFY2(!bench.recovers(15min), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());

    user.patchSpec(R"({"job":{"jarURI":"local:///opt/flink/usrlib/clickstream-sessions-4.3.1.jar"}})");
    QVERIFY2(bench.recovers(60min), user.told());
}

void SimPressurePlaysTest::slowSink()
{
    PlayBench bench(u"slow-sink"_s);
    PlayUser user(bench, "orders", "order-lifecycle");
    QVERIFY2(bench.becomesSick(), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());
    const auto busy = [&user](const QString& task) {
        return user.measured(user.vertexPath(task, u"/backpressure"_s))[u"subtasks"_s][0][u"busyRatio"_s].toDouble();
    };
    QVERIFY(busy(u"Sink: order-status"_s) > 0.95);
    QVERIFY(busy(u"order-state-machine"_s) < 0.5);

    user.patchSpec(R"({"job":{"parallelism":8}})");
    QVERIFY2(!bench.recovers(15min), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());

    user.patchSpec(R"({"job":{"parallelism":4,"args":["--sink-batch-size","50"]}})");
    QVERIFY2(bench.recovers(60min), user.told());
}

QTEST_GUILESS_MAIN(SimPressurePlaysTest)
#include "tst_simplays_pressure.moc"
