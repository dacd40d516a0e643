#pragma once

#include "ui/shell/page.h"

#include <QWidget>

#include <memory>
#include <vector>

class QMouseEvent;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace shell {

/// The open pages as tabs. Owns the pages; knows each address once.
class TabArea : public QWidget
{
    Q_OBJECT
public:
    explicit TabArea(QWidget* parent = nullptr);
    ~TabArea() override;

    /// Opens a new tab behind the current one and shows it.
    void add(std::unique_ptr<Page> page);
    Page* find(const Address& address) const; ///< null: not open
    Page* current() const;                    ///< null: no page is open
    QList<Page*> pages() const;               ///< in the order of the tabs
    void show(Page* page);
    void close(Page* page);
    /// Gives the page away, with its widget out of sight; null: it is not here.
    std::unique_ptr<Page> take(Page* page);
    /// Marks the area whose page commands go to, where there are several.
    void setMarked(bool marked);
    void showNeighbour(int step); ///< +1: the tab to the right, -1: to the left; around the ends

signals:
    void currentChanged(shell::Page* page);
    void closeRequested(shell::Page* page);
    void newTabRequested();
    void menuRequested(shell::Page* page, const QPoint& globalPosition);
    /// A tab was let go of well outside the bar.
    void draggedOut(shell::Page* page, const QPoint& globalPosition);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retitle();
    void tabMoved(int from, int to);
    Page* pageAt(int tab) const;
    bool filterMouse(QMouseEvent* event);
    bool isOutside(const QPoint& barPosition) const;

    QTabBar* m_bar;
    QToolButton* m_plus;
    QStackedWidget* m_stack;
    std::vector<std::unique_ptr<Page>> m_pages; ///< in the order of the tabs
    Page* m_dragged = nullptr;                  ///< pressed now; only compared, never used
    bool m_isMarked = false;
};

} // namespace shell
