#pragma once

#include "ui/snapshots/changesheet.h"

#include <QWidget>

class QPushButton;
class QStackedLayout;

namespace widgets {
class Banner;
class ElidedLabel;
class EmptyState;
class LoadingRows;
} // namespace widgets

namespace snapshots {

class Listing;

/// How another snapshot differs from the one of the page: read aside, told by operator.
class ComparisonView : public QWidget
{
    Q_OBJECT
public:
    explicit ComparisonView(QWidget* parent = nullptr);

    void setFirst(const Examined& examined); ///< the page's own; null: it cannot be read
    void compareWith(const QString& path);
    const QString& otherPath() const { return m_otherPath; } ///< empty: none was chosen
    bool isBusy() const { return m_isBusy; }
    Listing& listing() { return *m_listing; }
    void retranslate();

signals:
    void otherWanted();
    void changed();

private:
    void build();
    void run();
    void take(const base::Result<Compared>& result);
    void showDifferences(const Compared& compared);
    void showNothing();

    Examined m_first;
    QString m_otherPath;
    int m_run = 0; ///< of what is read aside: answers to earlier questions are dropped
    bool m_isBusy = false;
    ChangeSheet m_changes;
    widgets::Banner* m_verdict;
    widgets::ElidedLabel* m_here;
    widgets::ElidedLabel* m_there;
    QPushButton* m_choose;
    Listing* m_listing;
    QWidget* m_content;
    widgets::EmptyState* m_empty;
    widgets::LoadingRows* m_loading;
    QStackedLayout* m_stack;
};

} // namespace snapshots
