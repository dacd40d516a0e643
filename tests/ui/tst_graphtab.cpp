#include "tests/support/hygiene.h"
#include "tests/support/sampleconnections.h"
#include "ui/deployment/deploymentpage.h"
#include "ui/deployment/graphtab.h"
#include "ui/graph/graphview.h"
#include "ui/graph/heatstrip.h"
#include "ui/graph/layout.h"
#include "ui/graph/vertexpanel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/timedisplay.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using flink::GraphVertex;
using flink::JobGraph;
using graph::GraphView;

namespace {

constexpr int patience = 20'000;

/// A source that feeds two vertices, which feed one sink.
JobGraph diamond()
{
    JobGraph graph;
    graph.jobId = u"j"_s;
    graph.state = u"RUNNING"_s;
    for (const QString& name : {u"source"_s, u"left"_s, u"right"_s, u"sink"_s}) {
        GraphVertex vertex;
        vertex.id = vertex.name = name;
        vertex.state = u"RUNNING"_s;
        vertex.parallelism = 2;
        vertex.chain = {{name, 0}, {u"behind-"_s + name, 1}};
        graph.vertices += vertex;
    }
    const auto link = [&graph](int from, int to) {
        graph.edges += flink::GraphEdge{from, to, u"HASH"_s};
        graph.vertices[from].outputs += to;
        graph.vertices[to].inputs += from;
    };
    link(0, 1);
    link(0, 2);
    link(1, 3);
    link(2, 3);
    return graph;
}

} // namespace

/// The graph of a job on the page of its deployment, and its view alone.
class GraphTabTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void cleanup() { m_connection.reset(); }

    void boxesDoNotOverlap();
    void aCycleAndDoublesAreLaidOut();
    void keysGoAlongTheEdges();
    void zoomAndFit();
    void aChainUnfolds();
    void whatIsNotSearchedIsFaint();
    void newFiguresKeepThePlace();
    void anotherStructureIsLaidOutAnew();
    void subtasksAreChosenByKeys();
    void thePageNamesTheBottleneck();
    void theTableSaysTheSame();
    void nothingIsAskedWhileNobodyLooks();

private:
    std::unique_ptr<deployment::DeploymentPage> page();

    support::SampleConnections m_sample;
    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<widgets::TimeDisplay> m_time;
    std::unique_ptr<flink::Connection> m_connection;
};

void GraphTabTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_theme = std::make_unique<theme::Theme>(*qApp);
    m_time = std::make_unique<widgets::TimeDisplay>();
    QVERIFY(m_sample.start());
}

void GraphTabTest::boxesDoNotOverlap()
{
    graph::Sketch sketch;
    sketch.boxes.fill(QSizeF(190, 84), 4);
    sketch.links = {{0, 1}, {0, 2}, {1, 3}, {2, 3}};
    const graph::Drawing drawing = graph::layOut(sketch);
    QCOMPARE(drawing.centres.size(), 4);
    QCOMPARE(drawing.curves.size(), 4);
    for (int a = 0; a < 4; ++a) {
        const QRectF one(drawing.centres.at(a) - QPointF(95, 42), sketch.boxes.at(a));
        QVERIFY(QRectF(QPointF(-1, -1), drawing.size + QSizeF(2, 2)).contains(one));
        for (int b = a + 1; b < 4; ++b)
            QVERIFY(!one.intersects(QRectF(drawing.centres.at(b) - QPointF(95, 42), sketch.boxes.at(b))));
    }
    QVERIFY(drawing.centres.at(0).x() < drawing.centres.at(1).x());
    QVERIFY(drawing.centres.at(2).x() < drawing.centres.at(3).x());
    QVERIFY(drawing.curves.at(0).size() >= 4 && drawing.curves.at(0).size() % 3 == 1);
}

void GraphTabTest::aCycleAndDoublesAreLaidOut()
{
    QVERIFY(graph::layOut({}).centres.isEmpty());
    graph::Sketch sketch;
    sketch.boxes.fill(QSizeF(10, 10), 3);
    sketch.links = {{0, 1}, {1, 2}, {2, 0}, {0, 1}};
    const graph::Drawing drawing = graph::layOut(sketch);
    QCOMPARE(drawing.centres.size(), 3);
    QCOMPARE(drawing.curves.size(), 4);
}

void GraphTabTest::keysGoAlongTheEdges()
{
    GraphView view;
    view.resize(900, 500);
    view.show();
    view.showGraph(diamond(), {}, QDateTime::currentDateTimeUtc());
    QTRY_VERIFY(view.isLaidOut());
    QSignalSpy picked(&view, &GraphView::picked);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.chosen(), u"source"_s);
    QTest::keyClick(&view, Qt::Key_Right);
    const QString first = view.chosen();
    QVERIFY(first == u"left" || first == u"right");
    QTest::keyClick(&view, Qt::Key_Down);
    if (view.chosen() == first)
        QTest::keyClick(&view, Qt::Key_Up);
    QVERIFY(view.chosen() != first);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.chosen(), u"sink"_s);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.chosen(), u"sink"_s);
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.chosen(), u"source"_s);
    QVERIFY(picked.size() >= 5);
    QVERIFY2(view.accessibleDescription().startsWith(u"source, parallelism 2"),
             qPrintable(view.accessibleDescription()));
}

void GraphTabTest::zoomAndFit()
{
    GraphView view;
    view.resize(400, 200);
    view.show();
    view.showGraph(diamond(), {}, QDateTime::currentDateTimeUtc());
    QTRY_VERIFY(view.isLaidOut());
    const double fitted = view.zoom();
    QVERIFY(fitted < 1);
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(&view, Qt::Key_Plus);
    QVERIFY(view.zoom() <= 3.01);
    for (int i = 0; i < 80; ++i)
        QTest::keyClick(&view, Qt::Key_Minus);
    QVERIFY(view.zoom() >= 0.049);
    QTest::keyClick(&view, Qt::Key_0);
    QCOMPARE(view.zoom(), fitted);
}

void GraphTabTest::aChainUnfolds()
{
    GraphView view;
    view.resize(900, 500);
    view.show();
    JobGraph graph = diamond();
    graph.vertices[3].chain.clear();
    view.showGraph(graph, {}, QDateTime::currentDateTimeUtc());
    QTRY_VERIFY(view.isLaidOut());
    view.choose(u"left"_s);
    QSignalSpy laidOut(&view, &GraphView::laidOut);
    QTest::keyClick(&view, Qt::Key_Return);
    QVERIFY(view.isUnfolded(u"left"_s));
    QVERIFY(laidOut.wait());
    QTest::keyClick(&view, Qt::Key_Return);
    QVERIFY(!view.isUnfolded(u"left"_s));
    view.choose(u"sink"_s);
    QTest::keyClick(&view, Qt::Key_Return);
    QVERIFY(!view.isUnfolded(u"sink"_s)); // there is nothing in it
}

void GraphTabTest::whatIsNotSearchedIsFaint()
{
    GraphView view;
    view.showGraph(diamond(), {}, QDateTime::currentDateTimeUtc());
    QTRY_VERIFY(view.isLaidOut());
    QCOMPARE(view.search(u"behind-RIGHT"_s), 1);
    QCOMPARE(view.chosen(), u"right"_s);
    QCOMPARE(view.search(u"nobody"_s), 0);
    QCOMPARE(view.chosen(), u"right"_s);
    QCOMPARE(view.search(QString()), 0);
}

void GraphTabTest::newFiguresKeepThePlace()
{
    GraphView view;
    view.resize(400, 200);
    view.show();
    JobGraph graph = diamond();
    view.showGraph(graph, {}, QDateTime::currentDateTimeUtc());
    QTRY_VERIFY(view.isLaidOut());
    view.zoomBy(1.5);
    view.choose(u"left"_s);
    const double zoom = view.zoom();
    QSignalSpy laidOut(&view, &GraphView::laidOut);
    graph.vertices[1].busy = {0.5, 0.9};
    view.showGraph(graph, {}, QDateTime::currentDateTimeUtc());
    QCOMPARE(view.chosen(), u"left"_s);
    QCOMPARE(view.zoom(), zoom);
    QVERIFY(laidOut.isEmpty() && view.isLaidOut());
}

void GraphTabTest::anotherStructureIsLaidOutAnew()
{
    GraphView view;
    view.show();
    JobGraph graph = diamond();
    view.showGraph(graph, {}, QDateTime::currentDateTimeUtc());
    view.choose(u"sink"_s);
    // Before the first drawing is there, the job changes: only the last one counts.
    graph.vertices.removeLast();
    graph.edges.erase(graph.edges.begin() + 2, graph.edges.end());
    view.showGraph(graph, {}, QDateTime::currentDateTimeUtc());
    QTRY_VERIFY(view.isLaidOut());
    QCOMPARE(view.chosen(), QString());
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.chosen(), u"right"_s);
    view.showGraph({}, {}, QDateTime::currentDateTimeUtc());
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.chosen(), QString());
}

void GraphTabTest::subtasksAreChosenByKeys()
{
    graph::HeatStrip strip;
    strip.resize(200, 60);
    strip.show();
    QTest::keyClick(&strip, Qt::Key_Right); // nothing there
    QList<flink::SubtaskFigures> subtasks(3);
    for (int i = 0; i < 3; ++i)
        subtasks[i].index = i;
    subtasks[2].busy = 1;
    subtasks[2].taskManagerId = u"tm-9"_s;
    strip.showSubtasks(subtasks);
    QSignalSpy picked(&strip, &graph::HeatStrip::picked);
    QTest::keyClick(&strip, Qt::Key_Right);
    QCOMPARE(strip.chosen(), 0);
    QTest::keyClick(&strip, Qt::Key_Right);
    QTest::keyClick(&strip, Qt::Key_Right);
    QTest::keyClick(&strip, Qt::Key_Right);
    QCOMPARE(strip.chosen(), 2);
    QVERIFY2(strip.accessibleDescription().contains(u"tm-9"), qPrintable(strip.accessibleDescription()));
    QVERIFY(!picked.isEmpty());
    strip.showSubtasks(QList<flink::SubtaskFigures>(10'000));
    strip.grab();
}

std::unique_ptr<deployment::DeploymentPage> GraphTabTest::page()
{
    m_connection = m_sample.open(u"prod-busan"_s);
    auto page =
        std::make_unique<deployment::DeploymentPage>(*m_connection, kube::ObjectKey{u"logistics"_s, u"route-eta"_s});
    page->resize(1100, 700);
    page->show();
    page->setCurrentTab(int(page->tabTitles().indexOf(u"Graph"_s)));
    return page;
}

void GraphTabTest::thePageNamesTheBottleneck()
{
    const auto page = this->page();
    auto* tab = page->findChild<deployment::GraphTab*>();
    auto* banner = tab->findChild<widgets::Banner*>(u"bottleneck"_s);
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible() && tab->view()->isLaidOut(), patience);
    QVERIFY2(banner->text().contains(u"Bottleneck: route-by-key -> enrich."), qPrintable(banner->text()));
    QVERIFY2(banner->text().contains(u"key skew"), qPrintable(banner->text()));
    emit banner->actionRequested();
    const auto* panel = tab->findChild<graph::VertexPanel*>();
    QTRY_VERIFY_WITH_TIMEOUT(panel->strip()->isVisible(), patience);
    QVERIFY(panel->findChild<QLabel*>()->text().startsWith(u"route-by-key -> enrich"));
    QCOMPARE(panel->strip()->chosen(), 7);
    QVERIFY2(panel->strip()->accessibleDescription().contains(u"route-eta-taskmanager"),
             qPrintable(panel->strip()->accessibleDescription()));
    auto* search = tab->findChild<widgets::SearchField*>();
    search->setText(u"Sink"_s);
    QTRY_VERIFY_WITH_TIMEOUT(panel->findChild<QLabel*>()->text().startsWith(u"Sink: route-eta-out"), patience);
}

void GraphTabTest::theTableSaysTheSame()
{
    const auto page = this->page();
    auto* tab = page->findChild<deployment::GraphTab*>();
    auto* table = tab->findChild<widgets::ObjectTable*>();
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() == 6, patience);
    tab->findChild<QAbstractButton*>(u"table"_s)->click();
    QVERIFY(table->isVisible() && !tab->view()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->index(3, 3).data().toString(), u"100 %"_s, patience);
    table->selectRow(5);
    QCOMPARE(tab->view()->chosen().isEmpty(), false);
    QTRY_VERIFY(tab->findChild<graph::VertexPanel*>()->findChild<QLabel*>()->text().startsWith(u"Sink"));
}

void GraphTabTest::nothingIsAskedWhileNobodyLooks()
{
    const auto page = this->page();
    auto* tab = page->findChild<deployment::GraphTab*>();
    QTRY_VERIFY_WITH_TIMEOUT(tab->view()->isLaidOut(), patience);
    const auto* timer = tab->findChild<QTimer*>(u"polling"_s);
    QVERIFY(timer->isActive());
    page->setCurrentTab(0);
    QVERIFY(!timer->isActive());
}

QTEST_MAIN(GraphTabTest)
#include "tst_graphtab.moc"
