#include "ui/widgets/objecttable.h"

#include "ui/theme/theme.h"
#include "ui/widgets/tableheader.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMap>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

namespace widgets {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto copiedShown = 1200ms;

} // namespace

ObjectTable::ObjectTable(const QString& name, QWidget* parent)
    : Table(parent)
    , m_name(name)
    , m_header(new TableHeader(this))
{
    makeHeader();
    m_copied.setSingleShot(true);
    m_copied.setInterval(copiedShown);
    connect(&m_copied, &QTimer::timeout, this, [this] { update(m_pointedCell); });
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex& index) { emit rowActivated(index.row()); });
}

ObjectTable::~ObjectTable()
{
    remember();
}

void ObjectTable::setModel(QAbstractItemModel* model)
{
    // The view's own slots must run between ours: the anchor is taken before and put back after it has moved its rows.
    Table::setModel(model);
    if (model)
        watch(model);
    recall();
}

void ObjectTable::watch(QAbstractItemModel* model)
{
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &ObjectTable::anchor);
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &ObjectTable::anchor);
    connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, &ObjectTable::anchor);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ObjectTable::restoreAnchor);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ObjectTable::restoreAnchor);
    connect(model, &QAbstractItemModel::layoutChanged, this, &ObjectTable::restoreAnchor);
    connect(model, &QAbstractItemModel::columnsInserted, this, [this](const QModelIndex&, int first, int last) {
        applyWidths(first, last);
        applyHidden();
        stretch();
    });
    connect(model, &QAbstractItemModel::columnsRemoved, this, &ObjectTable::stretch);
}

void ObjectTable::anchor()
{
    m_anchors.clear();
    const int top = rowAt(0);
    // At the very top one wants to see what comes first, whatever that is.
    if (verticalScrollBar()->value() == 0 || top < 0)
        return;
    const int bottom = rowAt(viewport()->height() - 1);
    for (int row = top; row <= (bottom < 0 ? model()->rowCount() - 1 : bottom); ++row)
        m_anchors.append({row, model()->index(row, 0)});
}

void ObjectTable::restoreAnchor()
{
    // Most rows in view moved by the same distance; one of them that moved elsewhere must not take the view with it.
    QMap<int, int> votes;
    for (const auto& [row, index] : std::as_const(m_anchors)) {
        if (index.isValid())
            ++votes[index.row() - row];
    }
    m_anchors.clear();
    const auto most = std::max_element(votes.cbegin(), votes.cend());
    if (most != votes.cend() && most.key() != 0) {
        updateGeometries();
        verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                      most.key() * verticalHeader()->defaultSectionSize());
    }
    tellVisibleRows();
}

void ObjectTable::tellVisibleRows()
{
    const int first = rowAt(0);
    int last = rowAt(viewport()->height() - 1);
    if (first >= 0 && last < 0)
        last = model()->rowCount() - 1;
    const std::pair visible(first, first < 0 ? -2 : last);
    if (visible == m_visible)
        return;
    m_visible = visible;
    emit visibleRowsChanged(std::max(0, first), first < 0 ? -1 : last);
}

void ObjectTable::fillCopyMenu(QMenu* menu)
{
    menu->addAction(tr("Copy cell"), this, &ObjectTable::copyCell);
    menu->addAction(tr("Copy name"), this, &ObjectTable::copyName);
    menu->addAction(tr("Copy rows"), this, [this] { copyRows(CopyForm::Text); });
    menu->addAction(tr("Copy rows as CSV"), this, [this] { copyRows(CopyForm::Csv); });
    menu->addAction(tr("Copy rows as Markdown"), this, [this] { copyRows(CopyForm::Markdown); });
    menu->addAction(tr("Copy rows as JSON"), this, [this] { copyRows(CopyForm::Json); });
}

QList<int> ObjectTable::selectedRowNumbers() const
{
    QList<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void ObjectTable::copyRows(CopyForm form)
{
    QList<int> rows = selectedRowNumbers();
    // Without a selection the whole table is meant.
    for (int row = 0;
         rows.size() < model()->rowCount() && selectionModel()->selection().isEmpty() && row < model()->rowCount();
         ++row)
        rows.append(row);
    QApplication::clipboard()->setText(copyText(*model(), rows, shownColumns(), form));
}

void ObjectTable::copyCell()
{
    if (currentIndex().isValid())
        copyCellAt(currentIndex());
}

void ObjectTable::copyCellAt(const QModelIndex& cell)
{
    QApplication::clipboard()->setText(copyText(*model(), {cell.row()}, {cell.column()}, CopyForm::Text));
}

void ObjectTable::copyName()
{
    if (currentIndex().isValid())
        QApplication::clipboard()->setText(
            currentIndex().siblingAtColumn(m_nameColumn).data(Qt::DisplayRole).toString());
}

void ObjectTable::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (event->matches(QKeySequence::Copy)) {
        copyRows(CopyForm::Text);
    } else if (matches(*event, copyKeys())) {
        copyName();
    } else if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
               currentIndex().isValid()) {
        emit rowActivated(currentIndex().row());
    } else if ((isPlain || event->modifiers() == Qt::ShiftModifier) && !event->text().isEmpty() &&
               event->key() != Qt::Key_Space) {
        // Letters are commands of the page, not a search for a cell.
        event->ignore();
    } else {
        Table::keyPressEvent(event);
    }
}

void ObjectTable::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    emit contextMenuFilled(menu, index.row(), index.column());
    if (!menu->isEmpty())
        menu->addSeparator();
    fillCopyMenu(menu);
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void ObjectTable::resizeEvent(QResizeEvent* event)
{
    Table::resizeEvent(event);
    stretch();
    tellVisibleRows();
}

void ObjectTable::changeEvent(QEvent* event)
{
    Table::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        verticalHeader()->setDefaultSectionSize(theme::rowHeight());
        horizontalHeader()->setFixedHeight(theme::headerHeight());
    }
}

} // namespace widgets
