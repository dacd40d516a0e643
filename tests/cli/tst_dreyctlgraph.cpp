#include "tests/cli/dreyctlfixture.h"

using namespace Qt::StringLiterals;
using support::job;
using support::missingKeys;
using support::Outcome;
using support::proxy;

/// `dreyctl graph`, over the address of a Flink cluster and by the name of a deployment.
class DreyctlGraphTest : public support::DreyctlTest
{
    Q_OBJECT

private slots:
    void init() { begin(); }

    void theShapeIsThePromisedOne();
    void theTableNamesTheBottleneck();
    void aDeploymentIsEnough();
    void ofSeveralJobsOneIsChosen();
    void dotIsForGraphviz();
    void whatWasNotMeasuredIsNull();
    void whatIsWrongIsTold();

private:
    void serveGraph(const QString& prefix);
    QStringList vertices() const;
};

QStringList DreyctlGraphTest::vertices() const
{
    QStringList ids;
    const QJsonObject recorded = QJsonDocument::fromJson(support::recording(u"rest/1.20/job"_s)).object();
    for (const QJsonValue& vertex : recorded[u"vertices"_s].toArray())
        ids += vertex[u"id"_s].toString();
    return ids;
}

/// The recorded job, in which the counter is busy and the source waits for it.
void DreyctlGraphTest::serveGraph(const QString& prefix)
{
    serveFlink(prefix);
    const QByteArray form = R"([{"id":"busyTimeMsPerSecond","min":%1,"max":%1,"avg":%1,"sum":%1},
        {"id":"backPressuredTimeMsPerSecond","min":%2,"max":%2,"avg":%2,"sum":%2},
        {"id":"numRecordsOutPerSecond","min":400,"max":600,"avg":500,"sum":1000.5},
        {"id":"currentInputWatermark","min":1795269522843}])";
    const QList<std::pair<QByteArray, QByteArray>> loads{{"50", "900"}, {"990", "0"}, {"\"NaN\"", "0"}};
    const QStringList ids = vertices();
    for (int i = 0; i < ids.size(); ++i) {
        const QString path = prefix + u"/jobs/%1/vertices/%2"_s.arg(job, ids.at(i));
        serve(path + u"/subtasks/metrics"_s,
              QByteArray(form).replace("%1", loads.at(i).first).replace("%2", loads.at(i).second));
        serve(path, R"({"id":"v","subtasks":[
            {"subtask":0,"status":"RUNNING","endpoint":"10.1.0.1:6122","taskmanager-id":"orders-taskmanager-1-1"},
            {"subtask":1,"status":"RUNNING","endpoint":"10.1.0.2:6122","taskmanager-id":"orders-taskmanager-1-2"}]})");
        serve(path + u"/backpressure"_s, R"({"status":"ok","subtasks":[
            {"subtask":0,"busyRatio":0.98,"ratio":0,"idleRatio":0.02},
            {"subtask":1,"busyRatio":0.99,"ratio":0,"idleRatio":0.01}]})");
    }
}

void DreyctlGraphTest::theShapeIsThePromisedOne()
{
    serveGraph({});
    const QJsonObject answer = endpoint({u"graph"_s, job, u"-o"_s, u"json"_s}).json();
    QCOMPARE(answer[u"kind"_s].toString(), u"JobGraph"_s);
    QCOMPARE(
        missingKeys(answer, {u"job"_s, u"vertices"_s, u"edges"_s, u"bottleneck"_s, u"observedAt"_s, u"warnings"_s}),
        QStringList());
    QCOMPARE(answer[u"job"_s].toString(), job);
    const QJsonArray all = answer[u"vertices"_s].toArray();
    QCOMPARE(all.size(), 3);
    QCOMPARE(missingKeys(all.at(1).toObject(),
                         {u"id"_s, u"name"_s, u"parallelism"_s, u"maxParallelism"_s, u"status"_s, u"busyRatio"_s,
                          u"backpressuredRatio"_s, u"idleRatio"_s, u"recordsInPerSecond"_s, u"recordsOutPerSecond"_s,
                          u"watermark"_s, u"operators"_s, u"subtasks"_s}),
             QStringList());
    QCOMPARE(all.at(1)[u"busyRatio"_s].toDouble(), 0.99);
    QCOMPARE(all.at(1)[u"recordsOutPerSecond"_s].toDouble(), 1000.5);
    QCOMPARE(all.at(1)[u"watermark"_s].toString(), u"2026-11-21T13:58:42.843Z"_s);
    QCOMPARE(all.at(1)[u"operators"_s][1][u"name"_s].toString(), u"enrich"_s);
    QVERIFY(all.at(2)[u"busyRatio"_s].isNull()); // "NaN"
    QCOMPARE(answer[u"edges"_s][0][u"to"_s].toString(), vertices().at(2));
    QCOMPARE(answer[u"edges"_s][0][u"shipStrategy"_s].toString(), u"REBALANCE"_s);
    const QJsonValue bottleneck = answer[u"bottleneck"_s];
    QCOMPARE(bottleneck[u"vertex"_s].toString(), vertices().at(1));
    QCOMPARE(bottleneck[u"cause"_s].toString(), u"slowOperator"_s);
    QCOMPARE(bottleneck[u"slowestSubtask"_s].toInt(), 1);
    QCOMPARE(bottleneck[u"taskManager"_s].toString(), u"orders-taskmanager-1-2"_s);
    QVERIFY(bottleneck[u"pod"_s].isNull()); // nobody was asked for pods
}

void DreyctlGraphTest::theTableNamesTheBottleneck()
{
    serveGraph({});
    const Outcome said = endpoint({u"graph"_s, job});
    QVERIFY2(said.code == 0, said.err.constData());
    QVERIFY2(said.out.contains("\n2    count-per-customer -> enrich"), said.out.constData());
    QVERIFY2(said.out.contains("1 HASH"), said.out.constData());
    QVERIFY2(said.out.contains("Bottleneck: count-per-customer -> enrich."), said.out.constData());
    const Outcome korean = endpoint({u"graph"_s, job, u"--lang"_s, u"ko"_s});
    QVERIFY2(korean.out.contains("병목: count-per-customer -> enrich"), korean.out.constData());
}

void DreyctlGraphTest::aDeploymentIsEnough()
{
    serveGraph(proxy);
    serve(u"/api/v1/namespaces/default/pods"_s,
          support::listOf({R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"orders-taskmanager-1-2",
              "namespace":"default","uid":"u1"},"status":{"podIP":"10.1.0.2"}})"}));
    const QJsonObject answer = run({u"graph"_s, u"orders"_s, u"-o"_s, u"json"_s}).json();
    QCOMPARE(answer[u"job"_s].toString(), job);
    QCOMPARE(answer[u"bottleneck"_s][u"pod"_s].toString(), u"orders-taskmanager-1-2"_s);
}

void DreyctlGraphTest::ofSeveralJobsOneIsChosen()
{
    const QString other = u"00000000000000000000000000000001"_s;
    const auto jobs = [&other](const QByteArray& state) {
        return R"({"jobs":[{"jid":")" + other.toLatin1() + R"(","state":")" + state +
               R"(","start-time":9999999999999},{"jid":")" + job.toLatin1() +
               R"(","state":"RUNNING","start-time":1}]})";
    };
    serveGraph(proxy);
    serve(proxy + u"/jobs/overview"_s, jobs("FAILED"));
    QCOMPARE(run({u"graph"_s, u"orders"_s, u"-o"_s, u"json"_s}).json()[u"job"_s].toString(), job);
    serve(proxy + u"/jobs/overview"_s, jobs("RUNNING"));
    const Outcome two = run({u"graph"_s, u"orders"_s});
    QCOMPARE(two.code, 2);
    QVERIFY2(two.err.contains("graph ID --deployment orders"), two.err.constData());
    serve(proxy + u"/jobs/overview"_s, R"({"jobs":[]})");
    QCOMPARE(run({u"graph"_s, u"orders"_s}).code, 2);
}

void DreyctlGraphTest::dotIsForGraphviz()
{
    serveGraph({});
    const Outcome said = endpoint({u"graph"_s, job, u"-o"_s, u"dot"_s});
    QVERIFY2(said.code == 0, said.err.constData());
    QVERIFY2(said.out.startsWith("digraph "), said.out.constData());
    QCOMPARE(said.out.count(" -> \""), 2);
}

void DreyctlGraphTest::whatWasNotMeasuredIsNull()
{
    serveFlink({});
    for (const QString& id : vertices())
        serve(u"/jobs/%1/vertices/%2/subtasks/metrics"_s.arg(job, id), "[]");
    const Outcome said = endpoint({u"graph"_s, job, u"-o"_s, u"json"_s});
    QVERIFY2(said.code == 0, said.err.constData());
    QVERIFY(said.json()[u"bottleneck"_s].isNull());
    QVERIFY(said.json()[u"vertices"_s][0][u"busyRatio"_s].isNull());
    const Outcome table = endpoint({u"graph"_s, job});
    QVERIFY2(table.out.contains("has measured nothing"), table.out.constData());
}

void DreyctlGraphTest::whatIsWrongIsTold()
{
    serveFlink({});
    QCOMPARE(endpoint({u"graph"_s, u"orders"_s}).code, 2); // no id
    QCOMPARE(run({u"graph"_s}).code, 2);
    QCOMPARE(run({u"graph"_s, u"../x"_s}).code, 2);
    const Outcome unknown = endpoint({u"graph"_s, u"00000000000000000000000000000001"_s});
    QVERIFY(unknown.code != 0);
    QVERIFY(unknown.out.isEmpty());
    serve(u"/jobs/"_s + job, "<html>gateway</html>");
    QVERIFY(endpoint({u"graph"_s, job}).code != 0);
}

QTEST_GUILESS_MAIN(DreyctlGraphTest)
#include "tst_dreyctlgraph.moc"
