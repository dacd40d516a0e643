#pragma once

#include "core/base/health.h"

#include <QAbstractItemModel>
#include <QDockWidget>
#include <QPointer>

class QListWidget;
class QStackedWidget;

namespace widgets {
class EmptyState;
class Table;
} // namespace widgets

namespace shell {

class DockTitle;
class Page;

/// The dock below the pages: operations, what was applied, problems, and the notices of this session.
class Activity : public QDockWidget
{
    Q_OBJECT
public:
    enum class Part { Operations, Applied, Problems, Notices };

    explicit Activity(QWidget* parent = nullptr);

    void showPart(Part part);
    /// Keeps a notice with its time, newest first; at most 200.
    void note(base::Health family, const QString& text);
    /// Takes the view of operations; a feature makes it.
    void setOperations(QWidget* operations);
    /// What was applied, with its own columns; the last takes the room. Must outlive this. Null: nothing is listed.
    void setApplied(QAbstractItemModel* applied);
    /// The page in front: its problems are listed. Null: there is none.
    void setPage(Page* page);
    int unreadNotices() const { return m_unread; }

signals:
    void noticesChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void updateNotices();
    void updateProblems();
    void updateApplied();

    DockTitle* m_title;
    QStackedWidget* m_parts;
    widgets::EmptyState* m_nothingApplied;
    widgets::EmptyState* m_noProblems;
    widgets::EmptyState* m_noNotices;
    QPointer<Page> m_page;
    QPointer<QAbstractItemModel> m_model; ///< of its problems
    widgets::Table* m_problems;
    widgets::Table* m_applied;
    QStackedWidget* m_operationPart;
    QStackedWidget* m_appliedPart;
    QStackedWidget* m_problemPart;
    QListWidget* m_notices;
    QStackedWidget* m_noticePart;
    int m_unread = 0;
};

} // namespace shell
