#include "ui/shell/navigator.h"

#include "ui/connections/book.h"
#include "ui/shell/navigatordelegate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/searchfield.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace shell {

using namespace Qt::StringLiterals;

namespace {

// Sections stay while one searches; of the rest, what matches and what it is in.
class Filtered : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        const auto kind = static_cast<NavigatorModel::Kind>(index.data(NavigatorModel::KindRole).toInt());
        if (kind == NavigatorModel::Kind::Section) {
            const QModelIndex next = index.siblingAtRow(row + 1);
            const bool isLast =
                !next.isValid() || next.data(NavigatorModel::KindRole).toInt() == static_cast<int>(kind);
            return !isLast;
        }
        return QSortFilterProxyModel::filterAcceptsRow(row, parent);
    }
};

} // namespace

Navigator::Navigator(connections::Book& book, QWidget* parent)
    : QWidget(parent)
    , m_book(book)
    , m_model(new NavigatorModel(book, this))
    , m_filtered(new Filtered(this))
    , m_search(new widgets::SearchField(widgets::SearchField::Purpose::Search, this))
    , m_tree(new QTreeView(this))
{
    m_filtered->setRecursiveFilteringEnabled(true);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setDynamicSortFilter(true);
    m_filtered->setSourceModel(m_model);
    m_tree->setModel(m_filtered);
    m_tree->setItemDelegate(new NavigatorDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setMouseTracking(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 6, 1, 1);
    column->setSpacing(6);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(6, 0, 6, 0);
    row->addWidget(m_search);
    column->addLayout(row);
    column->addWidget(m_tree, 1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    connect(m_search, &QLineEdit::textChanged, this, &Navigator::filter);
    connect(m_search, &widgets::SearchField::abandoned, this, &Navigator::focusTree);
    connect(m_search, &QLineEdit::returnPressed, this, &Navigator::focusTree);
    connect(m_tree, &QTreeView::clicked, this, &Navigator::openAt);
    connect(m_tree, &QTreeView::activated, this, &Navigator::openAt);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &Navigator::showMenu);
    // A context with what it holds is what one came for.
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex& under, int first, int) {
        const QModelIndex added = m_model->index(first, 0, under);
        if (!under.isValid())
            m_filtered->invalidate();
        else if (added.data(NavigatorModel::KindRole).toInt() == static_cast<int>(NavigatorModel::Kind::NameSpace) &&
                 first == 0)
            m_tree->expand(m_filtered->mapFromSource(under));
    });
    retranslate();
}

void Navigator::setCurrent(const Address& address)
{
    const QModelIndex index = m_filtered->mapFromSource(m_model->indexOf(address));
    if (index.isValid())
        m_tree->setCurrentIndex(index);
    else
        m_tree->clearSelection();
}

void Navigator::focusTree()
{
    m_tree->setFocus(Qt::OtherFocusReason);
    if (!m_tree->currentIndex().isValid())
        m_tree->setCurrentIndex(m_filtered->index(0, 0));
}

void Navigator::filter(const QString& text)
{
    if (!text.isEmpty())
        m_model->populateAll();
    m_filtered->setFilterFixedString(text);
    if (!text.isEmpty())
        m_tree->expandAll();
}

void Navigator::openAt(const QModelIndex& index)
{
    const std::optional<Address> address = Address::parse(index.data(NavigatorModel::AddressRole).toString());
    if (address)
        open(*address);
    else
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
}

/// What is pinned is wanted whether its connection is open or not; why it cannot be opened stands at the connection.
void Navigator::open(const Address& address)
{
    if (!address.connection.isEmpty() && !m_book.connection(address.connection))
        (void)m_book.open(address.connection);
    emit openRequested(address);
}

void Navigator::showMenu(const QPoint& where)
{
    const QModelIndex index = m_tree->indexAt(where);
    const std::optional<Address> address = Address::parse(index.data(NavigatorModel::AddressRole).toString());
    if (!address)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this, address] { open(*address); });
    if (address->place == Address::Place::Deployment) {
        const bool pinned = m_model->isPinned(*address);
        menu->addAction(theme::icon(u"pin"_s), pinned ? tr("Unpin") : tr("Pin"), this,
                        [this, address, pinned] { m_model->setPinned(*address, !pinned); });
        menu->addAction(theme::icon(u"copy"_s), tr("Copy name"), this,
                        [address] { QGuiApplication::clipboard()->setText(address->object.name); });
    }
    menu->addAction(tr("Copy address"), this, [address] { QGuiApplication::clipboard()->setText(address->text()); });
    menu->popup(m_tree->viewport()->mapToGlobal(where));
}

void Navigator::retranslate()
{
    m_search->setPlaceholderText(tr("Filter"));
    m_search->setAccessibleName(tr("Filter the navigator"));
    m_tree->setAccessibleName(tr("Navigator"));
    m_model->retranslate();
}

void Navigator::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace shell
