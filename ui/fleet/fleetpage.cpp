#include "ui/fleet/fleetpage.h"

#include "ui/fleet/filterbar.h"
#include "ui/fleet/tilebar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingrows.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/timedisplay.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QStackedLayout>

#include <algorithm>

namespace fleet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Rows keep their places so long after the pointer last moved over them.
constexpr auto holdTime = 3s;
/// Narrower than this only what matters most stays.
constexpr int foldBelow = 900;

} // namespace

FleetPage::FleetPage(QWidget* parent)
    : QWidget(parent)
    , m_attention(m_model, m_evidence)
    , m_tiles(new TileBar(this))
    , m_filter(new FilterBar(this))
    , m_trouble(new widgets::StaleBanner(this))
    , m_content(new QStackedLayout)
    , m_table(new widgets::ObjectTable(u"fleet"_s, this))
    , m_empty(new widgets::EmptyState(this))
    , m_loading(new widgets::LoadingRows(this))
{
    layOut();
    makeTable();
    connectParts();
    retranslate();
    chooseContent();
}

FleetPage::~FleetPage() = default;

void FleetPage::layOut()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::pageMargin, 0, 0);
    column->setSpacing(theme::between);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(theme::pageMargin, 0, theme::pageMargin, 0);
    head->setSpacing(theme::between);
    head->addWidget(m_tiles);
    head->addWidget(m_filter);
    head->addWidget(m_trouble);
    column->addLayout(head);
    m_content->addWidget(m_table);
    m_content->addWidget(m_empty);
    m_content->addWidget(m_loading);
    column->addLayout(m_content, 1);
    m_trouble->hide();
}

void FleetPage::connectParts()
{
    m_filter->setTable(m_table);
    connect(m_filter, &FilterBar::edited, this, &FleetPage::applyFilter);
    connect(m_filter, &FilterBar::left, this, [this] { m_table->setFocus(); });
    connect(m_tiles, &TileBar::familyChosen, this, &FleetPage::applyFilter);
    connect(m_empty, &widgets::EmptyState::actionRequested, this, [this] {
        if (m_feeds.empty())
            emit connectRequested();
        else if (m_empty->kind() == widgets::EmptyState::Kind::Filtered)
            clearFilter();
        else
            refresh();
    });
    connect(&m_model, &FleetModel::countsChanged, this, &FleetPage::showCounts);
    connect(&m_evidence, &EvidencePool::learned, this,
            [this](const RowKey& key, const std::shared_ptr<const RestFacts>& facts) {
                for (const auto& feed : m_feeds) {
                    if (feed->connection().id() == key.connection)
                        feed->setFacts(key.object, facts);
                }
            });
    if (auto* display = widgets::TimeDisplay::instance()) {
        connect(display, &widgets::TimeDisplay::ticked, this, &FleetPage::tick);
        connect(display, &widgets::TimeDisplay::changed, this, &FleetPage::retranslate);
    }
}

void FleetPage::makeTable()
{
    setFocusProxy(m_table);
    m_table->setModel(&m_model);
    m_table->setNameColumn(int(Column::Deployment));
    m_table->setDefaultColumns({112, 200, 120, 128, 66, 54, 130, 76, 84, 76, 104}, {int(Column::Lifecycle)});
    m_table->setStretchColumn(int(Column::Deployment));
    m_table->setItemDelegateForColumn(int(Column::Health), new widgets::StatusDelegate(m_table));
    m_table->setItemDelegateForColumn(int(Column::Deployment),
                                      new widgets::NameDelegate(widgets::NameDelegate::Weight::Medium, m_table));
    m_table->setItemDelegateForColumn(int(Column::Context),
                                      new widgets::NameDelegate(widgets::NameDelegate::Weight::Normal, m_table));
    m_table->setItemDelegateForColumn(int(Column::CheckpointAge), new widgets::AgeDelegate(m_table));
    for (const Column column : {Column::Parallelism, Column::Restarts, Column::Changed})
        m_table->setItemDelegateForColumn(int(column), new widgets::NumberDelegate(m_table));
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(int(Column::Health), Qt::AscendingOrder);
    connect(header, &QHeaderView::sectionClicked, this, &FleetPage::sortBy);
    connect(m_table, &widgets::ObjectTable::rowActivated, this, &FleetPage::openRow);
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
    connect(m_table, &widgets::ObjectTable::contextMenuFilled, this, [this](QMenu* menu, int row) {
        if (row >= 0)
            menu->addAction(tr("Open"), this,
                            [this, key = m_model.rowAt(row).key] { emit openRequested(key.connection, key.object); });
    });
    m_table->viewport()->installEventFilter(this);
    m_holdEnd.setSingleShot(true);
    m_holdEnd.setInterval(holdTime);
    connect(&m_holdEnd, &QTimer::timeout, this, [this] { m_model.setHeld(false); });
}

void FleetPage::addConnection(flink::Connection& connection)
{
    m_attention.add(connection);
    auto feed = std::make_unique<Feed>(connection);
    connect(feed.get(), &Feed::told, this, [this](const QList<Row>& rows, const QList<RowKey>& gone) {
        m_model.apply(rows, gone);
        m_attention.update();
    });
    connect(&connection, &flink::Connection::stateChanged, feed.get(), [this] {
        showTrouble();
        chooseContent();
    });
    feed->retell();
    m_feeds.push_back(std::move(feed));
    showTrouble();
    chooseContent();
}

void FleetPage::removeConnection(flink::Connection& connection)
{
    m_attention.remove(connection);
    std::erase_if(m_feeds, [&](const auto& feed) { return &feed->connection() == &connection; });
    m_model.apply({}, m_model.keysOf(connection.id()));
    showTrouble();
    chooseContent();
}

void FleetPage::setScope(const QStringList& connectionIds, const QStringList& nameSpaces)
{
    m_scopeConnections = connectionIds;
    m_scopeNameSpaces = nameSpaces;
    applyFilter();
}

void FleetPage::setFilterText(const QString& text)
{
    m_filter->setText(text);
}

QString FleetPage::filterText() const
{
    return m_filter->text();
}

void FleetPage::applyFilter()
{
    Filter filter;
    filter.query = Query::parse(m_filter->text());
    filter.family = m_tiles->pressed();
    filter.connections = m_scopeConnections;
    filter.nameSpaces = m_scopeNameSpaces;
    m_filter->showProblems(filter.query);
    m_model.setFilter(filter);
    m_attention.update();
}

void FleetPage::clearFilter()
{
    m_tiles->release();
    m_scopeNameSpaces.clear();
    m_filter->setText({});
    applyFilter();
}

void FleetPage::sortBy(int column)
{
    const bool isAdded = QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier);
    QList<SortKey> keys = m_model.sortKeys();
    const auto found =
        std::find_if(keys.begin(), keys.end(), [column](SortKey key) { return key.column == Column(column); });
    SortKey key{Column(column), Qt::AscendingOrder};
    if (found != keys.end()) {
        key.order = found->order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
        if (isAdded)
            *found = key;
    } else if (isAdded) {
        keys.append(key);
    }
    if (!isAdded)
        keys = {key};
    m_model.setSort(keys);
    m_table->horizontalHeader()->setSortIndicator(int(keys.first().column), keys.first().order);
    m_attention.update();
}

const Row* FleetPage::selectedRow() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? &m_model.rowAt(current.row()) : nullptr;
}

void FleetPage::openRow(int row)
{
    const RowKey key = m_model.rowAt(row).key;
    emit openRequested(key.connection, key.object);
}

void FleetPage::refresh()
{
    for (const auto& feed : m_feeds) {
        if (Situation::isTrouble(feed->connection().state().kind))
            feed->connection().reconnect();
    }
    m_evidence.refresh();
}

void FleetPage::tick()
{
    if (isVisible())
        m_model.setNow(QDateTime::currentMSecsSinceEpoch());
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

void FleetPage::paintEvent(QPaintEvent* event)
{
    QPainter(this).fillRect(event->rect(), theme::color(theme::Role::Surface));
}

QList<Situation::Party> FleetPage::parties() const
{
    QList<const flink::Connection*> connections;
    for (const auto& feed : m_feeds) {
        if (m_scopeConnections.isEmpty() || m_scopeConnections.contains(feed->connection().id()))
            connections.append(&feed->connection());
    }
    return Situation::partiesOf(connections);
}

void FleetPage::showCounts()
{
    const Counts& counts = m_model.counts();
    m_tiles->showCounts(counts);
    m_filter->showCounts(counts, m_model.waiting());
    chooseContent();
    emit countsChanged();
}

void FleetPage::showTrouble()
{
    const std::optional<Situation::Cut> cut = Situation::cutOf(parties());
    // With nothing to show the whole page says so.
    const bool hasRows = m_model.counts().total > 0;
    m_trouble->setVisible(cut && hasRows);
    if (cut && hasRows)
        m_trouble->showStale(cut->lastContact, cut->sentence);
}

void FleetPage::chooseContent()
{
    const Counts& counts = m_model.counts();
    if (m_model.rowCount() > 0) {
        m_content->setCurrentWidget(m_table);
        return;
    }
    if (counts.total > 0) {
        m_empty->showFiltered(counts.total);
        m_content->setCurrentWidget(m_empty);
        return;
    }
    const Situation situation = Situation::of(parties());
    switch (situation.kind) {
    case Situation::Kind::Loading:
        m_content->setCurrentWidget(m_loading);
        return;
    case Situation::Kind::NoConnection:
        m_empty->showNone(situation.sentence, tr("Connect…"));
        break;
    case Situation::Kind::NotPermitted:
        m_empty->showNotPermitted(situation.sentence, tr("Try again"));
        break;
    case Situation::Kind::Unreachable:
        m_empty->showUnreachable(situation.sentence, situation.lastSeen, tr("Try again"));
        break;
    case Situation::Kind::NotInstalled:
        m_empty->showNone(situation.sentence, tr("Try again"));
        break;
    case Situation::Kind::Nothing:
        m_empty->showNone(situation.sentence);
        break;
    }
    m_content->setCurrentWidget(m_empty);
}

void FleetPage::retranslate()
{
    m_table->setAccessibleName(tr("Deployments"));
    m_model.retranslate();
    showCounts();
    showTrouble();
}

void FleetPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    // The verdicts' sentences are in the language they were made in.
    for (const auto& feed : m_feeds)
        feed->retell();
}

void FleetPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    tick();
    m_attention.setWatching(true);
}

void FleetPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_attention.setWatching(false);
}

void FleetPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    QList<int> folded;
    if (width() < foldBelow) {
        for (const Column column : {Column::Context, Column::Flink, Column::Parallelism, Column::Restarts,
                                    Column::Owner, Column::Changed, Column::Lifecycle})
            folded.append(int(column));
    }
    m_table->setFolded(folded);
    m_filter->setNarrow(!folded.isEmpty());
}

} // namespace fleet
