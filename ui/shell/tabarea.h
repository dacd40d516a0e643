#pragma once

#include "ui/shell/page.h"

#include <QWidget>

#include <memory>
#include <vector>

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
    void showNeighbour(int step); ///< +1: the tab to the right, -1: to the left; around the ends

signals:
    void currentChanged(shell::Page* page);
    void closeRequested(shell::Page* page);
    void newTabRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retitle();
    void tabMoved(int from, int to);
    Page* pageAt(int tab) const;

    QTabBar* m_bar;
    QToolButton* m_plus;
    QStackedWidget* m_stack;
    std::vector<std::unique_ptr<Page>> m_pages; ///< in the order of the tabs
};

} // namespace shell
