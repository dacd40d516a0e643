#pragma once

#include "ui/fleet/fleetmodel.h"

#include <QObject>

class QMenu;
class QWidget;

namespace fleet {

/// What one can do with a column, in the menus of its header, of a cell and of the columns: sort by it, filter by it,
/// give a label a column. A filter is told as the text it leaves in the field.
class ColumnMenu : public QObject
{
    Q_OBJECT
public:
    /// `model` must live longer; dialogs open over `window`.
    ColumnMenu(const FleetModel& model, QWidget* window);

    /// `filter` is the text in the field now.
    void fillForHeader(QMenu* menu, int section, const QString& filter);
    void fillForCell(QMenu* menu, int section, const Row& row, const QString& filter);
    /// The labels of the fleet, those with a column checked.
    void fillLabels(QMenu* menu);
    /// All of the fleet's labels to choose one from, or to type one.
    void askForLabel();

signals:
    void sortWanted(const QList<fleet::SortKey>& keys);
    void filterWanted(const QString& text);
    void hideWanted(int section);
    void labelsWanted(const QStringList& keys); ///< the labels that are to have a column

private:
    void fillValues(QMenu* menu, const SortKey& column, const QString& filter);
    void fillLimits(QMenu* menu, const SortKey& column, const QString& filter);
    void addFilter(QMenu* menu, const QString& text, const QString& filter);
    QString titleOf(const SortKey& column) const;

    const FleetModel& m_model;
    QWidget* m_window;
};

} // namespace fleet
