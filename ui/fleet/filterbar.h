#pragma once

#include "ui/fleet/fleetmodel.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QToolButton;

namespace widgets {
class ObjectTable;
class PlainLabel;
class SearchField;
} // namespace widgets

namespace fleet {

class SavedViews;
class ViewBar;

/// The filter's field with what it does not understand, the saved views beside it, how much is shown, and what concerns
/// the whole table.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    /// "/" moves the keyboard into the field from anywhere in `page`.
    FilterBar(SavedViews& views, QWidget* page);

    /// The table whose columns can be chosen and whose rows can be copied here.
    void setTable(widgets::ObjectTable* table);
    void setText(const QString& text); ///< tells edited() at once
    QString text() const;
    void showProblems(const Query& query);
    void showCounts(const Counts& counts, int waiting);
    void setNarrow(bool narrow);
    ViewBar& views() { return *m_views; }

signals:
    void edited(); ///< some time after the last key
    void left();   ///< by Return or Escape: the keyboard belongs to the table

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    widgets::SearchField* m_field;
    ViewBar* m_views;
    widgets::PlainLabel* m_problem;
    widgets::PlainLabel* m_shown;
    QPushButton* m_time;
    QPushButton* m_columns;
    QToolButton* m_copy;
    QTimer m_pause;
};

} // namespace fleet
