#pragma once

#include "ui/widgets/table.h"
#include "ui/widgets/tablecopy.h"

#include <QPersistentModelIndex>

class QMenu;

namespace widgets {

/// A Table of objects that come and go. Its scroll position stays with the rows in view when others change above;
/// column widths and visibility are remembered under its name. Copies rows in several forms, with `c` the name of the
/// current one; Enter activates.
class ObjectTable : public Table
{
    Q_OBJECT
public:
    /// `name` is stable, for the settings: "fleet".
    explicit ObjectTable(const QString& name, QWidget* parent = nullptr);
    ~ObjectTable() override;

    void setModel(QAbstractItemModel* model) override;
    /// The column that names a row, copied by `c`; the first unless told.
    void setNameColumn(int column) { m_nameColumn = column; }
    /// Widths of a first start, in device independent pixels; the columns in `hidden` are off until chosen.
    void setDefaultColumns(const QList<int>& widths, const QList<int>& hidden = {});
    /// The column that takes the room the others leave.
    void setStretchColumn(int column) { m_stretchColumn = column; }
    /// Hides these columns while the window is narrow, without forgetting what the user chose.
    void setFolded(const QList<int>& columns);

    /// Fills `menu` with a checkable entry for each column.
    void fillColumnsMenu(QMenu* menu);
    void fillCopyMenu(QMenu* menu);
    void copyRows(CopyForm form);
    void copyCell();
    void copyName();

signals:
    void rowActivated(int row);
    void visibleRowsChanged(int first, int last); ///< last < first: none
    void contextMenuFilled(QMenu* menu, int row); ///< before it opens, for more entries; row -1: beside all rows

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void watch(QAbstractItemModel* model);
    void anchor();
    void restoreAnchor();
    void tellVisibleRows();
    void stretch();
    void applyHidden();
    void remember();
    void recall();
    QList<int> selectedRowNumbers() const;
    QList<int> shownColumns() const;

    QString m_name;
    int m_nameColumn = 0, m_stretchColumn = -1;
    QList<int> m_widths, m_hidden, m_folded;
    QList<std::pair<int, QPersistentModelIndex>> m_anchors; ///< the rows in view before a change, by where they were
    bool m_stretching = false;
    bool m_isChanged = false; ///< by the user: worth remembering
    std::pair<int, int> m_visible{-2, -2};
};

} // namespace widgets
