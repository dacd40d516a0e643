#pragma once

#include "ui/operations/desk.h"

#include <QAbstractTableModel>

namespace operations {

/// All operations of a desk, newest first; what is running goes on while one looks.
class OperationModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        StateColumn,
        TitleColumn,
        ContextColumn,
        BegunColumn,
        TookColumn,
        ByColumn,
        StandColumn,
        ColumnCount
    };

    /// The desk must outlive it.
    explicit OperationModel(const Desk& desk, QObject* parent = nullptr);

    void retranslate();
    /// Null: no such row.
    const workflow::Operation* operation(int row) const;
    int rowOf(const QString& id) const; ///< -1: not there

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void take(const QString& id);
    void takeAll();
    void tick();
    QString textOf(const workflow::Operation& operation, int column) const;

    const Desk& m_desk;
    QList<workflow::Operation> m_rows;
};

} // namespace operations
