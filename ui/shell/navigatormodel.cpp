#include "ui/shell/navigatormodel.h"

#include "ui/connections/book.h"
#include "ui/widgets/cells.h"

#include <algorithm>

namespace shell {

using namespace Qt::StringLiterals;

NavigatorModel::NavigatorModel(connections::Book& book, QObject* parent)
    : QAbstractItemModel(parent)
    , m_book(book)
    , m_root(std::make_unique<Node>())
{
    const auto add = [this](Kind kind) {
        auto node = std::make_unique<Node>();
        node->kind = kind;
        node->parent = m_root.get();
        m_root->children.push_back(std::move(node));
        return m_root->children.back().get();
    };
    add(Kind::Fleet);
    m_pinSection = add(Kind::Section);
    m_recentSection = add(Kind::Section);
    m_contextSection = add(Kind::Section);
    m_endpointSection = add(Kind::Section);
    readShortcuts();
    connect(&book, &connections::Book::changed, this, &NavigatorModel::syncConnections);
    connect(&book, &connections::Book::opened, this, &NavigatorModel::follow);
    connect(&book, &connections::Book::aboutToClose, this, [this](flink::Connection* closing) {
        if (Node* node = connectionNode(closing->id()))
            remove(node);
        emit dataChanged(indexFor(m_contextSection), indexFor(m_endpointSection));
    });
    syncConnections();
    for (flink::Connection* open : book.openConnections())
        follow(open);
}

NavigatorModel::~NavigatorModel() = default;

NavigatorModel::Node* NavigatorModel::nodeAt(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

QModelIndex NavigatorModel::indexFor(const Node* node) const
{
    if (!node || node == m_root.get())
        return {};
    const auto& siblings = node->parent->children;
    const auto found =
        std::find_if(siblings.begin(), siblings.end(), [node](const auto& each) { return each.get() == node; });
    return createIndex(static_cast<int>(found - siblings.begin()), 0, node);
}

NavigatorModel::Node* NavigatorModel::connectionNode(const QString& id) const
{
    for (const auto& node : m_root->children) {
        if (node->kind == Kind::Connection && node->connection == id)
            return node.get();
    }
    return nullptr;
}

void NavigatorModel::insert(Node* parent, int row, std::unique_ptr<Node> node)
{
    beginInsertRows(indexFor(parent), row, row);
    node->parent = parent;
    parent->children.insert(parent->children.begin() + row, std::move(node));
    endInsertRows();
}

void NavigatorModel::remove(Node* node)
{
    const QModelIndex index = indexFor(node);
    Node* parent = node->parent;
    beginRemoveRows(index.parent(), index.row(), index.row());
    parent->children.erase(parent->children.begin() + index.row());
    endRemoveRows();
}

int NavigatorModel::rowFor(const Node* parent, const QString& text) const
{
    const auto& all = parent->children;
    const auto place = std::lower_bound(all.begin(), all.end(), text,
                                        [](const auto& node, const QString& wanted) { return node->text < wanted; });
    return static_cast<int>(place - all.begin());
}

NavigatorModel::Node* NavigatorModel::child(const Node* parent, const QString& text) const
{
    const int row = rowFor(parent, text);
    if (row == static_cast<int>(parent->children.size()) ||
        parent->children.at(static_cast<std::size_t>(row))->text != text)
        return nullptr;
    return parent->children.at(static_cast<std::size_t>(row)).get();
}

// The open connections stand in the tree, in the order they were opened: contexts, then endpoints.
void NavigatorModel::syncConnections()
{
    for (flink::Connection* open : m_book.openConnections()) {
        Node* known = connectionNode(open->id());
        if (!known) {
            auto node = std::make_unique<Node>();
            node->kind = Kind::Connection;
            node->connection = open->id();
            known = node.get();
            const bool isEndpoint = open->type() == flink::Connection::Type::Endpoint;
            insert(m_root.get(),
                   isEndpoint ? static_cast<int>(m_root->children.size()) : indexFor(m_endpointSection).row(),
                   std::move(node));
        }
        known->text = open->settings().name;
        emit dataChanged(indexFor(known), indexFor(known));
    }
}

void NavigatorModel::follow(flink::Connection* connection)
{
    syncConnections();
    const auto* deployments = connection->deployments();
    if (!deployments)
        return;
    const QString id = connection->id();
    connect(deployments, &flink::ObjectsBase::changed, this,
            [this, id](const kube::Changes& changes) { apply(id, changes); });
    kube::Changes all;
    all.added = deployments->keys();
    apply(id, all);
}

void NavigatorModel::apply(const QString& id, const kube::Changes& changes)
{
    Node* connection = connectionNode(id);
    if (!connection)
        return;
    QSet<QString> touched;
    for (const kube::ObjectKey& key : changes.added) {
        count(connection, key, 1);
        touched.insert(key.nameSpace);
    }
    for (const kube::ObjectKey& key : changes.removed) {
        count(connection, key, -1);
        touched.insert(key.nameSpace);
    }
    for (const QString& nameSpace : std::as_const(touched)) {
        if (const Node* space = child(connection, nameSpace))
            emit dataChanged(indexFor(space), indexFor(space), {CountRole});
    }
}

void NavigatorModel::count(Node* connection, const kube::ObjectKey& key, int step)
{
    Node* space = child(connection, key.nameSpace);
    if (!space) {
        if (step < 0)
            return;
        auto node = std::make_unique<Node>();
        node->kind = Kind::NameSpace;
        node->text = node->nameSpace = key.nameSpace;
        node->connection = connection->connection;
        space = node.get();
        insert(connection, rowFor(connection, key.nameSpace), std::move(node));
    }
    space->count += step;
    if (space->count <= 0) {
        remove(space);
        return;
    }
    Node* known = space->populated ? child(space, key.name) : nullptr;
    if (space->populated && step > 0 && !known) {
        auto node = std::make_unique<Node>();
        node->kind = Kind::Deployment;
        node->text = key.name;
        node->nameSpace = key.nameSpace;
        node->connection = connection->connection;
        insert(space, rowFor(space, key.name), std::move(node));
    } else if (known && step < 0) {
        remove(known);
    }
}

bool NavigatorModel::canFetchMore(const QModelIndex& parent) const
{
    const Node* node = nodeAt(parent);
    return node->kind == Kind::NameSpace && !node->populated;
}

void NavigatorModel::fetchMore(const QModelIndex& parent)
{
    Node* space = nodeAt(parent);
    const flink::Connection* connection = m_book.connection(space->connection);
    if (space->populated || !connection || !connection->deployments())
        return;
    QStringList names;
    const QList<kube::ObjectKey> keys = connection->deployments()->keys();
    for (const kube::ObjectKey& key : keys) {
        if (key.nameSpace == space->nameSpace)
            names.append(key.name);
    }
    names.sort();
    space->populated = true;
    if (names.isEmpty())
        return;
    beginInsertRows(parent, 0, static_cast<int>(names.size()) - 1);
    for (const QString& name : std::as_const(names)) {
        auto node = std::make_unique<Node>();
        node->kind = Kind::Deployment;
        node->text = name;
        node->nameSpace = space->nameSpace;
        node->connection = space->connection;
        node->parent = space;
        space->children.push_back(std::move(node));
    }
    endInsertRows();
}

void NavigatorModel::populateAll()
{
    for (const auto& top : m_root->children) {
        if (top->kind != Kind::Connection)
            continue;
        for (const auto& space : top->children)
            fetchMore(indexFor(space.get()));
    }
}

void NavigatorModel::refreshHealth()
{
    const auto tell = [this](const Node& parent) {
        if (parent.children.empty())
            return;
        const QList<int> roles{widgets::cell::HealthRole, Qt::AccessibleTextRole};
        emit dataChanged(indexFor(parent.children.front().get()), indexFor(parent.children.back().get()), roles);
    };
    tell(*m_root);
    for (const auto& top : m_root->children) {
        for (const auto& space : top->children)
            tell(*space);
    }
}

void NavigatorModel::retranslate()
{
    emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

} // namespace shell
