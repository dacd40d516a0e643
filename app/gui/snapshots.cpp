#include "app/gui/snapshots.h"

#include "core/snapshot/location.h"
#include "ui/shell/mainwindow.h"
#include "ui/snapshots/keys.h"
#include "ui/snapshots/snapshotpage.h"
#include "ui/theme/theme.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>

namespace gui {

using namespace Qt::StringLiterals;
using Place = shell::Address::Place;

namespace {

const auto folderKey = u"snapshots/folder"_s;

/// One snapshot is one page, whether its folder or its file was named.
shell::Address addressOf(const QString& path)
{
    const QFileInfo about(path);
    const QString real = about.canonicalFilePath();
    const QFileInfo found(real.isEmpty() ? about.absoluteFilePath() : real);
    const bool isUsual = found.isFile() && found.fileName() == snapshot::metadataName;
    return {Place::Snapshot, {}, {}, isUsual ? found.path() : found.filePath()};
}

/// What the palette has of a snapshot: what its keys do.
QList<shell::Offer> offersOf(snapshots::SnapshotPage& shown)
{
    QList<shell::Offer> offers;
    for (const widgets::KeyCommand& command : snapshots::keyCommands()) {
        shell::Offer offer;
        offer.id = command.id;
        offer.text = command.name();
        offer.kind = Snapshots::tr("Snapshot");
        offer.icon = theme::icon(u"savepoint"_s);
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

QList<shell::Key> pageKeys()
{
    QList<shell::Key> keys;
    for (const widgets::KeyCommand& command : snapshots::keyCommands())
        keys.append({widgets::allKeysText(command), command.name()});
    return keys;
}

} // namespace

void Snapshots::setWindow(shell::MainWindow* window)
{
    m_window = window;
    connect(window, &shell::MainWindow::snapshotRequested, this, &Snapshots::chooseFile);
}

void Snapshots::open(const QStringList& paths)
{
    for (const QString& path : paths)
        m_window->go(addressOf(path));
}

void Snapshots::chooseFile()
{
    ask(tr("Open a snapshot"), [this](const QString& path) { open({path}); });
}

void Snapshots::ask(const QString& title, std::function<void(const QString& path)> then)
{
    auto* dialog = new QFileDialog(m_window, title, QSettings().value(folderKey).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Metadata of snapshots (*_metadata)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [then = std::move(then)](const QString& path) {
        QSettings().setValue(folderKey, QFileInfo(path).absolutePath());
        then(path);
    });
    dialog->open();
}

shell::Page* Snapshots::makePage(const shell::Address& address)
{
    auto* shown = new snapshots::SnapshotPage(address.file);
    auto* page = new shell::Page(address, shown);
    page->title = [shown] { return shown->title(); };
    page->iconName = u"savepoint"_s;
    page->reload = [shown] { shown->reload(); };
    page->keys = pageKeys;
    page->subject = [shown] { return shown->subject(); };
    page->facts = [shown] {
        QList<shell::Fact> facts;
        for (const auto& [name, value] : shown->details())
            facts.append({name, value, {}, std::nullopt});
        return facts;
    };
    tie(shown, page);
    return page;
}

void Snapshots::tie(snapshots::SnapshotPage* shown, shell::Page* page)
{
    page->offers = [shown, page, window = m_window] {
        return window->currentPage() == page ? offersOf(*shown) : QList<shell::Offer>();
    };
    connect(shown, &snapshots::SnapshotPage::changed, page, &shell::Page::changed);
    connect(shown, &snapshots::SnapshotPage::detailsChanged, page, &shell::Page::factsChanged);
    connect(shown, &snapshots::SnapshotPage::otherWanted, this, [this, shown] {
        ask(tr("Compare with which snapshot?"), [page = QPointer(shown)](const QString& path) {
            if (page)
                page->compareWith(path);
        });
    });
}

} // namespace gui
