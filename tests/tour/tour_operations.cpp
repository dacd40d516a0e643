#include "app/gui/application.h"
#include "app/gui/operations.h"
#include "tests/tour/tour.h"
#include "tests/tour/world.h"
#include "ui/deployment/deploymentpage.h"
#include "ui/operations/batchpage.h"
#include "ui/operations/draft.h"
#include "ui/operations/historypage.h"
#include "ui/operations/planpage.h"
#include "ui/operations/recoveryform.h"
#include "ui/shell/activity.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/objecttable.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <algorithm>

namespace tour {

using namespace Qt::StringLiterals;

namespace {

using Place = shell::Address::Place;

constexpr QSize smallWindow{1024, 640};
constexpr int longestWait = 90'000; // ms
const auto staging = u"stage-seoul"_s;
const auto production = u"prod-seoul"_s;
const kube::ObjectKey shown{u"payments"_s, u"payment-authorize"_s};

} // namespace

/// A fresh page of this operation, once what it needs is known.
operations::PlanPage* Tour::openPlan(const QString& context, const QString& verb)
{
    const shell::Address address{Place::Plan, connections::contextId(context), shown, {}, verb};
    if (shell::Page* open = m_drey.window().workspace().find(address))
        m_drey.window().workspace().close(open);
    m_drey.window().go(address);
    auto* page = qobject_cast<operations::PlanPage*>(m_drey.window().currentPage()->widget());
    settlePlan(*page);
    return page;
}

void Tour::settlePlan(operations::PlanPage& page)
{
    using Stage = operations::Draft::Stage;
    (void)QTest::qWaitFor([&page] { return page.draft().stage() != Stage::Checking; }, longestWait);
}

operations::PlanPage* Tour::planUpgrade()
{
    operations::PlanPage* page = openPlan(staging, u"upgrade"_s);
    page->findChild<QLineEdit*>(u"image"_s)->setText(u"registry.hanbit.example/flink/payment-authorize:1.20-r9"_s);
    auto* parallelism = page->findChild<QSpinBox*>(u"parallelism"_s);
    parallelism->setValue(parallelism->value() + 2);
    page->findChild<QPushButton*>(u"plan"_s)->click();
    settlePlan(*page);
    return page;
}

void Tour::planRecovery()
{
    operations::PlanPage* page = openPlan(staging, u"recover"_s);
    auto* form = page->findChild<operations::RecoveryForm*>();
    (void)QTest::qWaitFor([form] { return !form->isSearching(); }, longestWait);
}

/// One that is over and one that has just begun.
void Tour::operate()
{
    operations::Desk& desk = m_drey.operations().desk();
    const auto isIdle = [&desk] { return desk.runningCount() == 0; };
    for (const QString& verb : {u"savepoint"_s, u"restart"_s}) {
        (void)QTest::qWaitFor(isIdle, longestWait);
        operations::PlanPage* page = openPlan(staging, verb);
        page->draft().agree();
        if (verb == u"savepoint")
            (void)QTest::qWaitFor(isIdle, longestWait);
    }
}

/// An upgrade to an image that is nowhere; what comes of it is offered.
void Tour::getStuck()
{
    operations::Desk& desk = m_drey.operations().desk();
    const auto isStuck = [&desk] {
        return std::ranges::any_of(desk.operations(), [&desk](const auto& one) { return desk.isStuck(one.id); });
    };
    if (isStuck())
        return;
    (void)QTest::qWaitFor([&desk] { return desk.runningCount() == 0; }, longestWait);
    operations::PlanPage* page = openPlan(staging, u"upgrade"_s);
    page->findChild<QLineEdit*>(u"image"_s)->setText(u"registry.hanbit.example/flink/payment-authorize:1.20-r99"_s);
    page->findChild<QPushButton*>(u"plan"_s)->click();
    settlePlan(*page);
    page->draft().agree();
    (void)QTest::qWaitFor(isStuck, longestWait);
}

void Tour::planBatch()
{
    using State = operations::Batch::State;
    QList<std::pair<QString, kube::ObjectKey>> objects;
    for (const QString& context : {staging, production}) {
        for (const QString& name : {u"payment-authorize"_s, u"payment-settlement"_s, u"refund-matcher"_s})
            objects.append({connections::contextId(context), {u"payments"_s, name}});
    }
    m_drey.operations().request(objects, plans::Intent::Verb::Suspend);
    auto* page = qobject_cast<operations::BatchPage*>(m_drey.window().currentPage()->widget());
    (void)QTest::qWaitFor(
        [page] { return page->batch().count(State::Queued) + page->batch().count(State::Checking) == 0; }, longestWait);
}

void Tour::showSessionJob()
{
    m_drey.window().go({Place::Deployment, connections::contextId(staging), {u"analytics"_s, u"adhoc-session"_s}});
    chooseJob();
}

void Tour::showEndpointJob()
{
    if (const base::Result<QString> id = m_drey.book().addEndpoint(m_world.flinkAddress().toString()))
        m_drey.pages().openConnection(*id);
    chooseJob();
}

/// The first of the page that is shown.
void Tour::chooseJob()
{
    auto* page = qobject_cast<deployment::DeploymentPage*>(m_drey.window().currentPage()->widget());
    page->setCurrentTab(1);
    const auto tables = page->findChildren<widgets::ObjectTable*>();
    const auto choose = [&tables] {
        const auto shown = std::ranges::find_if(
            tables, [](const auto* table) { return table->isVisible() && table->model()->rowCount() > 0; });
        if (shown != tables.end())
            (*shown)->setCurrentIndex((*shown)->model()->index(0, 1));
        return shown != tables.end();
    };
    (void)QTest::qWaitFor(choose, longestWait);
}

void Tour::addOperations()
{
    m_stops.push_back({u"plan-form"_s, [this] { openPlan(staging, u"upgrade"_s); }});
    m_stops.push_back({u"plan-upgrade"_s, [this] { planUpgrade(); }});
    m_stops.push_back({u"plan-blocked"_s, [this] { openPlan(production, u"suspend"_s); }});
    m_stops.push_back({u"plan-recover"_s, [this] { planRecovery(); }});
    m_stops.push_back({u"plan-small"_s, [this] {
                           m_drey.window().resize(smallWindow);
                           planUpgrade();
                       }});
    m_stops.push_back({u"plan-running"_s, [this] { operate(); }});
    m_stops.push_back({u"operations"_s, [this] {
                           operate();
                           m_drey.window().go({Place::Deployment, connections::contextId(staging), shown});
                           m_drey.window().showOperations();
                       }});
    m_stops.push_back({u"plan-stuck"_s, [this] { getStuck(); }});
    m_stops.push_back({u"operations-stuck"_s, [this] {
                           getStuck();
                           m_drey.window().go({Place::Deployment, connections::contextId(staging), shown});
                           m_drey.window().showOperations();
                       }});
    m_stops.push_back({u"batch"_s, [this] { planBatch(); }});
    m_stops.push_back({u"batch-small"_s, [this] {
                           m_drey.window().resize(smallWindow);
                           planBatch();
                       }});
    m_stops.push_back({u"recover-small"_s, [this] {
                           m_drey.window().resize(smallWindow);
                           planRecovery();
                       }});
    m_stops.push_back({u"dock-small"_s, [this] {
                           m_drey.window().resize(smallWindow);
                           getStuck();
                           m_drey.window().go({Place::Deployment, connections::contextId(staging), shown});
                           m_drey.window().showOperations();
                       }});
    m_stops.push_back({u"session-job"_s, [this] { showSessionJob(); }});
    m_stops.push_back({u"endpoint-job"_s, [this] { showEndpointJob(); }});
    m_stops.push_back({u"operations-history"_s, [this] { m_drey.window().go({Place::History, {}, {}}); }});
    m_stops.push_back({u"operations-small"_s, [this] {
                           m_drey.window().resize(smallWindow);
                           m_drey.window().go({Place::History, {}, {}});
                       }});
}

} // namespace tour
