#pragma once

#include "ui/operations/operationmodel.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedLayout;
class QTabWidget;

namespace code {
class DiffView;
}
namespace widgets {
class Badge;
class ElidedLabel;
class EmptyState;
class ObjectTable;
class PlainLabel;
} // namespace widgets

namespace operations {

class ChecksView;
class OfferBar;
class OperationButtons;
class StepsView;

/// Everything Drey has done, with the steps, the change and what had been looked at before of the one that is selected.
class HistoryPage : public QWidget
{
    Q_OBJECT
public:
    /// Desk and model must outlive it.
    HistoryPage(Desk& desk, OperationModel& model, QWidget* parent = nullptr);
    ~HistoryPage() override;

    void select(const QString& id);
    QString selected() const;
    QString markdown() const; ///< of the selected one; empty: none is

signals:
    void notified(const QString& text);
    void failed(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeDetail();
    void showSelected();
    void showRows();
    void save();
    void write(const QString& path);
    void retranslate();

    Desk& m_desk;
    OperationModel& m_model;
    QSortFilterProxyModel m_shown;
    widgets::ElidedLabel* m_title;
    QLineEdit* m_filter;
    widgets::ObjectTable* m_table;
    widgets::EmptyState* m_empty;
    QStackedLayout* m_rows = nullptr;
    widgets::Badge* m_badge;
    widgets::ElidedLabel* m_name;
    widgets::PlainLabel* m_facts;
    widgets::PlainLabel* m_result;
    OperationButtons* m_buttons;
    OfferBar* m_offers;
    QPushButton* m_copy;
    QPushButton* m_save;
    QTabWidget* m_parts;
    StepsView* m_steps;
    ChecksView* m_checks;
    code::DiffView* m_difference;
    widgets::PlainLabel* m_noDifference;
    QStackedLayout* m_differenceStack = nullptr;
    QWidget* m_detail = nullptr;
};

} // namespace operations
