#pragma once

#include "ui/operations/operationmodel.h"

#include <QPointer>
#include <QStackedWidget>

class QPushButton;
class QScrollArea;

namespace widgets {
class ElidedLabel;
class EmptyState;
class Table;
} // namespace widgets

namespace operations {

class OfferBar;
class OperationButtons;
class StepsView;

/// What is going on and what has been done lately, with the steps of the one that is selected as they happen.
class Dock : public QStackedWidget
{
    Q_OBJECT
public:
    /// Desk and model must outlive it.
    Dock(Desk& desk, OperationModel& model, QWidget* parent = nullptr);

    void select(const QString& id);
    QString selected() const;

signals:
    void historyRequested(const QString& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeDetail();
    void showSelected();
    void reveal();
    void update();
    void retranslate();

    Desk& m_desk;
    OperationModel& m_model;
    widgets::EmptyState* m_empty;
    widgets::Table* m_table;
    widgets::ElidedLabel* m_title;
    OperationButtons* m_buttons;
    QPushButton* m_history;
    OfferBar* m_offers;
    StepsView* m_steps;
    QScrollArea* m_scroll;
    QPointer<QWidget> m_step;  ///< that was scrolled to last
    bool m_isFollowing = true; ///< nobody has scrolled away from it
};

} // namespace operations
