#pragma once

#include "ui/shell/pagewindow.h"
#include "ui/shell/tabarea.h"

#include <functional>
#include <memory>
#include <vector>

class QSplitter;

namespace shell {

/// Where the pages are: tabs in the middle of the window, in one area or in two side by side, and pages in windows of
/// their own. Knows each address once.
class Workspace : public QWidget
{
    Q_OBJECT
public:
    explicit Workspace(QWidget* parent = nullptr);
    ~Workspace() override;

    std::function<Surroundings(const Page&)> surroundingsOf; ///< for the windows; set before the first one
    QList<QAction*> windowActions;                           ///< work in them, too

    void add(std::unique_ptr<Page> page); ///< a new tab in the area in use, and shows it
    Page* find(const Address& address) const;
    QList<Page*> pages() const;      ///< all, those in windows last
    QList<Page*> frontPages() const; ///< of the areas: what one sees in the main window
    Page* front() const;             ///< of the area in use; null: no page is open there
    Page* current() const;           ///< where the keyboard is: the front page, or that of the window in use
    void show(Page* page);
    void close(Page* page);
    void showNeighbour(int step);

    bool isSplit() const { return m_areas.size() > 1; }
    bool canMoveAside(const Page* page) const;    ///< something stays where it was
    void moveAside(Page* page);                   ///< to the other area, which is made when there is none
    void showOtherSide();                         ///< the keyboard goes to the other area
    PageWindow* windowOf(const Page* page) const; ///< null: it is a tab
    void moveToWindow(Page* page, const QPoint& globalPosition = {});
    void putBack(Page* page);
    void closeWindows();
    void updateWindows(); ///< their surroundings may have changed

signals:
    void frontChanged(shell::Page* page);
    void currentChanged(shell::Page* page); ///< also when the keyboard went to another window
    void closeRequested(shell::Page* page);
    void newTabRequested();
    void menuRequested(shell::Page* page, const QPoint& globalPosition);
    void practiceRequested(); ///< by a window of its own
    void emptied();           ///< the last page of the main window went into one of its own

private:
    TabArea* addArea();
    TabArea* areaOf(const Page* page) const;
    void removeEmptyArea();
    void use(TabArea* area);
    void followFocus(const QWidget* focused);
    void drop(Page* page, const QPoint& globalPosition);
    std::unique_ptr<Page> takeFromWindow(PageWindow* window);
    void markAreas();

    QSplitter* m_splitter;
    QList<TabArea*> m_areas;
    TabArea* m_used = nullptr;
    QList<PageWindow*> m_windows;
    PageWindow* m_usedWindow = nullptr; ///< null: the main one
};

} // namespace shell
