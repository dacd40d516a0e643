#include "ui/shell/mainwindow.h"

#include "core/base/visibletext.h"
#include "ui/connections/book.h"
#include "ui/settings/preferencesdialog.h"
#include "ui/shell/activity.h"
#include "ui/shell/keysheet.h"
#include "ui/shell/workspace.h"

#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>

#include <algorithm>

namespace shell {

using namespace Qt::StringLiterals;

void MainWindow::addWindowCommands()
{
    add(u"window.detach"_s, QT_TR_NOOP("Move the page to a new &window"), u"float"_s,
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)}, [this] {
            if (Page* page = m_tabs->front())
                m_tabs->moveToWindow(page);
        });
    add(u"window.putBack"_s, QT_TR_NOOP("Move the page &back to the main window"), u"window"_s,
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)}, [this] {
            if (Page* page = currentPage())
                m_tabs->putBack(page);
        });
    add(u"window.aside"_s, QT_TR_NOOP("Move the page to the other &side"), u"columns"_s,
        {QKeySequence(Qt::CTRL | Qt::Key_Backslash)}, [this] {
            if (Page* page = m_tabs->front())
                m_tabs->moveAside(page);
        });
    add(u"window.otherSide"_s, QT_TR_NOOP("&Go to the other side"), {}, {Qt::Key_F6},
        [this] { m_tabs->showOtherSide(); });
}

bool MainWindow::askForUnsaved()
{
    const QList<Page*> all = m_tabs->pages();
    const auto unsaved =
        std::find_if(all.begin(), all.end(), [](const Page* page) { return page->isUnsaved && page->isUnsaved(); });
    if (unsaved == all.end())
        return false;
    m_tabs->show(*unsaved);
    (*unsaved)->askBeforeClosing([this, page = QPointer<Page>(*unsaved)] {
        closePage(page);
        close();
    });
    return true;
}

namespace {

QStringList filesOf(const QMimeData& dropped)
{
    QStringList paths;
    const QList<QUrl> urls = dropped.urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!filesOf(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QStringList paths = filesOf(*event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    emit filesDropped(paths);
}

void MainWindow::showProblems()
{
    m_activity->show();
    m_activity->showPart(Activity::Part::Problems);
    updateChecks();
}

void MainWindow::updateWindowCommands()
{
    const Page* page = currentPage();
    const Page* front = m_tabs ? m_tabs->front() : nullptr;
    const auto enable = [this](const QString& id, bool enabled) { m_commands->action(id)->setEnabled(enabled); };
    for (const QString& id : {u"cluster.reconnect"_s, u"cluster.disconnect"_s})
        enable(id, !m_book.openConnections().isEmpty());
    const QList<flink::Connection*> open = m_book.openConnections();
    enable(u"cluster.cancelSignIn"_s, std::any_of(open.begin(), open.end(), [](const flink::Connection* connection) {
               return connection->state().signInSince.isValid();
           }));
    enable(u"edit.copyKubectl"_s, page && page->kubectl && !page->kubectl().isEmpty());
    enable(u"view.reload"_s, page && page->reload);
    enable(u"file.save"_s, page && page->save);
    enable(u"file.saveAs"_s, page && page->saveAs);
    enable(u"window.detach"_s, front);
    enable(u"window.aside"_s, front && m_tabs->canMoveAside(front));
    enable(u"window.otherSide"_s, m_tabs && m_tabs->isSplit());
    enable(u"window.putBack"_s, page && m_tabs->windowOf(page));
}

void MainWindow::openTabMenu(Page* page, const QPoint& globalPosition)
{
    m_tabs->show(page);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString& id : {u"window.detach"_s, u"window.aside"_s})
        menu->addAction(m_commands->action(id));
    menu->addSeparator();
    menu->addAction(m_commands->action(u"edit.copyAddress"_s));
    menu->addSeparator();
    menu->addAction(m_commands->action(u"file.close"_s));
    menu->popup(globalPosition);
}

Surroundings MainWindow::surroundingsOf(const Page& page) const
{
    const QStringList ids = page.connections ? page.connections() : QStringList();
    Surroundings around{base::Environment::Unset, tr("No connection")};
    for (const QString& id : ids) {
        const connections::Entry* entry = m_book.entry(id);
        if (!entry)
            continue;
        around.environment = std::max(around.environment, entry->settings.effectiveEnvironment());
        if (entry->isPractice)
            around.practice.append(base::visibleText(entry->name()));
        else
            around.isMixed = true;
    }
    if (ids.size() == 1)
        around.context = m_book.entry(ids.constFirst()) ? m_book.entry(ids.constFirst())->name() : ids.constFirst();
    else if (ids.size() > 1)
        around.context = tr("%n connections", nullptr, static_cast<int>(ids.size()));
    return around;
}

QStringList MainWindow::pageConnections() const
{
    const Page* page = currentPage();
    return page && page->connections ? page->connections() : QStringList();
}

void MainWindow::cancelSignIns()
{
    const QList<flink::Connection*> open = m_book.openConnections();
    for (flink::Connection* connection : open) {
        if (connection->state().signInSince.isValid())
            connection->cancelSignIn();
    }
}

void MainWindow::openPreferences(int page)
{
    auto* dialog = new settings::PreferencesDialog(m_preferences, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->showPage(static_cast<settings::PreferencesDialog::Page>(page));
    dialog->open();
}

void MainWindow::openKeys()
{
    const Page* page = currentPage();
    const QList<Key> keys = page && page->keys ? page->keys() : QList<Key>();
    auto* sheet = new KeySheet(*m_commands, keys, page && page->title ? page->title() : QString(), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

} // namespace shell
