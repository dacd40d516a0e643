#include "core/health/bottleneck.h"

#include "tests/support/hygiene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using flink::GraphVertex;
using flink::JobGraph;
using health::Bottleneck;
using health::findBottleneck;
using Cause = Bottleneck::Cause;

namespace {

const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'795'269'522'843, Qt::UTC);

/// How one vertex spends its time: the busiest subtask, all on average, the most backpressured one.
struct Load
{
    double busy = 0, average = 0, held = 0;
};

GraphVertex vertexWith(const QString& name, const Load& load)
{
    GraphVertex vertex;
    vertex.id = vertex.name = name;
    vertex.state = u"RUNNING"_s;
    vertex.parallelism = 4;
    vertex.busy = {load.average, load.busy};
    vertex.backpressured = {load.held, load.held};
    vertex.idle = {1 - load.average - load.held, 1 - load.average - load.held};
    vertex.recordsOut = 100;
    return vertex;
}

/// One vertex after the other.
JobGraph line(const QList<GraphVertex>& vertices)
{
    JobGraph graph;
    graph.state = u"RUNNING"_s;
    graph.vertices = vertices;
    for (int v = 1; v < vertices.size(); ++v) {
        graph.vertices[v].inputs = {v - 1};
        graph.vertices[v - 1].outputs = {v};
        graph.edges += flink::GraphEdge{v - 1, v, u"HASH"_s};
    }
    return graph;
}

JobGraph line(const Load& source, const Load& middle, const Load& last, const QString& end = u"Sink: out"_s)
{
    return line({vertexWith(u"Source: in"_s, source), vertexWith(u"enrich"_s, middle), vertexWith(end, last)});
}

QList<flink::SubtaskFigures> subtasks(const QList<double>& busy, const QList<qint64>& records)
{
    QList<flink::SubtaskFigures> all;
    for (int i = 0; i < busy.size(); ++i) {
        flink::SubtaskFigures one;
        one.index = i;
        one.busy = busy.at(i);
        one.recordsIn = records.at(i);
        one.taskManagerId = u"orders-taskmanager-1-%1"_s.arg(i + 1);
        one.host = u"10.0.0.%1"_s.arg(i + 1);
        all += one;
    }
    return all;
}

/// Two sources that meet; the second one is silent.
JobGraph joined(const QString& ship, std::optional<qint64> watermark)
{
    JobGraph graph;
    graph.state = u"RUNNING"_s;
    graph.vertices = {vertexWith(u"Source: a"_s, {0.1, 0.1, 0}), vertexWith(u"Source: b"_s, {0, 0, 0}),
                      vertexWith(u"join"_s, {0.1, 0.1, 0})};
    graph.vertices[1].recordsOut = 0;
    graph.vertices[2].inputs = {0, 1};
    graph.vertices[2].watermarkMs = watermark;
    graph.vertices[0].outputs = graph.vertices[1].outputs = {2};
    graph.edges = {{0, 2, u"HASH"_s}, {1, 2, ship}};
    return graph;
}

} // namespace

class BottleneckTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void theSlowOneIsNamed_data();
    void theSlowOneIsNamed();
    void theSlowestSubtaskIsFound();
    void aSlowMachineIsNoSkew();
    void aPodIsKnownByItsAddress();
    void aSilentSourceIsNamed();
    void aQuietSourceIsNoTrouble_data();
    void aQuietSourceIsNoTrouble();
    void oddGraphsAreSurvived();
};

void BottleneckTest::theSlowOneIsNamed_data()
{
    QTest::addColumn<JobGraph>("graph");
    QTest::addColumn<QString>("vertex");
    QTest::addColumn<QString>("cause");

    const QString nobody;
    QTest::newRow("calm") << line({0.2, 0.2, 0}, {0.3, 0.3, 0}, {0.1, 0.1, 0}) << nobody << nobody;
    QTest::newRow("busy, but nobody waits") << line({0.5, 0.5, 0.1}, {0.95, 0.9, 0}, {0.1, 0.1, 0}) << nobody << nobody;
    QTest::newRow("a little backpressure") << line({0.5, 0.5, 0.3}, {0.95, 0.9, 0}, {0.1, 0.1, 0}) << nobody << nobody;
    QTest::newRow("held, but nobody is busy")
        << line({0.1, 0.1, 0.9}, {0.3, 0.3, 0}, {0.1, 0.1, 0}) << nobody << nobody;
    QTest::newRow("operator") << line({0.1, 0.1, 0.9}, {1, 0.95, 0}, {0.1, 0.1, 0}) << u"enrich"_s << u"slowOperator"_s;
    QTest::newRow("sink") << line({0.1, 0.1, 0.9}, {0.2, 0.2, 0.8}, {1, 1, 0}) << u"Sink: out"_s << u"slowSink"_s;
    QTest::newRow("new sink") << line({0.1, 0.1, 0.9}, {0.2, 0.2, 0.8}, {1, 1, 0}, u"out: Writer -> out: Committer"_s)
                              << u"out: Writer -> out: Committer"_s << u"slowSink"_s;
    QTest::newRow("last, but no sink") << line({0.1, 0.1, 0.9}, {0.2, 0.2, 0.8}, {1, 1, 0}, u"count"_s) << u"count"_s
                                       << u"slowOperator"_s;
    QTest::newRow("busy and held: the last one is to blame")
        << line({0.1, 0.1, 0.9}, {0.9, 0.4, 0.6}, {1, 1, 0}) << u"Sink: out"_s << u"slowSink"_s;
    QTest::newRow("one of many subtasks")
        << line({0.1, 0.1, 0.9}, {1, 0.3, 0}, {0.1, 0.1, 0}) << u"enrich"_s << u"skew"_s;
    JobGraph ended = line({0.1, 0.1, 0.9}, {1, 0.95, 0}, {0.1, 0.1, 0});
    ended.state = u"FAILED"_s;
    QTest::newRow("a job that does not run") << ended << nobody << nobody;
    JobGraph unmeasured = line({0.1, 0.1, 0.9}, {1, 0.95, 0}, {0.1, 0.1, 0});
    unmeasured.vertices[1].busy = {};
    QTest::newRow("not measured") << unmeasured << nobody << nobody;
    QTest::newRow("no vertices") << JobGraph{{}, {}, u"RUNNING"_s, {}, {}} << nobody << nobody;
}

void BottleneckTest::theSlowOneIsNamed()
{
    QFETCH(const JobGraph, graph);
    QFETCH(const QString, vertex);
    QFETCH(const QString, cause);
    const auto found = findBottleneck(graph, {}, now);
    QCOMPARE(found ? found->name : QString(), vertex);
    QCOMPARE(found ? health::wordOf(found->cause) : QString(), cause);
    if (found) {
        QVERIFY(!found->sentence.isEmpty());
        QVERIFY(found->evidence.size() >= 2);
        QCOMPARE(found->slowestSubtask, -1);
    }
}

void BottleneckTest::theSlowestSubtaskIsFound()
{
    JobGraph graph = line({0.1, 0.1, 0.9}, {1, 0.4, 0}, {0.1, 0.1, 0});
    graph.vertices[1].subtasks = subtasks({0.2, 0.2, 1, 0.2}, {100, 100, 680, 100});
    flink::Pod pod;
    pod.metadata.name = u"orders-taskmanager-1-3"_s;
    const auto found = findBottleneck(graph, {pod}, now);
    QVERIFY(found);
    QCOMPARE(found->cause, Cause::Skew);
    QCOMPARE(found->slowestSubtask, 2);
    QCOMPARE(found->taskManager, u"orders-taskmanager-1-3"_s);
    QCOMPARE(found->pod, u"orders-taskmanager-1-3"_s);
    QCOMPARE(found->factor, std::optional(6.8));
    QVERIFY2(found->evidence.join(u'|').contains(u"6.8"), qPrintable(found->evidence.join(u'|')));
    QVERIFY2(found->evidence.last().contains(u"pod orders-taskmanager-1-3"), qPrintable(found->evidence.last()));
}

void BottleneckTest::aSlowMachineIsNoSkew()
{
    JobGraph graph = line({0.1, 0.1, 0.9}, {1, 0.4, 0}, {0.1, 0.1, 0});
    graph.vertices[1].subtasks = subtasks({0.2, 1, 0.2, 0.2}, {100, 100, 101, 100});
    const auto found = findBottleneck(graph, {}, now);
    QVERIFY(found);
    QCOMPARE(found->cause, Cause::SlowSubtask);
    QCOMPARE(found->slowestSubtask, 1);
    QVERIFY(found->pod.isEmpty());
    QVERIFY2(found->evidence.last().contains(u"TaskManager orders-taskmanager-1-2"),
             qPrintable(found->evidence.last()));
}

void BottleneckTest::aPodIsKnownByItsAddress()
{
    JobGraph graph = line({0.1, 0.1, 0.9}, {1, 0.9, 0}, {0.1, 0.1, 0});
    graph.vertices[1].subtasks = subtasks({0.9, 1}, {100, 100});
    flink::Pod nameless, pod;
    pod.metadata.name = u"orders-tm-77"_s;
    pod.ip = u"10.0.0.2"_s;
    const auto found = findBottleneck(graph, {nameless, pod}, now);
    QVERIFY(found);
    QCOMPARE(found->pod, u"orders-tm-77"_s);
}

void BottleneckTest::aSilentSourceIsNamed()
{
    const auto found = findBottleneck(joined(u"HASH"_s, now.toMSecsSinceEpoch() - 3'600'000), {}, now);
    QVERIFY(found);
    QCOMPARE(found->cause, Cause::StarvedSource);
    QCOMPARE(found->name, u"Source: b"_s);
    QVERIFY2(found->evidence.last().contains(u"join"), qPrintable(found->evidence.last()));
}

void BottleneckTest::aQuietSourceIsNoTrouble_data()
{
    QTest::addColumn<JobGraph>("graph");
    QTest::newRow("the watermark goes on") << joined(u"HASH"_s, now.toMSecsSinceEpoch() - 5'000);
    QTest::newRow("no event time at all") << joined(u"HASH"_s, {});
    QTest::newRow("broadcast rules") << joined(u"BROADCAST"_s, now.toMSecsSinceEpoch() - 3'600'000);
    JobGraph ended = joined(u"HASH"_s, now.toMSecsSinceEpoch() - 3'600'000);
    ended.vertices[1].state = u"FINISHED"_s;
    QTest::newRow("it has ended") << ended;
    JobGraph all = joined(u"HASH"_s, now.toMSecsSinceEpoch() - 3'600'000);
    all.vertices[0].recordsOut = 0;
    all.vertices[0].idle = {1, 1};
    QTest::newRow("nothing happens anywhere") << all;
}

void BottleneckTest::aQuietSourceIsNoTrouble()
{
    QFETCH(const JobGraph, graph);
    QVERIFY(!findBottleneck(graph, {}, now));
}

void BottleneckTest::oddGraphsAreSurvived()
{
    JobGraph cycle = line({0.1, 0.1, 0.9}, {1, 0.95, 0.9}, {1, 1, 0.9});
    cycle.vertices[0].inputs = {2};
    cycle.vertices[2].outputs = {0};
    QVERIFY(findBottleneck(cycle, {}, now));
    JobGraph huge;
    huge.state = u"RUNNING"_s;
    huge.vertices.fill(vertexWith(u"Source"_s, {0, 0, 0}), 10'000);
    QVERIFY(!findBottleneck(huge, {}, now));
}

QTEST_GUILESS_MAIN(BottleneckTest)
#include "tst_bottleneck.moc"
