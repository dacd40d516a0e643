#include "app/gui/operations.h"

#include "core/base/visibletext.h"
#include "core/http/client.h"
#include "ui/connections/book.h"
#include "ui/operations/batchpage.h"
#include "ui/operations/dock.h"
#include "ui/operations/draft.h"
#include "ui/operations/historypage.h"
#include "ui/operations/notifier.h"
#include "ui/operations/planpage.h"
#include "ui/operations/words.h"
#include "ui/shell/activity.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gui {

using operations::Draft;
using shell::Address;
using workflow::Confirmation;
using workflow::Operation;
using Verb = plans::Intent::Verb;

namespace {

const auto deployment = u"FlinkDeployment"_s;
const auto sessionJob = u"FlinkSessionJob"_s;

plans::Intent intentFor(const QString& kind, const kube::ObjectKey& object, Verb verb)
{
    plans::Intent intent;
    intent.verb = verb;
    intent.kind = kind;
    intent.nameSpace = object.nameSpace;
    intent.name = object.name;
    return intent;
}

std::optional<flink::OperatorStatus> statusOf(const flink::Connection& connection, const plans::Intent& intent)
{
    const kube::ObjectKey object{intent.nameSpace, intent.name};
    if (intent.kind == sessionJob) {
        const auto* jobs = connection.sessionJobs();
        const auto live = jobs ? jobs->value(object) : nullptr;
        return live ? std::optional(live->status) : std::nullopt;
    }
    const auto* deployments = connection.deployments();
    const auto live = deployments ? deployments->value(object) : nullptr;
    return live ? std::optional(live->status) : std::nullopt;
}

/// A colour is changed where its changes come from.
void turnToBlueGreen(plans::Intent& intent, const flink::Connection* connection)
{
    const auto* deployments = connection ? connection->deployments() : nullptr;
    const auto live = deployments ? deployments->value({intent.nameSpace, intent.name}) : nullptr;
    if (intent.kind != deployment || intent.verb != Verb::Upgrade || !live || live->metadata.blueGreen.isEmpty())
        return;
    intent.kind = plans::blueGreenKind.toString();
    intent.name = live->metadata.blueGreen;
}

/// What a new start may begin from, the newest first.
QStringList snapshotsOf(const flink::Connection& connection, const plans::Intent& intent)
{
    const kube::ObjectKey object{intent.nameSpace, intent.name};
    QList<std::pair<QDateTime, QString>> known;
    const auto* snapshots = connection.snapshots();
    const QList<kube::ObjectKey> keys = snapshots ? snapshots->keys() : QList<kube::ObjectKey>();
    for (const kube::ObjectKey& key : keys) {
        const auto snapshot = snapshots->value(key);
        if (snapshot && key.nameSpace == object.nameSpace && snapshot->jobName == object.name &&
            snapshot->jobKind == intent.kind && !snapshot->path.isEmpty())
            known.append({snapshot->resultAt, snapshot->path});
    }
    if (const std::optional<flink::OperatorStatus> status = statusOf(connection, intent)) {
        known.append({status->lastSavepointAt, status->lastSavepointPath});
        known.append({{}, status->upgradeSavepointPath});
    }
    std::stable_sort(known.begin(), known.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    QStringList paths;
    for (const auto& [when, path] : std::as_const(known)) {
        if (path.contains(u'/'))
            paths.append(path);
    }
    paths.removeDuplicates();
    return paths;
}

} // namespace

Operations::Operations(connections::Book& book)
    : m_book(book)
    , m_desk(workflow::Journal::usualFolder(), operations::Desk::usualTimes())
    , m_model(m_desk)
{
    connect(&m_book, &connections::Book::changed, this, [this] { tellClusters(); });
    connect(&m_book, &connections::Book::opened, this, [this] { tellClusters(); });
    connect(&m_book, &connections::Book::aboutToClose, this,
            [this](const flink::Connection* connection) { tellClusters(connection->id()); });
    tellClusters();
}

Operations::~Operations() = default;

/// `closing`: the connection that is about to be closed.
void Operations::tellClusters(const QString& closing)
{
    QList<operations::Cluster> clusters;
    for (const connections::Entry& entry : m_book.entries()) {
        if (!entry.isUsable())
            continue;
        const bool isEndpoint = entry.type == flink::Connection::Type::Endpoint;
        operations::Cluster cluster;
        cluster.id = entry.id();
        cluster.context = isEndpoint ? entry.server : flink::contextNameOf(entry.id());
        cluster.environment = entry.settings.effectiveEnvironment();
        cluster.isProtected = entry.settings.effectivelyProtected();
        cluster.isPractice = entry.isPractice;
        if (entry.id() != closing)
            cluster.connection = m_book.connection(entry.id());
        clusters.append(cluster);
    }
    m_desk.setClusters(clusters);
}

void Operations::setWindow(shell::MainWindow* window)
{
    m_window = window;
    m_dock = new operations::Dock(m_desk, m_model);
    window->activity().setOperations(m_dock);
    m_notifier = new operations::Notifier(window);
    const auto count = [this] {
        if (m_window)
            m_window->setRunningOperations(static_cast<int>(m_desk.runningCount()));
    };
    connect(&m_desk, &operations::Desk::begun, this, count);
    connect(&m_desk, &operations::Desk::changed, this, count);
    connect(&m_desk, &operations::Desk::loaded, this, count);
    connect(&m_desk, &operations::Desk::loaded, this, &Operations::offerInterrupted);
    connect(&m_desk, &operations::Desk::ended, this, &Operations::tellEnd);
    connect(&m_desk, &operations::Desk::wasLeft, this, [this](const QString& id) {
        const Operation* left = m_desk.operation(id);
        if (m_window && left && left->isOpen())
            m_window->notify(base::Health::AtRisk, tr("%1: left as it is, for its connection was closed. Continue it "
                                                      "from the list of operations.")
                                                       .arg(base::visibleText(left->plan.title, 120)));
    });
    connect(&m_desk, &operations::Desk::gotStuck, this, [this](const QString& id) {
        if (const Operation* stuck = m_desk.operation(id); stuck && m_window)
            m_window->notify(base::Health::AtRisk,
                             tr("%1 is stuck. What can be done about it stands in the list of operations.")
                                 .arg(base::visibleText(stuck->plan.title, 120)));
    });
    connect(&m_desk, &operations::Desk::warned, this, [this](const QString& text) {
        if (m_window)
            m_window->notify(base::Health::AtRisk, text);
    });
    connect(&m_desk, &operations::Desk::planWanted, this, &Operations::showPlan);
    connect(m_dock, &operations::Dock::historyRequested, this, &Operations::showHistory);
    connect(m_notifier, &operations::Notifier::activated, this, [this](const QString& id) {
        m_window->show();
        m_window->activateWindow();
        showHistory(id);
    });
    count();
}

/// What a process that is no more has left half done, said once.
void Operations::offerInterrupted()
{
    if (std::exchange(m_isOffered, true) || !m_window)
        return;
    const auto open = std::ranges::count(m_desk.operations(), Operation::State::Interrupted, &Operation::state);
    if (open == 0)
        return;
    m_window->notify(base::Health::AtRisk,
                     tr("%n operation(s) were interrupted. Continue them, or go on by hand.", nullptr, int(open)));
    m_window->showOperations();
}

void Operations::tellEnd(const QString& id)
{
    const Operation* ended = m_desk.operation(id);
    if (!ended || !m_window)
        return;
    m_window->notify(operations::familyOf(ended->state),
                     u"%1: %2"_s.arg(base::visibleText(ended->plan.title, 120), workflow::stateText(ended->state)));
    m_notifier->tell(*ended);
}

void Operations::showHistory(const QString& id)
{
    m_window->go({Address::Place::History, {}, {}});
    if (const shell::Page* page = m_window->currentPage()) {
        if (auto* history = qobject_cast<operations::HistoryPage*>(page->widget()))
            history->select(id);
    }
}

/// What was planned there before makes room, unless it is under way or just this.
void Operations::showPlan(const QString& connection, const plans::Intent& intent)
{
    const Address address{Address::Place::Plan,
                          connection,
                          {intent.nameSpace, intent.name},
                          {},
                          plans::verbWord(intent.verb),
                          intent.kind == deployment ? QString() : intent.kind};
    if (shell::Page* open = m_window->workspace().find(address)) {
        auto* plan = qobject_cast<operations::PlanPage*>(open->widget());
        const Draft* draft = plan ? &plan->draft() : nullptr;
        const bool isOver = draft && draft->stage() == Draft::Stage::Begun && !m_desk.isAtWork(draft->operationId());
        const bool isOther = draft && draft->stage() != Draft::Stage::Begun && draft->wanted() != intent;
        if (isOver || isOther)
            m_window->workspace().close(open);
    }
    m_given = intent;
    m_window->go(address);
    m_given.reset();
}

void Operations::request(const QString& connection, const QString& kind, const kube::ObjectKey& object, Verb verb)
{
    plans::Intent intent = intentFor(kind, object, verb);
    turnToBlueGreen(intent, m_book.connection(connection));
    if (verb != Verb::Savepoint && verb != Verb::Checkpoint)
        return showPlan(connection, intent);
    // It is over when it has begun, or was taken back.
    auto* draft = new Draft(m_desk, connection, intent);
    const std::shared_ptr<Draft> one(draft, [](Draft* over) { over->deleteLater(); });
    connect(draft, &Draft::changed, this, [this, one] {
        if (one->stage() == Draft::Stage::Checking)
            return;
        const std::shared_ptr<Draft> kept = one; // disconnecting ends this very function's own
        kept->disconnect(this);
        const bool isQuick = kept->obstacle().isEmpty() && kept->plan()->confirmation == Confirmation::Undo;
        if (isQuick)
            beginSoon(kept);
        else
            showPlan(kept->cluster().id, kept->intent());
    });
    draft->check();
}

void Operations::beginSoon(const std::shared_ptr<Draft>& draft)
{
    const QString title = base::visibleText(draft->plan()->title, 120);
    connect(draft.get(), &Draft::begun, m_window, [this] { m_window->showOperations(); });
    m_window->notifyCancellable(tr("%1 begins in a moment.").arg(title), this, [this, draft, title] {
        draft->agree();
        // Nobody sees what stops it otherwise.
        if (draft->stage() == Draft::Stage::Failed)
            m_window->notify(base::Health::Broken,
                             tr("%1 has not begun: %2").arg(title, base::visibleText(draft->problem()->message, 400)));
    });
}

shell::Page* Operations::makePlan(const Address& address, QString* why)
{
    const flink::Connection* connection = m_book.connection(address.connection);
    const std::optional<Verb> verb = plans::verbOf(address.verb);
    if (!connection) {
        *why = tr("The connection of this page is not open: %1").arg(base::visibleText(address.connection));
        return nullptr;
    }
    const bool isFlinkJob = address.kind == plans::flinkJobKind && plans::canDo(verb.value_or(Verb::Upgrade));
    const bool isTransition = address.kind == plans::blueGreenKind && verb == Verb::Upgrade;
    const bool isKnownKind = address.kind.isEmpty() || address.kind == sessionJob || isFlinkJob || isTransition;
    if (!verb || !isKnownKind || !http::isSafeSegment(address.object.name) ||
        (!isFlinkJob && !http::isSafeSegment(address.object.nameSpace))) {
        *why = tr("This address names no operation that can be planned here.");
        return nullptr;
    }
    const plans::Intent intent =
        m_given.value_or(intentFor(address.kind.isEmpty() ? deployment : address.kind, address.object, *verb));
    auto* shown = new operations::PlanPage(std::make_unique<Draft>(m_desk, address.connection, intent),
                                           snapshotsOf(*connection, intent));
    auto* page = new shell::Page(address, shown);
    page->title = [shown] { return shown->title(); };
    page->iconName = u"operations"_s;
    page->connections = [id = address.connection] { return QStringList{id}; };
    page->kubectl = [shown] { return shown->kubectl(); };
    page->reload = [shown] { shown->refresh(); };
    connect(shown, &operations::PlanPage::changed, page, &shell::Page::changed);
    connect(
        shown, &operations::PlanPage::closeRequested, page, [this, page] { m_window->workspace().close(page); },
        Qt::QueuedConnection);
    return page;
}

void Operations::request(const QList<std::pair<QString, kube::ObjectKey>>& deployments, Verb verb)
{
    if (deployments.size() == 1)
        return request(deployments.first().first, deployment, deployments.first().second, verb);
    QList<operations::Batch::Wish> wishes;
    for (const auto& [connection, object] : deployments)
        wishes.append({connection, intentFor(deployment, object, verb)});
    const Address address{Address::Place::Batch, {}, {}, {}, plans::verbWord(verb)};
    // Another choice makes another page; what was agreed to there goes on.
    if (shell::Page* open = m_window->workspace().find(address))
        m_window->workspace().close(open);
    m_wishes = wishes;
    m_window->go(address);
    m_wishes.clear();
}

shell::Page* Operations::makeBatch(const Address& address, QString* why)
{
    if (m_wishes.isEmpty()) {
        *why = tr("Select the deployments in the fleet first.");
        return nullptr;
    }
    auto* shown = new operations::BatchPage(std::make_unique<operations::Batch>(m_desk, m_wishes));
    auto* page = new shell::Page(address, shown);
    QStringList connections;
    for (const operations::Batch::Wish& wish : std::as_const(m_wishes))
        connections.append(wish.clusterId);
    connections.removeDuplicates();
    page->title = [shown] { return shown->title(); };
    page->iconName = u"operations"_s;
    page->connections = [connections] { return connections; };
    page->kubectl = [shown] { return shown->kubectl(); };
    page->reload = [shown] { shown->refresh(); };
    connect(shown, &operations::BatchPage::changed, page, &shell::Page::changed);
    connect(
        shown, &operations::BatchPage::closeRequested, page, [this, page] { m_window->workspace().close(page); },
        Qt::QueuedConnection);
    return page;
}

shell::Page* Operations::makeHistory()
{
    auto* shown = new operations::HistoryPage(m_desk, m_model);
    auto* page = new shell::Page({Address::Place::History, {}, {}}, shown);
    page->title = [] { return tr("History of operations"); };
    page->connections = [this] {
        QStringList ids;
        for (const flink::Connection* open : m_book.openConnections())
            ids.append(open->id());
        return ids;
    };
    page->iconName = u"clock"_s;
    page->reload = [this] { m_desk.reload(); };
    connect(shown, &operations::HistoryPage::notified, m_window,
            [window = m_window](const QString& text) { window->notify(base::Health::Changing, text); });
    connect(shown, &operations::HistoryPage::failed, m_window,
            [window = m_window](const QString& text) { window->notify(base::Health::Broken, text); });
    return page;
}

} // namespace gui
