#include "app/gui/pages.h"

#include "app/gui/choices.h"
#include "core/base/visibletext.h"
#include "ui/connections/book.h"
#include "ui/connections/clinic.h"
#include "ui/connections/connectiontable.h"
#include "ui/connections/welcomepage.h"
#include "ui/deployment/deploymentpage.h"
#include "ui/deployment/keys.h"
#include "ui/shell/navigator.h"
#include "ui/theme/theme.h"
#include "ui/widgets/searchfield.h"

namespace gui {

using namespace Qt::StringLiterals;

namespace {

QList<shell::Key> tableKeys()
{
    return {{widgets::keyText(widgets::focusKeys()), Pages::tr("Filter")},
            {u"Enter"_s, Pages::tr("Open")},
            {u"c"_s, Pages::tr("Copy the name")},
            {QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText), Pages::tr("Copy the selected rows")}};
}

QList<shell::Key> deploymentKeys()
{
    QList<shell::Key> keys = tableKeys();
    const QList<widgets::KeyCommand> commands = deployment::keyCommands();
    for (const widgets::KeyCommand& command : commands)
        keys.append({widgets::allKeysText(command), command.name()});
    keys.removeIf([](const shell::Key& key) { return key.keys.isEmpty(); });
    return keys;
}

} // namespace

Pages::Pages(connections::Book& book, connections::Clinic& clinic, settings::Preferences& preferences)
    : m_book(book)
    , m_clinic(clinic)
    , m_preferences(preferences)
{
}

void Pages::setWindow(shell::MainWindow* window)
{
    m_window = window;
    m_window->navigator().model().healthOf = [this](const QString& connection, const kube::ObjectKey& object) {
        return healthOf(connection, object);
    };
}

shell::Page* Pages::make(const shell::Address& address, QString* why)
{
    switch (address.place) {
    case shell::Address::Place::Welcome:
        return makeWelcome();
    case shell::Address::Place::Connections:
        return makeConnections();
    case shell::Address::Place::Fleet:
        return makeFleet();
    case shell::Address::Place::Deployment:
    case shell::Address::Place::Endpoint:
        return makeDeployment(address, why);
    }
    return nullptr;
}

void Pages::openConnection(const QString& id)
{
    const base::Result<flink::Connection*> opened = m_book.open(id);
    if (!opened) {
        m_window->notify(base::Health::Broken, base::visibleText(opened.error().message));
        return;
    }
    if ((*opened)->type() == flink::Connection::Type::Endpoint)
        m_window->go({shell::Address::Place::Endpoint, id, {}});
    else
        m_window->go({shell::Address::Place::Fleet, {}, {}});
}

void Pages::examine(const QString& id)
{
    m_window->go({shell::Address::Place::Connections, {}, {}});
    m_connections->select(id);
    m_clinic.examine(id);
}

QStringList Pages::openIds() const
{
    QStringList ids;
    for (const flink::Connection* open : m_book.openConnections())
        ids.append(open->id());
    return ids;
}

shell::Page* Pages::makeWelcome()
{
    auto* welcome = new connections::WelcomePage(m_book, m_clinic);
    addChoices(*welcome, m_preferences);
    connect(welcome, &connections::WelcomePage::openRequested, this, &Pages::openConnection);
    connect(welcome, &connections::WelcomePage::connectionsRequested, this, [this] {
        m_window->go({shell::Address::Place::Connections, {}, {}});
    });
    auto* page = new shell::Page({shell::Address::Place::Welcome, {}, {}}, welcome);
    page->title = [] { return tr("Welcome"); };
    page->connections = [this] { return openIds(); };
    page->iconName = u"window"_s;
    return page;
}

shell::Page* Pages::makeConnections()
{
    auto* all = new connections::ConnectionsPage(m_book, m_clinic);
    m_connections = all;
    connect(all, &connections::ConnectionsPage::openRequested, this, &Pages::openConnection);
    connect(all, &connections::ConnectionsPage::reconnectRequested, m_window, &shell::MainWindow::reconnect);
    auto* page = new shell::Page({shell::Address::Place::Connections, {}, {}}, all);
    page->title = [] { return tr("Connections"); };
    page->connections = [this] { return openIds(); };
    page->iconName = u"connect"_s;
    page->keys = [] {
        return QList<shell::Key>{{u"Enter"_s, tr("Open the selected connection")},
                                 {u"c"_s, tr("Copy the current cell")}};
    };
    return page;
}

shell::Page* Pages::makeFleet()
{
    auto* all = new fleet::FleetPage;
    m_fleet = all;
    for (flink::Connection* open : m_book.openConnections())
        all->addConnection(*open);
    all->setScope({}, m_window->nameSpaces());
    connect(&m_book, &connections::Book::opened, all,
            [all](flink::Connection* opened) { all->addConnection(*opened); });
    connect(&m_book, &connections::Book::aboutToClose, all,
            [all](flink::Connection* closing) { all->removeConnection(*closing); });
    connect(m_window, &shell::MainWindow::nameSpacesChanged, all,
            [all](const QStringList& nameSpaces) { all->setScope({}, nameSpaces); });
    connect(all, &fleet::FleetPage::openRequested, this,
            [this](const QString& connection, const kube::ObjectKey& object) {
                const bool isEndpoint = object == kube::ObjectKey();
                m_window->go({isEndpoint ? shell::Address::Place::Endpoint : shell::Address::Place::Deployment,
                              connection, object});
            });
    connect(all, &fleet::FleetPage::connectRequested, this, [this] {
        m_window->go({shell::Address::Place::Welcome, {}, {}});
    });
    connect(all, &fleet::FleetPage::countsChanged, m_window, &shell::MainWindow::refreshHealth);
    auto* page = new shell::Page({shell::Address::Place::Fleet, {}, {}}, all);
    page->title = [] { return tr("Fleet"); };
    page->iconName = u"fleet"_s;
    page->connections = [this] { return openIds(); };
    page->kubectl = [] { return u"kubectl get flinkdeployments -A"_s; };
    page->reload = [all] { all->refresh(); };
    page->keys = tableKeys;
    connect(all, &fleet::FleetPage::selectionChanged, page, &shell::Page::factsChanged);
    page->facts = [this] { return fleetFacts(); };
    page->subject = [this] {
        const fleet::Row* row = m_fleet ? m_fleet->selectedRow() : nullptr;
        return row ? row->name : QString();
    };
    connect(&m_book, &connections::Book::changed, page, &shell::Page::changed);
    return page;
}

QList<shell::Fact> Pages::fleetFacts() const
{
    const fleet::Row* row = m_fleet ? m_fleet->selectedRow() : nullptr;
    if (!row)
        return {};
    const QDateTime seen = row->seenAt > 0 ? QDateTime::fromMSecsSinceEpoch(row->seenAt, Qt::UTC) : QDateTime();
    QList<shell::Fact> facts{{tr("Health"), theme::word(row->health), seen, row->health}};
    const auto add = [&facts](const QString& name, const QString& value) {
        if (!value.isEmpty())
            facts.append({name, value, {}, std::nullopt});
    };
    add(tr("Why"), row->summary);
    add(tr("Context"), row->context);
    add(tr("Namespace"), row->nameSpace);
    add(tr("Job state"), row->jobState);
    add(tr("Told by"), row->jobStateSource);
    add(tr("Lifecycle"), row->lifecycle);
    add(tr("Flink"), row->flinkVersion);
    add(tr("Parallelism"), row->parallelism < 0 ? QString() : QLocale().toString(row->parallelism));
    add(tr("Image"), row->image);
    add(tr("Owner"), row->owner);
    return facts;
}

shell::Page* Pages::makeDeployment(const shell::Address& address, QString* why)
{
    flink::Connection* connection = m_book.connection(address.connection);
    if (!connection) {
        *why = tr("The connection of this page is not open: %1").arg(base::visibleText(address.connection));
        return nullptr;
    }
    auto* shown = new deployment::DeploymentPage(*connection, address.object);
    auto* page = new shell::Page(address, shown);
    page->title = [shown] { return shown->title(); };
    page->iconName = address.place == shell::Address::Place::Endpoint ? u"endpoint"_s : u"deployment"_s;
    page->connections = [id = address.connection] { return QStringList{id}; };
    page->kubectl = [shown] { return shown->kubectl(); };
    page->reload = [shown] { shown->refresh(); };
    page->keys = deploymentKeys;
    page->subject = [shown] { return shown->title(); };
    page->facts = [this, shown] { return deploymentFacts(*shown); };
    connect(shown, &deployment::DeploymentPage::changed, page, &shell::Page::changed);
    connect(shown, &deployment::DeploymentPage::changed, page, &shell::Page::factsChanged);
    connect(&m_book, &connections::Book::changed, page, &shell::Page::changed);
    return page;
}

QList<shell::Fact> Pages::deploymentFacts(deployment::DeploymentPage& page) const
{
    const health::Verdict& verdict = page.subject().verdict();
    QList<shell::Fact> facts{{tr("Health"), theme::word(verdict.health), {}, verdict.health}};
    if (!verdict.summary.isEmpty())
        facts.append({tr("Why"), verdict.summary, {}, std::nullopt});
    for (const QString& reason : verdict.reasons)
        facts.append({tr("Evidence"), reason, {}, std::nullopt});
    if (!verdict.jobState.isEmpty())
        facts.append({tr("Job state"), verdict.jobState, {}, std::nullopt});
    return facts;
}

std::optional<base::Health> Pages::healthOf(const QString& connection, const kube::ObjectKey& object) const
{
    if (!m_fleet)
        return std::nullopt;
    const fleet::Row* row = m_fleet->model().row({connection, object});
    return row ? std::optional(row->health) : std::nullopt;
}

} // namespace gui
