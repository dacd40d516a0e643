#include "core/sim/world/path.h"

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
    void aSessionJobIsRescaledInPlace();
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

/// With the adaptive scheduler the operator tells Flink the new parallelism, and the job keeps its id.
void PlaysTest::aSessionJobIsRescaledInPlace()
{
    support::PlayBench bench(u"healthy"_s);
    const auto path = [](const char* plural, const char* name) {
        return support::PlayBench::flinkPath(plural, "analytics", name);
    };
    // Of the company's session cluster and of one of its jobs, each once more.
    const auto copy = [&](const char* plural, const char* name, const QString& copied, const auto& edit) {
        QJsonObject document = bench.get(path(plural, name)).json();
        document.remove(u"status"_s);
        document[u"metadata"_s] = QJsonObject{{u"name"_s, copied}, {u"namespace"_s, u"analytics"_s}};
        edit(document);
        const QByteArray all = path(plural, "").chopped(1);
        return bench.ask("POST", all, QJsonDocument(document).toJson()).status;
    };
    QCOMPARE(copy("flinkdeployments", "adhoc-session", u"adaptive-session"_s,
                  [](QJsonObject& document) {
                      sim::put(document, {u"spec", u"flinkConfiguration", u"jobmanager.scheduler"}, u"adaptive"_s);
                  }),
             201);
    bench.pass(2min);
    QCOMPARE(copy("flinksessionjobs", "daily-cohorts", u"cohorts"_s,
                  [](QJsonObject& document) {
                      sim::put(document, {u"spec", u"deploymentName"}, u"adaptive-session"_s);
                  }),
             201);
    const auto job = path("flinksessionjobs", "cohorts");
    const auto status = [&] { return bench.get(job).json()["status"_L1]["jobStatus"_L1]; };
    const auto runs = [&] { return status()["state"_L1].toString() == u"RUNNING"; };
    QVERIFY(bench.passUntil(runs));
    bench.pass(2min);
    const QString id = status()["jobId"_L1].toString();
    const QByteArray proxy =
        "/api/v1/namespaces/analytics/services/adaptive-session-rest:rest/proxy/jobs/" + id.toUtf8();
    QString text;
    for (const QJsonValue vertex : bench.get(proxy).json()["vertices"_L1].toArray())
        text += (text.isEmpty() ? u""_s : u","_s) + vertex["id"_L1].toString() + u":1"_s;
    QVERIFY(!text.isEmpty());
    const QByteArray change =
        R"({"spec":{"flinkConfiguration":{"pipeline.jobvertex-parallelism-overrides":")" + text.toUtf8() + R"("}}})";
    QCOMPARE(bench.patch(job, change).status, 200);
    QVERIFY(bench.passUntil([&] {
        const auto vertices = bench.get(proxy).json()["vertices"_L1].toArray();
        return !vertices.isEmpty() && std::ranges::all_of(vertices, [](const QJsonValue& vertex) {
            return vertex["parallelism"_L1].toInt() == 1;
        });
    }));
    QVERIFY(runs());
    QCOMPARE(status()["jobId"_L1].toString(), id);
}

QTEST_GUILESS_MAIN(PlaysTest)
#include "tst_simplays.moc"
