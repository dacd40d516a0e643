#include "tests/support/hygiene.h"
#include "tests/support/sim/playbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class PlaysTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }
    void everyPlayIsToldWhole();
    void theCompanyIsWellBeforeAnythingHappens();
    void aStoppedOperatorLeavesChangesUndone();
};

void PlaysTest::everyPlayIsToldWhole()
{
    QSet<QString> names;
    for (const auto& play : sim::practice::plays()) {
        const auto told = play.tell();
        QVERIFY2(!names.contains(play.name), qPrintable(play.name));
        names.insert(play.name);
        QVERIFY2(!told.title.isEmpty() && !told.story.isEmpty() && !told.cause.isEmpty() && !told.cure.isEmpty(),
                 qPrintable(play.name));
        QCOMPARE(told.goals.size(), play.goals.size());
        if (play.goals.isEmpty())
            continue;
        QVERIFY2(told.hints.size() >= 2, qPrintable(play.name));
        QVERIFY2(told.suspects.size() >= 3, qPrintable(play.name));
        QVERIFY2(std::ranges::count(told.suspects, play.culprit, &sim::practice::Suspect::id) == 1,
                 qPrintable(play.name));
        QVERIFY2(!play.affected.isEmpty(), qPrintable(play.name));
        QVERIFY(play.difficulty >= 1 && play.difficulty <= 3);
    }
}

void PlaysTest::theCompanyIsWellBeforeAnythingHappens()
{
    support::PlayBench bench(u"operator-down"_s);
    for (const auto& member : sim::practice::companyFleet()) {
        if (member.kind == sim::practice::Application::Kind::Application)
            QVERIFY2(sim::practice::isHealthy(*bench.cluster, member.ns, member.name), qPrintable(member.name));
    }
}

void PlaysTest::aStoppedOperatorLeavesChangesUndone()
{
    support::PlayBench bench(u"operator-down"_s);
    QVERIFY(bench.becomesSick(2min));
    bench.pass(10min);
    QVERIFY(!bench.anyGoalHolds());
    const auto path = support::PlayBench::flinkPath("flinkdeployments", "orders", "parcel-tracking");

    // Asking for it again is refused: its webhook is the operator, too.
    const auto refused = bench.patch(path, R"({"spec":{"job":{"parallelism":8}}})");
    QCOMPARE(refused.status, 500);
    QVERIFY2(refused.message().contains("flink-operator-webhook-service"_L1), qPrintable(refused.message()));
    // A restart of Flink brings nothing either.
    QCOMPARE(bench.ask("DELETE", "/api/v1/namespaces/orders/pods?labelSelector=app=parcel-tracking").status, 200);
    bench.pass(5min);
    QVERIFY(!bench.anyGoalHolds());

    QCOMPARE(bench
                 .patch("/apis/apps/v1/namespaces/flink-operator/deployments/flink-kubernetes-operator/scale",
                        R"({"spec":{"replicas":1}})")
                 .status,
             200);
    QVERIFY(bench.recovers());
}

QTEST_GUILESS_MAIN(PlaysTest)
#include "tst_simplays.moc"
