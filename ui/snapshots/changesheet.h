#pragma once

#include "ui/snapshots/examination.h"
#include "ui/snapshots/sheet.h"

namespace snapshots {

/// The operators of two snapshots, and what differs.
class ChangeSheet : public Sheet
{
    Q_OBJECT
public:
    enum Column {
        ChangeColumn,
        NameColumn,
        IdColumn,
        ParallelismColumn,
        MaxParallelismColumn,
        StateColumn,
        GrowthColumn,
        ColumnCount,
    };

    explicit ChangeSheet(QObject* parent = nullptr)
        : Sheet(ColumnCount, parent)
    {
    }

    void show(const Examined& before, const Compared& compared);
    void clear();

    bool isLess(int column, int left, int right) const override;
    QString searched(int row) const override;

protected:
    QList<Title> titles() const override;
    Cell cell(int row, int column) const override;

private:
    /// One operator on both sides; null: it is not there.
    struct Pair
    {
        const snapshot::Operator* before = nullptr;
        const snapshot::Operator* after = nullptr;

        const snapshot::Operator& any() const { return after ? *after : *before; }
    };

    enum Gravity { Lost, MaxParallelism, Removed, Added, Parallelism, Same }; ///< the gravest first

    Pair pairAt(int row) const;
    Gravity gravityAt(int row) const;
    qint64 growthAt(int row) const;
    Cell changeCell(int row) const;

    Examined m_before;
    Compared m_compared;
};

} // namespace snapshots
