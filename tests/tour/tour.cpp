#include "tests/tour/tour.h"

#include "app/gui/application.h"
#include "tests/tour/world.h"
#include "ui/code/codeview.h"
#include "ui/deployment/deploymentpage.h"
#include "ui/deployment/graphtab.h"
#include "ui/deployment/logarea.h"
#include "ui/fleet/fleetpage.h"
#include "ui/graph/graphview.h"
#include "ui/practice/practicepage.h"
#include "ui/practice/scenariolist.h"
#include "ui/shell/activity.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigator.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/banner.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QTest>

#include <cstdio>

namespace tour {

using namespace Qt::StringLiterals;

namespace {

using Place = shell::Address::Place;

constexpr QSize largeWindow{1440, 900};
constexpr QSize smallWindow{1024, 640};
constexpr int longestWait = 15'000; // ms
constexpr int longestFounding = 120'000;
const auto shownContext = u"prod-seoul"_s;
const auto shownRehearsal = u"operator-down"_s;
const kube::ObjectKey shownDeployment{u"payments"_s, u"payment-settlement"_s};
/// Its job has failed once.
const kube::ObjectKey failingDeployment{u"orders"_s, u"parcel-tracking"_s};

// A dialog is a window of its own; no window manager frames it here, so its title and edge are drawn in its stead.
void drawOver(QPixmap* picture, QWidget& dialog)
{
    const bool framed =
        !dialog.windowFlags().testFlag(Qt::FramelessWindowHint) && !dialog.windowFlags().testFlag(Qt::Popup);
    const int title = framed ? 30 : 0;
    const QPoint corner((picture->width() - dialog.width()) / 2, qMax(64, (picture->height() - dialog.height()) / 3));
    QPainter painter(picture);
    if (framed) {
        const QRect frame(corner, dialog.size() + QSize(0, title));
        painter.fillRect(frame.adjusted(-1, -1, 1, 1), theme::color(theme::Role::Edge));
        painter.fillRect(frame, theme::color(theme::Role::Sunken));
        painter.setFont(theme::font(theme::Type::Strong));
        painter.setPen(theme::color(theme::Role::Text));
        painter.drawText(QRect(corner, QSize(dialog.width(), title)), Qt::AlignCenter, dialog.windowTitle());
    }
    painter.end();
    dialog.render(picture, corner + QPoint(0, title));
}

} // namespace

Tour::Tour(gui::Application& drey, World& world, QString folder, QString only)
    : m_drey(drey)
    , m_world(world)
    , m_folder(std::move(folder))
    , m_only(std::move(only))
{
    addStops();
    addPopups();
    addStates();
    addPractice();
    addEditor();
    addSnapshots();
    addEffect();
    addApply();
    addOperations();
}

void Tour::showFleet(const fleet::SavedView& view, const QStringList& labels)
{
    m_drey.window().go({Place::Fleet, {}, {}});
    auto* page = qobject_cast<fleet::FleetPage*>(m_drey.window().currentPage()->widget());
    page->model().setLabelColumns(labels);
    fleet::SavedView shown = view;
    if (shown.sort.isEmpty())
        shown.sort = {{fleet::Column::Health, Qt::AscendingOrder}};
    page->showView(shown);
}

/// What a user has after a week: views of his own and deployments he comes back to.
void Tour::settleIn()
{
    fleet::SavedView onCall, payments;
    onCall.filter = u"ctx:prod-* -status:healthy"_s;
    payments.filter = u"label:team=payments"_s;
    const bool isKorean = m_drey.preferences().language() == settings::Preferences::Language::Korean;
    onCall.name = isKorean ? u"당직"_s : u"On call"_s;
    payments.name = isKorean ? u"결제"_s : u"Payments"_s;
    onCall.sort = payments.sort = {{fleet::Column::Health, Qt::AscendingOrder}};
    auto* page = m_drey.window().findChild<fleet::FleetPage*>();
    const QList<fleet::SavedView> before = page->savedViews().all();
    for (const fleet::SavedView& kept : before)
        page->savedViews().remove(kept.name);
    page->savedViews().save(onCall);
    page->savedViews().save(payments);
    shell::NavigatorModel& tree = m_drey.window().navigator().model();
    tree.setPinned({Place::Deployment, connections::contextId(shownContext), shownDeployment}, true);
    tree.setPinned({Place::Deployment, connections::contextId(shownContext), failingDeployment}, true);
}

void Tour::showDeployment(int tab)
{
    showDeployment(shownDeployment, tab);
}

void Tour::showDeployment(const kube::ObjectKey& key, int tab)
{
    m_drey.window().go({Place::Deployment, connections::contextId(shownContext), key});
    const shell::Page* page = m_drey.window().currentPage();
    if (auto* shown = qobject_cast<deployment::DeploymentPage*>(page->widget()))
        shown->setCurrentTab(tab);
}

void Tour::examine(const QString& connectionId)
{
    m_drey.clinic().examine(connectionId);
    (void)QTest::qWaitFor([&] { return m_drey.clinic().wasExamined(connectionId); }, longestWait);
}

void Tour::addStops()
{
    const auto go = [this](Place place) { return [this, place] { m_drey.window().go({place, {}, {}}); }; };
    m_stops.push_back({u"welcome"_s, [this] {
                           m_drey.window().go({Place::Welcome, {}, {}});
                           examine(connections::contextId(shownContext));
                       }});
    m_stops.push_back({u"connections"_s, go(Place::Connections)});
    m_stops.push_back({u"doctor"_s, [this] {
                           const QString id = connections::contextId(shownContext);
                           m_drey.pages().examine(id);
                           examine(id);
                       }});
    m_stops.push_back({u"fleet"_s, [this] { showFleet({}, {}); }});
    m_stops.push_back({u"fleet-view"_s, [this] {
                           fleet::SavedView night;
                           night.filter = u"ctx:prod-* -status:suspended"_s;
                           night.sort = {{fleet::Column::Label, Qt::AscendingOrder, u"team"_s},
                                         {fleet::Column::CheckpointAge, Qt::DescendingOrder}};
                           showFleet(night, {u"team"_s, u"app.kubernetes.io/part-of"_s});
                           auto* table =
                               m_drey.window().findChild<fleet::FleetPage*>()->findChild<QAbstractItemView*>();
                           table->horizontalScrollBar()->setValue(table->horizontalScrollBar()->maximum());
                       }});
    const QStringList tabs{u"overview"_s, u"jobs"_s,   u"checkpoints"_s, u"exceptions"_s,
                           u"pods"_s,     u"events"_s, u"yaml"_s,        u"config"_s};
    for (int tab = 0; tab < static_cast<int>(tabs.size()); ++tab)
        m_stops.push_back({u"deployment-"_s + tabs.at(tab), [this, tab, name = tabs.at(tab)] {
                               showDeployment(name == u"exceptions" ? failingDeployment : shownDeployment, tab);
                           }});
    m_stops.push_back({u"endpoint"_s, [this] {
                           const base::Result<QString> id =
                               m_drey.book().addEndpoint(m_world.flinkAddress().toString());
                           if (id)
                               m_drey.pages().openConnection(*id);
                       }});
    m_stops.push_back({u"fleet-small"_s, [this] {
                           m_drey.window().resize(smallWindow);
                           showFleet({}, {});
                       }});
    m_stops.push_back({u"deployment-small"_s, [this] {
                           m_drey.window().resize(smallWindow);
                           showDeployment(0);
                       }});
    m_stops.push_back({u"welcome-small"_s, [this] {
                           m_drey.window().resize(smallWindow);
                           m_drey.window().go({Place::Welcome, {}, {}});
                       }});
}

/// A job that its sink holds up, with the vertex that is to blame.
void Tour::showGraph()
{
    m_drey.window().go({Place::Deployment, connections::contextId(shownContext), {u"orders"_s, u"parcel-tracking"_s}});
    auto* page = qobject_cast<deployment::DeploymentPage*>(m_drey.window().currentPage()->widget());
    auto* tab = page->findChild<deployment::GraphTab*>();
    page->setCurrentTab(int(page->tabTitles().indexOf(tab->title())));
    tab->findChild<QAbstractButton*>(u"cards"_s)->click();
    auto* banner = tab->findChild<widgets::Banner*>(u"bottleneck"_s);
    (void)QTest::qWaitFor([&] { return tab->view()->isLaidOut() && banner->isVisible(); }, longestWait);
    emit banner->actionRequested();
    settle();
}

/// What one sees only after doing something on a page.
void Tour::addStates()
{
    m_stops.push_back({u"log-found"_s, [this] {
                           showDeployment(4);
                           deployment::LogArea* log = m_drey.window().findChild<deployment::LogArea*>();
                           log->setWraps(true);
                           log->setLeast(deployment::Severity::Info);
                           log->setSearch(u"checkpoint \\d+"_s, deployment::SearchKind::Expression);
                       }});
    m_stops.push_back({u"yaml-folded"_s, [this] {
                           showDeployment(6);
                           settle();
                           for (auto* view : m_drey.window().findChildren<code::CodeView*>()) {
                               if (view->folds().size() > 3)
                                   view->setFolded(view->folds().at(1), true);
                           }
                       }});
    m_stops.push_back({u"deployment-inspector"_s, [this] {
                           m_drey.window().resize(smallWindow);
                           showDeployment(0);
                           settle();
                           m_drey.window().commands().action(u"view.navigator"_s)->trigger();
                           m_drey.window().commands().action(u"view.inspector"_s)->trigger();
                       }});
    m_stops.push_back({u"deployment-graph"_s, [this] { showGraph(); }});
    m_stops.push_back({u"deployment-graph-table"_s, [this] {
                           showGraph();
                           auto* tab = m_drey.window().findChild<deployment::GraphTab*>();
                           tab->findChild<QAbstractButton*>(u"table"_s)->click();
                       }});
    m_stops.push_back({u"split"_s, [this] {
                           showDeployment(0);
                           m_drey.window().workspace().moveAside(m_drey.window().workspace().front());
                       }});
    m_stops.push_back({u"page-window"_s, [this] {
                           showDeployment(2);
                           m_drey.window().workspace().moveToWindow(m_drey.window().workspace().front());
                       }});
}

void Tour::addPopups()
{
    const auto run = [this](const QString& command) {
        return [this, command] {
            m_drey.window().go({Place::Fleet, {}, {}});
            m_drey.window().commands().action(command)->trigger();
        };
    };
    m_stops.push_back({u"palette"_s, run(u"tools.palette"_s)});
    m_stops.push_back({u"switcher"_s, run(u"cluster.switch"_s)});
    m_stops.push_back({u"preferences"_s, run(u"tools.preferences"_s)});
    m_stops.push_back({u"keyboard"_s, run(u"tools.keyboard"_s)});
    m_stops.push_back({u"keys"_s, run(u"help.keys"_s)});
    m_stops.push_back({u"about"_s, run(u"help.about"_s)});
    m_stops.push_back({u"inspector"_s, [this] {
                           m_drey.window().go({Place::Fleet, {}, {}});
                           m_drey.window().commands().action(u"view.inspector"_s)->trigger();
                           m_drey.window().commands().action(u"view.operations"_s)->trigger();
                       }});
}

/// An incident that has just begun, some way into finding it out.
void Tour::rehearse()
{
    practice::Session& session = m_drey.practice().session();
    if (!session.isOpen())
        m_drey.practice().play(shownRehearsal);
    m_drey.window().go({Place::Practice, {}, {}});
    (void)QTest::qWaitFor(
        [&] { return !session.isStarting() && session.progress().stage != practice::Progress::Stage::Preparing; },
        longestFounding);
    if (session.takenHints().isEmpty())
        session.takeHint();
    const practice::Scenario* played = session.current();
    if (played && session.accused().isEmpty())
        session.accuse(played->suspects.last().id);
}

void Tour::addPractice()
{
    m_stops.push_back({u"practice"_s, [this] {
                           m_drey.window().go({Place::Practice, {}, {}});
                           auto* page = m_drey.window().findChild<practice::PracticePage*>();
                           page->list().select(shownRehearsal);
                       }});
    m_stops.push_back({u"practice-running"_s, [this] { rehearse(); }});
    m_stops.push_back({u"practice-debrief"_s, [this] {
                           rehearse();
                           m_drey.practice().session().giveUp();
                       }});
    m_stops.push_back({u"practice-small"_s, [this] {
                           m_drey.window().resize(smallWindow);
                           rehearse();
                       }});
    m_stops.push_back({u"practice-fleet"_s, [this] {
                           rehearse();
                           fleet::SavedView practice;
                           practice.filter = u"ctx:practice"_s;
                           showFleet(practice, {});
                       }});
}

void Tour::closePopups()
{
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget* widget : all) {
        if (auto* dialog = qobject_cast<QDialog*>(widget))
            dialog->reject();
        else if (widget->windowType() == Qt::ToolTip || qobject_cast<QMenu*>(widget))
            widget->close();
    }
    shell::Workspace& workspace = m_drey.window().workspace();
    for (shell::Page* page : workspace.pages())
        workspace.putBack(page);
    while (workspace.isSplit())
        workspace.moveAside(workspace.frontPages().last());
    for (QDockWidget* dock : m_drey.window().findChildren<QDockWidget*>())
        dock->setVisible(dock->objectName() == u"navigator");
}

// Long enough for what arrives over the network, and for layouts to come to rest.
void Tour::settle()
{
    QTest::qWait(700);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

bool Tour::takePicture(const QString& name)
{
    QPixmap picture = m_drey.window().grab();
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget* widget : all) {
        const bool isAbove = qobject_cast<QDialog*>(widget) || qobject_cast<shell::PageWindow*>(widget);
        if (isAbove && widget->isVisible())
            drawOver(&picture, *widget);
        else if (widget->isVisible() && (widget->windowType() == Qt::ToolTip || qobject_cast<QMenu*>(widget)))
            widget->render(&picture, m_drey.window().mapFromGlobal(widget->pos()));
    }
    const QString path = QDir(m_folder).filePath(name + m_suffix + u".png"_s);
    if (!picture.save(path)) {
        std::fprintf(stderr, "Not written: %s\n", qPrintable(path));
        return false;
    }
    std::printf("%s\n", qPrintable(QFileInfo(path).absoluteFilePath()));
    return true;
}

void Tour::openContexts()
{
    for (const QString& context : {shownContext, u"prod-busan"_s, u"stage-seoul"_s}) {
        const QString id = connections::contextId(context);
        m_drey.pages().openConnection(id);
        const flink::Connection* connection = m_drey.book().connection(id);
        (void)QTest::qWaitFor([&] { return connection && connection->deployments()->isComplete(); }, longestWait);
    }
    // What Flink itself says of each comes after what Kubernetes says.
    QTest::qWait(3000);
}

bool Tour::walk()
{
    bool good = true;
    m_drey.window().resize(largeWindow);
    openContexts();
    using Language = settings::Preferences::Language;
    for (const auto& [language, languageName] :
         {std::pair(Language::English, u"en"_s), std::pair(Language::Korean, u"ko"_s)}) {
        for (const auto& [scheme, schemeName] :
             {std::pair(theme::Scheme::Light, u"light"_s), std::pair(theme::Scheme::Dark, u"dark"_s)}) {
            m_drey.preferences().setLanguage(language);
            m_drey.preferences().setScheme(scheme);
            settleIn();
            m_suffix = u"-%1-%2"_s.arg(schemeName, languageName);
            for (const Stop& stop : m_stops) {
                if (!(stop.name + m_suffix).contains(m_only))
                    continue;
                m_drey.window().resize(largeWindow);
                stop.arrive();
                settle();
                good = takePicture(stop.name) && good;
                closePopups();
            }
            m_drey.practice().session().end();
        }
    }
    return good;
}

} // namespace tour
