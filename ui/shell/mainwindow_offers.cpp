#include "ui/shell/mainwindow.h"

#include "core/base/visibletext.h"
#include "ui/connections/book.h"
#include "ui/shell/namespacechooser.h"
#include "ui/shell/navigator.h"
#include "ui/shell/topbar.h"
#include "ui/shell/workspace.h"
#include "ui/theme/theme.h"

#include <QSet>

namespace shell {

using namespace Qt::StringLiterals;

namespace {

const auto connectionPrefix = u"connection:"_s;

} // namespace

QList<Offer> MainWindow::commandOffers() const
{
    QList<Offer> all;
    for (QAction* action : m_commands->all()) {
        if (!action->isEnabled() || action->objectName() == u"tools.palette")
            continue;
        Offer offer;
        offer.id = action->objectName();
        offer.text = withoutMnemonic(action->text());
        offer.kind = tr("Command");
        offer.keys = action->shortcut().toString(QKeySequence::NativeText);
        offer.icon = action->icon();
        offer.names = m_commands->namesOf(action);
        offer.run = [action] { action->trigger(); };
        all.append(offer);
    }
    return all;
}

QList<Offer> MainWindow::pageOffers() const
{
    QList<Offer> all;
    for (const Page* page : m_tabs->pages()) {
        if (page->offers)
            all += page->offers();
    }
    return all;
}

std::optional<Offer> MainWindow::addressOffer(const QString& typed) const
{
    const std::optional<Address> address = Address::parse(typed);
    if (!address)
        return {};
    Offer offer;
    offer.id = address->text();
    offer.text = tr("Go to %1").arg(base::visibleText(typed));
    offer.kind = tr("Address");
    offer.icon = theme::icon(u"link"_s);
    offer.run = [navigator = m_navigator, target = *address] { navigator->open(target); };
    return offer;
}

QList<Offer> MainWindow::placeOffers() const
{
    QList<Offer> all;
    auto* window = const_cast<MainWindow*>(this);
    for (Page* page : m_tabs->pages()) {
        Offer offer;
        offer.id = page->address().text();
        offer.text = page->title ? page->title() : offer.id;
        offer.kind = tr("Open page");
        offer.icon = theme::icon(page->iconName);
        const Address address = page->address();
        offer.run = [window, address] { window->go(address); };
        all.append(offer);
    }
    for (const flink::Connection* open : m_book.openConnections()) {
        const base::Environment environment = open->settings().effectiveEnvironment();
        const QList<kube::ObjectKey> keys =
            open->deployments() ? open->deployments()->keys() : QList<kube::ObjectKey>();
        for (const kube::ObjectKey& key : keys) {
            const Address address{Address::Place::Deployment, open->id(), key};
            if (m_tabs->find(address))
                continue;
            Offer offer;
            offer.id = address.text();
            offer.text = key.name;
            offer.kind = u"%1 · %2"_s.arg(open->settings().name, key.nameSpace);
            offer.icon = theme::icon(u"deployment"_s);
            offer.environment = environment;
            offer.run = [window, address] { window->go(address); };
            all.append(offer);
        }
    }
    return all;
}

QList<Offer> MainWindow::connectionOffers() const
{
    QList<Offer> all;
    auto* window = const_cast<MainWindow*>(this);
    for (const connections::Entry& entry : m_book.entries()) {
        Offer offer;
        offer.id = connectionPrefix + entry.id();
        offer.text = entry.name();
        const bool isEndpoint = entry.type == flink::Connection::Type::Endpoint;
        const bool isOpen = m_book.connection(entry.id()) != nullptr;
        offer.kind = isOpen ? tr("Connection, open") : tr("Connection");
        offer.icon = theme::icon(isEndpoint ? u"endpoint"_s : u"context"_s);
        offer.environment = entry.settings.effectiveEnvironment();
        offer.names = {entry.server};
        const QString id = entry.id();
        offer.run = [window, id, isEndpoint] {
            const base::Result<flink::Connection*> opened = window->m_book.open(id);
            if (!opened)
                window->notify(base::Health::Broken, opened.error().message);
            else if (isEndpoint)
                window->go({Address::Place::Endpoint, id, {}});
            else
                window->go({Address::Place::Fleet, {}, {}});
        };
        all.append(offer);
    }
    return all;
}

QList<Offer> MainWindow::offers() const
{
    return commandOffers() + pageOffers() + placeOffers() + connectionOffers();
}

void MainWindow::openPalette()
{
    activateWindow(); // it may have been asked for in a window of a page
    m_palette->openWith(offers(), tr("Search for a command, a page, a deployment or a connection"));
}

void MainWindow::openSwitcher()
{
    m_palette->openWith(connectionOffers(), tr("Open or switch to a connection"));
}

void MainWindow::forConnection(const QString& question, std::function<void(const QString& id)> act)
{
    const QStringList ids = pageConnections();
    if (ids.size() == 1) {
        act(ids.constFirst());
        return;
    }
    QList<Offer> choices = connectionOffers();
    choices.removeIf([&ids](const Offer& offer) { return !ids.contains(offer.id.mid(connectionPrefix.size())); });
    for (Offer& choice : choices)
        choice.run = [act, id = choice.id.mid(connectionPrefix.size())] { act(id); };
    m_palette->openWith(choices, question);
}

QStringList MainWindow::knownNameSpaces() const
{
    QSet<QString> names;
    for (const flink::Connection* open : m_book.openConnections()) {
        const QList<kube::ObjectKey> keys =
            open->deployments() ? open->deployments()->keys() : QList<kube::ObjectKey>();
        for (const kube::ObjectKey& key : keys)
            names.insert(key.nameSpace);
    }
    return names.values();
}

void MainWindow::openNameSpaces()
{
    const QWidget* chip = m_top->nameSpaceChip()->isVisible() ? m_top->nameSpaceChip() : m_top->contextChip();
    m_nameSpaceChooser->openWith(knownNameSpaces(), m_nameSpaces, chip->mapToGlobal(QPoint(0, chip->height() + 2)));
}

} // namespace shell
