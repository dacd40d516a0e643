#pragma once

#include "core/base/health.h"

#include <QDockWidget>

class QListWidget;
class QStackedWidget;

namespace widgets {
class EmptyState;
}

namespace shell {

class DockTitle;

/// The dock below the pages: operations, problems, and the notices of this session.
class Activity : public QDockWidget
{
    Q_OBJECT
public:
    enum class Part { Operations, Problems, Notices };

    explicit Activity(QWidget* parent = nullptr);

    void showPart(Part part);
    /// Keeps a notice with its time, newest first; at most 200.
    void note(base::Health family, const QString& text);
    int unreadNotices() const { return m_unread; }

signals:
    void noticesChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void updateNotices();

    DockTitle* m_title;
    QStackedWidget* m_parts;
    widgets::EmptyState* m_noOperations;
    widgets::EmptyState* m_noProblems;
    widgets::EmptyState* m_noNotices;
    QListWidget* m_notices;
    QStackedWidget* m_noticePart;
    int m_unread = 0;
};

} // namespace shell
