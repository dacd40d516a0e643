#pragma once

#include "ui/widgets/table.h"
#include "ui/widgets/tablecopy.h"

#include <QHash>
#include <QPersistentModelIndex>
#include <QTimer>

class QMenu;

namespace widgets {

class TableHeader;

/// A Table of objects that come and go. Its scroll position stays with the rows in view when others change above;
/// widths, order and visibility of the columns are remembered under its name. Copies rows in several forms, with `c`
/// the name of the current one, with the glyph in the cell under the pointer that cell; Enter activates.
class ObjectTable : public Table
{
    Q_OBJECT
public:
    /// `name` is stable, for the settings: "fleet".
    explicit ObjectTable(const QString& name, QWidget* parent = nullptr);
    ~ObjectTable() override;

    void setModel(QAbstractItemModel* model) override;
    TableHeader* header() const { return m_header; }
    /// The column that names a row, copied by `c`; the first unless told.
    void setNameColumn(int column) { m_nameColumn = column; }
    /// Widths of a first start, in device independent pixels; the columns in `hidden` are off until chosen. Columns
    /// beyond these come and go with the model; they are as wide as their title asks for.
    void setDefaultColumns(const QList<int>& widths, const QList<int>& hidden = {});
    /// The column that takes the room the others leave.
    void setStretchColumn(int column) { m_stretchColumn = column; }
    /// The first columns stay in view when the others are scrolled sideways; 0: none does.
    void setFrozenColumns(int count);
    /// Hides these columns while the window is narrow, without forgetting what the user chose.
    void setFolded(const QList<int>& columns);
    /// As wide as the user wants it; 0: he does not want it.
    int wantedWidth(int column) const;
    /// Shows or hides a column for good.
    void chooseColumn(int column, bool shown);

    /// Fills `menu` with a checkable entry for each column of setDefaultColumns(), then what columnsMenuFilled() adds.
    void fillColumnsMenu(QMenu* menu);
    void fillCopyMenu(QMenu* menu);
    void copyRows(CopyForm form);
    void copyCell();
    void copyName();
    QList<int> selectedRowNumbers() const; ///< ascending

    QModelIndex indexAt(const QPoint& where) const override;
    QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

signals:
    void rowActivated(int row);
    void visibleRowsChanged(int first, int last); ///< last < first: none
    /// Before the menu of a cell opens, for more entries; -1: beside all rows or columns.
    void contextMenuFilled(QMenu* menu, int row, int column);
    void headerMenuFilled(QMenu* menu, int column);
    void columnsMenuFilled(QMenu* menu);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void copyCellAt(const QModelIndex& cell);
    void pointAt(const QModelIndex& cell);
    void paintCopyGlyph(QPainter* painter);
    QRect copyGlyphRect(const QModelIndex& cell) const; ///< empty: nothing to copy, or no room
    void makeHeader();
    void watch(QAbstractItemModel* model);
    void anchor();
    void restoreAnchor();
    void tellVisibleRows();
    void paintFrozen(QPainter* painter, const QRect& exposed);
    void showHeaderMenu(const QPoint& where);
    void noteWidth(int column, int width);
    void noteOrder();
    void stretch();
    void applyHidden();
    void applyWidths(int first, int last);
    void applyOrder();
    void remember();
    void recall();
    QString columnKey(int column) const;
    QList<int> shownColumns() const;

    QString m_name;
    TableHeader* m_header;
    int m_nameColumn = 0, m_stretchColumn = -1;
    QList<int> m_defaultWidths, m_defaultHidden;
    QHash<QString, int> m_widths; ///< by key
    QStringList m_hidden, m_order;
    QList<int> m_folded;
    QList<std::pair<int, QPersistentModelIndex>> m_anchors; ///< the rows in view before a change, by where they were
    bool m_arranging = false;                               ///< the table moves its columns, not the user
    bool m_isChanged = false;                               ///< by the user: worth remembering
    std::pair<int, int> m_visible{-2, -2};
    QPersistentModelIndex m_pointedCell;
    QTimer m_copied; ///< runs while the glyph tells that it has copied
};

} // namespace widgets
