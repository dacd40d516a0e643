#pragma once

#include "core/plans/intent.h"
#include "ui/operations/batch.h"
#include "ui/operations/desk.h"
#include "ui/operations/operationmodel.h"

#include <QObject>
#include <QPointer>

namespace connections {
class Book;
}
namespace operations {
class Dock;
class Draft;
class Notifier;
} // namespace operations
namespace shell {
struct Address;
class MainWindow;
class Page;
} // namespace shell

namespace gui {

/// Brings operations into the window: the desk, the dock, a page for each plan and one for the history.
class Operations : public QObject
{
    Q_OBJECT
public:
    explicit Operations(connections::Book& book);
    ~Operations() override;

    void setWindow(shell::MainWindow* window);
    operations::Desk& desk() { return m_desk; }
    operations::OperationModel& model() { return m_model; }

    /// What can be taken back begins after a few seconds; all else is planned on a page of its own first. `kind`:
    /// "FlinkDeployment" or "FlinkSessionJob".
    void request(const QString& connection, const QString& kind, const kube::ObjectKey& object,
                 plans::Intent::Verb verb);
    /// The same for several deployments, by the ids of their connections, on one page; for one as above.
    void request(const QList<std::pair<QString, kube::ObjectKey>>& deployments, plans::Intent::Verb verb);
    /// Null: the address names no plan that can be made; `why` says it.
    shell::Page* makePlan(const shell::Address& address, QString* why);
    /// Null: `why` says it.
    shell::Page* makeBatch(const shell::Address& address, QString* why);
    shell::Page* makeHistory();

private:
    void tellClusters(const QString& closing = {});
    void tellEnd(const QString& id);
    void offerInterrupted();
    void showHistory(const QString& id);
    void showPlan(const QString& connection, const plans::Intent& intent);
    void beginSoon(const std::shared_ptr<operations::Draft>& draft);

    connections::Book& m_book;
    operations::Desk m_desk;
    operations::OperationModel m_model;
    QPointer<shell::MainWindow> m_window;
    QPointer<operations::Dock> m_dock;
    operations::Notifier* m_notifier = nullptr;
    std::optional<plans::Intent> m_given;    ///< what the page that is being made plans, where its address says less
    QList<operations::Batch::Wish> m_wishes; ///< the same of a page for several
    bool m_isOffered = false;                ///< what was interrupted before the program began
};

} // namespace gui
