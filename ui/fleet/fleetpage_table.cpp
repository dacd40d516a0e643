#include "ui/fleet/columnmenu.h"
#include "ui/fleet/filterbar.h"
#include "ui/fleet/fleetpage.h"
#include "ui/fleet/keys.h"
#include "ui/fleet/viewbar.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/tableheader.h"

#include <QGuiApplication>
#include <QMenu>
#include <QSettings>

// The table of the page: its columns, its order, its menus and keys.
namespace fleet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Rows keep their places so long after the pointer last moved over them.
constexpr auto holdTime = 3s;
/// Health and name stay in view when the others are scrolled sideways.
constexpr int frozenColumns = 2;
/// A click opens at most so many pages.
constexpr int mostOpened = 12;
constexpr int mostLabelColumns = 20;
const auto labelsKey = u"fleet/label-columns"_s;

} // namespace

void FleetPage::makeTable()
{
    setFocusProxy(m_table);
    m_model.setLabelColumns(QSettings().value(labelsKey).toStringList().mid(0, mostLabelColumns));
    m_table->setModel(&m_model);
    m_table->setNameColumn(int(Column::Deployment));
    m_table->setDefaultColumns({112, 200, 120, 128, 66, 54, 142, 76, 84, 76, 104}, {int(Column::Lifecycle)});
    m_table->setStretchColumn(int(Column::Deployment));
    m_table->setFrozenColumns(frozenColumns);
    m_table->header()->setSectionsClickable(true);
    makeDelegates();
    connectTable();
    connectColumns();
    bindKeys();
    showOrder();
    m_table->viewport()->installEventFilter(this);
    m_holdEnd.setSingleShot(true);
    m_holdEnd.setInterval(holdTime);
    connect(&m_holdEnd, &QTimer::timeout, this, [this] { m_model.setHeld(false); });
}

void FleetPage::makeDelegates()
{
    using Weight = widgets::NameDelegate::Weight;
    const auto set = [this](Column column, QAbstractItemDelegate* delegate) {
        m_table->setItemDelegateForColumn(int(column), delegate);
    };
    set(Column::Health, new widgets::StatusDelegate(m_table));
    set(Column::Deployment, new widgets::NameDelegate(Weight::Medium, m_table));
    set(Column::Context, new widgets::NameDelegate(Weight::Normal, m_table));
    set(Column::CheckpointAge, new widgets::AgeDelegate(m_table));
    for (const Column column : {Column::Parallelism, Column::Restarts, Column::Changed})
        set(column, new widgets::NumberDelegate(m_table));
}

void FleetPage::connectTable()
{
    connect(m_table, &widgets::ObjectTable::rowActivated, this, &FleetPage::openRow);
    connect(m_table, &widgets::ObjectTable::contextMenuFilled, this, &FleetPage::fillRowMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FleetPage::selectionChanged);
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) {
                const int row = m_table->currentIndex().row();
                if (row >= first.row() && row <= last.row())
                    emit selectionChanged();
            });
    connect(m_table, &widgets::ObjectTable::visibleRowsChanged, this, [this](int first, int last) {
        m_model.setVisibleRange(first, last);
        m_attention.setVisibleRange(first, last);
        m_attention.update();
    });
}

void FleetPage::connectColumns()
{
    connect(m_table->header(), &QHeaderView::sectionClicked, this, [this](int section) {
        const bool isAdded = QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier);
        sortBy(section, isAdded ? Sorting::Added : Sorting::Alone);
    });
    connect(m_table, &widgets::ObjectTable::headerMenuFilled, this,
            [this](QMenu* menu, int section) { m_columnMenu->fillForHeader(menu, section, m_filter->text()); });
    connect(m_table, &widgets::ObjectTable::columnsMenuFilled, this, [this](QMenu* menu) {
        menu->addSeparator();
        m_columnMenu->fillLabels(menu->addMenu(tr("Labels")));
    });
    connect(m_columnMenu, &ColumnMenu::sortWanted, this, &FleetPage::sort);
    connect(m_columnMenu, &ColumnMenu::filterWanted, this, &FleetPage::setFilterText);
    connect(m_columnMenu, &ColumnMenu::labelsWanted, this, &FleetPage::setLabelColumns);
    connect(m_columnMenu, &ColumnMenu::hideWanted, this, &FleetPage::hideColumn);
}

void FleetPage::sortBy(int section, Sorting how)
{
    sort(resorted(m_model.sortKeys(), m_model.columnAt(section), how));
}

void FleetPage::sort(const QList<SortKey>& keys)
{
    m_model.setSort(keys);
    showOrder();
    m_filter->views().setShown(shown());
    m_attention.update();
}

void FleetPage::showOrder()
{
    QList<widgets::TableHeader::SortedSection> sections;
    for (const SortKey& key : m_model.sortKeys())
        sections.append({m_model.sectionOf(key), key.order});
    m_table->header()->setSorted(sections);
}

void FleetPage::setLabelColumns(const QStringList& keys)
{
    m_model.setLabelColumns(keys.mid(0, mostLabelColumns));
    QSettings().setValue(labelsKey, m_model.labelColumns());
    showOrder();
}

void FleetPage::hideColumn(int section)
{
    const SortKey column = m_model.columnAt(section);
    if (column.column != Column::Label) {
        m_table->chooseColumn(section, false);
        return;
    }
    QStringList keys = m_model.labelColumns();
    keys.removeAll(column.label);
    setLabelColumns(keys);
}

void FleetPage::addLabelColumn()
{
    m_columnMenu->askForLabel();
}

const Row* FleetPage::selectedRow() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? &m_model.rowAt(current.row()) : nullptr;
}

QList<RowKey> FleetPage::selectedRows() const
{
    QList<RowKey> keys;
    const QList<int> rows = m_table->selectedRowNumbers();
    for (const int row : rows)
        keys.append(m_model.rowAt(row).key);
    return keys;
}

void FleetPage::openRow(int row)
{
    const RowKey key = m_model.rowAt(row).key;
    emit openRequested(key.connection, key.object);
}

void FleetPage::fillRowMenu(QMenu* menu, int row, int section)
{
    if (row < 0)
        return;
    const Row clicked = m_model.rowAt(row);
    QList<RowKey> rows = selectedRows();
    if (!rows.contains(clicked.key))
        rows = {clicked.key};
    const QList<RowKey> opened = rows.size() > mostOpened ? QList<RowKey>{clicked.key} : rows;
    menu->addAction(opened.size() == 1 ? tr("Open") : tr("Open %n deployment(s)", nullptr, int(opened.size())), this,
                    [this, opened] {
                        for (const RowKey& key : opened)
                            emit openRequested(key.connection, key.object);
                    });
    emit rowMenuFilled(menu, rows);
    menu->addSeparator();
    m_columnMenu->fillForCell(menu, section, clicked, m_filter->text());
}

void FleetPage::bindKeys()
{
    const auto sortByCurrent = [this](Sorting how) {
        if (const QModelIndex current = m_table->currentIndex(); current.isValid())
            sortBy(current.column(), how);
    };
    widgets::bindKeys(this, sortKeys(), [sortByCurrent] { sortByCurrent(Sorting::Alone); });
    widgets::bindKeys(this, addSortKeys(), [sortByCurrent] { sortByCurrent(Sorting::Added); });
    for (int number = 0; number <= viewsWithKeys; ++number)
        widgets::bindKeys(this, viewKeys(number), [this, number] { m_filter->views().choose(number); });
}

bool FleetPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport()) {
        if (event->type() == QEvent::MouseMove) {
            m_model.setHeld(true);
            m_holdEnd.start();
        } else if (event->type() == QEvent::Leave) {
            m_holdEnd.stop();
            m_model.setHeld(false);
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace fleet
