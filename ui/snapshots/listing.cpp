#include "ui/snapshots/listing.h"

#include "ui/snapshots/keys.h"
#include "ui/snapshots/sheet.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/tableheader.h"

#include <QMenu>
#include <QSortFilterProxyModel>
#include <QStackedLayout>

#include <algorithm>

namespace snapshots {

namespace {

class Rows : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QStringList& words)
    {
        m_words = words;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex&) const override
    {
        if (m_words.isEmpty())
            return true;
        const QString text = sheet().searched(row);
        return std::all_of(m_words.begin(), m_words.end(),
                           [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
    }
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override
    {
        return sheet().isLess(left.column(), left.row(), right.row());
    }

private:
    const Sheet& sheet() const { return static_cast<const Sheet&>(*sourceModel()); }

    QStringList m_words;
};

} // namespace

Listing::Listing(const QString& name, Sheet& sheet, QWidget* parent)
    : QWidget(parent)
    , m_sheet(sheet)
    , m_rows(new Rows(this))
    , m_table(new widgets::ObjectTable(name, this))
    , m_empty(new widgets::EmptyState(this))
    , m_stack(new QStackedLayout(this))
{
    m_rows->setSourceModel(&sheet);
    m_table->setModel(m_rows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->header()->setSectionsClickable(true);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    setFocusProxy(m_table);
    connectParts();
    showState();
}

void Listing::connectParts()
{
    connect(m_table->header(), &QHeaderView::sectionClicked, this, &Listing::resort);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &Listing::currentChanged);
    connect(m_table, &widgets::ObjectTable::contextMenuFilled, this, [this](QMenu* menu, int, int column) {
        if (column >= 0)
            menu->addAction(keyCommand(u"snapshot.sort").name(), this, [this, column] { resort(column); });
    });
    connect(m_empty, &widgets::EmptyState::actionRequested, this, &Listing::filterDropped);
    // The rows go from the order before they go from the sheet.
    for (const QAbstractItemModel* model :
         {static_cast<QAbstractItemModel*>(m_rows), static_cast<QAbstractItemModel*>(&m_sheet)}) {
        connect(model, &QAbstractItemModel::rowsInserted, this, &Listing::showState);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &Listing::showState);
    }
    connect(m_rows, &QAbstractItemModel::dataChanged, this, &Listing::currentChanged);
}

void Listing::setNone(const QString& sentence)
{
    m_none = sentence;
    showState();
}

void Listing::setFilter(const QString& text)
{
    static_cast<Rows*>(m_rows)->setWords(text.split(u' ', Qt::SkipEmptyParts));
    showState();
}

void Listing::sort(int column, Qt::SortOrder order)
{
    m_rows->sort(column, order);
    m_table->header()->setSorted({{column, order}});
}

void Listing::resort(int column)
{
    const bool isTurned = m_rows->sortColumn() == column && m_rows->sortOrder() == Qt::AscendingOrder;
    sort(column, isTurned ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void Listing::selectFirst()
{
    if (m_rows->rowCount() > 0)
        m_table->setCurrentIndex(m_rows->index(0, 0));
}

int Listing::currentRow() const
{
    return m_rows->mapToSource(m_table->currentIndex()).row();
}

void Listing::showState()
{
    if (m_sheet.rowCount() == 0)
        m_empty->showNone(m_none);
    else if (m_rows->rowCount() == 0)
        m_empty->showFiltered(m_sheet.rowCount());
    m_stack->setCurrentIndex(m_rows->rowCount() == 0 ? 1 : 0);
    if (!m_table->currentIndex().isValid())
        selectFirst();
}

} // namespace snapshots
