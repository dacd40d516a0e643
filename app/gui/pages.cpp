#include "app/gui/pages.h"

#include "app/gui/choices.h"
#include "app/gui/manifests.h"
#include "app/gui/operations.h"
#include "app/gui/practice.h"
#include "app/gui/snapshots.h"
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
#include "ui/widgets/table.h"

namespace gui {

using namespace Qt::StringLiterals;

namespace {

QString listContexts()
{
    return u"kubectl config get-contexts"_s;
}

} // namespace

Pages::Pages(const Parts& parts)
    : m_book(parts.book)
    , m_clinic(parts.clinic)
    , m_preferences(parts.preferences)
    , m_practice(parts.practice)
    , m_manifests(parts.manifests)
    , m_operations(parts.operations)
    , m_snapshots(parts.snapshots)
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
    case shell::Address::Place::Practice:
        return m_practice.makePage();
    case shell::Address::Place::Manifest:
        return m_manifests.makePage(address, why);
    case shell::Address::Place::Plan:
        return m_operations.makePlan(address, why);
    case shell::Address::Place::Batch:
        return m_operations.makeBatch(address, why);
    case shell::Address::Place::History:
        return m_operations.makeHistory();
    case shell::Address::Place::Snapshot:
        return m_snapshots.makePage(address);
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

QList<shell::Key> Pages::tableKeys()
{
    return {{widgets::allKeysText(widgets::focusKeys()), tr("Filter")},
            {u"Enter"_s, tr("Open")},
            {widgets::allKeysText(widgets::copyKeys()), tr("Copy the name")},
            {QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText), tr("Copy the selected rows")}};
}

QList<shell::Key> Pages::keysOf(const QList<widgets::KeyCommand>& commands)
{
    QList<shell::Key> keys;
    for (const widgets::KeyCommand& command : commands)
        keys.append({widgets::allKeysText(command), command.name()});
    keys.removeIf([](const shell::Key& key) { return key.keys.isEmpty(); });
    return keys;
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
    welcome->setRehearsals(m_practice.incidents());
    connect(welcome, &connections::WelcomePage::practiceRequested, &m_practice, &Practice::open);
    connect(welcome, &connections::WelcomePage::manifestRequested, &m_manifests, &Manifests::chooseFile);
    connect(welcome, &connections::WelcomePage::connectionsRequested, this, [this] {
        m_window->go({shell::Address::Place::Connections, {}, {}});
    });
    auto* page = new shell::Page({shell::Address::Place::Welcome, {}, {}}, welcome);
    page->title = [] { return tr("Welcome"); };
    page->connections = [this] { return openIds(); };
    page->iconName = u"window"_s;
    page->kubectl = listContexts;
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
    page->kubectl = listContexts;
    page->keys = [] {
        return QList<shell::Key>{{u"Enter"_s, tr("Open the selected connection")},
                                 {widgets::allKeysText(widgets::copyKeys()), tr("Copy the current cell")}};
    };
    return page;
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
    page->keys = [] { return tableKeys() + keysOf(deployment::keyCommands()); };
    page->offers = [this, page] { return deploymentOffers(*page); };
    if (address.place == shell::Address::Place::Deployment)
        page->actions = [shown] { return shown->operations(); };
    connect(shown, &deployment::DeploymentPage::operationRequested, this,
            [this, address](plans::Intent::Verb verb, const QString& kind, const kube::ObjectKey& object) {
                m_operations.request(address.connection, kind, object, verb);
            });
    connect(shown, &deployment::DeploymentPage::refused, m_window,
            [window = m_window](const QString& text) { window->notify(base::Health::AtRisk, text); });
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
    if (verdict.isTentative())
        facts.append({tr("Not confirmed"), health::caveatOf(verdict.notHeard), {}, std::nullopt});
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
    // A sign in the tree has no room to say that it is not confirmed.
    const bool isClaim = row && row->tentative && row->health == base::Health::Healthy;
    return row && !isClaim ? std::optional(row->health) : std::nullopt;
}

} // namespace gui
