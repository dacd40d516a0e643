#pragma once

#include "core/manifest/catalogue.h"
#include "core/plans/applyrecord.h"
#include "ui/editor/appliedmodel.h"
#include "ui/editor/clusters.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace connections {
class Book;
}
namespace editor {
class EditorPage;
class FolderPage;
class Targeting;
} // namespace editor
namespace settings {
class Languages;
}
namespace shell {
struct Offer;
class MainWindow;
class Page;
struct Address;
} // namespace shell

namespace gui {

/// Brings manifests into the window: asks for files and templates, and makes a page of each.
class Manifests : public QObject
{
    Q_OBJECT
public:
    Manifests(connections::Book& book, settings::Languages& languages);

    void setWindow(shell::MainWindow* window);
    /// Of a file, a folder, or a text that is begun. Null when it names a text that was never saved and is closed;
    /// `why` says it.
    shell::Page* makePage(const shell::Address& address, QString* why);

    void open(const QStringList& paths);
    void chooseFile();
    void chooseFolder();
    void chooseTemplate();
    void begin(const QString& templateId);

private:
    shell::Page* makeFolder(const shell::Address& address);
    void tie(editor::EditorPage* shown, shell::Page* page);
    void tieFile(editor::EditorPage* shown, shell::Page* page);
    void tie(editor::Targeting* targeting, shell::Page* page);
    void tellClusters(const QString& closing = {});
    QList<shell::Offer> offers(editor::Targeting* targeting) const;

    connections::Book& m_book;
    settings::Languages& m_languages;
    editor::Clusters m_clusters;
    plans::ApplyRecord m_record;
    editor::AppliedModel m_applied;
    QPointer<shell::MainWindow> m_window;
    std::shared_ptr<const manifest::Catalogue> m_catalogue; ///< null before the first page
    QString m_begun;                                        ///< the text of the page that is being made
    QString m_begunName;
    int m_last = 0; ///< number of the last text without a file
};

} // namespace gui
