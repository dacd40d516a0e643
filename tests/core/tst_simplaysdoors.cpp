#include "tests/support/hygiene.h"
#include "tests/support/sim/playbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::PlayBench;

/// Rehearsals about room for pods and about the way to the API server.
class DoorPlaysTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }
    void cordonedNodesLeavePodsWaiting();
    void aTightQuotaStopsAJobThatGrows();
    void aRemovedBindingTakesAllRights();
    void anExpiredCertificateIsRenewedByWhoeverShould();
    void aFloodIsAnsweredWith429UntilItEnds();
    void aStuckGatewaySwallowsRequestsUntilItsPodGoes();
    void clocksAreSteppedWhenTheirKeeperRuns();

private:
    static QByteArray scalePath(const char* ns, const char* name)
    {
        return QByteArray("/apis/apps/v1/namespaces/") + ns + "/deployments/" + name + "/scale";
    }
    static QByteArray replicas(int number) { return R"({"spec":{"replicas":)" + QByteArray::number(number) + "}}"; }
    static bool isValid(const std::optional<sim::Validity>& shown)
    {
        return !shown || shown->until > std::chrono::system_clock::now();
    }
};

void DoorPlaysTest::cordonedNodesLeavePodsWaiting()
{
    PlayBench bench(u"unschedulable-pods"_s);
    QVERIFY(bench.becomesSick(3min));
    bench.pass(3min);
    QVERIFY(!bench.anyGoalHolds());
    QCOMPARE(bench.ask("DELETE", "/api/v1/namespaces/orders/pods?labelSelector=app=warehouse-inventory").status, 200);
    bench.pass(3min);
    QVERIFY(!bench.anyGoalHolds());

    for (const auto node : {"worker-b", "worker-c"})
        QCOMPARE(bench.patch(QByteArray("/api/v1/nodes/") + node, R"({"spec":{"unschedulable":null}})").status, 200);
    QVERIFY(bench.recovers());
}

void DoorPlaysTest::aTightQuotaStopsAJobThatGrows()
{
    PlayBench bench(u"quota-exceeded"_s);
    QVERIFY(bench.becomesSick(10min));
    QVERIFY(!bench.anyGoalHolds());
    QCOMPARE(bench.ask("DELETE", "/api/v1/namespaces/payments/pods?labelSelector=app=payment-authorize").status, 200);
    bench.pass(4min);
    QVERIFY(!bench.anyGoalHolds());

    QCOMPARE(bench
                 .patch("/api/v1/namespaces/payments/resourcequotas/payments-quota",
                        R"({"spec":{"hard":{"requests.cpu":"40"}}})")
                 .status,
             200);
    QVERIFY(bench.recovers());
}

void DoorPlaysTest::aRemovedBindingTakesAllRights()
{
    PlayBench bench(u"revoked-rights"_s);
    const QByteArray pods = "/api/v1/namespaces/payments/pods";
    bench.become("operator");
    QCOMPARE(bench.get(pods).status, 200);
    QVERIFY(bench.becomesSick());
    QCOMPARE(bench.get(pods).status, 403);
    bench.pass(10s);
    QVERIFY(!bench.anyGoalHolds());

    bench.become("admin");
    const auto binding = [](const char* kind, const char* role) {
        return QByteArray(R"({"apiVersion":"rbac.authorization.k8s.io/v1","kind":")") + kind +
               R"(","metadata":{"name":"on-call"},"roleRef":{"apiGroup":"rbac.authorization.k8s.io",)"
               R"("kind":"ClusterRole","name":")" +
               role +
               R"("},"subjects":[{"apiGroup":"rbac.authorization.k8s.io","kind":"User","name":"practice-operator"}]})";
    };
    const QByteArray group = "/apis/rbac.authorization.k8s.io/v1/";
    QCOMPARE(bench.ask("POST", group + "clusterrolebindings", binding("ClusterRoleBinding", "cluster-admin")).status,
             201);
    QVERIFY(!bench.recovers(2min));
    QCOMPARE(bench.ask("DELETE", group + "clusterrolebindings/on-call").status, 200);

    QCOMPARE(bench.ask("POST", group + "namespaces/payments/rolebindings", binding("RoleBinding", "edit")).status, 201);
    QVERIFY(bench.recovers());
    bench.become("operator");
    QCOMPARE(bench.get(pods).status, 200);
}

void DoorPlaysTest::anExpiredCertificateIsRenewedByWhoeverShould()
{
    PlayBench bench(u"expired-certificate"_s);
    QVERIFY(isValid(bench.certificate));
    QVERIFY(bench.becomesSick());
    QVERIFY(!isValid(bench.certificate));
    QCOMPARE(bench.cuts, 1);
    // Time alone, or the operator, cures nothing.
    QCOMPARE(bench.ask("DELETE", "/api/v1/namespaces/flink-operator/pods").status, 200);
    QVERIFY(!bench.recovers(3min));
    QVERIFY(!bench.anyGoalHolds());

    QCOMPARE(bench.patch(scalePath("kube-system", "certificate-renewer"), replicas(1)).status, 200);
    QVERIFY(bench.recovers());
    QVERIFY(isValid(bench.certificate));
}

void DoorPlaysTest::aFloodIsAnsweredWith429UntilItEnds()
{
    PlayBench bench(u"api-throttled"_s);
    const QByteArray pods = "/api/v1/namespaces/orders/pods";
    QVERIFY(bench.becomesSick(2min));
    bench.pass(10s);
    QMap<int, int> answers;
    for (int i = 0; i < 200; ++i)
        ++answers[bench.get(pods).status];
    QVERIFY2(answers[429] > 80 && answers[200] > 20 && answers[500] > 0, qPrintable(QString::number(answers[429])));
    QVERIFY(!bench.anyGoalHolds());

    const auto insist = [&](const QByteArray& replicas) {
        for (int i = 0; i < 50; ++i) {
            const int status = bench.patch(scalePath("orders", "inventory-exporter"), replicas).status;
            if (status != 429 && status != 500)
                return status;
        }
        return 0;
    };
    QCOMPARE(insist(replicas(1)), 200);
    bench.pass(1min);
    QVERIFY(!bench.anyGoalHolds());

    QCOMPARE(insist(replicas(0)), 200);
    QVERIFY(bench.recovers());
    for (int i = 0; i < 50; ++i)
        QCOMPARE(bench.get(pods).status, 200);
}

void DoorPlaysTest::aStuckGatewaySwallowsRequestsUntilItsPodGoes()
{
    PlayBench bench(u"api-half-open"_s);
    const auto unanswered = [&] {
        int count = 0;
        for (int i = 0; i < 100; ++i)
            count += bench.get("/api/v1/namespaces/kube-system/pods").status == 0 ? 1 : 0;
        return count;
    };
    QVERIFY(bench.becomesSick(2min));
    bench.pass(10s);
    const int silent = unanswered();
    QVERIFY2(silent > 30 && silent < 70, qPrintable(QString::number(silent)));
    QVERIFY(!bench.anyGoalHolds());

    const auto insist = [&](const QByteArray& method, const QByteArray& path) {
        for (int i = 0; i < 50; ++i) {
            const auto answer = bench.ask(method, path);
            if (answer.status != 0)
                return answer;
        }
        return support::ApiAnswer();
    };
    QCOMPARE(insist("DELETE", "/api/v1/namespaces/flink-operator/pods").status, 200);
    QVERIFY(!bench.recovers(2min));

    const QByteArray gateways = "/api/v1/namespaces/kube-system/pods";
    const auto found = insist("GET", gateways).json()["items"_L1].toArray();
    for (const auto& pod : found) {
        const auto path = gateways + '/' + pod["metadata"_L1]["name"_L1].toString().toUtf8();
        if (insist("GET", path + "/log").body.contains("table full"))
            QCOMPARE(insist("DELETE", path).status, 200);
    }
    QVERIFY(bench.recovers());
    QCOMPARE(unanswered(), 0);
}

void DoorPlaysTest::clocksAreSteppedWhenTheirKeeperRuns()
{
    PlayBench bench(u"clock-skew"_s);
    QVERIFY(bench.becomesSick());
    bench.pass(1min);
    QVERIFY(!bench.anyGoalHolds());
    QCOMPARE(bench.ask("DELETE", "/api/v1/namespaces/flink-operator/pods").status, 200);
    QVERIFY(!bench.recovers(2min));

    QCOMPARE(bench.patch(scalePath("kube-system", "chrony"), replicas(1)).status, 200);
    const auto before = bench.world.clock.now();
    bench.pass(30s);
    QVERIFY(bench.world.clock.now() - before > 7min);
    QVERIFY(bench.recovers());
}

QTEST_GUILESS_MAIN(DoorPlaysTest)
#include "tst_simplaysdoors.moc"
