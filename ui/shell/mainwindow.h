#pragma once

#include "ui/shell/commands.h"
#include "ui/shell/history.h"
#include "ui/shell/page.h"
#include "ui/shell/palette.h"

#include <QMainWindow>

class QMenu;
class QMenuBar;

namespace connections {
class Book;
}
namespace flink {
class Connection;
}
namespace settings {
class Languages;
class Preferences;
} // namespace settings
namespace widgets {
class Toasts;
}

namespace shell {

class Activity;
class Edges;
class Inspector;
class NameSpaceChooser;
class Navigator;
class PracticeBand;
class StatusStrip;
class TopBar;
class Workspace;
struct Surroundings;

/// The window: menus, bars, docks and the pages in the middle. Knows how pages are shown, not what is on them.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// Where the docks fold and chips go, in device independent pixels of the window's width.
    static constexpr int narrowBelow = 1100;

    struct Parts
    {
        connections::Book& book;
        settings::Preferences& preferences;
        settings::Languages& languages;
        PageFactory& pages;
    };

    explicit MainWindow(const Parts& parts, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Shows the page of this address, in a new tab when it is not open.
    void go(const Address& address);
    Page* currentPage() const; ///< where the keyboard is, also in a window of its own
    Workspace& workspace() { return *m_tabs; }
    Commands& commands() { return *m_commands; }
    Navigator& navigator() { return *m_navigator; }
    Activity& activity() { return *m_activity; }
    Edges& edges() { return *m_edges; }
    Palette& palettePopup() { return *m_palette; }
    void notify(base::Health family, const QString& text);
    /// Says what begins in five seconds, with a way back; `context` gone: it does not begin.
    void notifyCancellable(const QString& text, QObject* context, std::function<void()> then);
    /// How many operations are under way.
    void setRunningOperations(int running);
    /// Shows the list of operations below the pages.
    void showOperations();
    /// Takes a notice away that holds no longer; it stays in the list of activities.
    void withdraw(const QString& text);
    /// What the palette offers now.
    QList<Offer> offers() const;
    /// The namespaces that are shown; empty: all.
    QStringList nameSpaces() const { return m_nameSpaces; }
    void setNameSpaces(const QStringList& chosen);
    /// How the rehearsal in the practice cluster stands, translated; stands in the band of what is practice.
    void setPracticeNote(const QString& note);
    PracticeBand& practiceBand() { return *m_practiceBand; }
    /// Says that health has changed: the tree asks anew.
    void refreshHealth();
    /// Closes what is open and opens it again with what is in the kubeconfig now, pages included.
    void reconnect(const QString& connectionId);
    /// Shows what is wrong on the page in front.
    void showProblems();

signals:
    void nameSpacesChanged(const QStringList& nameSpaces);
    void doctorRequested(const QString& connectionId);
    void practiceRequested(); ///< open the practice cluster
    void manifestRequested(); ///< ask for a manifest and open it
    void folderRequested();   ///< ask for a folder of manifests and open it
    void snapshotRequested(); ///< ask for a snapshot and open it
    void templateRequested(); ///< ask for a template and begin with it
    void filesDropped(const QStringList& paths);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addCommands();
    void addFileCommands();
    void addViewCommands();
    void addGoCommands();
    void addClusterCommands();
    void addWindowCommands();
    void openTabMenu(Page* page, const QPoint& globalPosition);
    Surroundings surroundingsOf(const Page& page) const;
    void updateWindowCommands();
    void goHome();
    void openPreferences(int page); ///< of settings::PreferencesDialog::Page
    QAction* add(const QString& id, const char* text, const QString& icon, const QList<QKeySequence>& keys,
                 std::function<void()> run);
    void fillMenus();
    void fillDeploymentMenu();
    QMenu* menu(const char* title);
    void build();
    void connectParts();
    void restore();
    void fold();
    void sizeDocks(int navigatorWidth);
    void retranslate();
    void showPage(Page* page);
    void closePage(Page* page);
    /// Asks for the first page that is not saved, and then closes the window. False: there is none.
    bool askForUnsaved();
    void dropConnection(flink::Connection* connection);
    void visit(const Address& address);
    void updateSurroundings();
    void updateChecks();
    void noteState(flink::Connection* connection);
    void openPalette();
    void openSwitcher();
    void openNameSpaces();
    /// Does it for the one connection of the page in front, or for the one the user chooses of several.
    void forConnection(const QString& question, std::function<void(const QString& id)> act);
    void openKeys();
    void cancelSignIns();
    QStringList knownNameSpaces() const;
    QList<Offer> commandOffers() const;
    QList<Offer> pageOffers() const;
    std::optional<Offer> addressOffer(const QString& typed) const;
    QList<Offer> placeOffers() const;
    QList<Offer> connectionOffers() const;
    QStringList pageConnections() const;

    connections::Book& m_book;
    settings::Preferences& m_preferences;
    settings::Languages& m_languages;
    PageFactory& m_factory;
    Commands* m_commands;
    QMenuBar* m_menuBar = nullptr;
    QList<std::pair<QMenu*, const char*>> m_menus;
    QMenu* m_deploymentMenu = nullptr;
    TopBar* m_top = nullptr;
    PracticeBand* m_practiceBand = nullptr;
    Workspace* m_tabs = nullptr;
    QDockWidget* m_navigatorDock = nullptr;
    Navigator* m_navigator = nullptr;
    Inspector* m_inspector = nullptr;
    Activity* m_activity = nullptr;
    StatusStrip* m_status = nullptr;
    Edges* m_edges = nullptr;
    Palette* m_palette = nullptr;
    NameSpaceChooser* m_nameSpaceChooser = nullptr;
    widgets::Toasts* m_toasts = nullptr;
    History m_history;
    bool m_travelling = false; ///< back or forward is under way: not a new visit
    bool m_isNarrow = false;
    bool m_navigatorWanted = true, m_inspectorWanted = false;
    QStringList m_nameSpaces;
    QHash<QString, int> m_lastKinds; ///< ConnectionState::Kind by id, to tell changes
};

} // namespace shell
