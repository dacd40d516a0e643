#pragma once

#include "app/gui/manifests.h"
#include "app/gui/operations.h"
#include "app/gui/pages.h"
#include "app/gui/practice.h"
#include "app/gui/snapshots.h"
#include "ui/connections/book.h"
#include "ui/connections/clinic.h"
#include "ui/connections/windowapproval.h"
#include "ui/settings/languages.h"
#include "ui/settings/preferences.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keymap.h"
#include "ui/widgets/timedisplay.h"

#include <QObject>

#include <memory>
#include <optional>

namespace shell {
class MainWindow;
}

namespace gui {

/// What the user asked for when starting the program.
struct StartOptions
{
    QString kubeconfig;                    ///< the only file to read; empty: as kubectl chooses
    QString context;                       ///< to open; empty: what is pinned
    QString endpoint;                      ///< Flink REST address to open; empty: none
    std::optional<QString> rehearsal = {}; ///< to play in the practice cluster; empty: just open it
    practice::Source practice = {};        ///< of the practice cluster
    QStringList files = {};                ///< to open: manifests, folders of them, snapshots
};

/// The whole program with its window: the one place where its parts are made and tied together.
class Application : public QObject
{
    Q_OBJECT
public:
    Application(QApplication& application, StartOptions options);
    ~Application() override;

    /// Shows the window, without waiting for an answer of what was opened.
    void start();

    shell::MainWindow& window() { return *m_window; }
    connections::Book& book() { return m_book; }
    connections::Clinic& clinic() { return m_clinic; }
    settings::Preferences& preferences() { return m_preferences; }
    settings::Languages& languages() { return m_languages; }
    theme::Theme& theme() { return m_theme; }
    Pages& pages() { return m_pages; }
    Practice& practice() { return m_practice; }
    Manifests& manifests() { return m_manifests; }
    Operations& operations() { return m_operations; }
    Snapshots& snapshots() { return m_snapshots; }

private:
    connections::Book::Sources sources() const;
    void applyLanguage();
    void applyTimes();
    void openWhatWasAskedFor();
    void openFiles(const QStringList& paths);

    StartOptions m_options;
    QString m_opened;                     ///< the connection that was asked for
    std::optional<base::Error> m_problem; ///< why it could not be opened
    settings::Preferences m_preferences;
    settings::Languages m_languages;
    theme::Theme m_theme;
    widgets::TimeDisplay m_times;
    widgets::KeyMap m_keys;
    std::shared_ptr<connections::WindowApproval> m_approval;
    connections::Book m_book;
    connections::Clinic m_clinic;
    Practice m_practice;
    Manifests m_manifests;
    Operations m_operations;
    Snapshots m_snapshots;
    Pages m_pages;
    std::unique_ptr<shell::MainWindow> m_window;
};

} // namespace gui
