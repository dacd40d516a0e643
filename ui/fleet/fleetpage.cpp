#include "ui/fleet/fleetpage.h"

#include "ui/fleet/columnmenu.h"
#include "ui/fleet/filterbar.h"
#include "ui/fleet/tilebar.h"
#include "ui/fleet/viewbar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingrows.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/timedisplay.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QStackedLayout>

namespace fleet {

using namespace Qt::StringLiterals;

namespace {

/// Narrower than this the filter has no room for chips beside it.
constexpr int narrowBelow = 1040;
/// A name with its namespace has at least so much room before another column folds.
constexpr int leastNameWidth = 260;

} // namespace

FleetPage::FleetPage(QWidget* parent)
    : QWidget(parent)
    , m_attention(m_model, m_evidence)
    , m_tiles(new TileBar(this))
    , m_filter(new FilterBar(m_savedViews, this))
    , m_trouble(new widgets::StaleBanner(this))
    , m_content(new QStackedLayout)
    , m_table(new widgets::ObjectTable(u"fleet"_s, this))
    , m_columnMenu(new ColumnMenu(m_model, this))
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
    connect(&m_filter->views(), &ViewBar::chosen, this, &FleetPage::showView);
    connect(&m_savedViews, &SavedViews::changed, this, &FleetPage::viewsChanged);
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
    connect(&m_evidence, &EvidencePool::released, this, [this](const RowKey& key) {
        // A trouble is judged anew with each change of the resource; a healthy row is asked about again.
        const Row* row = m_model.row(key);
        for (const auto& feed : m_feeds) {
            if (feed->connection().id() == key.connection && row && row->health == base::Health::Healthy)
                feed->dropFacts(key.object);
        }
    });
    if (auto* display = widgets::TimeDisplay::instance()) {
        connect(display, &widgets::TimeDisplay::ticked, this, &FleetPage::tick);
        connect(display, &widgets::TimeDisplay::changed, this, &FleetPage::retranslate);
    }
}

void FleetPage::addConnection(flink::Connection& connection)
{
    m_attention.add(connection);
    auto feed = std::make_unique<Feed>(connection, [this](QList<Row> rows, const QList<RowKey>& gone) {
        m_attention.queue(rows);
        m_model.apply(std::move(rows), gone);
        m_attention.update();
    });
    connect(&connection, &flink::Connection::stateChanged, feed.get(), [this] {
        showTrouble();
        chooseContent();
    });
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
    m_scopeNameSpaces.sort();
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
    m_filter->views().setShown(shown());
    m_attention.update();
}

void FleetPage::clearFilter()
{
    showView({});
}

SavedView FleetPage::shown() const
{
    SavedView view;
    view.filter = m_filter->text().trimmed();
    view.family = m_tiles->pressed();
    view.sort = m_model.sortKeys();
    view.nameSpaces = m_scopeNameSpaces;
    return view;
}

void FleetPage::showView(const SavedView& view)
{
    if (!view.sort.isEmpty())
        sort(view.sort);
    m_tiles->choose(view.family);
    const bool isElsewhere = m_scopeNameSpaces != view.nameSpaces;
    m_scopeNameSpaces = view.nameSpaces;
    m_filter->setText(view.filter);
    if (isElsewhere)
        emit nameSpacesWanted(view.nameSpaces);
}

void FleetPage::saveView()
{
    m_filter->views().askToSave();
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
    m_filter->setNarrow(width() < narrowBelow);
    fold();
}

/// What matters least goes first, until the rest can be seen without scrolling sideways. Labels the user added count
/// for nothing here: he wants them beside the others.
void FleetPage::fold()
{
    int needed = leastNameWidth;
    for (const Column column : allColumns)
        needed += column == Column::Deployment ? 0 : m_table->wantedWidth(int(column));
    QList<int> folded;
    for (const Column column : {Column::Lifecycle, Column::Changed, Column::Owner, Column::Flink, Column::Parallelism,
                                Column::Restarts, Column::Context}) {
        if (needed <= width())
            break;
        needed -= m_table->wantedWidth(int(column));
        folded.append(int(column));
    }
    m_table->setFolded(folded);
}

} // namespace fleet
