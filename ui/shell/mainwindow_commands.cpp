#include "ui/shell/mainwindow.h"

#include "ui/connections/book.h"
#include "ui/connections/dialogs.h"
#include "ui/settings/languages.h"
#include "ui/settings/preferencesdialog.h"
#include "ui/shell/about.h"
#include "ui/shell/activity.h"
#include "ui/shell/inspector.h"
#include "ui/shell/keysheet.h"
#include "ui/shell/navigator.h"
#include "ui/shell/topbar.h"
#include "ui/shell/workspace.h"
#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>
#include <QMenuBar>

namespace shell {

using namespace Qt::StringLiterals;

QAction* MainWindow::add(const QString& id, const char* text, const QString& icon, const QList<QKeySequence>& keys,
                         std::function<void()> run)
{
    QAction* action = m_commands->add(id, text, icon, keys);
    connect(action, &QAction::triggered, this, std::move(run));
    return action;
}

void MainWindow::addFileCommands()
{
    add(u"file.open"_s, QT_TR_NOOP("&Open a manifest…"), u"document"_s, {QKeySequence(Qt::CTRL | Qt::Key_O)},
        [this] { emit manifestRequested(); });
    add(u"file.openFolder"_s, QT_TR_NOOP("Open a fol&der of manifests…"), u"folder"_s,
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}, [this] { emit folderRequested(); });
    add(u"file.openSnapshot"_s, QT_TR_NOOP("Open a snaps&hot…"), u"savepoint"_s,
        {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_O)}, [this] { emit snapshotRequested(); });
    add(u"file.new"_s, QT_TR_NOOP("&New from a template…"), u"plus"_s, {QKeySequence(Qt::CTRL | Qt::Key_N)},
        [this] { emit templateRequested(); });
    // Their keys belong to the pages that can be saved.
    add(u"file.save"_s, QT_TR_NOOP("&Save"), u"save"_s, {}, [this] {
        if (const Page* page = currentPage(); page && page->save)
            page->save();
    });
    add(u"file.saveAs"_s, QT_TR_NOOP("Save &under another name…"), {}, {}, [this] {
        if (const Page* page = currentPage(); page && page->saveAs)
            page->saveAs();
    });
}

void MainWindow::addCommands()
{
    addFileCommands();
    add(u"file.endpoint"_s, QT_TR_NOOP("Open a &Flink address…"), u"endpoint"_s, {}, [this] {
        connections::askForEndpoint(m_book, this, [this](const QString& id) {
            go({Address::Place::Endpoint, id, {}});
        });
    });
    add(u"file.kubeconfig"_s, QT_TR_NOOP("Add a &kubeconfig file…"), u"plus"_s, {},
        [this] { connections::askForKubeconfig(m_book, this); });
    add(u"file.practice"_s, QT_TR_NOOP("Open the &practice cluster"), u"practice"_s, {},
        [this] { emit practiceRequested(); });
    add(u"file.close"_s, QT_TR_NOOP("&Close this page"), u"close"_s, {QKeySequence(Qt::CTRL | Qt::Key_W)},
        [this] { closePage(currentPage()); });
    add(u"file.quit"_s, QT_TR_NOOP("&Quit"), {}, {QKeySequence(Qt::CTRL | Qt::Key_Q)}, [this] { close(); });
    add(u"edit.copyAddress"_s, QT_TR_NOOP("Copy the &address of this page"), u"link"_s,
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)}, [this] {
            if (const Page* page = currentPage())
                QGuiApplication::clipboard()->setText(page->address().text());
        });
    add(u"edit.copyKubectl"_s, QT_TR_NOOP("Copy as a &kubectl command"), u"terminal"_s,
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K)}, [this] {
            if (const Page* page = currentPage(); page && page->kubectl)
                QGuiApplication::clipboard()->setText(page->kubectl());
        });
    addViewCommands();
    addGoCommands();
    addClusterCommands();
    addWindowCommands();
    add(u"tools.palette"_s, QT_TR_NOOP("Search or run a &command…"), u"search"_s,
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}, [this] { openPalette(); });
    add(u"tools.preferences"_s, QT_TR_NOOP("&Preferences…"), u"settings"_s, {QKeySequence(Qt::CTRL | Qt::Key_Comma)},
        [this] { openPreferences(0); });
    add(u"tools.keyboard"_s, QT_TR_NOOP("Keyboard &shortcuts…"), u"keyboard"_s, {}, [this] { openPreferences(1); });
    add(u"help.keys"_s, QT_TR_NOOP("&Keys"), u"keyboard"_s, {Qt::Key_F1, Qt::Key_Question}, [this] { openKeys(); });
    add(u"help.about"_s, QT_TR_NOOP("&About Drey"), u"info"_s, {}, [this] {
        auto* dialog = new About(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    m_commands->setLikeK9s(u"tools.palette"_s, {Qt::Key_Colon, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)});
    m_commands->setLikeK9s(u"go.back"_s, {Qt::Key_BracketLeft, Qt::Key_Minus, QKeySequence(Qt::ALT | Qt::Key_Left)});
    m_commands->setLikeK9s(u"go.forward"_s, {Qt::Key_BracketRight, QKeySequence(Qt::ALT | Qt::Key_Right)});
    m_commands->bindKeys();
}

void MainWindow::addViewCommands()
{
    add(u"view.navigator"_s, QT_TR_NOOP("&Navigator"), u"navigator"_s, {QKeySequence(Qt::CTRL | Qt::Key_B)}, [this] {
        m_navigatorWanted = !m_navigatorDock->isVisible();
        m_navigatorDock->setVisible(m_navigatorWanted);
        updateChecks();
    })->setCheckable(true);
    add(u"view.inspector"_s, QT_TR_NOOP("&Inspector"), u"inspector"_s, {QKeySequence(Qt::CTRL | Qt::Key_I)}, [this] {
        m_inspectorWanted = !m_inspector->isVisible();
        m_inspector->setVisible(m_inspectorWanted);
        sizeDocks(m_navigatorDock->width());
        updateChecks();
    })->setCheckable(true);
    const auto part = [this](Activity::Part shown) {
        return [this, shown] {
            m_activity->show();
            m_activity->showPart(shown);
            updateChecks();
        };
    };
    add(u"view.operations"_s, QT_TR_NOOP("&Operations"), u"operations"_s, {}, part(Activity::Part::Operations));
    add(u"view.applied"_s, QT_TR_NOOP("&Applied manifests"), u"document"_s, {}, part(Activity::Part::Applied));
    add(u"view.problems"_s, QT_TR_NOOP("&Problems"), u"problems"_s, {}, part(Activity::Part::Problems));
    add(u"view.notices"_s, QT_TR_NOOP("No&tifications"), u"bell"_s, {}, part(Activity::Part::Notices));
    const auto scheme = [this](theme::Scheme chosen) { return [this, chosen] { m_preferences.setScheme(chosen); }; };
    auto* schemes = new QActionGroup(this);
    schemes->addAction(
        add(u"view.system"_s, QT_TR_NOOP("Theme as the &system"), u"theme"_s, {}, scheme(theme::Scheme::System)));
    schemes->addAction(add(u"view.light"_s, QT_TR_NOOP("&Light theme"), u"theme"_s, {}, scheme(theme::Scheme::Light)));
    schemes->addAction(add(u"view.dark"_s, QT_TR_NOOP("&Dark theme"), u"theme"_s, {}, scheme(theme::Scheme::Dark)));
    const QList<QAction*> choices = schemes->actions();
    for (QAction* action : choices)
        action->setCheckable(true);
    add(u"view.absolute"_s, QT_TR_NOOP("&Absolute times"), u"clock"_s, {QKeySequence(Qt::CTRL | Qt::Key_T)}, [this] {
        using Form = widgets::TimeDisplay::Form;
        m_preferences.setTimeForm(m_preferences.timeForm() == Form::Absolute ? Form::Relative : Form::Absolute);
    })->setCheckable(true);
    add(u"view.utc"_s, QT_TR_NOOP("Times in &UTC"), u"globe"_s, {}, [this] {
        using Zone = widgets::TimeDisplay::Zone;
        m_preferences.setTimeZone(m_preferences.timeZone() == Zone::Utc ? Zone::Local : Zone::Utc);
    })->setCheckable(true);
    add(u"view.language"_s, QT_TR_NOOP("Switch to Korean or English"), u"globe"_s, {}, [this] {
        using Language = settings::Preferences::Language;
        m_preferences.setLanguage(m_languages.code() == u"ko" ? Language::English : Language::Korean);
    });
    add(u"view.reload"_s, QT_TR_NOOP("&Refresh"), u"refresh"_s, {QKeySequence(Qt::CTRL | Qt::Key_R), Qt::Key_F5},
        [this] {
            if (const Page* page = currentPage(); page && page->reload)
                page->reload();
        });
}

void MainWindow::addGoCommands()
{
    const auto travel = [this](const Address& address) {
        m_travelling = true;
        go(address);
        m_travelling = false;
        visit(address);
    };
    add(u"go.back"_s, QT_TR_NOOP("&Back"), u"back"_s,
        {QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence(Qt::CTRL | Qt::Key_BracketLeft)}, [this, travel] {
            if (m_history.hasBack())
                travel(m_history.back());
        });
    add(u"go.forward"_s, QT_TR_NOOP("&Forward"), u"forward"_s,
        {QKeySequence(Qt::ALT | Qt::Key_Right), QKeySequence(Qt::CTRL | Qt::Key_BracketRight)}, [this, travel] {
            if (m_history.hasForward())
                travel(m_history.forward());
        });
    const auto place = [this](Address::Place where) { return [this, where] { go({where, {}, {}}); }; };
    add(u"go.fleet"_s, QT_TR_NOOP("F&leet"), u"fleet"_s, {QKeySequence(Qt::CTRL | Qt::Key_1)},
        place(Address::Place::Fleet));
    add(u"go.connections"_s, QT_TR_NOOP("&Connections"), u"connect"_s, {QKeySequence(Qt::CTRL | Qt::Key_2)},
        place(Address::Place::Connections));
    add(u"go.practice"_s, QT_TR_NOOP("Pr&actice"), u"practice"_s, {QKeySequence(Qt::CTRL | Qt::Key_3)},
        place(Address::Place::Practice));
    add(u"go.history"_s, QT_TR_NOOP("History of &operations"), u"clock"_s, {QKeySequence(Qt::CTRL | Qt::Key_4)},
        place(Address::Place::History));
    add(u"go.welcome"_s, QT_TR_NOOP("&Welcome"), u"window"_s, {}, place(Address::Place::Welcome));
    add(u"go.next"_s, QT_TR_NOOP("&Next page"), {}, {QKeySequence(Qt::CTRL | Qt::Key_Tab)},
        [this] { m_tabs->showNeighbour(1); });
    add(u"go.previous"_s, QT_TR_NOOP("&Previous page"), {}, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab)},
        [this] { m_tabs->showNeighbour(-1); });
}

void MainWindow::addClusterCommands()
{
    add(u"cluster.switch"_s, QT_TR_NOOP("&Switch the connection…"), u"context"_s,
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}, [this] { openSwitcher(); });
    add(u"cluster.namespaces"_s, QT_TR_NOOP("Choose &namespaces…"), u"namespace"_s,
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)}, [this] { openNameSpaces(); });
    add(u"cluster.reconnect"_s, QT_TR_NOOP("&Reconnect"), u"connect"_s, {},
        [this] { forConnection(tr("Reconnect which connection?"), [this](const QString& id) { reconnect(id); }); });
    add(u"cluster.disconnect"_s, QT_TR_NOOP("&Disconnect"), u"disconnect"_s, {},
        [this] { forConnection(tr("Disconnect which connection?"), [this](const QString& id) { m_book.close(id); }); });
    add(u"cluster.cancelSignIn"_s, QT_TR_NOOP("Cancel the s&ign-in"), u"close"_s, {}, [this] { cancelSignIns(); });
}

QMenu* MainWindow::menu(const char* title)
{
    QMenu* added = m_menuBar->addMenu(QString());
    m_menus.append({added, title});
    return added;
}

void MainWindow::fillMenus()
{
    const auto fill = [this](QMenu* into, const QStringList& ids) {
        for (const QString& id : ids) {
            if (id.isEmpty())
                into->addSeparator();
            else
                into->addAction(m_commands->action(id));
        }
    };
    fill(menu(QT_TR_NOOP("&File")), {u"file.new"_s,
                                     u"file.open"_s,
                                     u"file.openFolder"_s,
                                     u"file.openSnapshot"_s,
                                     {},
                                     u"file.save"_s,
                                     u"file.saveAs"_s,
                                     {},
                                     u"file.endpoint"_s,
                                     u"file.kubeconfig"_s,
                                     u"file.practice"_s,
                                     {},
                                     u"file.close"_s,
                                     {},
                                     u"file.quit"_s});
    fill(menu(QT_TR_NOOP("&Edit")), {u"edit.copyAddress"_s, u"edit.copyKubectl"_s});
    fill(menu(QT_TR_NOOP("&View")), {u"view.reload"_s,
                                     {},
                                     u"view.navigator"_s,
                                     u"view.inspector"_s,
                                     u"view.operations"_s,
                                     u"view.applied"_s,
                                     u"view.problems"_s,
                                     u"view.notices"_s,
                                     {},
                                     u"view.absolute"_s,
                                     u"view.utc"_s,
                                     {},
                                     u"view.system"_s,
                                     u"view.light"_s,
                                     u"view.dark"_s,
                                     {},
                                     u"view.language"_s});
    fill(menu(QT_TR_NOOP("&Go")), {u"go.back"_s,
                                   u"go.forward"_s,
                                   {},
                                   u"go.fleet"_s,
                                   u"go.connections"_s,
                                   u"go.practice"_s,
                                   u"go.history"_s,
                                   u"go.welcome"_s,
                                   {},
                                   u"go.next"_s,
                                   u"go.previous"_s});
    m_deploymentMenu = menu(QT_TR_NOOP("&Deployment"));
    connect(m_deploymentMenu, &QMenu::aboutToShow, this, &MainWindow::fillDeploymentMenu);
    fill(menu(QT_TR_NOOP("&Cluster")), {u"cluster.switch"_s,
                                        u"cluster.namespaces"_s,
                                        {},
                                        u"cluster.reconnect"_s,
                                        u"cluster.disconnect"_s,
                                        {},
                                        u"cluster.cancelSignIn"_s});
    fill(menu(QT_TR_NOOP("&Tools")), {u"tools.palette"_s, {}, u"tools.preferences"_s, u"tools.keyboard"_s});
    fill(menu(QT_TR_NOOP("&Window")), {u"window.detach"_s, u"window.aside"_s, {}, u"window.otherSide"_s});
    fill(menu(QT_TR_NOOP("&Help")), {u"help.keys"_s, {}, u"help.about"_s});
}

/// What the page in front can do to what it shows.
void MainWindow::fillDeploymentMenu()
{
    m_deploymentMenu->clear();
    if (const Page* page = currentPage(); page && page->actions)
        m_deploymentMenu->addActions(page->actions());
}

void MainWindow::retranslate()
{
    m_commands->retranslate();
    for (const auto& [menu, title] : std::as_const(m_menus))
        menu->setTitle(QCoreApplication::translate("shell::MainWindow", title));
    m_navigatorDock->setWindowTitle(tr("Navigator"));
    m_top->setLanguage(m_languages.code());
    m_top->setNotices(m_activity->unreadNotices());
    updateSurroundings();
    updateChecks();
}

void MainWindow::updateChecks()
{
    m_commands->action(u"view.navigator"_s)->setChecked(m_navigatorDock->isVisibleTo(this));
    m_commands->action(u"view.inspector"_s)->setChecked(m_inspector->isVisibleTo(this));
    m_commands->action(u"view.absolute"_s)
        ->setChecked(m_preferences.timeForm() == widgets::TimeDisplay::Form::Absolute);
    m_commands->action(u"view.utc"_s)->setChecked(m_preferences.timeZone() == widgets::TimeDisplay::Zone::Utc);
    m_commands->action(u"view.system"_s)->setChecked(m_preferences.scheme() == theme::Scheme::System);
    m_commands->action(u"view.light"_s)->setChecked(m_preferences.scheme() == theme::Scheme::Light);
    m_commands->action(u"view.dark"_s)->setChecked(m_preferences.scheme() == theme::Scheme::Dark);
}

} // namespace shell
