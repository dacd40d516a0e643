#pragma once

#include "ui/snapshots/examination.h"
#include "ui/snapshots/sheet.h"

namespace snapshots {

/// The operators of a snapshot with their state.
class OperatorSheet : public Sheet
{
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        IdColumn,
        ParallelismColumn,
        MaxParallelismColumn,
        StateColumn,
        KeyedColumn,
        OperatorStateColumn,
        ChannelColumn,
        CoordinatorColumn,
        StatesColumn,
        ColumnCount,
    };

    explicit OperatorSheet(QObject* parent = nullptr)
        : Sheet(ColumnCount, parent)
    {
    }

    void show(const Examined& examined); ///< null: none
    const snapshot::Operator& operatorAt(int row) const;

    bool isLess(int column, int left, int right) const override;
    QString searched(int row) const override;

protected:
    QList<Title> titles() const override;
    Cell cell(int row, int column) const override;

private:
    Examined m_examined;
};

/// The name one knows an operator by: uid, name or id.
QString nameOf(const snapshot::Operator& of);
/// "count (VALUE), splits", safe to show.
QString statesOf(const snapshot::Operator& of);

} // namespace snapshots
