#include "core/flink/jobgraph.h"

#include "core/flink/restvertexdecode.h"
#include "tests/support/answers.h"
#include "tests/support/hygiene.h"
#include "tests/support/recordings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace flink;
using support::recording;
using support::valueOf;

namespace {

/// /jobs/:id with these vertices and, for each, the ids of its inputs.
QByteArray jobWith(const QList<std::pair<QString, QStringList>>& vertices)
{
    QJsonArray list, nodes;
    for (const auto& [id, inputs] : vertices) {
        list.append(QJsonObject{{u"id"_s, id}, {u"name"_s, u"task "_s + id}, {u"parallelism"_s, 2}});
        QJsonArray ends;
        for (const QString& input : inputs)
            ends.append(QJsonObject{{u"id"_s, input}, {u"ship_strategy"_s, u"HASH"_s}});
        nodes.append(QJsonObject{{u"id"_s, id}, {u"inputs"_s, ends}});
    }
    const QJsonObject job{{u"jid"_s, u"j"_s},
                          {u"state"_s, u"RUNNING"_s},
                          {u"vertices"_s, list},
                          {u"plan"_s, QJsonObject{{u"nodes"_s, nodes}}}};
    return QJsonDocument(job).toJson(QJsonDocument::Compact);
}

QStringList idsOf(const JobGraph& graph)
{
    QStringList ids;
    for (const GraphVertex& vertex : graph.vertices)
        ids += vertex.id;
    return ids;
}

} // namespace

/// The graph of a job and what is measured at it, from what Flink's REST says.
class JobGraphTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void aRecordedJobIsRead_data();
    void aRecordedJobIsRead();
    void chainsAreUnfolded_data();
    void chainsAreUnfolded();
    void sourcesStandFirst();
    void whatMakesNoSenseIsLeftOut();
    void aCycleEndsSomewhere();
    void tenThousandVertices();
    void metricsAreTaken();
    void whatIsNoNumberIsNotKnown_data();
    void whatIsNoNumberIsNotKnown();
    void subtasksAreTaken();
    void theFirstAnswerAboutLoadIsEmpty();
    void brokenBodiesAreErrors_data();
    void brokenBodiesAreErrors();
    void dotIsQuoted();
};

void JobGraphTest::aRecordedJobIsRead_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("1.20") << u"1.20"_s;
    QTest::newRow("2.2") << u"2.2"_s;
}

void JobGraphTest::aRecordedJobIsRead()
{
    QFETCH(const QString, version);
    const JobGraph graph = graphOf(valueOf(decodeJobPlan(recording(u"rest/%1/job"_s.arg(version)))));
    QCOMPARE(graph.vertices.size(), 3);
    QCOMPARE(graph.strayEdges, 0);
    QCOMPARE(graph.pendingOperators, 0);
    QCOMPARE(graph.state, u"RUNNING"_s);
    QVERIFY(graph.vertices.at(0).isSource());
    QVERIFY(graph.vertices.at(0).name.startsWith(u"Source: orders-source"));
    QCOMPARE(graph.vertices.at(2).level, 2);
    QCOMPARE(graph.edges.size(), 2);
    const auto to = [&](int vertex) { return std::ranges::find(graph.edges, vertex, &GraphEdge::to)->shipStrategy; };
    QCOMPARE(to(1), u"HASH"_s);
    QVERIFY(!graph.vertices.at(0).isMeasured());
    QCOMPARE(graph.vertices.at(0).chain.value(0).name, u"Source: orders-source"_s);
    QCOMPARE(graph.vertices.at(0).chain.value(1), (ChainedOperator{u"throttle"_s, 1}));
}

void JobGraphTest::chainsAreUnfolded_data()
{
    QTest::addColumn<QString>("description");
    QTest::addColumn<QList<ChainedOperator>>("chain");
    QTest::newRow("none") << QString() << QList<ChainedOperator>();
    QTest::newRow("one") << u"map<br/>"_s << QList<ChainedOperator>{{u"map"_s, 0}};
    QTest::newRow("two sinks") << u"a<br/>+- b<br/>   +- Sink: c<br/>   +- Sink: d<br/>"_s
                               << QList<ChainedOperator>{
                                      {u"a"_s, 0}, {u"b"_s, 1}, {u"Sink: c"_s, 2}, {u"Sink: d"_s, 2}};
    QTest::newRow("escaped") << u"f(x &lt; 3 &amp;&amp; y) &amp;lt;<br/>+- &quot;q&quot;<br/>"_s
                             << QList<ChainedOperator>{{u"f(x < 3 && y) &lt;"_s, 0}, {u"\"q\""_s, 1}};
    QTest::newRow("a sign in a name") << u"a +- b<br/>"_s << QList<ChainedOperator>{{u"a +- b"_s, 0}};
    QTest::newRow("no line breaks") << u"just words"_s << QList<ChainedOperator>{{u"just words"_s, 0}};
}

void JobGraphTest::chainsAreUnfolded()
{
    QFETCH(const QString, description);
    QFETCH(const QList<ChainedOperator>, chain);
    const QJsonObject node{{u"id"_s, u"v"_s}, {u"description"_s, description}};
    const QJsonObject job{{u"jid"_s, u"j"_s}, {u"plan"_s, QJsonObject{{u"nodes"_s, QJsonArray{node}}}}};
    QCOMPARE(valueOf(decodeJobPlan(QJsonDocument(job).toJson())).chains.value(u"v"_s), chain);
}

void JobGraphTest::sourcesStandFirst()
{
    const JobGraph graph = graphOf(valueOf(decodeJobPlan(
        jobWith({{u"sink"_s, {u"join"_s}}, {u"join"_s, {u"a"_s, u"b"_s, u"a"_s}}, {u"a"_s, {}}, {u"b"_s, {}}}))));
    QCOMPARE(idsOf(graph), QStringList({u"a"_s, u"b"_s, u"join"_s, u"sink"_s}));
    QCOMPARE(graph.vertices.at(2).inputs, QList<int>({0, 1})); // twice the same input is one neighbour …
    QCOMPARE(graph.edges.size(), 4);                           // … by two edges
    QCOMPARE(graph.vertices.at(3).level, 2);
    QCOMPARE(graph.indexOf(u"join"_s), 2);
    QCOMPARE(graph.indexOf(u"nobody"_s), -1);
}

void JobGraphTest::whatMakesNoSenseIsLeftOut()
{
    const JobGraph graph = graphOf(valueOf(decodeJobPlan(
        jobWith({{u"a"_s, {u"ghost"_s, u"a"_s}}, {u"a"_s, {}}, {QString(), {}}, {u"b"_s, {u"a"_s, QString()}}}))));
    QCOMPARE(idsOf(graph), QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(graph.edges.size(), 1);
    QCOMPARE(graph.strayEdges, 3);
}

void JobGraphTest::aCycleEndsSomewhere()
{
    const JobGraph graph = graphOf(valueOf(
        decodeJobPlan(jobWith({{u"a"_s, {u"c"_s}}, {u"b"_s, {u"a"_s}}, {u"c"_s, {u"b"_s}}, {u"d"_s, {u"c"_s}}}))));
    QCOMPARE(graph.vertices.size(), 4);
    QStringList ids = idsOf(graph);
    ids.sort();
    QCOMPARE(ids, QStringList({u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    QCOMPARE(graph.edges.size(), 4);
    QVERIFY(graph.vertices.last().level < 4);
}

void JobGraphTest::tenThousandVertices()
{
    QList<std::pair<QString, QStringList>> vertices;
    for (int v = 9'999; v >= 0; --v)
        vertices +=
            {QString::number(v), v == 0 ? QStringList() : QStringList{QString::number(v - 1), QString::number(v / 2)}};
    const JobGraph graph = graphOf(valueOf(decodeJobPlan(jobWith(vertices))));
    QCOMPARE(graph.vertices.size(), 10'000);
    QCOMPARE(graph.vertices.first().id, u"0"_s);
    QCOMPARE(graph.vertices.last().level, 9'999);
}

void JobGraphTest::metricsAreTaken()
{
    GraphVertex vertex;
    takeMetrics(vertex, valueOf(decodeMetricSpreads(R"([
        {"id":"busyTimeMsPerSecond","min":100.0,"max":1000.0,"avg":400.0,"sum":1600.0},
        {"id":"backPressuredTimeMsPerSecond","min":0.0,"max":1003.0,"avg":0.0,"sum":0.0},
        {"id":"numRecordsInPerSecond","min":1.0,"max":5.0,"avg":3.0,"sum":12.5},
        {"id":"currentInputWatermark","min":1795269522843,"max":1795269522900,"avg":1.0,"sum":1.0},
        {"id":"somethingElse","sum":3.0}])")));
    QCOMPARE(vertex.busy, (Share{0.4, 1.0}));
    QCOMPARE(vertex.backpressured.most, std::optional(1.0)); // a second has no more
    QCOMPARE(vertex.recordsIn, std::optional(12.5));
    QCOMPARE(vertex.recordsOut, std::optional<double>());
    QCOMPARE(vertex.watermarkMs, std::optional<qint64>(1795269522843));
    QVERIFY(vertex.isMeasured());
}

void JobGraphTest::whatIsNoNumberIsNotKnown_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("NaN") << QByteArray(R"("NaN")");
    QTest::newRow("infinity") << QByteArray(R"("Infinity")");
    QTest::newRow("minus one") << QByteArray("-1");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("object") << QByteArray("{}");
}

void JobGraphTest::whatIsNoNumberIsNotKnown()
{
    QFETCH(const QByteArray, value);
    GraphVertex vertex;
    const auto metric = [&value](const char* id) {
        return QByteArray(R"({"id":")") + id + R"(","max":)" + value + R"(,"avg":)" + value + R"(,"sum":)" + value +
               '}';
    };
    takeMetrics(vertex, valueOf(decodeMetricSpreads('[' + metric("busyTimeMsPerSecond") + ',' +
                                                    metric("numRecordsInPerSecond") +
                                                    R"(,{"id":"currentInputWatermark","min":-9223372036854775808}])")));
    QVERIFY(!vertex.isMeasured());
    QVERIFY(!vertex.recordsIn);
    QVERIFY(!vertex.watermarkMs);
    const VertexLoad load = valueOf(decodeVertexLoad(R"({"status":"ok","subtasks":[{"subtask":0,"busyRatio":)" + value +
                                                     R"(,"ratio":0.5,"idleRatio":7}]})"));
    QVERIFY(!load.subtasks.first().busy);
    QVERIFY(!load.subtasks.first().idle);
    QCOMPARE(load.subtasks.first().backpressured, std::optional(0.5));
}

void JobGraphTest::subtasksAreTaken()
{
    GraphVertex vertex;
    vertex.inputs = {0};
    const auto subtasks = valueOf(decodeSubtasks(R"j({"id":"v","subtasks":[
        {"subtask":2,"status":"RUNNING","endpoint":"10.0.0.7:41","taskmanager-id":"tm-1","metrics":{"read-records":30}},
        {"subtask":0,"status":"RUNNING","host":"h","taskmanager-id":"(unassigned)","metrics":{"read-records":10}},
        {"subtask":1,"metrics":{"read-records":10}}]})j"));
    const auto load = valueOf(decodeVertexLoad(R"({"status":"ok","subtasks":[
        {"subtask":2,"busyRatio":0.9,"ratio":0.1,"idleRatio":0.0},{"subtask":9,"busyRatio":1}]})"));
    takeSubtasks(vertex, subtasks, load);
    QCOMPARE(vertex.subtasks.size(), 3);
    QCOMPARE(vertex.subtasks.at(2), (SubtaskFigures{2, u"RUNNING"_s, u"10.0.0.7"_s, u"tm-1"_s, 30, 0.9, 0.1, 0.0}));
    QCOMPARE(vertex.subtasks.at(0).taskManagerId, QString());
    QCOMPARE(recordSkew(vertex), std::optional(3.0));
    // What is measured now counts more than what was since the beginning.
    vertex.parallelism = 3;
    takeMetrics(vertex, {{u"numRecordsInPerSecond"_s, 10, 90, 36.6, 110}});
    QCOMPARE(recordSkew(vertex), std::optional(9.0));
}

void JobGraphTest::theFirstAnswerAboutLoadIsEmpty()
{
    const VertexLoad load = valueOf(decodeVertexLoad(R"({"status":"deprecated","subtasks":[]})"));
    QVERIFY(!load.isMeasured);
    GraphVertex vertex;
    takeSubtasks(vertex, {{0, 0, u"RUNNING"_s, u"h"_s, u"tm"_s, {}}}, load);
    QVERIFY(!vertex.subtasks.first().busy);
    QVERIFY(!recordSkew(vertex));
}

void JobGraphTest::brokenBodiesAreErrors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("html") << QByteArray("<html>gateway</html>");
    QTest::newRow("text") << QByteArray("\"text\"");
    QTest::newRow("cut") << QByteArray(R"({"jid":"a","subtasks":[)");
}

void JobGraphTest::brokenBodiesAreErrors()
{
    QFETCH(const QByteArray, body);
    QVERIFY(!decodeJobPlan(body));
    QVERIFY(!decodeMetricSpreads(body));
    QVERIFY(!decodeSubtasks(body));
    QVERIFY(!decodeVertexLoad(body));
}

void JobGraphTest::dotIsQuoted()
{
    JobGraph graph = graphOf(valueOf(decodeJobPlan(jobWith({{u"a"_s, {}}, {u"b"_s, {u"a"_s}}}))));
    graph.name = u"my \"job\"\\"_s;
    graph.vertices[0].name = u"say \"hi\"\nthere"_s;
    const QString dot = dotOf(graph);
    QVERIFY2(dot.startsWith(u"digraph \"my \\\"job\\\"\\\\\" {"), qPrintable(dot));
    QVERIFY2(dot.contains(u"\"a\" [label=\"say \\\"hi\\\" there × 2\"];"), qPrintable(dot));
    QVERIFY2(dot.contains(u"\"a\" -> \"b\" [label=\"HASH\"];"), qPrintable(dot));
}

QTEST_GUILESS_MAIN(JobGraphTest)
#include "tst_jobgraph.moc"
