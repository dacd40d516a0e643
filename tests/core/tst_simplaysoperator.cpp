#include "tests/support/hygiene.h"
#include "tests/support/sim/playbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::PlayBench;

/// Rehearsals about the operator and what it deploys: each with a cure that does not help and the one that does.
class OperatorPlaysTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }
    void anImageThatDoesNotExistKeepsTheJobDown();
    void stateThatDoesNotFitIsNotCuredByDroppingIt();
    void anOldOperatorLeavesNewVersionsAlone();
    void aRefusedManifestHoldsTheReleaseUp();
    void aJobManagerWithTooLittleMemoryDoesNotStay();
};

void OperatorPlaysTest::anImageThatDoesNotExistKeepsTheJobDown()
{
    PlayBench bench(u"bad-image"_s);
    QVERIFY(bench.becomesSick(5min));
    bench.pass(3min);
    QVERIFY(!bench.anyGoalHolds());
    QCOMPARE(bench.ask("DELETE", "/api/v1/namespaces/orders/pods?labelSelector=app=order-lifecycle").status, 200);
    bench.pass(4min);
    QVERIFY(!bench.anyGoalHolds());

    const auto path = PlayBench::flinkPath("flinkdeployments", "orders", "order-lifecycle");
    QCOMPARE(bench.patch(path, R"({"spec":{"image":"registry.hanbit.example/flink/order-lifecycle:1.20-r7"}})").status,
             200);
    QVERIFY(bench.recovers());
}

void OperatorPlaysTest::stateThatDoesNotFitIsNotCuredByDroppingIt()
{
    PlayBench bench(u"bad-upgrade"_s);
    const auto path = PlayBench::flinkPath("flinkdeployments", "payments", "payment-settlement");
    QVERIFY(bench.becomesSick(10min));
    bench.pass(2min);
    QVERIFY(!bench.anyGoalHolds());
    const auto savepoint =
        bench.get(path).json()["status"_L1]["jobStatus"_L1]["upgradeSavepointPath"_L1].toString().toUtf8();
    QVERIFY(!savepoint.isEmpty());

    // It runs, but with empty windows.
    QCOMPARE(bench
                 .patch(path, R"({"spec":{"job":{"allowNonRestoredState":true,"savepointRedeployNonce":1,)"
                              R"("initialSavepointPath":")" +
                                  savepoint + R"("}}})")
                 .status,
             200);
    QVERIFY(bench.passUntil(
        [&] { return sim::practice::isHealthy(*bench.cluster, u"payments"_s, u"payment-settlement"_s); }));
    bench.pass(2min);
    QVERIFY(!bench.anyGoalHolds());

    QCOMPARE(bench
                 .patch(path, R"({"spec":{"job":{"allowNonRestoredState":false,"savepointRedeployNonce":2,)"
                              R"("jarURI":"local:///opt/flink/usrlib/payment-settlement.jar",)"
                              R"("initialSavepointPath":")" +
                                  savepoint + R"("}}})")
                 .status,
             200);
    QVERIFY(bench.recovers());
}

void OperatorPlaysTest::anOldOperatorLeavesNewVersionsAlone()
{
    PlayBench bench(u"operator-too-old"_s);
    QVERIFY(bench.becomesSick(1min));
    bench.pass(5min);
    QVERIFY(!bench.anyGoalHolds());
    QCOMPARE(bench.ask("DELETE", "/api/v1/namespaces/flink-operator/pods").status, 200);
    bench.pass(3min);
    QVERIFY(!bench.anyGoalHolds());

    QCOMPARE(bench
                 .ask("PATCH", "/apis/apps/v1/namespaces/flink-operator/deployments/flink-kubernetes-operator",
                      R"([{"op":"replace","path":"/spec/template/spec/containers/0/image",)"
                      R"("value":"ghcr.io/apache/flink-kubernetes-operator:1.15.0"}])",
                      "application/json-patch+json")
                 .status,
             200);
    QVERIFY(bench.recovers());
}

void OperatorPlaysTest::aRefusedManifestHoldsTheReleaseUp()
{
    PlayBench bench(u"webhook-refusal"_s);
    QVERIFY(bench.becomesSick(2min));
    bench.pass(2min);
    QVERIFY(!bench.anyGoalHolds());
    const QByteArray map = "/api/v1/namespaces/payments/configmaps/refund-matcher-desired";
    auto manifest = bench.get(map).json()["data"_L1]["manifest.json"_L1].toString();
    QVERIFY(manifest.contains("kubernetes.cluster-id"_L1));

    // Past the agent: the job is wider, the release is still refused.
    QCOMPARE(bench
                 .patch(PlayBench::flinkPath("flinkdeployments", "payments", "refund-matcher"),
                        R"({"spec":{"job":{"parallelism":4}}})")
                 .status,
             200);
    bench.pass(4min);
    QVERIFY(!bench.allGoalsHold());

    auto document = QJsonDocument::fromJson(manifest.toUtf8()).object();
    sim::put(document, {u"spec", u"flinkConfiguration", u"kubernetes.cluster-id"}, QJsonValue(QJsonValue::Undefined));
    const QJsonObject patch{
        {u"data"_s,
         QJsonObject{{u"manifest.json"_s, QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Compact))}}}};
    QCOMPARE(bench.patch(map, QJsonDocument(patch).toJson()).status, 200);
    QVERIFY(bench.recovers());
}

void OperatorPlaysTest::aJobManagerWithTooLittleMemoryDoesNotStay()
{
    PlayBench bench(u"jobmanager-failover"_s);
    QVERIFY(bench.becomesSick(15min));
    QVERIFY(!bench.anyGoalHolds());
    QCOMPARE(bench
                 .ask("DELETE", "/api/v1/namespaces/analytics/pods?labelSelector=app=clickstream-sessions,"
                                "component=jobmanager")
                 .status,
             200);
    QVERIFY(!bench.recovers(8min));

    QCOMPARE(bench
                 .patch(PlayBench::flinkPath("flinkdeployments", "analytics", "clickstream-sessions"),
                        R"({"spec":{"jobManager":{"resource":{"memory":"1600m"}}}})")
                 .status,
             200);
    QVERIFY(bench.recovers());
}

QTEST_GUILESS_MAIN(OperatorPlaysTest)
#include "tst_simplaysoperator.moc"
