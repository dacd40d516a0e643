#pragma once

#include "core/base/environment.h"
#include "ui/shell/page.h"

#include <QWidget>

#include <memory>

class QToolButton;

namespace widgets {
class ElidedLabel;
class EnvironmentChip;
} // namespace widgets

namespace shell {

class Edges;
class PracticeBand;

/// Which connection a page is about, for the edge and the head of its window.
struct Surroundings
{
    base::Environment environment = base::Environment::Unset;
    QString context = {};      ///< the connection's name, or how many there are
    QStringList practice = {}; ///< the names of those that are of the practice cluster
    bool isMixed = false;      ///< beside them there are others
};

/// One page in a window of its own, with the connection's word and edge. Owns the page.
class PageWindow : public QWidget
{
    Q_OBJECT
public:
    /// `actions` work in this window, too, by their keys.
    PageWindow(std::unique_ptr<Page> page, const QList<QAction*>& actions);
    ~PageWindow() override;

    Page* page() const { return m_page.get(); } ///< null: it was taken
    std::unique_ptr<Page> take();
    void setSurroundings(const Surroundings& surroundings);
    const PracticeBand& practiceBand() const { return *m_practice; }
    const Edges& edges() const { return *m_edges; }

signals:
    void closeRequested(); ///< by the window's own cross
    void putBackRequested();
    void practiceRequested(); ///< the page of the practice cluster
    void activated();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void retitle();

    std::unique_ptr<Page> m_page;
    widgets::EnvironmentChip* m_environment;
    widgets::ElidedLabel* m_context;
    QToolButton* m_back;
    PracticeBand* m_practice;
    Edges* m_edges;
};

} // namespace shell
