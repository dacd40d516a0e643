#include "ui/shell/tabarea.h"

#include "ui/theme/theme.h"
#include "ui/widgets/tooltip.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace shell {

using namespace Qt::StringLiterals;

TabArea::TabArea(QWidget* parent)
    : QWidget(parent)
    , m_bar(new QTabBar(this))
    , m_plus(new QToolButton(this))
    , m_stack(new QStackedWidget(this))
{
    m_bar->setTabsClosable(true);
    m_bar->setMovable(true);
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setElideMode(Qt::ElideNone);
    m_bar->setUsesScrollButtons(true);
    m_bar->installEventFilter(this);
    m_plus->setIcon(theme::icon(u"plus"_s, theme::Role::SecondaryText));
    m_plus->setIconSize(QSize(14, 14));
    m_plus->setAutoRaise(true);
    m_plus->setProperty("small", true);
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(0, 0, 0, 0);
    tabs->setSpacing(theme::inside);
    tabs->addWidget(m_bar);
    tabs->addWidget(m_plus);
    tabs->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(tabs);
    column->addWidget(m_stack, 1);
    // Else the widest page that happens to be open would decide how narrow the window can be.
    m_stack->setMinimumSize(320, 200);
    connect(m_bar, &QTabBar::currentChanged, this, [this](int tab) {
        Page* page = pageAt(tab);
        if (page)
            m_stack->setCurrentWidget(page->widget());
        emit currentChanged(page);
    });
    connect(m_bar, &QTabBar::tabMoved, this, &TabArea::tabMoved);
    connect(m_bar, &QTabBar::tabCloseRequested, this, [this](int tab) { emit closeRequested(pageAt(tab)); });
    connect(m_plus, &QToolButton::clicked, this, &TabArea::newTabRequested);
    retitle();
}

TabArea::~TabArea()
{
    m_bar->disconnect(this);
    // A stack that loses its page in front would show the next, which is about to go, too.
    m_stack->hide();
    for (const auto& page : m_pages)
        page->disconnect();
}

Page* TabArea::pageAt(int tab) const
{
    return tab >= 0 && tab < static_cast<int>(m_pages.size()) ? m_pages.at(static_cast<std::size_t>(tab)).get()
                                                              : nullptr;
}

Page* TabArea::find(const Address& address) const
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(),
                                    [&address](const auto& page) { return page->address() == address; });
    return found == m_pages.end() ? nullptr : found->get();
}

Page* TabArea::current() const
{
    return pageAt(m_bar->currentIndex());
}

QList<Page*> TabArea::pages() const
{
    QList<Page*> all;
    for (const auto& page : m_pages)
        all.append(page.get());
    return all;
}

void TabArea::add(std::unique_ptr<Page> page)
{
    Page* added = page.get();
    const int place = m_pages.empty() ? 0 : m_bar->currentIndex() + 1;
    m_stack->addWidget(added->widget());
    m_pages.insert(m_pages.begin() + place, std::move(page));
    connect(added, &Page::changed, this, &TabArea::retitle);
    m_bar->insertTab(place, QString());
    retitle();
    m_bar->setCurrentIndex(place);
}

void TabArea::show(Page* page)
{
    const auto found =
        std::find_if(m_pages.begin(), m_pages.end(), [page](const auto& each) { return each.get() == page; });
    if (found != m_pages.end())
        m_bar->setCurrentIndex(static_cast<int>(found - m_pages.begin()));
}

std::unique_ptr<Page> TabArea::take(Page* page)
{
    const auto found =
        std::find_if(m_pages.begin(), m_pages.end(), [page](const auto& each) { return each.get() == page; });
    if (found == m_pages.end())
        return {};
    const int tab = static_cast<int>(found - m_pages.begin());
    std::unique_ptr<Page> taken = std::move(*found);
    m_pages.erase(found);
    taken->disconnect(this);
    // First the tab: its neighbour, once shown, may want its title written at once.
    m_bar->removeTab(tab);
    m_stack->removeWidget(taken->widget());
    taken->widget()->hide();
    return taken;
}

void TabArea::close(Page* page)
{
    // The page may be closing itself from one of its own signals.
    if (std::unique_ptr<Page> closing = take(page))
        closing.release()->deleteLater();
}

void TabArea::setMarked(bool marked)
{
    m_isMarked = marked;
    update();
}

void TabArea::showNeighbour(int step)
{
    const int count = m_bar->count();
    if (count > 1)
        m_bar->setCurrentIndex((m_bar->currentIndex() + step + count) % count);
}

void TabArea::tabMoved(int from, int to)
{
    const auto at = [this](int index) { return m_pages.begin() + index; };
    if (from < to)
        std::rotate(at(from), at(from + 1), at(to + 1));
    else
        std::rotate(at(to), at(from), at(from + 1));
}

void TabArea::retitle()
{
    for (int tab = 0; tab < m_bar->count(); ++tab) {
        const Page* page = pageAt(tab);
        const QString title = page->title ? page->title() : QString();
        // "&" in a name is a letter, not a mnemonic.
        m_bar->setTabText(tab, QString(title).replace(u'&', u"&&"_s));
        m_bar->setTabToolTip(tab, widgets::plainToolTip(title));
        m_bar->setAccessibleTabName(tab, title);
        if (QWidget* cross = m_bar->tabButton(tab, QTabBar::RightSide)) {
            cross->setToolTip(tr("Close"));
            cross->setAccessibleName(tr("Close %1").arg(title));
        }
    }
    m_bar->setAccessibleName(tr("Pages"));
    m_plus->setToolTip(tr("Open a page"));
    m_plus->setAccessibleName(m_plus->toolTip());
}

void TabArea::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int top = m_bar->geometry().bottom();
    painter.fillRect(QRect(0, top, width(), 1), theme::color(theme::Role::Border));
    painter.setPen(theme::color(m_isMarked ? theme::Role::Focus : theme::Role::Border));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void TabArea::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retitle();
    QWidget::changeEvent(event);
}

bool TabArea::isOutside(const QPoint& barPosition) const
{
    constexpr int slack = 40; // a hand that sorts tabs is not that exact
    return !m_bar->rect().adjusted(-slack, -slack, slack, slack).contains(barPosition);
}

bool TabArea::filterMouse(QMouseEvent* event)
{
    const QPoint place = event->position().toPoint();
    const int tab = m_bar->tabAt(place);
    if (event->type() == QEvent::MouseButtonPress && event->button() == Qt::LeftButton) {
        m_dragged = pageAt(tab);
    } else if (event->type() == QEvent::MouseMove && event->buttons().testFlag(Qt::LeftButton)) {
        m_bar->setCursor(m_dragged && isOutside(place) ? Qt::ClosedHandCursor : Qt::ArrowCursor);
    } else if (event->type() == QEvent::MouseButtonRelease && event->button() == Qt::LeftButton) {
        m_bar->setCursor(Qt::ArrowCursor);
        Page* dragged = std::exchange(m_dragged, nullptr);
        // Queued: the bar has to put its tabs in order first.
        if (dragged && isOutside(place)) {
            QMetaObject::invokeMethod(
                this,
                [this, dragged, to = event->globalPosition().toPoint()] {
                    if (pages().contains(dragged))
                        emit draggedOut(dragged, to);
                },
                Qt::QueuedConnection);
        }
    } else if (event->type() == QEvent::MouseButtonRelease && event->button() == Qt::MiddleButton && tab >= 0) {
        emit closeRequested(pageAt(tab));
        return true;
    }
    return false;
}

bool TabArea::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_bar)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease:
        return filterMouse(static_cast<QMouseEvent*>(event));
    case QEvent::ContextMenu: {
        const auto* menu = static_cast<QContextMenuEvent*>(event);
        const bool isKey = menu->reason() == QContextMenuEvent::Keyboard;
        const int tab = isKey ? m_bar->currentIndex() : m_bar->tabAt(menu->pos());
        if (tab >= 0)
            emit menuRequested(pageAt(tab),
                               isKey ? m_bar->mapToGlobal(m_bar->tabRect(tab).bottomLeft()) : menu->globalPos());
        return tab >= 0;
    }
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace shell
