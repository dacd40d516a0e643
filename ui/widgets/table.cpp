#include "ui/widgets/table.h"

#include "ui/theme/theme.h"
#include "ui/widgets/delegates.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace widgets {

using namespace Qt::StringLiterals;

Table::Table(QWidget* parent)
    : QTableView(parent)
{
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setItemDelegate(new CellDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(theme::rowHeight());
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setMinimumSectionSize(32);
}

void Table::hover(int row)
{
    if (row == m_hoveredRow)
        return;
    const auto repaint = [this](int changed) {
        if (changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
    };
    repaint(m_hoveredRow);
    m_hoveredRow = row;
    repaint(m_hoveredRow);
}

bool Table::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::MouseMove)
        hover(rowAt(static_cast<QMouseEvent*>(event)->position().toPoint().y()));
    else if (event->type() == QEvent::Leave)
        hover(-1);
    return QTableView::viewportEvent(event);
}

QString Table::cellText(const QModelIndex& index) const
{
    const QVariant exact = index.data(cell::ExactRole);
    return exact.isValid() ? exact.toString() : index.data(Qt::DisplayRole).toString();
}

QString Table::selectedRowsText() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QString text;
    for (const QModelIndex& row : std::as_const(rows)) {
        QStringList cells;
        for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            if (!isColumnHidden(column))
                cells.append(cellText(row.siblingAtColumn(column)));
        }
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

KeyCommand copyKeys()
{
    return {u"table.copy"_s,
            "widgets::Table",
            QT_TRANSLATE_NOOP("widgets::Table", "Copy from the current row"),
            {QKeySequence(Qt::Key_C)},
            u"page"_s};
}

void Table::keyPressEvent(QKeyEvent* event)
{
    QString text;
    if (event->matches(QKeySequence::Copy) && selectionModel())
        text = selectedRowsText();
    else if (matches(*event, copyKeys()) && currentIndex().isValid())
        text = cellText(currentIndex());
    if (text.isEmpty()) {
        QTableView::keyPressEvent(event);
        return;
    }
    QGuiApplication::clipboard()->setText(text);
    emit copied(text);
}

} // namespace widgets
