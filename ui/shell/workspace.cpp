#include "ui/shell/workspace.h"

#include <QApplication>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace shell {

namespace {

constexpr QSize windowSize{1000, 700};

} // namespace

Workspace::Workspace(QWidget* parent)
    : QWidget(parent)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    m_splitter->setChildrenCollapsible(false);
    use(addArea());
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget*, const QWidget* focused) { followFocus(focused); });
}

Workspace::~Workspace()
{
    disconnect(qApp, nullptr, this, nullptr);
    for (TabArea* area : std::as_const(m_areas))
        area->disconnect(this);
    for (PageWindow* window : std::as_const(m_windows))
        window->disconnect(this);
    qDeleteAll(m_windows);
}

TabArea* Workspace::addArea()
{
    auto* area = new TabArea(m_splitter);
    m_areas.append(area);
    m_splitter->addWidget(area);
    connect(area, &TabArea::currentChanged, this, [this, area](Page* page) {
        if (area != m_used || !page)
            return;
        emit frontChanged(page);
        emit currentChanged(current());
    });
    connect(area, &TabArea::closeRequested, this, &Workspace::closeRequested);
    connect(area, &TabArea::newTabRequested, this, [this, area] {
        use(area);
        emit newTabRequested();
    });
    connect(area, &TabArea::menuRequested, this, &Workspace::menuRequested);
    connect(area, &TabArea::draggedOut, this, &Workspace::drop);
    return area;
}

void Workspace::use(TabArea* area)
{
    const bool isOther = m_used != area || m_usedWindow;
    m_used = area;
    m_usedWindow = nullptr;
    markAreas();
    if (!isOther)
        return;
    emit frontChanged(front());
    emit currentChanged(current());
}

void Workspace::markAreas()
{
    for (TabArea* area : std::as_const(m_areas))
        area->setMarked(isSplit() && area == m_used);
}

void Workspace::followFocus(const QWidget* focused)
{
    if (!focused)
        return;
    for (TabArea* area : std::as_const(m_areas)) {
        if (area->isAncestorOf(focused) && (area != m_used || m_usedWindow)) {
            use(area);
            return;
        }
    }
    for (PageWindow* window : std::as_const(m_windows)) {
        if (window->isAncestorOf(focused) && window != m_usedWindow) {
            m_usedWindow = window;
            emit currentChanged(current());
        }
    }
}

void Workspace::add(std::unique_ptr<Page> page)
{
    m_usedWindow = nullptr;
    m_used->add(std::move(page));
}

Page* Workspace::find(const Address& address) const
{
    const QList<Page*> all = pages();
    const auto found =
        std::find_if(all.begin(), all.end(), [&address](const Page* page) { return page->address() == address; });
    return found == all.end() ? nullptr : *found;
}

QList<Page*> Workspace::pages() const
{
    QList<Page*> all;
    for (const TabArea* area : m_areas)
        all += area->pages();
    for (const PageWindow* window : m_windows)
        all.append(window->page());
    return all;
}

QList<Page*> Workspace::frontPages() const
{
    QList<Page*> all;
    for (const TabArea* area : m_areas) {
        if (Page* page = area->current())
            all.append(page);
    }
    return all;
}

Page* Workspace::front() const
{
    return m_used->current();
}

Page* Workspace::current() const
{
    return m_usedWindow ? m_usedWindow->page() : front();
}

TabArea* Workspace::areaOf(const Page* page) const
{
    const auto found = std::find_if(m_areas.begin(), m_areas.end(), [page](const TabArea* area) {
        const QList<Page*> pages = area->pages();
        return std::find(pages.begin(), pages.end(), page) != pages.end();
    });
    return found == m_areas.end() ? nullptr : *found;
}

PageWindow* Workspace::windowOf(const Page* page) const
{
    const auto found =
        std::find_if(m_windows.begin(), m_windows.end(), [page](const PageWindow* one) { return one->page() == page; });
    return found == m_windows.end() ? nullptr : *found;
}

void Workspace::show(Page* page)
{
    if (PageWindow* window = windowOf(page)) {
        window->show();
        window->raise();
        window->activateWindow();
        m_usedWindow = window;
        emit currentChanged(page);
        return;
    }
    TabArea* area = areaOf(page);
    if (!area)
        return;
    area->show(page);
    use(area);
}

std::unique_ptr<Page> Workspace::takeFromWindow(PageWindow* window)
{
    m_windows.removeOne(window);
    if (m_usedWindow == window)
        m_usedWindow = nullptr;
    window->disconnect(this);
    std::unique_ptr<Page> page = window->take();
    window->hide();
    window->deleteLater();
    return page;
}

void Workspace::close(Page* page)
{
    if (PageWindow* window = windowOf(page)) {
        // The page may be closing itself from one of its own signals.
        takeFromWindow(window).release()->deleteLater();
        emit currentChanged(current());
        return;
    }
    if (TabArea* area = areaOf(page))
        area->close(page);
    removeEmptyArea();
}

/// Of two areas the one without pages goes.
void Workspace::removeEmptyArea()
{
    for (TabArea* area : QList<TabArea*>(m_areas)) {
        if (!isSplit() || area->current())
            continue;
        m_areas.removeOne(area);
        area->disconnect(this);
        area->hide();
        area->deleteLater();
        if (m_used == area)
            m_used = nullptr;
    }
    use(m_used ? m_used : m_areas.first());
}

void Workspace::showNeighbour(int step)
{
    m_used->showNeighbour(step);
}

bool Workspace::canMoveAside(const Page* page) const
{
    const TabArea* area = areaOf(page);
    return area && (isSplit() || area->pages().size() > 1);
}

void Workspace::moveAside(Page* page)
{
    TabArea* from = areaOf(page);
    if (!canMoveAside(page))
        return;
    if (!isSplit()) {
        addArea();
        const int half = m_splitter->width() / 2;
        m_splitter->setSizes({half, half});
    }
    TabArea* to = m_areas.at(m_areas.first() == from ? 1 : 0);
    to->add(from->take(page));
    m_used = nullptr;
    removeEmptyArea();
    use(to);
    page->widget()->setFocus(Qt::OtherFocusReason);
}

void Workspace::showOtherSide()
{
    if (!isSplit())
        return;
    use(m_areas.at(m_areas.first() == m_used ? 1 : 0));
    if (Page* page = front())
        page->widget()->setFocus(Qt::OtherFocusReason);
}

void Workspace::moveToWindow(Page* page, const QPoint& globalPosition)
{
    TabArea* area = areaOf(page);
    if (!area)
        return;
    auto* window = new PageWindow(area->take(page), windowActions);
    m_windows.append(window);
    connect(window, &PageWindow::closeRequested, this, [this, window] { emit closeRequested(window->page()); });
    connect(window, &PageWindow::putBackRequested, this, [this, window] { putBack(window->page()); });
    connect(window, &PageWindow::practiceRequested, this, &Workspace::practiceRequested);
    connect(window, &PageWindow::activated, this, [this, window] {
        m_usedWindow = window;
        emit currentChanged(window->page());
    });
    removeEmptyArea();
    updateWindows();
    window->resize(windowSize);
    if (!globalPosition.isNull())
        window->move(globalPosition - QPoint(windowSize.width() / 4, 0));
    window->show();
    if (!front())
        emit emptied();
    show(page);
}

void Workspace::putBack(Page* page)
{
    PageWindow* window = windowOf(page);
    if (!window)
        return;
    add(takeFromWindow(window));
    this->window()->activateWindow();
    page->widget()->setFocus(Qt::OtherFocusReason);
}

void Workspace::closeWindows()
{
    for (PageWindow* window : QList<PageWindow*>(m_windows))
        close(window->page());
}

void Workspace::updateWindows()
{
    for (PageWindow* window : std::as_const(m_windows))
        window->setSurroundings(surroundingsOf(*window->page()));
}

/// Where a tab is let go: the other area takes it, the right third of the only one splits it, anywhere else it becomes
/// a window.
void Workspace::drop(Page* page, const QPoint& globalPosition)
{
    const QPoint place = mapFromGlobal(globalPosition);
    const TabArea* from = areaOf(page);
    const bool isOverOther = std::any_of(m_areas.begin(), m_areas.end(), [&](const TabArea* area) {
        return area != from && area->rect().contains(area->mapFromGlobal(globalPosition));
    });
    const bool isAtRight = !isSplit() && rect().contains(place) && place.x() > width() * 2 / 3;
    if ((isOverOther || isAtRight) && canMoveAside(page))
        moveAside(page);
    else
        moveToWindow(page, globalPosition);
}

} // namespace shell
