#include "app/gui/pages.h"

#include "app/gui/operations.h"
#include "core/base/visibletext.h"
#include "core/kube/kubectl.h"
#include "ui/connections/book.h"
#include "ui/fleet/keys.h"
#include "ui/operations/words.h"
#include "ui/shell/navigator.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

// What the window has of the fleet: its page, its menus and its part of the palette.
namespace gui {

using namespace Qt::StringLiterals;
using shell::Address;
using Verb = plans::Intent::Verb;

namespace {

Address addressOf(const fleet::RowKey& row)
{
    const bool isEndpoint = row.object == kube::ObjectKey();
    return {isEndpoint ? Address::Place::Endpoint : Address::Place::Deployment, row.connection, row.object};
}

/// Empty: a bare endpoint, which kubectl does not know.
QString commandOf(const fleet::RowKey& row)
{
    const QString context = flink::contextNameOf(row.connection);
    if (context.isEmpty())
        return {};
    return kube::kubectlCommand(context, row.object.nameSpace,
                                {u"get"_s, u"flinkdeployment/"_s + row.object.name, u"-o"_s, u"yaml"_s});
}

/// A bare endpoint has no resource to change.
QList<fleet::RowKey> deploymentsOf(QList<fleet::RowKey> rows)
{
    rows.removeIf([](const fleet::RowKey& row) { return row.object == kube::ObjectKey(); });
    return rows;
}

void copy(const QStringList& lines)
{
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace

QList<shell::Key> Pages::fleetKeys()
{
    return tableKeys() + keysOf(fleet::keyCommands());
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
    connect(all, &fleet::FleetPage::nameSpacesWanted, m_window, &shell::MainWindow::setNameSpaces);
    connect(all, &fleet::FleetPage::rowMenuFilled, this, &Pages::fillRowMenu);
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
    page->kubectl = [this] { return fleetCommands(); };
    page->reload = [all] { all->refresh(); };
    page->keys = fleetKeys;
    makeFleetActions();
    page->actions = [this] { return fleetActions(); };
    page->offers = [this] { return fleetOffers(); };
    connect(all, &fleet::FleetPage::selectionChanged, page, &shell::Page::factsChanged);
    page->facts = [this] { return fleetFacts(); };
    page->subject = [this] {
        const fleet::Row* row = m_fleet ? m_fleet->selectedRow() : nullptr;
        return row ? row->name : QString();
    };
    connect(&m_book, &connections::Book::changed, page, &shell::Page::changed);
    return page;
}

void Pages::makeFleetActions()
{
    m_fleetActions.clear();
    const QList<std::pair<Verb, QString>> all{{Verb::Savepoint, u"savepoint"_s},
                                              {Verb::Suspend, u"pause"_s},
                                              {Verb::Resume, u"play"_s},
                                              {Verb::Restart, u"refresh"_s}};
    for (const auto& [verb, icon] : all) {
        auto* action = new QAction(theme::icon(icon), {}, m_fleet);
        action->setObjectName(u"fleet."_s + plans::verbWord(verb));
        action->setData(int(verb));
        connect(action, &QAction::triggered, this, [this, verb = verb] {
            QList<std::pair<QString, kube::ObjectKey>> objects;
            for (const fleet::RowKey& row : deploymentsOf(m_fleet->selectedRows()))
                objects.append({row.connection, row.object});
            m_operations.request(objects, verb);
        });
        m_fleetActions.append(action);
    }
}

QList<QAction*> Pages::fleetActions() const
{
    const int count = m_fleet ? int(deploymentsOf(m_fleet->selectedRows()).size()) : 0;
    QList<QAction*> actions;
    for (QAction* action : m_fleetActions) {
        const QString verb = operations::verbText(Verb(action->data().toInt()));
        action->setText(count > 1 ? tr("%1 (%n deployment(s))…", nullptr, count).arg(verb) : tr("%1…").arg(verb));
        action->setEnabled(count > 0);
        action->setToolTip(count > 0 ? QString() : tr("Select one or more deployments first."));
        actions.append(action);
    }
    return actions;
}

/// As many lines as kubectl needs: it asks one context and one namespace at a time.
QString Pages::fleetCommands() const
{
    QStringList lines;
    const QStringList chosen = m_window->nameSpaces();
    for (const flink::Connection* open : m_book.openConnections()) {
        const QString context = flink::contextNameOf(open->id());
        if (context.isEmpty())
            continue;
        for (const QString& nameSpace : chosen)
            lines.append(kube::kubectlCommand(context, nameSpace, {u"get"_s, u"flinkdeployments"_s}));
        if (chosen.isEmpty())
            lines.append(kube::kubectlCommand(context, {}, {u"get"_s, u"flinkdeployments"_s, u"-A"_s}));
    }
    return lines.join(u'\n');
}

void Pages::setPinned(const QList<Address>& addresses, bool pinned)
{
    for (const Address& address : addresses)
        m_window->navigator().model().setPinned(address, pinned);
}

void Pages::fillRowMenu(QMenu* menu, const QList<fleet::RowKey>& rows)
{
    QList<Address> pinnable;
    QStringList addresses, commands;
    for (const fleet::RowKey& row : rows) {
        const Address address = addressOf(row);
        addresses.append(address.text());
        if (address.place != Address::Place::Deployment)
            continue;
        pinnable.append(address);
        commands.append(commandOf(row));
    }
    if (!pinnable.isEmpty()) {
        const shell::NavigatorModel& tree = m_window->navigator().model();
        const bool arePinned = std::all_of(pinnable.begin(), pinnable.end(),
                                           [&tree](const Address& address) { return tree.isPinned(address); });
        menu->addAction(theme::icon(u"pin"_s), arePinned ? tr("Unpin") : tr("Pin"), this,
                        [this, pinnable, arePinned] { setPinned(pinnable, !arePinned); });
    }
    menu->addSeparator();
    menu->addActions(fleetActions());
    menu->addSeparator();
    menu->addAction(theme::icon(u"link"_s), tr("Copy the address"), this, [addresses] { copy(addresses); });
    if (!commands.isEmpty())
        menu->addAction(theme::icon(u"terminal"_s), tr("Copy the kubectl command"), this,
                        [commands] { copy(commands); });
}

QList<shell::Offer> Pages::pinOffers(const QList<Address>& addresses) const
{
    QList<shell::Offer> offers;
    const bool isPinned = !addresses.isEmpty() && m_window->navigator().model().isPinned(addresses.first());
    for (const Address& address : addresses) {
        shell::Offer offer;
        offer.id = u"pin:"_s + address.text();
        offer.text = (isPinned ? tr("Unpin '%1'") : tr("Pin '%1'")).arg(base::visibleText(address.object.name));
        offer.kind = tr("Command");
        offer.icon = theme::icon(u"pin"_s);
        offer.names = {u"pin"_s, u"unpin"_s, u"고정"_s};
        offer.run = [self = const_cast<Pages*>(this), address, isPinned] { self->setPinned({address}, !isPinned); };
        offers.append(offer);
    }
    return offers;
}

QList<shell::Offer> Pages::deploymentOffers(const shell::Page& page) const
{
    const bool isFront = m_window->currentPage() == &page;
    if (!isFront || page.address().place != Address::Place::Deployment)
        return {};
    return operationOffers(page) + pinOffers({page.address()});
}

QList<shell::Offer> Pages::operationOffers(const shell::Page& page) const
{
    QList<shell::Offer> offers;
    const QList<QAction*> actions = page.actions();
    for (QAction* action : actions) {
        if (!action->isEnabled())
            continue;
        shell::Offer offer;
        offer.id = action->objectName();
        offer.text =
            u"%1: %2"_s.arg(base::visibleText(page.address().object.name), action->text().section(u'\t', 0, 0));
        offer.kind = tr("Operation");
        offer.keys = action->text().section(u'\t', 1);
        offer.icon = action->icon();
        offer.names = {action->objectName()};
        offer.run = [chosen = QPointer(action)] {
            if (chosen)
                chosen->trigger();
        };
        offers.append(offer);
    }
    return offers;
}

QList<shell::Offer> Pages::viewOffers() const
{
    QList<shell::Offer> offers;
    const auto add = [&](const QString& text, const fleet::SavedView& view) {
        shell::Offer offer;
        offer.id = u"view:"_s + view.name;
        offer.text = text;
        offer.kind = tr("Fleet view");
        if (offers.size() <= fleet::viewsWithKeys)
            offer.keys = widgets::keyText(fleet::viewKeys(int(offers.size())));
        offer.icon = theme::icon(u"filter"_s);
        offer.names = {view.name, u"view"_s, u"보기"_s};
        offer.run = [window = m_window, page = m_fleet, view] {
            if (!page)
                return;
            window->go({Address::Place::Fleet, {}, {}});
            page->showView(view);
        };
        offers.append(offer);
    };
    add(tr("Show the whole fleet"), {});
    for (const fleet::SavedView& view : m_fleet->savedViews().all())
        add(tr("Show the view '%1'").arg(view.name), view);
    return offers;
}

QList<shell::Offer> Pages::fleetOffers() const
{
    QList<shell::Offer> offers = viewOffers();
    const shell::Page* front = m_window->currentPage();
    if (!front || front->widget() != m_fleet)
        return offers;
    const auto add = [&](const QString& id, const QString& text, const QString& icon, std::function<void()> run) {
        shell::Offer offer;
        offer.id = id;
        offer.text = text;
        offer.kind = tr("Command");
        offer.icon = icon.isEmpty() ? QIcon() : theme::icon(icon);
        offer.run = std::move(run);
        offers.append(offer);
    };
    add(u"fleet.saveView"_s, tr("Save what is shown as a view…"), u"save"_s, [page = m_fleet] { page->saveView(); });
    add(u"fleet.addLabel"_s, tr("Add the column of a label…"), u"columns"_s,
        [page = m_fleet] { page->addLabelColumn(); });
    const QList<QAction*> actions = fleetActions();
    for (QAction* action : actions) {
        if (action->isEnabled())
            add(action->objectName(), action->text(), {}, [action] { action->trigger(); });
    }
    const fleet::Row* row = m_fleet->selectedRow();
    if (row && row->key.object != kube::ObjectKey())
        offers += pinOffers({addressOf(row->key)});
    return offers;
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
    add(tr("Not confirmed"), row->tentative ? health::caveatOf(row->notHeard) : QString());
    add(tr("Context"), row->context);
    add(tr("Namespace"), row->nameSpace);
    add(tr("Job state"), row->jobState);
    add(tr("Told by"), row->jobStateSource ? fleet::RowBuilder::sourceText(*row->jobStateSource) : QString());
    add(tr("Lifecycle"), row->lifecycle);
    add(tr("Flink"), row->flinkVersion);
    add(tr("Parallelism"), row->parallelism < 0 ? QString() : QLocale().toString(row->parallelism));
    add(tr("Image"), row->image);
    add(tr("Owner"), row->owner);
    return facts;
}

} // namespace gui
