#pragma once

#include "core/base/health.h"
#include "ui/operations/batch.h"

#include <QAbstractTableModel>

namespace operations {

/// One row an object of a batch: whether it may begin, and how it goes.
class BatchModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { StateColumn, NameColumn, ContextColumn, PlanColumn, StandColumn, ColumnCount };

    /// The batch must outlive it.
    explicit BatchModel(const Batch& batch, QObject* parent = nullptr);

    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    base::Health familyOfRow(int row) const;
    QString stateOfRow(int row) const;
    QString standOfRow(int row) const;
    QString textOf(int row, int column) const;

    const Batch& m_batch;
};

} // namespace operations
