#include "ui/shell/mainwindow.h"

#include "ui/connections/book.h"
#include "ui/settings/languages.h"
#include "ui/shell/activity.h"
#include "ui/shell/docktitle.h"
#include "ui/shell/edges.h"
#include "ui/shell/inspector.h"
#include "ui/shell/namespacechooser.h"
#include "ui/shell/navigator.h"
#include "ui/shell/practiceband.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/topbar.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/toasts.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QMenuBar>
#include <QSettings>
#include <QStatusBar>
#include <QVBoxLayout>

namespace shell {

using namespace Qt::StringLiterals;

namespace {

const auto geometryKey = u"window/geometry"_s;
const auto stateKey = u"window/docks"_s;
const auto navigatorKey = u"window/navigator"_s;
const auto inspectorKey = u"window/inspector"_s;
const auto nameSpacesKey = u"namespaces/shown"_s;
constexpr int stateVersion = 1;
constexpr int sideMargin = 7;
constexpr int defaultNavigatorWidth = 226;

} // namespace

MainWindow::MainWindow(const Parts& parts, QWidget* parent)
    : QMainWindow(parent)
    , m_book(parts.book)
    , m_preferences(parts.preferences)
    , m_languages(parts.languages)
    , m_factory(parts.pages)
    , m_commands(new Commands(this))
    , m_nameSpaces(QSettings().value(nameSpacesKey).toStringList())
{
    setMinimumSize(640, 420);
    setAcceptDrops(true);
    addCommands();
    build();
    fillMenus();
    connectParts();
    retranslate();
    restore();
}

MainWindow::~MainWindow()
{
    // Pages hold connections and speak to the bars: they go first.
    delete std::exchange(m_tabs, nullptr);
}

void MainWindow::build()
{
    setContentsMargins(sideMargin, Edges::thickness, sideMargin, Edges::thickness);
    m_menuBar = new QMenuBar;
    m_top = new TopBar(*m_commands);
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(0);
    column->addWidget(m_menuBar);
    column->addWidget(m_top);
    m_practiceBand = new PracticeBand(head);
    column->addWidget(m_practiceBand);
    setMenuWidget(head);

    m_tabs = new Workspace(this);
    m_tabs->surroundingsOf = [this](const Page& page) { return surroundingsOf(page); };
    for (const QString& id : {u"file.close"_s, u"edit.copyAddress"_s, u"edit.copyKubectl"_s, u"view.reload"_s,
                              u"window.putBack"_s, u"tools.palette"_s, u"help.keys"_s})
        m_tabs->windowActions.append(m_commands->action(id));
    setCentralWidget(m_tabs);
    setDockOptions(QMainWindow::AnimatedDocks);

    m_navigatorDock = new QDockWidget(this);
    m_navigatorDock->setObjectName(u"navigator"_s);
    m_navigatorDock->setTitleBarWidget(new DockTitle(m_navigatorDock));
    m_navigator = new Navigator(m_book, m_navigatorDock);
    m_navigatorDock->setWidget(m_navigator);
    addDockWidget(Qt::LeftDockWidgetArea, m_navigatorDock);
    m_inspector = new Inspector(this);
    addDockWidget(Qt::RightDockWidgetArea, m_inspector);
    m_activity = new Activity(this);
    addDockWidget(Qt::BottomDockWidgetArea, m_activity);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_navigator->setMinimumWidth(180);
    resizeDocks({m_activity}, {210}, Qt::Vertical);

    m_status = new StatusStrip(m_book, this);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_status, 1);
    statusBar()->setContentsMargins(0, 0, 0, 0);
    m_toasts = new widgets::Toasts(this);
    m_palette = new Palette(this);
    m_palette->read = [this](const QString& typed) { return addressOffer(typed); };
    m_nameSpaceChooser = new NameSpaceChooser(this);
    m_edges = new Edges(this);
}

void MainWindow::connectParts()
{
    connect(m_tabs, &Workspace::frontChanged, this, &MainWindow::showPage);
    connect(m_tabs, &Workspace::currentChanged, this, &MainWindow::updateSurroundings);
    connect(m_tabs, &Workspace::closeRequested, this, &MainWindow::closePage);
    connect(m_tabs, &Workspace::newTabRequested, this, &MainWindow::openPalette);
    connect(m_tabs, &Workspace::menuRequested, this, &MainWindow::openTabMenu);
    connect(m_tabs, &Workspace::emptied, this, &MainWindow::goHome);
    connect(m_practiceBand, &PracticeBand::pageRequested, m_commands->action(u"go.practice"_s), &QAction::trigger);
    connect(m_tabs, &Workspace::practiceRequested, m_commands->action(u"go.practice"_s), &QAction::trigger);
    connect(m_navigator, &Navigator::openRequested, this, &MainWindow::go);
    connect(m_activity, &Activity::noticesChanged, this, [this] { m_top->setNotices(m_activity->unreadNotices()); });
    connect(m_nameSpaceChooser, &NameSpaceChooser::chosenChanged, this, &MainWindow::setNameSpaces);
    connect(m_status, &StatusStrip::zoneToggled, this, [this] {
        using Zone = widgets::TimeDisplay::Zone;
        m_preferences.setTimeZone(m_preferences.timeZone() == Zone::Utc ? Zone::Local : Zone::Utc);
    });
    connect(m_status, &StatusStrip::connectionClicked, this, &MainWindow::doctorRequested);
    connect(m_status, &StatusStrip::signInCancelled, this, &MainWindow::cancelSignIns);
    connect(&m_book, &connections::Book::changed, this, &MainWindow::updateSurroundings);
    connect(&m_book, &connections::Book::stateChanged, this, &MainWindow::noteState);
    connect(&m_book, &connections::Book::warned, this, [this](flink::Connection* connection, const QString& text) {
        notify(base::Health::AtRisk, tr("%1 warns: %2").arg(connection->settings().name, text));
    });
    connect(&m_book, &connections::Book::aboutToClose, this, &MainWindow::dropConnection);
    connect(&m_preferences, &settings::Preferences::schemeChanged, this, &MainWindow::updateChecks);
    connect(&m_preferences, &settings::Preferences::timeChanged, this, &MainWindow::updateChecks);
    if (widgets::TimeDisplay* display = widgets::TimeDisplay::instance())
        connect(display, &widgets::TimeDisplay::ticked, this, [this] {
            QList<flink::ConnectionState> states;
            for (const flink::Connection* open : m_book.openConnections())
                states.append(open->state());
            m_top->setFreshness(freshnessOf(states, QDateTime::currentDateTimeUtc()));
        });
}

void MainWindow::restore()
{
    QSettings stored;
    resize(1440, 900);
    restoreGeometry(stored.value(geometryKey).toByteArray());
    m_navigatorWanted = stored.value(navigatorKey, true).toBool();
    m_inspectorWanted = stored.value(inspectorKey, false).toBool();
    m_activity->hide();
    if (!restoreState(stored.value(stateKey).toByteArray(), stateVersion))
        sizeDocks(defaultNavigatorWidth);
    m_isNarrow = width() < narrowBelow;
    fold();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (askForUnsaved()) {
        event->ignore();
        return;
    }
    QSettings stored;
    stored.setValue(geometryKey, saveGeometry());
    stored.setValue(stateKey, saveState(stateVersion));
    stored.setValue(navigatorKey, m_navigatorWanted);
    stored.setValue(inspectorKey, m_inspectorWanted);
    m_tabs->closeWindows();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    const bool narrow = event->size().width() < narrowBelow;
    if (narrow == m_isNarrow)
        return;
    m_isNarrow = narrow;
    fold();
}

// A dock that comes into view must not take its room from the one at the other side.
void MainWindow::sizeDocks(int navigatorWidth)
{
    constexpr int inspectorWidth = 290;
    resizeDocks({m_navigatorDock, m_inspector}, {navigatorWidth, inspectorWidth}, Qt::Horizontal);
}

// Narrow windows fold the docks at the sides; what the user wants comes back with the room for it.
void MainWindow::fold()
{
    m_navigatorDock->setVisible(m_navigatorWanted && !m_isNarrow);
    m_inspector->setVisible(m_inspectorWanted && !m_isNarrow);
    m_top->setNarrow(m_isNarrow);
    updateChecks();
}

Page* MainWindow::currentPage() const
{
    return m_tabs ? m_tabs->current() : nullptr;
}

void MainWindow::go(const Address& address)
{
    if (Page* open = m_tabs->find(address)) {
        m_tabs->show(open);
        return;
    }
    QString why;
    std::unique_ptr<Page> page(m_factory.make(address, &why));
    if (!page) {
        notify(base::Health::AtRisk, why);
        return;
    }
    connect(page.get(), &Page::changed, this, &MainWindow::updateSurroundings);
    m_tabs->add(std::move(page));
}

void MainWindow::showPage(Page* page)
{
    m_inspector->setPage(page);
    m_activity->setPage(page);
    if (page) {
        visit(page->address());
        m_navigator->model().noteVisit(page->address());
        m_navigator->setCurrent(page->address());
        // The keyboard goes with the page, but never out of a bar one is typing in.
        if (!widgets::isTyping() && !m_navigator->isAncestorOf(QApplication::focusWidget()))
            page->widget()->setFocus(Qt::OtherFocusReason);
    }
    updateSurroundings();
}

void MainWindow::visit(const Address& address)
{
    if (!m_travelling)
        m_history.visit(address);
    m_commands->action(u"go.back"_s)->setEnabled(m_history.hasBack());
    m_commands->action(u"go.forward"_s)->setEnabled(m_history.hasForward());
}

void MainWindow::closePage(Page* page)
{
    if (!page)
        return;
    if (page->isUnsaved && page->isUnsaved() && page->askBeforeClosing) {
        m_tabs->show(page);
        page->askBeforeClosing([this, shown = QPointer<Page>(page)] { closePage(shown); });
        return;
    }
    m_tabs->close(page);
    if (!m_tabs->front())
        goHome();
}

void MainWindow::goHome()
{
    go({m_book.openConnections().isEmpty() ? Address::Place::Welcome : Address::Place::Fleet, {}, {}});
}

void MainWindow::dropConnection(flink::Connection* connection)
{
    const QList<Page*> all = m_tabs ? m_tabs->pages() : QList<Page*>();
    for (Page* page : all) {
        if (page->address().connection == connection->id())
            closePage(page);
    }
    m_lastKinds.remove(connection->id());
}

void MainWindow::reconnect(const QString& connectionId)
{
    const connections::Entry* entry = m_book.entry(connectionId);
    if (!entry || !entry->isOutdated) {
        m_book.reconnect(connectionId);
        return;
    }
    QList<Address> reopened;
    for (const Page* page : m_tabs->pages()) {
        if (page->address().connection == connectionId)
            reopened.append(page->address());
    }
    m_book.reconnect(connectionId);
    for (const Address& address : std::as_const(reopened))
        go(address);
}

void MainWindow::noteState(flink::Connection* connection)
{
    using Kind = flink::ConnectionState::Kind;
    const Kind kind = connection->state().kind;
    const int before = m_lastKinds.value(connection->id(), static_cast<int>(Kind::Connecting));
    m_lastKinds.insert(connection->id(), static_cast<int>(kind));
    if (before != static_cast<int>(kind)) {
        const Statement statement = stateOf(connection->state(), QDateTime::currentDateTimeUtc());
        const bool cameBack = kind == Kind::Live && before != static_cast<int>(Kind::Connecting);
        if (statement.family == base::Health::Broken || statement.family == base::Health::AtRisk || cameBack)
            m_activity->note(statement.family, u"%1: %2"_s.arg(connection->settings().name,
                                                               cameBack ? tr("connected again") : statement.text));
    }
    updateSurroundings();
}

void MainWindow::notify(base::Health family, const QString& text)
{
    m_activity->note(family, text);
    m_toasts->notify(family, text);
}

void MainWindow::notifyCancellable(const QString& text, QObject* context, std::function<void()> then)
{
    m_toasts->showCancellable(text, context, std::move(then));
}

void MainWindow::setRunningOperations(int running)
{
    m_top->setOperations(running);
}

void MainWindow::showOperations()
{
    m_commands->action(u"view.operations"_s)->trigger();
}

void MainWindow::withdraw(const QString& text)
{
    m_toasts->withdraw(text);
}

void MainWindow::setNameSpaces(const QStringList& chosen)
{
    m_nameSpaces = chosen;
    QSettings().setValue(nameSpacesKey, chosen);
    updateSurroundings();
    emit nameSpacesChanged(chosen);
}

void MainWindow::setPracticeNote(const QString& note)
{
    m_practiceBand->setNote(note);
}

void MainWindow::refreshHealth()
{
    m_navigator->model().refreshHealth();
}

void MainWindow::updateSurroundings()
{
    const Page* page = m_tabs ? m_tabs->front() : nullptr;
    const QStringList ids = page && page->connections ? page->connections() : QStringList();
    bool isProtected = false;
    for (const QString& id : ids) {
        const connections::Entry* entry = m_book.entry(id);
        isProtected = isProtected || (entry && entry->settings.effectivelyProtected());
    }
    const Surroundings around = page ? surroundingsOf(*page) : Surroundings{{}, tr("No connection")};
    m_top->setContext(around.context, around.environment);
    QString spaces = tr("All namespaces");
    if (page && !page->address().object.nameSpace.isEmpty())
        spaces = page->address().object.nameSpace;
    else if (m_nameSpaces.size() == 1)
        spaces = m_nameSpaces.constFirst();
    else if (m_nameSpaces.size() > 1)
        spaces = tr("%n namespaces", nullptr, static_cast<int>(m_nameSpaces.size()));
    m_top->setNameSpaces(spaces);
    QList<flink::ConnectionState> states;
    for (const flink::Connection* open : m_book.openConnections())
        states.append(open->state());
    m_top->setFreshness(freshnessOf(states, QDateTime::currentDateTimeUtc()));
    // Of several pages side by side the strictest wins.
    base::Environment strictest = around.environment;
    Surroundings together = around;
    const QList<Page*> seen = m_tabs ? m_tabs->frontPages() : QList<Page*>();
    for (const Page* one : seen) {
        const Surroundings beside = surroundingsOf(*one);
        strictest = std::max(strictest, beside.environment);
        together.practice += beside.practice;
        together.isMixed = together.isMixed || beside.isMixed;
    }
    together.practice.removeDuplicates();
    showPractice(*m_practiceBand, together);
    m_edges->setEnvironment(strictest);
    m_status->setProtected(isProtected);
    const QString title = page && page->title ? page->title() : QString();
    setWindowTitle(title.isEmpty() ? u"Drey"_s : tr("%1 — Drey").arg(title));
    m_deploymentMenu->menuAction()->setEnabled(page && page->actions);
    updateWindowCommands();
    if (m_tabs)
        m_tabs->updateWindows();
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

} // namespace shell
