#pragma once

#include <QWidget>

class QSortFilterProxyModel;
class QStackedLayout;

namespace widgets {
class EmptyState;
class ObjectTable;
} // namespace widgets

namespace snapshots {

class Sheet;

/// A sheet on the screen: ordered by any column, filtered by words, or why there is nothing.
class Listing : public QWidget
{
    Q_OBJECT
public:
    /// `name` is stable, for the settings.
    Listing(const QString& name, Sheet& sheet, QWidget* parent = nullptr);

    widgets::ObjectTable& table() { return *m_table; }
    void setNone(const QString& sentence); ///< of an empty sheet
    void setFilter(const QString& text);   ///< rows that hold each of its words
    void sort(int column, Qt::SortOrder order);
    /// By this column; the other way round where it is ordered by it.
    void resort(int column);
    void selectFirst();
    int currentRow() const; ///< of the sheet; -1: none

signals:
    void currentChanged();
    void filterDropped(); ///< the user wants to see what it hides

private:
    void connectParts();
    void showState();

    Sheet& m_sheet;
    QSortFilterProxyModel* m_rows;
    widgets::ObjectTable* m_table;
    widgets::EmptyState* m_empty;
    QStackedLayout* m_stack;
    QString m_none;
};

} // namespace snapshots
