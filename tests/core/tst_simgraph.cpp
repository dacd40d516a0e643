#include "core/flink/restvertexdecode.h"
#include "core/health/bottleneck.h"
#include "tests/support/answers.h"
#include "tests/support/hygiene.h"
#include "tests/support/playuser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using flink::JobGraph;
using health::Bottleneck;
using support::PlayBench;
using support::valueOf;

namespace {

/// What Flink's REST says of one deployment, through the proxy of its service.
class Asker
{
public:
    Asker(PlayBench& bench, const QByteArray& ns, const QByteArray& name)
        : m_bench(bench)
        , m_proxy("/api/v1/namespaces/" + ns + "/services/" + name + "-rest:8081/proxy")
    {
    }

    QByteArray get(const QString& path) const { return m_bench.get(m_proxy + path.toUtf8()).body; }

    /// Of the first job, as Drey asks it; empty: there is none.
    JobGraph graph() const
    {
        const QJsonObject jobs = QJsonDocument::fromJson(get(u"/jobs/overview"_s)).object();
        const QString job = u"/jobs/"_s + jobs[u"jobs"_s][0][u"jid"_s].toString();
        const auto plan = flink::decodeJobPlan(get(job));
        JobGraph graph = plan ? flink::graphOf(*plan) : JobGraph();
        ask(job, &graph);
        m_bench.pass(11s); // Flink fetches metrics only behind a question
        ask(job, &graph);
        return graph;
    }

private:
    void ask(const QString& job, JobGraph* graph) const
    {
        const QString query = u"/subtasks/metrics?agg=min,max,avg,sum&get="_s + flink::vertexMetricNames().join(u',');
        for (flink::GraphVertex& vertex : graph->vertices) {
            const QString path = job + u"/vertices/"_s + vertex.id;
            if (const auto metrics = flink::decodeMetricSpreads(get(path + query)))
                flink::takeMetrics(vertex, *metrics);
            const auto subtasks = flink::decodeSubtasks(get(path));
            const auto load = flink::decodeVertexLoad(get(path + u"/backpressure"_s));
            if (subtasks && load)
                flink::takeSubtasks(vertex, *subtasks, *load);
        }
    }

    PlayBench& m_bench;
    QByteArray m_proxy;
};

QDateTime timeOf(const PlayBench& bench)
{
    return QDateTime::fromMSecsSinceEpoch(bench.world.clock.now().time_since_epoch().count(), Qt::UTC);
}

QList<flink::Pod> podsOf(PlayBench& bench, const QByteArray& ns)
{
    QList<flink::Pod> pods;
    for (const QJsonValue& pod : bench.get("/api/v1/namespaces/" + ns + "/pods").json()[u"items"_s].toArray()) {
        if (const auto decoded = flink::decodePod(QJsonDocument(pod.toObject()).toJson()))
            pods += *decoded;
    }
    return pods;
}

/// For a test that fails.
QByteArray told(const JobGraph& graph)
{
    QString text = graph.state;
    for (const flink::GraphVertex& vertex : graph.vertices)
        text += u" | %1 busy %2/%3 held %4"_s.arg(vertex.name)
                    .arg(vertex.busy.most.value_or(-1))
                    .arg(vertex.busy.average.value_or(-1))
                    .arg(vertex.backpressured.most.value_or(-1));
    return text.toUtf8();
}

} // namespace

/// What holds a job up, asked of rehearsals in the practice cluster.
class SimGraphTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void theBottleneckIsNamed_data();
    void theBottleneckIsNamed();
    void aHealthyFleetHasNone_data();
    void aHealthyFleetHasNone();
};

void SimGraphTest::theBottleneckIsNamed_data()
{
    QTest::addColumn<QString>("play");
    QTest::addColumn<QByteArray>("ns");
    QTest::addColumn<QByteArray>("deployment");
    QTest::addColumn<QString>("vertex");
    QTest::addColumn<QString>("cause");
    QTest::newRow("skew") << u"key-skew"_s << QByteArray("analytics") << QByteArray("clickstream-sessions")
                          << u"session-window"_s << u"skew"_s;
    QTest::newRow("slow sink") << u"slow-sink"_s << QByteArray("orders") << QByteArray("order-lifecycle")
                               << u"Sink: order-status"_s << u"slowSink"_s;
    QTest::newRow("checkpoint time-outs") << u"checkpoint-timeout"_s << QByteArray("payments")
                                          << QByteArray("refund-matcher") << u"match-by-payment"_s << u"slowOperator"_s;
}

void SimGraphTest::theBottleneckIsNamed()
{
    QFETCH(const QString, play);
    QFETCH(const QByteArray, ns);
    QFETCH(const QByteArray, deployment);
    QFETCH(const QString, vertex);
    QFETCH(const QString, cause);
    PlayBench bench(play);
    QVERIFY(bench.becomesSick());
    const JobGraph graph = Asker(bench, ns, deployment).graph();
    const auto found = health::findBottleneck(graph, podsOf(bench, ns), timeOf(bench));
    QVERIFY2(found, told(graph).constData());
    QVERIFY2(found->name.startsWith(vertex), qPrintable(found->name));
    QCOMPARE(health::wordOf(found->cause), cause);

    // The subtask that is busiest and has had the most records, on the TaskManager that REST names.
    const QList<flink::SubtaskFigures>& subtasks = graph.vertices.at(found->vertex).subtasks;
    QVERIFY(found->slowestSubtask >= 0 && found->slowestSubtask < subtasks.size());
    const flink::SubtaskFigures& slowest = subtasks.at(found->slowestSubtask);
    for (const flink::SubtaskFigures& other : subtasks)
        QVERIFY(std::pair(other.busy, other.recordsIn) <= std::pair(slowest.busy, slowest.recordsIn));
    QCOMPARE(found->taskManager, slowest.taskManagerId);
    QVERIFY2(found->pod.startsWith(QString::fromLatin1(deployment)), qPrintable(found->evidence.join(u'\n')));
    if (cause == u"skew")
        QVERIFY2(found->factor.value_or(0) >= 2, qPrintable(found->evidence.join(u'\n')));
}

void SimGraphTest::aHealthyFleetHasNone_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 10; ++seed)
        QTest::addRow("seed %d", int(seed)) << seed;
}

void SimGraphTest::aHealthyFleetHasNone()
{
    QFETCH(const quint64, seed);
    PlayBench bench(u"healthy"_s, seed);
    bench.pass(5min);
    int measured = 0;
    const QJsonArray all = bench.get("/apis/flink.apache.org/v1beta1/flinkdeployments").json()[u"items"_s].toArray();
    for (const QJsonValue& one : all) {
        const QJsonValue metadata = one[u"metadata"_s];
        const JobGraph graph =
            Asker(bench, metadata[u"namespace"_s].toString().toLatin1(), metadata[u"name"_s].toString().toLatin1())
                .graph();
        measured += int(std::ranges::any_of(graph.vertices, &flink::GraphVertex::isMeasured));
        const auto found = health::findBottleneck(graph, {}, timeOf(bench));
        QVERIFY2(!found, metadata[u"name"_s].toString().toLatin1() + ' ' + told(graph));
    }
    QVERIFY2(measured >= 5, QByteArray::number(measured));
}

QTEST_GUILESS_MAIN(SimGraphTest)
#include "tst_simgraph.moc"
