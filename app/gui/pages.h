#pragma once

#include "ui/connections/connectionspage.h"
#include "ui/fleet/fleetpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/page.h"
#include "ui/widgets/keymap.h"

#include <QPointer>

class QAction;
class QMenu;

namespace connections {
class Book;
class Clinic;
} // namespace connections
namespace deployment {
class DeploymentPage;
}
namespace flink {
class Connection;
}
namespace settings {
class Preferences;
}

namespace gui {

class Manifests;
class Operations;
class Practice;
class Snapshots;

/// Makes the window's pages out of the features, and ties each to the window.
class Pages : public QObject, public shell::PageFactory
{
    Q_OBJECT
public:
    /// What pages are made of; must outlive them.
    struct Parts
    {
        connections::Book& book;
        connections::Clinic& clinic;
        settings::Preferences& preferences;
        Practice& practice;
        Manifests& manifests;
        Operations& operations;
        Snapshots& snapshots;
    };
    explicit Pages(const Parts& parts);

    /// Before the first page is made.
    void setWindow(shell::MainWindow* window);
    shell::Page* make(const shell::Address& address, QString* why) override;

    /// Opens a connection and shows what is behind it, or says why it cannot.
    void openConnection(const QString& id);
    /// The page of connections, with this one selected and examined.
    void examine(const QString& id);

private:
    QStringList openIds() const;
    shell::Page* makeWelcome();
    shell::Page* makeConnections();
    shell::Page* makeFleet();
    shell::Page* makeDeployment(const shell::Address& address, QString* why);
    static QList<shell::Key> tableKeys();
    static QList<shell::Key> keysOf(const QList<widgets::KeyCommand>& commands); ///< those that have keys
    static QList<shell::Key> fleetKeys();
    QString fleetCommands() const;
    void fillRowMenu(QMenu* menu, const QList<fleet::RowKey>& rows);
    void makeFleetActions();
    /// What can be done to the selected rows, in the words of now.
    QList<QAction*> fleetActions() const;
    void setPinned(const QList<shell::Address>& addresses, bool pinned);
    QList<shell::Offer> fleetOffers() const;
    QList<shell::Offer> viewOffers() const;
    QList<shell::Offer> deploymentOffers(const shell::Page& page) const;
    QList<shell::Offer> operationOffers(const shell::Page& page) const;
    QList<shell::Offer> pinOffers(const QList<shell::Address>& addresses) const;
    QList<shell::Fact> fleetFacts() const;
    QList<shell::Fact> deploymentFacts(deployment::DeploymentPage& page) const;
    std::optional<base::Health> healthOf(const QString& connection, const kube::ObjectKey& object) const;

    connections::Book& m_book;
    connections::Clinic& m_clinic;
    settings::Preferences& m_preferences;
    Practice& m_practice;
    Manifests& m_manifests;
    Operations& m_operations;
    Snapshots& m_snapshots;
    QPointer<shell::MainWindow> m_window;
    QPointer<fleet::FleetPage> m_fleet;
    QList<QPointer<QAction>> m_fleetActions; ///< of that page
    QPointer<connections::ConnectionsPage> m_connections;
};

} // namespace gui
