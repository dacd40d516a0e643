#include "app/gui/operations.h"
#include "app/gui/practice.h"
#include "tests/ui/shellfixture.h"
#include "ui/deployment/deploymentpage.h"
#include "ui/deployment/operationbar.h"
#include "ui/fleet/fleetpage.h"
#include "ui/operations/batchpage.h"
#include "ui/operations/dock.h"
#include "ui/operations/historypage.h"
#include "ui/operations/planpage.h"
#include "ui/shell/activity.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/toasts.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSpinBox>

using namespace support;
using State = workflow::Operation::State;
using Verb = plans::Intent::Verb;

/// The way of an operation through the window, from the button of a deployment to the history.
class TestOperationWindow : public ShellTest
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { end(); }

    void aSavepointIsOneClickAndAMomentToTakeItBack();
    void whatCannotBeDoneSaysWhy();
    void anythingElseIsPlannedOnItsOwnPage();
    void menuPaletteAndKeysHaveTheSame();
    void aSessionJobHasTheSameOperations();
    void aColourIsChangedAtItsBlueGreenDeployment();
    void whatIsOfferedOpensItsPlan();
    void severalRowsOfTheFleetAreOneBatch();
    void addressesOfPlansAndHistoryAreFound();

private:
    void openPractice();
    deployment::DeploymentPage* showDeployment();
    operations::Desk& desk() { return m_drey->operations().desk(); }
    template <typename T>
    T* front()
    {
        return qobject_cast<T*>(window().currentPage()->widget());
    }
    static QPushButton* button(const QWidget& within, const QString& text)
    {
        for (auto* one : within.findChildren<QPushButton*>()) {
            if (one->text() == text && one->isVisible())
                return one;
        }
        return nullptr;
    }
    const QString m_id = connections::contextId(u"practice"_s);
    const kube::ObjectKey m_key{u"payments"_s, u"payment-authorize"_s};
};

void TestOperationWindow::initTestCase()
{
    prepare();
    qunsetenv("XDG_STATE_HOME");
    qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8());
    QFile(m_home.path()).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void TestOperationWindow::init()
{
    begin();
    m_drey.reset();
    gui::StartOptions options;
    options.kubeconfig = m_home.filePath(u"config"_s);
    options.practice = practice::simulated();
    m_drey = std::make_unique<gui::Application>(*qApp, options);
    m_drey->start();
    window().resize(1400, 900);
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    openPractice();
}

void TestOperationWindow::openPractice()
{
    m_drey->practice().open();
    QTRY_VERIFY_WITH_TIMEOUT(m_drey->book().connection(m_id), 120'000);
    flink::Connection* connection = m_drey->book().connection(m_id);
    QTRY_VERIFY_WITH_TIMEOUT(connection->deployments()->value(m_key), patience);
    m_drey->practice().session().setSpeed(30);
}

deployment::DeploymentPage* TestOperationWindow::showDeployment()
{
    window().go({Place::Deployment, m_id, m_key});
    return front<deployment::DeploymentPage>();
}

void TestOperationWindow::aSavepointIsOneClickAndAMomentToTakeItBack()
{
    deployment::DeploymentPage* page = showDeployment();
    QVERIFY(page);
    QPushButton* savepoint = button(*page, u"Savepoint"_s);
    QVERIFY(savepoint);
    QVERIFY2(savepoint->isEnabled(), qPrintable(savepoint->toolTip()));
    savepoint->click();
    auto* toasts = window().findChild<widgets::Toasts*>();
    QPushButton* cancel = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((cancel = button(*toasts, u"Cancel"_s)), patience);
    cancel->click();
    QTest::qWait(200);
    QVERIFY(desk().operations().isEmpty());
    savepoint->click();
    QTRY_VERIFY_WITH_TIMEOUT(button(*toasts, u"Cancel"_s), patience);
    QTRY_COMPARE_WITH_TIMEOUT(desk().operations().size(), 1, 15'000);
    // One sees what becomes of it without being led away.
    const auto* dock = window().activity().findChild<operations::Dock*>();
    QTRY_VERIFY(dock->isVisible());
    QCOMPARE(current().place, Place::Deployment);
    QVERIFY2(textsOf(window()).contains(u"1 running"_s), qPrintable(textsOf(window()).join(u'\n')));
    const QString id = desk().operations().first().id;
    QCOMPARE(dock->selected(), id);
    QTRY_VERIFY_WITH_TIMEOUT(!desk().isAtWork(id), 60'000);
    QCOMPARE(desk().operation(id)->state, State::Succeeded);
    QTRY_VERIFY(textsOf(window()).contains(u"0 running"_s));
    QVERIFY(textsOf(window()).contains(u"Savepoint of payments/payment-authorize: Succeeded"_s));
    button(*dock, u"Details"_s)->click();
    QCOMPARE(current().place, Place::History);
    QCOMPARE(front<operations::HistoryPage>()->selected(), id);
}

void TestOperationWindow::whatCannotBeDoneSaysWhy()
{
    deployment::DeploymentPage* page = showDeployment();
    flink::Connection* connection = m_drey->book().connection(m_id);
    flink::ConnectionSettings settings = connection->settings();
    settings.isProtected = true;
    connection->setSettings(settings);
    page->refresh();
    QTRY_VERIFY(!button(*page, u"Savepoint"_s)->isEnabled());
    QVERIFY(button(*page, u"Upgrade…"_s)->toolTip().contains(u"protected"));
    // Nor do the keys, and they say it.
    press(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S));
    QTRY_VERIFY(textsOf(window()).join(u'\n').contains(u"This context is protected"));
    QCOMPARE(desk().runningCount(), 0);
}

void TestOperationWindow::anythingElseIsPlannedOnItsOwnPage()
{
    deployment::DeploymentPage* page = showDeployment();
    button(*page, u"Suspend…"_s)->click();
    QCOMPARE(current().place, Place::Plan);
    auto* plan = front<operations::PlanPage>();
    QTRY_COMPARE_WITH_TIMEOUT(plan->draft().stage(), operations::Draft::Stage::Planned, patience);
    QVERIFY(plan->draft().obstacle().isEmpty());
    plan->findChild<QPushButton*>(u"act"_s)->click();
    QCOMPARE(plan->draft().stage(), operations::Draft::Stage::Begun);
    const QString id = plan->draft().operationId();
    QTRY_VERIFY_WITH_TIMEOUT(!desk().isAtWork(id), 60'000);
    QCOMPARE(desk().operation(id)->state, State::Succeeded);
    window().go({Place::Deployment, m_id, m_key});
    QPushButton* resume = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((resume = button(*page, u"Resume…"_s)), patience);
    QVERIFY(!button(*page, u"Suspend…"_s));
    QVERIFY(!button(*page, u"Savepoint"_s)->isEnabled());
    // The connection goes: what is planned at it goes, too.
    resume->click();
    QCOMPARE(current().place, Place::Plan);
    m_drey->book().close(m_id);
    QTRY_VERIFY(!window().currentPage() || current().place != Place::Plan);
}

void TestOperationWindow::menuPaletteAndKeysHaveTheSame()
{
    showDeployment();
    QMenu* menu = nullptr;
    for (auto* one : window().findChildren<QMenu*>()) {
        if (one->title() == u"&Deployment")
            menu = one;
    }
    QVERIFY(menu);
    QVERIFY(menu->menuAction()->isEnabled());
    emit menu->aboutToShow();
    QStringList ids;
    for (const QAction* action : menu->actions())
        ids.append(action->objectName());
    for (const QString& id : {u"deployment.savepoint"_s, u"deployment.suspend"_s, u"deployment.restart"_s,
                              u"deployment.upgrade"_s, u"deployment.rollback"_s, u"deployment.rescale"_s,
                              u"deployment.redeploy"_s, u"deployment.delete"_s, u"deployment.checkpoint"_s})
        QVERIFY2(ids.contains(id), qPrintable(id));
    const QList<shell::Offer> offers = window().offers();
    const auto found = std::ranges::find(offers, u"deployment.upgrade"_s, &shell::Offer::id);
    QVERIFY(found != offers.end());
    QVERIFY(!found->keys.isEmpty());
    found->run();
    QCOMPARE(current().verb, u"upgrade"_s);
    QVERIFY(!menu->menuAction()->isEnabled());
    showDeployment();
    press(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R));
    QTRY_COMPARE(current().verb, u"restart"_s);
}

void TestOperationWindow::aSessionJobHasTheSameOperations()
{
    const kube::ObjectKey session{u"analytics"_s, u"adhoc-session"_s};
    flink::Connection* connection = m_drey->book().connection(m_id);
    QTRY_VERIFY_WITH_TIMEOUT(connection->deployments()->value(session), patience);
    window().go({Place::Deployment, m_id, session});
    auto* page = front<deployment::DeploymentPage>();
    page->setCurrentTab(1);
    auto* bar = page->findChild<deployment::OperationBar*>(u"sessionJobOperations"_s);
    widgets::ObjectTable* table = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            for (auto* one : page->findChildren<widgets::ObjectTable*>()) {
                if (one->isVisible() && one->model()->rowCount() > 2)
                    table = one;
            }
            return table && bar->parentWidget()->isVisible();
        }(),
        patience);
    // A line has to be chosen; then its name stands above.
    table->setCurrentIndex({});
    QVERIFY(!bar->isVisible());
    table->setFocus();
    // Of another one suspending drops the state, so that its name has to be typed.
    for (int i = 0; i < 3 && !textsOf(window()).contains(u"Session job daily-cohorts"_s); ++i)
        QTest::keyClick(table, Qt::Key_Down);
    QVERIFY(bar->isVisible());
    const QString jobId = table->model()->index(table->currentIndex().row(), 2).data().toString();
    kube::ObjectKey chosen;
    for (const kube::ObjectKey& key : connection->sessionJobs()->keys()) {
        if (connection->sessionJobs()->value(key)->status.jobId == jobId)
            chosen = key;
    }
    QVERIFY2(!chosen.name.isEmpty(), qPrintable(jobId));
    QVERIFY(textsOf(window()).contains(u"Session job %1"_s.arg(chosen.name)));
    for (const Verb verb :
         {Verb::Savepoint, Verb::Suspend, Verb::Restart, Verb::Upgrade, Verb::Rollback, Verb::Redeploy, Verb::Delete})
        QVERIFY2(bar->action(verb)->isEnabled(), qPrintable(bar->action(verb)->toolTip()));
    QVERIFY(!bar->action(Verb::Resume)->isEnabled());
    QVERIFY(bar->action(Verb::Resume)->toolTip().contains(u"not suspended"));
    // The form has what a session job has.
    bar->action(Verb::Upgrade)->trigger();
    QCOMPARE(current().kind, u"FlinkSessionJob"_s);
    auto* upgrade = front<operations::PlanPage>();
    QVERIFY(upgrade->findChild<QLineEdit*>(u"jarURI"_s));
    QVERIFY(!upgrade->findChild<QLineEdit*>(u"image"_s));
    window().go({Place::Deployment, m_id, session});
    QPushButton* suspend = button(*bar, u"Suspend…"_s);
    QVERIFY(suspend);
    QTest::mouseClick(suspend, Qt::LeftButton);
    QCOMPARE(current().object, chosen);
    QCOMPARE(*Address::parse(current().text()), current());
    auto* plan = front<operations::PlanPage>();
    QTRY_COMPARE_WITH_TIMEOUT(plan->draft().stage(), operations::Draft::Stage::Planned, patience);
    QVERIFY2(plan->draft().obstacle().isEmpty(), qPrintable(plan->draft().obstacle()));
    plan->act();
    const QString id = plan->draft().operationId();
    QVERIFY(!id.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!desk().isAtWork(id), 60'000);
    QVERIFY2(desk().operation(id)->state == State::Succeeded, qPrintable(desk().operation(id)->result));
    QCOMPARE(connection->sessionJobs()->value(chosen)->job->state, u"suspended"_s);
}

void TestOperationWindow::aColourIsChangedAtItsBlueGreenDeployment()
{
    const kube::ObjectKey blue{u"analytics"_s, u"recommendation-feed-blue"_s};
    const kube::ObjectKey green{u"analytics"_s, u"recommendation-feed-green"_s};
    flink::Connection* connection = m_drey->book().connection(m_id);
    QTRY_VERIFY_WITH_TIMEOUT(connection->deployments()->value(blue), patience);
    QCOMPARE(connection->deployments()->value(blue)->metadata.blueGreen, u"recommendation-feed"_s);
    const int before = connection->deployments()->value(blue)->job->parallelism;
    window().go({Place::Deployment, m_id, blue});
    auto* page = front<deployment::DeploymentPage>();
    QPushButton* transition = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((transition = button(*page, u"Transition…"_s)), patience);
    QVERIFY2(transition->isEnabled(), qPrintable(transition->toolTip()));
    QVERIFY(!button(*page, u"Upgrade…"_s));
    QVERIFY(!button(*page, u"Rollback…"_s));
    transition->click();
    QCOMPARE(current().kind, u"FlinkBlueGreenDeployment"_s);
    QCOMPARE(current().object, (kube::ObjectKey{u"analytics"_s, u"recommendation-feed"_s}));
    QCOMPARE(*Address::parse(current().text()), current());
    // The form begins with what the colour says; what is filled in is written into the template.
    auto* plan = front<operations::PlanPage>();
    auto* parallelism = plan->findChild<QSpinBox*>(u"parallelism"_s);
    QVERIFY(parallelism);
    QCOMPARE(parallelism->value(), before);
    QVERIFY(!plan->findChild<QLineEdit*>(u"image"_s)->text().isEmpty());
    parallelism->setValue(before + 1);
    plan->findChild<QPushButton*>(u"plan"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(plan->draft().stage(), operations::Draft::Stage::Planned, patience);
    const QList<plans::SpecChange::Entry> change = plan->draft().intent().change.entries;
    QCOMPARE(change.size(), 1);
    QCOMPARE(change.first().path, (QStringList{u"spec"_s, u"template"_s, u"spec"_s, u"job"_s, u"parallelism"_s}));
    QVERIFY2(plan->draft().obstacle().isEmpty(), qPrintable(plan->draft().obstacle()));
    plan->draft().agree();
    const QString id = plan->draft().operationId();
    QVERIFY(!id.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!desk().isAtWork(id), 120'000);
    QVERIFY2(desk().operation(id)->state == State::Succeeded, qPrintable(desk().operation(id)->result));
    QTRY_VERIFY_WITH_TIMEOUT(!connection->deployments()->value(blue), patience);
    QCOMPARE(connection->deployments()->value(green)->job->parallelism, before + 1);
}

void TestOperationWindow::whatIsOfferedOpensItsPlan()
{
    showDeployment();
    const qsizetype done = desk().operations().size();
    emit desk().planWanted(m_id, [this] {
        plans::Intent intent;
        intent.verb = Verb::Upgrade;
        intent.kind = u"FlinkDeployment"_s;
        intent.nameSpace = m_key.nameSpace;
        intent.name = m_key.name;
        intent.change.set({u"spec"_s, u"job"_s, u"upgradeMode"_s}, u"last-state"_s);
        return intent;
    }());
    QCOMPARE(current().verb, u"upgrade"_s);
    auto* plan = front<operations::PlanPage>();
    // Nothing has to be filled in: it is planned at once, and nothing is done.
    QTRY_COMPARE_WITH_TIMEOUT(plan->draft().stage(), operations::Draft::Stage::Planned, patience);
    QCOMPARE(plan->draft().intent().change.entries.size(), 1);
    QVERIFY(!plan->findChild<QLineEdit*>(u"image"_s));
    QCOMPARE(desk().operations().size(), done);
    // Whoever asks for an upgrade by hand fills in its form.
    m_drey->operations().request(m_id, u"FlinkDeployment"_s, m_key, Verb::Upgrade);
    QVERIFY(front<operations::PlanPage>()->findChild<QLineEdit*>(u"image"_s));
}

void TestOperationWindow::severalRowsOfTheFleetAreOneBatch()
{
    window().go({Place::Fleet, {}, {}});
    auto* fleet = front<fleet::FleetPage>();
    const qsizetype done = desk().operations().size();
    QTRY_VERIFY_WITH_TIMEOUT(fleet->model().rowCount() > 5, patience);
    const auto actionOf = [this](const QString& id) {
        const QList<QAction*> actions = window().currentPage()->actions();
        const auto found = std::ranges::find(actions, id, &QAction::objectName);
        return found == actions.end() ? nullptr : *found;
    };
    auto* table = fleet->findChild<widgets::ObjectTable*>();
    table->clearSelection();
    QVERIFY(actionOf(u"fleet.suspend"_s));
    QVERIFY(!actionOf(u"fleet.suspend"_s)->isEnabled());
    QVERIFY(!actionOf(u"fleet.suspend"_s)->toolTip().isEmpty());
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(fleet->selectedRows().size(), 3);
    QVERIFY2(actionOf(u"fleet.suspend"_s)->text().contains(u"3"), qPrintable(actionOf(u"fleet.suspend"_s)->text()));
    // The palette has it, too.
    const QList<shell::Offer> offers = window().offers();
    const auto found = std::ranges::find(offers, u"fleet.suspend"_s, &shell::Offer::id);
    QVERIFY(found != offers.end());
    found->run();
    QCOMPARE(current().place, Place::Batch);
    QCOMPARE(*Address::parse(current().text()), current());
    auto* batch = front<operations::BatchPage>();
    QCOMPARE(batch->batch().size(), 3);
    QCOMPARE(batch->batch().verb(), Verb::Suspend);
    QCOMPARE(desk().operations().size(), done);
    // Its address alone says not which.
    window().go({Place::Batch, {}, {}, {}, u"restart"_s});
    QCOMPARE(current().verb, u"suspend"_s);
    // One row is no batch.
    window().go({Place::Fleet, {}, {}});
    table->selectRow(0);
    actionOf(u"fleet.suspend"_s)->trigger();
    QCOMPARE(current().place, Place::Plan);
}

void TestOperationWindow::addressesOfPlansAndHistoryAreFound()
{
    const Address plan{Place::Plan, m_id, m_key, {}, u"rescale"_s};
    const auto parsed = Address::parse(plan.text());
    QVERIFY(parsed);
    QCOMPARE(*parsed, plan);
    QCOMPARE(Address::parse(u"drey://operations"_s)->place, Place::History);
    window().go(plan);
    QCOMPARE(current(), plan);
    window().go({Place::Plan, m_id, m_key, {}, u"explode"_s});
    QCOMPARE(current(), plan);
    window().commands().action(u"go.history"_s)->trigger();
    QCOMPARE(current().place, Place::History);
}

QTEST_MAIN(TestOperationWindow)
#include "tst_operationwindow.moc"
