#include "core/flink/endpoint.h"
#include "tests/support/hygiene.h"
#include "tests/support/sim/flinkserver.h"
#include "ui/deployment/deploymentpage.h"
#include "ui/deployment/jobstab.h"
#include "ui/deployment/operationbar.h"
#include "ui/operations/desk.h"
#include "ui/operations/planpage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/timedisplay.h"

#include <QApplication>
#include <QCheckBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using operations::Desk;
using operations::Draft;
using State = workflow::Operation::State;
using Verb = plans::Intent::Verb;

namespace {

constexpr workflow::RunnerTimes quick{5ms, 1ms, 5ms, 30ms, 0ms};
constexpr int patience = 20'000; // ms
const QString id = u"endpoint:practice"_s;

} // namespace

/// Operations on a job of a Flink cluster without Kubernetes, in the window.
class TestEndpointOperations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void aSavepointIsMade();
    void aJobIsStoppedFromItsPlan();
    void whatIsDrainedIsSaidInThePlan();
    void whatLostItsConnectionIsContinued();
    void aProtectedEndpointTakesNothing();
    void theButtonsAreThoseOfAJobAlone();

private:
    plans::Intent intentOf(Verb verb) const
    {
        plans::Intent intent;
        intent.verb = verb;
        intent.kind = plans::flinkJobKind.toString();
        intent.name = m_job;
        return intent;
    }
    void connect();
    void tell(bool isConnected, bool isProtected = false);
    std::unique_ptr<Draft> planned(Verb verb)
    {
        auto draft = std::make_unique<Draft>(*m_desk, id, intentOf(verb));
        draft->check();
        (void)QTest::qWaitFor([&] { return draft->stage() != Draft::Stage::Checking; }, patience);
        return draft;
    }
    void follow(const QString& operation)
    {
        (void)QTest::qWaitFor(
            [&] {
                m_server->flink.advance(500ms);
                return !m_desk->isAtWork(operation);
            },
            patience);
    }
    State stateOf(const QString& operation) const { return m_desk->operation(operation)->state; }

    QTemporaryDir m_home;
    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<widgets::TimeDisplay> m_time;
    std::unique_ptr<support::FlinkServer> m_server;
    std::unique_ptr<flink::Connection> m_connection;
    std::unique_ptr<Desk> m_desk;
    QString m_job;
    int m_round = 0;
};

void TestEndpointOperations::initTestCase()
{
    support::keepClean();
    QApplication::setOrganizationName(u"drey"_s);
    QApplication::setApplicationName(u"tst_endpointoperations"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
    m_theme = std::make_unique<theme::Theme>(*qApp);
    m_time = std::make_unique<widgets::TimeDisplay>();
}

void TestEndpointOperations::init()
{
    support::keepClean();
    support::SimFlink::Options options;
    options.configuration = {{u"state.savepoints.dir"_s, u"file:///tmp/flink/savepoints"_s}};
    m_server = std::make_unique<support::FlinkServer>(options);
    QVERIFY(m_server->flink.runUntilRunning());
    m_server->flink.advance(12s);
    QVERIFY(m_server->server.listen());
    m_job = m_server->flink.object(u"/jobs/overview"_s)[u"jobs"_s][0][u"jid"_s].toString();
    QVERIFY(!m_job.isEmpty());
    connect();
    m_desk = std::make_unique<Desk>(m_home.filePath(u"operations-%1"_s.arg(++m_round)), quick);
    tell(true);
}

void TestEndpointOperations::cleanup()
{
    m_desk.reset();
    m_connection.reset();
    m_server.reset();
}

void TestEndpointOperations::connect()
{
    flink::ConnectionSettings settings;
    settings.id = id;
    settings.isProtected = false;
    m_connection = flink::Connection::toEndpoint(m_server->server.url(), nullptr, {}, settings);
    m_connection->open();
}

void TestEndpointOperations::tell(bool isConnected, bool isProtected)
{
    operations::Cluster cluster;
    cluster.id = id;
    cluster.context = u"http://practice:8081"_s;
    cluster.isProtected = isProtected;
    cluster.connection = isConnected ? m_connection.get() : nullptr;
    m_desk->setClusters({cluster});
}

void TestEndpointOperations::aSavepointIsMade()
{
    const auto draft = planned(Verb::Savepoint);
    QVERIFY2(draft->obstacle().isEmpty(), qPrintable(draft->obstacle()));
    QCOMPARE(draft->plan()->context, u"http://practice:8081"_s);
    draft->agree();
    QCOMPARE(draft->stage(), Draft::Stage::Begun);
    follow(draft->operationId());
    QVERIFY2(stateOf(draft->operationId()) == State::Succeeded,
             qPrintable(m_desk->operation(draft->operationId())->result));
    QVERIFY(m_desk->operation(draft->operationId())->facts[u"path"_s].toString().contains(u"savepoint-"_s));
    QCOMPARE(m_server->taken.size(), 1);
}

void TestEndpointOperations::aJobIsStoppedFromItsPlan()
{
    operations::PlanPage page(planned(Verb::Suspend), QStringList());
    page.resize(1100, 800);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QTRY_COMPARE_WITH_TIMEOUT(page.draft().stage(), Draft::Stage::Planned, patience);
    QVERIFY2(!page.draft().plan()->isBlocked(), qPrintable(page.draft().obstacle()));
    page.draft().agree();
    const QString operation = page.draft().operationId();
    follow(operation);
    QVERIFY2(stateOf(operation) == State::Succeeded, qPrintable(m_desk->operation(operation)->result));
    QCOMPARE(m_server->flink.object(u"/jobs/overview"_s)[u"jobs"_s][0][u"state"_s].toString(), u"FINISHED"_s);
}

void TestEndpointOperations::whatIsDrainedIsSaidInThePlan()
{
    operations::PlanPage page(planned(Verb::Suspend), QStringList());
    page.resize(1100, 800);
    page.show();
    QTRY_COMPARE_WITH_TIMEOUT(page.draft().stage(), Draft::Stage::Planned, patience);
    const QJsonObject before = page.draft().plan()->steps.first().sends->body.toObject();
    QVERIFY(!before[u"drain"_s].toBool());
    auto* drains = page.findChild<QCheckBox*>(u"drains"_s);
    QVERIFY(drains && drains->isVisible());
    drains->setFocus();
    QTest::keyClick(drains, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(page.draft().stage() == Draft::Stage::Planned && page.draft().plan(), patience);
    QVERIFY(page.draft().intent().drains);
    QVERIFY(page.draft().plan()->steps.first().sends->body.toObject()[u"drain"_s].toBool());
}

void TestEndpointOperations::whatLostItsConnectionIsContinued()
{
    const auto draft = planned(Verb::Savepoint);
    draft->agree();
    const QString operation = draft->operationId();
    tell(false);
    QVERIFY(!m_desk->isAtWork(operation));
    QCOMPARE(stateOf(operation), State::Interrupted);
    QVERIFY(m_desk->obstacleToGoOn(*m_desk->operation(operation)).contains(u"not connected"_s));
    QVERIFY(!m_desk->goOn(operation));
    tell(true);
    QVERIFY(m_desk->obstacleToGoOn(*m_desk->operation(operation)).isEmpty());
    QVERIFY(m_desk->goOn(operation));
    follow(operation);
    QVERIFY2(stateOf(operation) == State::Succeeded, qPrintable(m_desk->operation(operation)->result));
    QVERIFY(m_server->taken.size() <= 1);
}

void TestEndpointOperations::aProtectedEndpointTakesNothing()
{
    tell(true, true);
    const auto draft = planned(Verb::Delete);
    QVERIFY(draft->plan()->isBlocked());
    QVERIFY(!draft->obstacle().isEmpty());
    draft->agree();
    QVERIFY(draft->stage() != Draft::Stage::Begun);
    QVERIFY(m_server->taken.isEmpty());
}

void TestEndpointOperations::theButtonsAreThoseOfAJobAlone()
{
    deployment::DeploymentPage page(*m_connection, {});
    page.resize(1200, 800);
    page.show();
    auto* tab = page.findChild<deployment::JobsTab*>();
    QVERIFY(tab);
    page.setCurrentTab(int(page.tabTitles().indexOf(tab->title())));
    auto* table = tab->findChild<widgets::ObjectTable*>();
    QVERIFY(table);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, patience);
    table->setCurrentIndex(table->model()->index(0, 1));
    auto* bar = tab->findChild<deployment::OperationBar*>();
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), patience);
    for (const Verb verb : {Verb::Savepoint, Verb::Checkpoint, Verb::Suspend, Verb::Rescale, Verb::Delete}) {
        QVERIFY2(bar->action(verb)->isVisible(), qPrintable(plans::verbWord(verb)));
        QVERIFY2(bar->action(verb)->isEnabled(), qPrintable(bar->action(verb)->toolTip()));
    }
    for (const Verb verb : {Verb::Resume, Verb::Restart, Verb::Upgrade, Verb::Rollback, Verb::Redeploy, Verb::Recover})
        QVERIFY2(!bar->action(verb)->isVisible(), qPrintable(plans::verbWord(verb)));
    QVERIFY(bar->action(Verb::Suspend)->text().startsWith(u"Stop with savepoint…"_s));
    QSignalSpy requested(&page, &deployment::DeploymentPage::operationRequested);
    bar->action(Verb::Suspend)->trigger();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().at(1).toString(), plans::flinkJobKind.toString());
    QCOMPARE(requested.first().at(2).value<kube::ObjectKey>().name, m_job);
    // When it has ended there is nothing left to do, and it says so.
    QCOMPARE(m_server->flink.ask("PATCH", u"/jobs/%1?mode=cancel"_s.arg(m_job), {}).status, 202);
    m_server->flink.advance(10s);
    m_connection->observer()->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!bar->action(Verb::Savepoint)->isEnabled(), patience);
    QVERIFY(bar->action(Verb::Savepoint)->toolTip().contains(u"has ended"_s));
}

QTEST_MAIN(TestEndpointOperations)
#include "tst_endpointoperations.moc"
