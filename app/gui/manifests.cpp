#include "app/gui/manifests.h"

#include "core/base/visibletext.h"
#include "ui/connections/book.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/folderpage.h"
#include "ui/editor/keys.h"
#include "ui/editor/problemmodel.h"
#include "ui/editor/targeting.h"
#include "ui/editor/templates.h"
#include "ui/settings/languages.h"
#include "ui/shell/activity.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>

namespace gui {

using namespace Qt::StringLiterals;
using Place = shell::Address::Place;

namespace {

const auto folderKey = u"manifests/folder"_s;
const auto formKey = u"manifests/form"_s;

/// As a shell takes it for one word, whatever is in it.
QString quoted(QString word)
{
    return u'\'' + word.replace(u'\'', u"'\\''"_s) + u'\'';
}

/// One file is one page, whatever name it was called by.
QString realPath(const QString& path)
{
    const QFileInfo about(path);
    const QString real = about.canonicalFilePath();
    return real.isEmpty() ? about.absoluteFilePath() : real;
}

shell::Address addressOf(const QString& path)
{
    return {Place::Manifest, {}, {}, realPath(path)};
}

/// What the palette has of a manifest: what its keys do, but for what makes sense only while one types.
QList<shell::Offer> offersOf(editor::EditorPage& shown)
{
    static const QStringList leftOut{
        u"manifest.save"_s, u"manifest.saveAs"_s, u"manifest.complete"_s, u"manifest.fieldLine"_s,
        // of the target, which knows whether they make sense
        u"manifest.target"_s, u"manifest.effect"_s, u"manifest.diff"_s, u"manifest.apply"_s};
    QList<shell::Offer> offers;
    for (const widgets::KeyCommand& command : editor::keyCommands()) {
        if (leftOut.contains(command.id))
            continue;
        shell::Offer offer;
        offer.id = command.id;
        offer.text = command.name();
        offer.kind = Manifests::tr("Manifest");
        offer.icon = theme::icon(u"document"_s);
        offer.names = {QString::fromLatin1(command.text)};
        offer.keys = widgets::keyText(command);
        offer.run = [page = QPointer(&shown), id = command.id] {
            if (page)
                page->run(id);
        };
        offers.append(offer);
    }
    return offers;
}

} // namespace

Manifests::Manifests(connections::Book& book, settings::Languages& languages)
    : m_book(book)
    , m_languages(languages)
    , m_record(plans::ApplyRecord::usualFile())
    , m_applied(m_record)
{
    m_clusters.open = [this](const QString& id) {
        const auto opened = m_book.open(id);
        if (!opened && m_window)
            m_window->notify(base::Health::Broken, base::visibleText(opened.error().message));
    };
    connect(&m_book, &connections::Book::changed, this, [this] { tellClusters(); });
    connect(&m_book, &connections::Book::opened, this, [this] { tellClusters(); });
    connect(&m_book, &connections::Book::aboutToClose, this,
            [this](const flink::Connection* connection) { tellClusters(connection->id()); });
    tellClusters();
}

/// `closing`: the connection that is about to be closed.
void Manifests::tellClusters(const QString& closing)
{
    QList<editor::Cluster> clusters;
    for (const connections::Entry& entry : m_book.entries()) {
        if (entry.type != flink::Connection::Type::Context || !entry.isUsable())
            continue;
        editor::Cluster cluster;
        cluster.id = entry.id();
        cluster.name = entry.name();
        cluster.environment = entry.settings.effectiveEnvironment();
        cluster.isProtected = entry.settings.effectivelyProtected();
        cluster.isPractice = entry.isPractice;
        cluster.nameSpace = entry.nameSpace.isEmpty() ? u"default"_s : entry.nameSpace;
        if (entry.id() != closing)
            cluster.connection = m_book.connection(entry.id());
        clusters.append(cluster);
    }
    m_clusters.set(clusters);
}

void Manifests::setWindow(shell::MainWindow* window)
{
    m_window = window;
    window->activity().setApplied(&m_applied);
    connect(window, &shell::MainWindow::manifestRequested, this, &Manifests::chooseFile);
    connect(window, &shell::MainWindow::folderRequested, this, &Manifests::chooseFolder);
    connect(window, &shell::MainWindow::templateRequested, this, &Manifests::chooseTemplate);
}

void Manifests::open(const QStringList& paths)
{
    for (const QString& path : paths)
        m_window->go(addressOf(path));
}

void Manifests::chooseFile()
{
    auto* dialog = new QFileDialog(m_window, tr("Open a manifest"), QSettings().value(folderKey).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Manifests (*.yaml *.yml)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        QSettings().setValue(folderKey, QFileInfo(paths.constFirst()).absolutePath());
        open(paths);
    });
    dialog->open();
}

void Manifests::chooseFolder()
{
    auto* dialog = new QFileDialog(m_window, tr("Open a folder of manifests"), QSettings().value(folderKey).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QSettings().setValue(folderKey, QFileInfo(path).absoluteFilePath());
        open({path});
    });
    dialog->open();
}

void Manifests::chooseTemplate()
{
    QList<shell::Offer> offers;
    for (const editor::Template& one : editor::templates()) {
        shell::Offer offer;
        offer.id = u"template:"_s + one.id;
        offer.text = one.title;
        offer.kind = one.about;
        offer.icon = theme::icon(u"document"_s);
        offer.names = {one.id, one.about};
        offer.run = [this, id = one.id] { begin(id); };
        offers.append(offer);
    }
    m_window->palettePopup().openWith(offers, tr("Which template?"));
}

void Manifests::begin(const QString& templateId)
{
    m_begun = editor::templateText(templateId, m_languages.code());
    m_begunName = templateId + u".yaml"_s;
    m_window->go({Place::Manifest, {}, {}, u"new-%1"_s.arg(++m_last)});
    m_begun.clear();
}

shell::Page* Manifests::makePage(const shell::Address& address, QString* why)
{
    const bool isFile = QDir::isAbsolutePath(address.file);
    if (!isFile && m_begun.isEmpty()) {
        *why = tr("This manifest was closed without being saved.");
        return nullptr;
    }
    if (!m_catalogue)
        m_catalogue = manifest::Catalogue::bundled();
    if (isFile && QFileInfo(address.file).isDir())
        return makeFolder(address);
    auto* shown = new editor::EditorPage(m_catalogue);
    auto* page = new shell::Page(address, shown);
    tie(shown, page);
    tie(new editor::Targeting(*shown, m_clusters, m_record), page);
    if (isFile)
        shown->open(address.file);
    else
        shown->begin(m_begun, m_begunName);
    return page;
}

shell::Page* Manifests::makeFolder(const shell::Address& address)
{
    auto* shown = new editor::FolderPage(address.file, m_catalogue);
    auto* page = new shell::Page(address, shown);
    page->title = [shown] { return base::visibleText(QFileInfo(shown->folder()).fileName()); };
    page->iconName = u"folder"_s;
    page->kubectl = [shown] {
        return u"kubectl apply --server-side --dry-run=server -R -f %1"_s.arg(quoted(shown->folder()));
    };
    page->reload = [shown] { shown->look(); };
    connect(shown, &editor::FolderPage::openRequested, this, [this](const QString& path) { open({path}); });
    return page;
}

void Manifests::tie(editor::EditorPage* shown, shell::Page* page)
{
    tieFile(shown, page);
    page->title = [shown] { return base::visibleText(shown->title()); };
    page->iconName = u"document"_s;
    page->kubectl = [shown] {
        return shown->path().isEmpty()
                   ? QString()
                   : u"kubectl apply --server-side --dry-run=server -f %1"_s.arg(quoted(shown->path()));
    };
    page->keys = [] {
        QList<shell::Key> keys;
        for (const widgets::KeyCommand& command : editor::keyCommands())
            keys.append({widgets::allKeysText(command), command.name()});
        return keys;
    };
    page->offers = [shown, page, window = m_window] {
        return window->currentPage() == page ? offersOf(*shown) : QList<shell::Offer>();
    };
    page->problems = &shown->problems();
    page->goToProblem = [shown](int row) { shown->goToProblem(row); };
    shown->setFormShown(QSettings().value(formKey).toBool());
    connect(shown, &editor::EditorPage::formShown, page, [](bool isShown) { QSettings().setValue(formKey, isShown); });
    connect(shown, &editor::EditorPage::problemsWanted, m_window, &shell::MainWindow::showProblems);
    connect(shown, &editor::EditorPage::notified, m_window,
            [window = m_window](const QString& text) { window->notify(base::Health::Changing, text); });
}

void Manifests::tieFile(editor::EditorPage* shown, shell::Page* page)
{
    page->save = [shown] { shown->save(); };
    page->saveAs = [shown] { shown->saveAs(); };
    page->isUnsaved = [shown] { return shown->isUnsaved(); };
    page->askBeforeClosing = [shown](std::function<void()> then) { shown->askBeforeClosing(std::move(then)); };
    connect(shown, &editor::EditorPage::changed, page, [shown, page] {
        if (!shown->path().isEmpty())
            page->setAddress(addressOf(shown->path()));
        emit page->changed();
    });
    shown->isOpenElsewhere = [window = m_window, page](const QString& path) {
        const shell::Page* other = window->workspace().find(addressOf(path));
        return other && other != page;
    };
    connect(shown, &editor::EditorPage::otherPageWanted, this, [this](const QString& path) { open({path}); });
}

void Manifests::tie(editor::Targeting* targeting, shell::Page* page)
{
    page->connections = [targeting] {
        return targeting->clusterId().isEmpty() ? QStringList() : QStringList{targeting->clusterId()};
    };
    page->reload = [targeting] { targeting->refresh(); };
    page->offers = [this, targeting, others = page->offers] {
        // None at all while another page is shown.
        const QList<shell::Offer> all = others();
        return all.isEmpty() ? all : all + offers(targeting);
    };
    connect(targeting, &editor::Targeting::changed, page, &shell::Page::changed);
    connect(targeting, &editor::Targeting::applied, this, [this] { m_applied.reload(); });
    connect(targeting, &editor::Targeting::notified, m_window,
            [window = m_window](const QString& text) { window->notify(base::Health::Changing, text); });
}

/// What the palette has of a manifest.
QList<shell::Offer> Manifests::offers(editor::Targeting* targeting) const
{
    QList<shell::Offer> offers;
    const auto add = [&](const QString& key, const QString& icon, std::function<void()> run) {
        const widgets::KeyCommand command = editor::keyCommand(key);
        shell::Offer offer;
        offer.id = key;
        offer.text = command.name();
        offer.kind = tr("Manifest");
        offer.keys = widgets::keyText(command);
        offer.icon = theme::icon(icon);
        offer.names = {command.id};
        offer.run = std::move(run);
        offers.append(offer);
    };
    add(u"manifest.target"_s, u"context"_s, [targeting] { targeting->openChoice(); });
    add(u"manifest.effect"_s, u"upgrade"_s, [targeting] { targeting->showEffect(!targeting->isEffectShown()); });
    add(u"manifest.diff"_s, u"columns"_s, [targeting] { targeting->showComparison(); });
    add(u"manifest.apply"_s, u"check"_s, [targeting] { targeting->apply(); });
    return offers;
}

} // namespace gui
