#pragma once

#include "core/base/health.h"
#include "core/flink/connection.h"
#include "ui/shell/address.h"

#include <QAbstractItemModel>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace connections {
class Book;
}

namespace shell {

/// Fleet, pins, what was looked at last, and below them contexts › namespaces › deployments and bare Flink endpoints.
/// Deployments of a namespace come into being when it is first opened.
class NavigatorModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum class Kind { Fleet, Section, Pin, Recent, Connection, NameSpace, Deployment };
    enum Role {
        KindRole = Qt::UserRole + 700,
        AddressRole,    ///< QString; empty: nothing to open
        CountRole,      ///< int, shown at the right; absent: none
        ConnectionRole, ///< QString, id
        PracticeRole,   ///< bool: of a connection, that it is of the practice cluster
        EndpointRole,   ///< bool: of a connection, that it is a bare Flink address
    };

    explicit NavigatorModel(connections::Book& book, QObject* parent = nullptr);
    ~NavigatorModel() override;

    /// How a deployment is doing, as far as known; asked while painting.
    std::function<std::optional<base::Health>(const QString& connection, const kube::ObjectKey& object)> healthOf;
    /// The health of rows has changed.
    void refreshHealth();
    /// Makes all deployments rows, for a search.
    void populateAll();
    void retranslate();

    QList<Address> pins() const;
    bool isPinned(const Address& address) const;
    void setPinned(const Address& address, bool pinned);
    /// The deployments looked at last, the latest first; pinned ones are not among them.
    QList<Address> recents() const;
    void noteVisit(const Address& address);
    /// Its place among contexts and namespaces, else its pin; invalid: no row yet.
    QModelIndex indexOf(const Address& address) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Node
    {
        Kind kind = Kind::Section;
        QString text;       ///< name; of sections an English text to translate
        QString connection; ///< id
        QString nameSpace;
        int count = 0; ///< deployments of a namespace
        bool populated = false;
        Node* parent = nullptr;
        std::vector<std::unique_ptr<Node>> children; ///< sorted by text below connections
    };

    Node* nodeAt(const QModelIndex& index) const;
    QModelIndex indexFor(const Node* node) const;
    Node* connectionNode(const QString& id) const;
    void syncConnections();
    void insert(Node* parent, int row, std::unique_ptr<Node> node);
    void remove(Node* node);
    int rowFor(const Node* parent, const QString& text) const;
    Node* child(const Node* parent, const QString& text) const;
    void follow(flink::Connection* connection);
    void apply(const QString& connection, const kube::Changes& changes);
    void count(Node* connection, const kube::ObjectKey& key, int step);
    QList<Address> addressesOf(Kind kind) const;
    void addShortcut(Kind kind, const Node* before, const Address& address);
    void removeShortcut(Kind kind, const Address& address);
    QModelIndex shortcutTo(const Address& address) const;
    void keep(Kind kind);
    void readShortcuts();
    QString sectionText(const Node& section) const;
    QString contextOf(const Node& node) const;
    QVariant ofNode(const Node& node, int role) const;
    QString addressOf(const Node& node) const;
    QString textOf(const Node& node) const;

    connections::Book& m_book;
    std::unique_ptr<Node> m_root;
    Node* m_pinSection = nullptr;
    Node* m_recentSection = nullptr;
    Node* m_contextSection = nullptr;
    Node* m_endpointSection = nullptr;
};

} // namespace shell
