#pragma once

#include "ui/widgets/keymap.h"

#include <QTableView>

namespace widgets {

/// A table as the look draws it: rows of one height, selected and hovered as a whole, no vertical lines, headers that
/// sort. `c` copies the current cell (cell::ExactRole, else what is shown), Ctrl+C the selected rows with tabs between.
class Table : public QTableView
{
    Q_OBJECT
public:
    explicit Table(QWidget* parent = nullptr);

    int hoveredRow() const { return m_hoveredRow; } ///< -1: none

signals:
    void copied(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void hover(int row);
    QString cellText(const QModelIndex& index) const;
    QString selectedRowsText() const;

    int m_hoveredRow = -1;
};

/// The keys that copy the name, or the cell, of the current row of a table.
KeyCommand copyKeys();

} // namespace widgets
