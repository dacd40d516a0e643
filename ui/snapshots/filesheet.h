#pragma once

#include "core/snapshot/localfolder.h"
#include "ui/snapshots/details.h"
#include "ui/snapshots/examination.h"
#include "ui/snapshots/sheet.h"

#include <memory>

namespace snapshots {

/// The files a snapshot refers to, and what was found of each.
class FileSheet : public Sheet
{
    Q_OBJECT
public:
    enum Column { FoundColumn, PathColumn, PlaceColumn, BytesColumn, ActualColumn, SharedColumn, ColumnCount };

    explicit FileSheet(QObject* parent = nullptr)
        : Sheet(ColumnCount, parent)
    {
    }

    void show(const Examined& examined); ///< null: none
    QString pathAt(int row) const;       ///< as recorded, safe to show
    QString placeAt(int row) const;      ///< where it was looked for, or found; empty: nowhere
    Details details(int row) const;

    bool isLess(int column, int left, int right) const override;
    QString searched(int row) const override;

protected:
    QList<Title> titles() const override;
    Cell cell(int row, int column) const override;

private:
    enum class State { Missing, TooShort, WrongLength, NotChecked, Looking, Moved, Right }; ///< the worst first

    static State stateOf(const snapshot::FileCheck& check);
    QString foundText(int row) const;
    snapshot::FileCheck checkAt(int row) const;
    const snapshot::FileList& files() const { return m_examined->reading.metadata.files; }

    Examined m_examined;
    QList<State> m_states;                           ///< of each file
    std::unique_ptr<snapshot::LocalFolder> m_folder; ///< asked only for what takes no look at the disk
};

} // namespace snapshots
