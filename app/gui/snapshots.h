#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

namespace shell {
struct Address;
struct Offer;
class MainWindow;
class Page;
} // namespace shell
namespace snapshots {
class SnapshotPage;
}

namespace gui {

/// Brings checkpoints and savepoints of this machine into the window: asks for them, and makes a page of each.
class Snapshots : public QObject
{
    Q_OBJECT
public:
    void setWindow(shell::MainWindow* window);
    shell::Page* makePage(const shell::Address& address);

    void open(const QStringList& paths);
    void chooseFile();

private:
    /// Asks for the `_metadata` of a snapshot; `then` gets it, unless the user would rather not.
    void ask(const QString& title, std::function<void(const QString& path)> then);
    void tie(snapshots::SnapshotPage* shown, shell::Page* page);

    QPointer<shell::MainWindow> m_window;
};

} // namespace gui
