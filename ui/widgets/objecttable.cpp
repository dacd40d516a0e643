#include "ui/widgets/objecttable.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMap>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>

namespace widgets {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastStretched = 120;

} // namespace

ObjectTable::ObjectTable(const QString& name, QWidget* parent)
    : Table(parent)
    , m_name(name)
{
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->setMinimumSectionSize(40);
    horizontalHeader()->setFixedHeight(theme::headerHeight());
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](QPoint where) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnsMenu(menu);
        menu->popup(horizontalHeader()->mapToGlobal(where));
    });
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int, int size) {
        if (m_stretching || isColumnHidden(column) || column >= m_widths.size())
            return;
        if (column != m_stretchColumn)
            m_widths[column] = size;
        m_isChanged = true;
        stretch();
    });
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

void ObjectTable::scrollContentsBy(int dx, int dy)
{
    Table::scrollContentsBy(dx, dy);
    tellVisibleRows();
}

void ObjectTable::setDefaultColumns(const QList<int>& widths, const QList<int>& hidden)
{
    m_widths = widths;
    m_hidden = hidden;
    recall();
}

void ObjectTable::setFolded(const QList<int>& columns)
{
    if (m_folded == columns)
        return;
    m_folded = columns;
    applyHidden();
    stretch();
}

void ObjectTable::applyHidden()
{
    for (int column = 0; column < horizontalHeader()->count(); ++column)
        setColumnHidden(column, m_hidden.contains(column) || m_folded.contains(column));
}

void ObjectTable::stretch()
{
    if (m_stretchColumn < 0 || m_stretchColumn >= m_widths.size() || isColumnHidden(m_stretchColumn))
        return;
    int others = 0;
    for (int column = 0; column < horizontalHeader()->count(); ++column)
        others += column == m_stretchColumn || isColumnHidden(column) ? 0 : columnWidth(column);
    m_stretching = true;
    setColumnWidth(m_stretchColumn,
                   std::max({leastStretched, m_widths.at(m_stretchColumn), viewport()->width() - others}));
    m_stretching = false;
}

void ObjectTable::recall()
{
    if (!model() || m_widths.isEmpty())
        return;
    const QSettings settings;
    const QStringList widths = settings.value(u"tables/%1/widths"_s.arg(m_name)).toStringList();
    if (widths.size() == m_widths.size()) {
        for (qsizetype i = 0; i < widths.size(); ++i)
            m_widths[i] = std::clamp(widths.at(i).toInt(), 40, 2000);
    }
    if (const QVariant hidden = settings.value(u"tables/%1/hidden"_s.arg(m_name)); hidden.isValid()) {
        m_hidden.clear();
        for (const QString& column : hidden.toStringList())
            m_hidden.append(column.toInt());
    }
    m_stretching = true;
    for (int column = 0; column < std::min<int>(int(m_widths.size()), horizontalHeader()->count()); ++column)
        setColumnWidth(column, m_widths.at(column));
    m_stretching = false;
    applyHidden();
    stretch();
}

void ObjectTable::remember()
{
    if (!m_isChanged)
        return;
    QStringList widths, hidden;
    for (const int width : std::as_const(m_widths))
        widths.append(QString::number(width));
    for (const int column : std::as_const(m_hidden))
        hidden.append(QString::number(column));
    QSettings settings;
    settings.setValue(u"tables/%1/widths"_s.arg(m_name), widths);
    settings.setValue(u"tables/%1/hidden"_s.arg(m_name), hidden);
}

void ObjectTable::fillColumnsMenu(QMenu* menu)
{
    for (int column = 0; column < model()->columnCount(); ++column) {
        QAction* action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_hidden.contains(column));
        action->setEnabled(column != m_nameColumn);
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            m_hidden.removeAll(column);
            if (!on)
                m_hidden.append(column);
            m_isChanged = true;
            applyHidden();
            stretch();
            remember();
        });
    }
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

QList<int> ObjectTable::shownColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns.append(column);
    }
    return columns;
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
        QApplication::clipboard()->setText(
            copyText(*model(), {currentIndex().row()}, {currentIndex().column()}, CopyForm::Text));
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
    } else if (isPlain && event->key() == Qt::Key_C) {
        copyName();
    } else if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
               currentIndex().isValid()) {
        emit rowActivated(currentIndex().row());
    } else if (isPlain && !event->text().isEmpty() && event->key() != Qt::Key_Space) {
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
    emit contextMenuFilled(menu, index.isValid() ? index.row() : -1);
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
