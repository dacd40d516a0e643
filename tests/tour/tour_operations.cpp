#include "app/gui/application.h"
#include "app/gui/operations.h"
#include "tests/tour/tour.h"
#include "ui/deployment/deploymentpage.h"
#include "ui/operations/draft.h"
#include "ui/operations/historypage.h"
#include "ui/operations/planpage.h"
#include "ui/operations/recoveryform.h"
#include "ui/shell/activity.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

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
    m_stops.push_back({u"operations-history"_s, [this] { m_drey.window().go({Place::History, {}, {}}); }});
    m_stops.push_back({u"operations-small"_s, [this] {
                           m_drey.window().resize(smallWindow);
                           m_drey.window().go({Place::History, {}, {}});
                       }});
}

} // namespace tour
