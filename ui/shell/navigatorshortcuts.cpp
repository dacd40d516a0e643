#include "ui/shell/navigatormodel.h"

#include <QSettings>

#include <algorithm>

// Pins and what was looked at last: addresses the user comes back to, kept in the settings.
namespace shell {

using namespace Qt::StringLiterals;

namespace {

const auto pinsKey = u"navigator/pins"_s;
const auto recentsKey = u"navigator/recent"_s;
constexpr qsizetype mostPins = 100;
constexpr qsizetype mostRecents = 5;

} // namespace

void NavigatorModel::readShortcuts()
{
    const QSettings settings;
    for (const QString& pin : settings.value(pinsKey).toStringList().mid(0, mostPins)) {
        const std::optional<Address> address = Address::parse(pin);
        if (address && address->place == Address::Place::Deployment && !isPinned(*address))
            addShortcut(Kind::Pin, m_recentSection, *address);
    }
    for (const QString& visited : settings.value(recentsKey).toStringList().mid(0, mostRecents)) {
        const std::optional<Address> address = Address::parse(visited);
        if (address && address->place == Address::Place::Deployment && !isPinned(*address) &&
            !recents().contains(*address))
            addShortcut(Kind::Recent, m_contextSection, *address);
    }
}

QList<Address> NavigatorModel::addressesOf(Kind kind) const
{
    QList<Address> all;
    for (const auto& node : m_root->children) {
        if (node->kind == kind)
            all.append({Address::Place::Deployment, node->connection, {node->nameSpace, node->text}});
    }
    return all;
}

void NavigatorModel::addShortcut(Kind kind, const Node* before, const Address& address)
{
    auto node = std::make_unique<Node>();
    node->kind = kind;
    node->connection = address.connection;
    node->nameSpace = address.object.nameSpace;
    node->text = address.object.name;
    insert(m_root.get(), indexFor(before).row(), std::move(node));
}

void NavigatorModel::removeShortcut(Kind kind, const Address& address)
{
    for (const auto& node : m_root->children) {
        if (node->kind == kind && addressOf(*node) == address.text()) {
            remove(node.get());
            return;
        }
    }
}

void NavigatorModel::keep(Kind kind)
{
    QStringList texts;
    for (const Address& address : addressesOf(kind))
        texts.append(address.text());
    QSettings().setValue(kind == Kind::Pin ? pinsKey : recentsKey, texts);
    // A heading without anything below it is not shown.
    for (const Node* section : {m_pinSection, m_recentSection})
        emit dataChanged(indexFor(section), indexFor(section));
}

QList<Address> NavigatorModel::pins() const
{
    return addressesOf(Kind::Pin);
}

bool NavigatorModel::isPinned(const Address& address) const
{
    return pins().contains(address);
}

void NavigatorModel::setPinned(const Address& address, bool pinned)
{
    if (pinned == isPinned(address) || address.place != Address::Place::Deployment)
        return;
    if (pinned && pins().size() >= mostPins)
        return;
    if (pinned) {
        removeShortcut(Kind::Recent, address);
        addShortcut(Kind::Pin, m_recentSection, address);
        keep(Kind::Recent);
    } else {
        removeShortcut(Kind::Pin, address);
    }
    keep(Kind::Pin);
}

QModelIndex NavigatorModel::shortcutTo(const Address& address) const
{
    for (const auto& node : m_root->children) {
        if ((node->kind == Kind::Pin || node->kind == Kind::Recent) && addressOf(*node) == address.text())
            return indexFor(node.get());
    }
    return {};
}

QList<Address> NavigatorModel::recents() const
{
    return addressesOf(Kind::Recent);
}

void NavigatorModel::noteVisit(const Address& address)
{
    if (address.place != Address::Place::Deployment || isPinned(address) || recents().value(0) == address)
        return;
    removeShortcut(Kind::Recent, address);
    const QList<Address> others = recents();
    if (others.size() >= mostRecents)
        removeShortcut(Kind::Recent, others.last());
    const auto first = m_root->children.begin() + indexFor(m_recentSection).row() + 1;
    addShortcut(Kind::Recent, first->get(), address);
    keep(Kind::Recent);
}

} // namespace shell
