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
    void kafkaLag();
    void kafkaLagIsNotCuredByLeavingEventsOut();
    void autoscalerOscillates();
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

void SimPressurePlaysTest::kafkaLag()
{
    PlayBench bench(u"kafka-lag"_s);
    PlayUser user(bench, "orders", "order-lifecycle");
    QVERIFY2(bench.becomesSick(40min), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());
    const QString pending = u"/subtasks/metrics?get=Source__order-events.pendingRecords&agg=sum"_s;
    // The first question for metrics only has them fetched.
    user.flink(user.vertexPath(u"Source"_s, pending));
    bench.pass(10s);
    const QJsonArray lag = [&] {
        const QByteArray answer = bench
                                      .get("/api/v1/namespaces/orders/services/order-lifecycle-rest:8081/proxy" +
                                           user.vertexPath(u"Source"_s, pending).toUtf8())
                                      .body;
        return QJsonDocument::fromJson(answer).array();
    }();
    QVERIFY2(lag[0][u"sum"_s].toDouble() > 1e6, QJsonDocument(lag).toJson());

    user.restart();
    QVERIFY2(!bench.recovers(20min), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());

    user.patchSpec(R"({"job":{"parallelism":12}})");
    QVERIFY2(bench.recovers(60min), user.told());
}

void SimPressurePlaysTest::kafkaLagIsNotCuredByLeavingEventsOut()
{
    PlayBench bench(u"kafka-lag"_s);
    PlayUser user(bench, "orders", "order-lifecycle");
    QVERIFY2(bench.becomesSick(40min), user.told());
    user.patchSpec(R"({"restartNonce":7,"job":{"upgradeMode":"stateless","parallelism":12}})");
    QVERIFY2(!bench.recovers(20min), user.told());
    // Everything is fast now; but what gathered was never read.
    QCOMPARE(bench.goals(), QList<bool>({false, true}));
}

void SimPressurePlaysTest::autoscalerOscillates()
{
    PlayBench bench(u"autoscaler-oscillates"_s);
    PlayUser user(bench, "payments", "fraud-scoring");
    QVERIFY2(bench.becomesSick(60min), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());
    int scalings = 0;
    for (const QJsonValue& event : bench.get("/api/v1/namespaces/payments/events").json()[u"items"_s].toArray()) {
        if (event[u"reason"_s] == u"Scaling"_s && event[u"involvedObject"_s][u"name"_s] == u"fraud-scoring"_s)
            scalings += event[u"count"_s].toInt(1);
    }
    QVERIFY(scalings >= 3);

    const auto configure = [&user](const QByteArray& entries) {
        user.patchSpec("{\"flinkConfiguration\":{" + entries + "}}");
    };
    // Off: it is calm, but nobody scales any more.
    configure(R"("job.autoscaler.enabled":"false")");
    QVERIFY2(!bench.recovers(40min), user.told());

    configure(R"("job.autoscaler.enabled":"true","job.autoscaler.metrics.window":"15 m",)"
              R"("job.autoscaler.stabilization.interval":"10 m","job.autoscaler.scale-down.interval":"1 h",)"
              R"("job.autoscaler.target.utilization.boundary":"0.4")");
    QVERIFY2(bench.recovers(120min), user.told());
}

QTEST_GUILESS_MAIN(SimPressurePlaysTest)
#include "tst_simplays_pressure.moc"
