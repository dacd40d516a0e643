#include "ui/shell/navigatormodel.h"

#include "core/base/visibletext.h"
#include "ui/connections/book.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/tooltip.h"

namespace shell {

using namespace Qt::StringLiterals;

QModelIndex NavigatorModel::indexOf(const Address& address) const
{
    if (address.place == Address::Place::Fleet)
        return index(0, 0);
    const Node* connection = connectionNode(address.connection);
    if (address.place == Address::Place::Endpoint)
        return indexFor(connection);
    if (address.place != Address::Place::Deployment)
        return {};
    const Node* space = connection ? child(connection, address.object.nameSpace) : nullptr;
    const Node* deployment = space ? child(space, address.object.name) : nullptr;
    return deployment ? indexFor(deployment) : shortcutTo(address);
}

QModelIndex NavigatorModel::index(int row, int column, const QModelIndex& parent) const
{
    const Node* node = nodeAt(parent);
    if (column != 0 || row < 0 || row >= static_cast<int>(node->children.size()))
        return {};
    return createIndex(row, 0, node->children.at(static_cast<std::size_t>(row)).get());
}

QModelIndex NavigatorModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexFor(nodeAt(child)->parent) : QModelIndex();
}

int NavigatorModel::rowCount(const QModelIndex& parent) const
{
    return static_cast<int>(nodeAt(parent)->children.size());
}

int NavigatorModel::columnCount(const QModelIndex&) const
{
    return 1;
}

bool NavigatorModel::hasChildren(const QModelIndex& parent) const
{
    const Node* node = nodeAt(parent);
    return !node->children.empty() || (node->kind == Kind::NameSpace && !node->populated);
}

Qt::ItemFlags NavigatorModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || nodeAt(index)->kind == Kind::Section)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QString NavigatorModel::addressOf(const Node& node) const
{
    switch (node.kind) {
    case Kind::Fleet:
        return Address{Address::Place::Fleet, {}, {}}.text();
    case Kind::Pin:
    case Kind::Recent:
    case Kind::Deployment:
        return Address{Address::Place::Deployment, node.connection, {node.nameSpace, node.text}}.text();
    case Kind::Connection: {
        const flink::Connection* open = m_book.connection(node.connection);
        if (open && open->type() == flink::Connection::Type::Endpoint)
            return Address{Address::Place::Endpoint, node.connection, {}}.text();
        return {};
    }
    case Kind::Section:
    case Kind::NameSpace:
        return {};
    }
    return {};
}

QString NavigatorModel::contextOf(const Node& node) const
{
    const connections::Entry* entry = m_book.entry(node.connection);
    return base::visibleText(entry ? entry->name() : node.connection);
}

QString NavigatorModel::sectionText(const Node& section) const
{
    if (&section == m_pinSection)
        return tr("Pinned");
    if (&section == m_recentSection)
        return tr("Recent");
    return &section == m_contextSection ? tr("Contexts") : tr("Flink endpoints");
}

QString NavigatorModel::textOf(const Node& node) const
{
    switch (node.kind) {
    case Kind::Fleet:
        return tr("Fleet");
    case Kind::Section:
        return sectionText(node);
    case Kind::Pin:
    case Kind::Recent:
    case Kind::Connection:
    case Kind::NameSpace:
    case Kind::Deployment:
        return node.text;
    }
    return {};
}

QVariant NavigatorModel::ofNode(const Node& node, int role) const
{
    const bool isShortcut = node.kind == Kind::Pin || node.kind == Kind::Recent;
    const bool isDeployment = node.kind == Kind::Deployment || isShortcut;
    const auto family = [&]() -> std::optional<base::Health> {
        if (!isDeployment || !healthOf)
            return std::nullopt;
        return healthOf(node.connection, {node.nameSpace, node.text});
    };
    switch (role) {
    case Qt::DisplayRole:
        return textOf(node);
    case Qt::ToolTipRole:
        // Of pins of the same name only the context tells which is which.
        return isDeployment
                   ? widgets::plainToolTip(QStringList{contextOf(node), node.nameSpace, node.text}.join(u" › "_s))
                   : QVariant();
    case Qt::AccessibleTextRole:
        return isDeployment ? u"%1, %2"_s.arg(node.text, theme::word(family().value_or(base::Health::Unknown)))
                            : textOf(node);
    case KindRole:
        return static_cast<int>(node.kind);
    case AddressRole:
        return addressOf(node);
    case ConnectionRole:
        return node.connection;
    case PracticeRole: {
        const connections::Entry* entry = node.kind == Kind::Connection ? m_book.entry(node.connection) : nullptr;
        return entry && entry->isPractice;
    }
    case EndpointRole: {
        const flink::Connection* open = node.kind == Kind::Connection ? m_book.connection(node.connection) : nullptr;
        return open && open->type() == flink::Connection::Type::Endpoint;
    }
    case CountRole:
        return node.kind == Kind::NameSpace ? QVariant(node.count) : QVariant();
    case widgets::cell::HealthRole: {
        const std::optional<base::Health> known = family();
        return isDeployment ? QVariant(static_cast<int>(known.value_or(base::Health::Unknown))) : QVariant();
    }
    case widgets::cell::EnvironmentRole: {
        const flink::Connection* open = node.kind == Kind::Connection ? m_book.connection(node.connection) : nullptr;
        return open ? QVariant(static_cast<int>(open->settings().effectiveEnvironment())) : QVariant();
    }
    default:
        return {};
    }
}

QVariant NavigatorModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == CountRole && nodeAt(index)->kind == Kind::Fleet) {
        qsizetype all = 0;
        for (const flink::Connection* open : m_book.openConnections())
            all += open->deployments() ? open->deployments()->count() : 1;
        return all > 0 ? QVariant(static_cast<int>(all)) : QVariant();
    }
    return ofNode(*nodeAt(index), role);
}

} // namespace shell
