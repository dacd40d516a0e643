#include "ui/operations/desk.h"

#include "core/base/background.h"
#include "core/base/visibletext.h"
#include "core/plans/fallback.h"
#include "core/plans/planning.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace operations {

using base::Error;
using base::Ok;
using base::Result;
using workflow::Operation;
using State = Operation::State;

namespace {

/// So long nothing new may be seen before the outcome counts as unknown.
constexpr std::chrono::minutes patience{15};
/// How often it is looked what other processes have written, while one of them is at something.
constexpr std::chrono::seconds followOthers{3};
constexpr std::chrono::milliseconds gathering{200};

} // namespace

Desk::Desk(const QString& folder, workflow::RunnerTimes times, QObject* parent)
    : QObject(parent)
    , m_folder(folder)
    , m_journal(folder)
    , m_times(times)
{
    m_reloading.setSingleShot(true);
    connect(&m_reloading, &QTimer::timeout, this, &Desk::reload);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] {
        if (!m_reloading.isActive() || m_reloading.remainingTimeAsDuration() > gathering)
            m_reloading.start(gathering);
    });
    reload();
}

Desk::~Desk()
{
    // What is practised has no tomorrow.
    QStringList practised;
    for (const auto& [id, work] : m_running) {
        if (work.isPractice)
            practised.append(id);
    }
    for (const QString& id : std::as_const(practised))
        leave(id);
}

workflow::RunnerTimes Desk::usualTimes()
{
    workflow::RunnerTimes times;
    times.patience = patience;
    return times;
}

void Desk::setClusters(const QList<Cluster>& all)
{
    if (m_clusters == all)
        return;
    m_clusters = all;
    QStringList lost;
    for (const auto& [id, work] : m_running) {
        if (!cluster(work.clusterId).connection)
            lost.append(id);
    }
    for (const QString& id : std::as_const(lost))
        leave(id);
    emit clustersChanged();
}

/// Its process is at it no more, and it goes on by hand or later.
void Desk::leave(const QString& id)
{
    const bool isPractice = m_running[id].isPractice;
    m_running.erase(id);
    m_next.remove(id);
    if (isPractice) {
        if (auto opened = m_journal.takeUp(id))
            (void)(*opened)->writeEnd(State::Abandoned, tr("The practice cluster was closed."));
    }
    if (const std::optional<Operation> left = m_journal.operation(id))
        keep(*left);
    emit wasLeft(id);
}

Cluster Desk::cluster(const QString& id) const
{
    const auto found = std::ranges::find(m_clusters, id, &Cluster::id);
    return found == m_clusters.end() ? Cluster() : *found;
}

Cluster Desk::clusterOfContext(const QString& context) const
{
    const auto found = std::ranges::find(m_clusters, context, &Cluster::context);
    return found == m_clusters.end() ? Cluster() : *found;
}

std::optional<plans::Site> Desk::site(const QString& clusterId) const
{
    const Cluster found = cluster(clusterId);
    if (!found.connection || !found.connection->api())
        return std::nullopt;
    plans::Site site;
    site.api = found.connection->api();
    site.rest = [connection = found.connection.data()](const kube::ObjectKey& flink) {
        return connection->restClient(flink);
    };
    site.context = found.context;
    site.environment = found.environment;
    site.isProtected = found.isProtected;
    site.journal = &m_journal;
    return site;
}

std::unique_ptr<Desk::FlinkPlace> Desk::flinkPlace(const QString& clusterId) const
{
    const Cluster found = cluster(clusterId);
    if (!found.connection || found.connection->type() != flink::Connection::Type::Endpoint)
        return nullptr;
    auto place = std::make_unique<FlinkPlace>();
    place->rest = found.connection->restClient({});
    place->site = {place->rest.get(), found.context, found.environment, found.isProtected, &m_journal};
    return place;
}

const Operation* Desk::operation(const QString& id) const
{
    const auto found = std::ranges::find(m_operations, id, &Operation::id);
    return found == m_operations.end() ? nullptr : &*found;
}

qsizetype Desk::runningCount() const
{
    return std::ranges::count(m_operations, State::Running, &Operation::state);
}

bool Desk::isCancelling(const QString& id) const
{
    const auto found = m_running.find(id);
    return found != m_running.end() && found->second.runner->isCancelling();
}

bool Desk::isStuck(const QString& id) const
{
    const auto found = m_running.find(id);
    return found != m_running.end() && found->second.runner->isStuck();
}

QString Desk::obstacleToGoOn(const Operation& operation) const
{
    if (isAtWork(operation.id))
        return tr("Drey is at it.");
    if (operation.state == State::Running)
        return tr("Another process is at it.");
    if (!operation.isOpen())
        return tr("It is over.");
    if (!operation.problem.isEmpty())
        return base::visibleText(operation.problem);
    const Cluster there = clusterOfContext(operation.plan.context);
    if (!there.connection)
        return tr("The context '%1' is not connected.").arg(base::visibleText(operation.plan.context, 80));
    if (there.isProtected)
        return tr("The context '%1' is protected: nothing is sent to it.")
            .arg(base::visibleText(operation.plan.context, 80));
    return {};
}

namespace {

Error disconnected()
{
    return {Error::Kind::Network, Desk::tr("There is no connection to this cluster any more."), {}};
}

} // namespace

Result<QString> Desk::begin(const QString& clusterId, const plans::Survey& survey, const workflow::Plan& plan)
{
    const std::optional<plans::Site> where = site(clusterId);
    if (!where)
        return disconnected();
    Work work;
    work.clusterId = clusterId;
    work.doer = std::make_unique<plans::ClusterDoer>(*where, survey);
    return begin(std::move(work), plan);
}

Result<QString> Desk::begin(const QString& clusterId, const plans::FlinkSurvey& survey, const workflow::Plan& plan)
{
    Work work;
    work.clusterId = clusterId;
    work.place = flinkPlace(clusterId);
    if (!work.place)
        return disconnected();
    work.doer = std::make_unique<plans::FlinkDoer>(work.place->site, survey);
    return begin(std::move(work), plan);
}

Result<QString> Desk::begin(Work work, const workflow::Plan& plan)
{
    auto opened = m_journal.begin(plan);
    if (!opened)
        return opened.error();
    const QString id = (*opened)->operation().id;
    m_operations.prepend((*opened)->operation());
    work.isPractice = cluster(work.clusterId).isPractice;
    run(std::move(work), *std::move(opened));
    emit begun(id);
    return id;
}

Result<Ok> Desk::goOn(const QString& id)
{
    const Operation* known = operation(id);
    const Cluster there = known ? clusterOfContext(known->plan.context) : Cluster();
    Work work;
    work.clusterId = there.id;
    work.isPractice = there.isPractice;
    if (known && plans::isAtEndpoint(known->plan)) {
        work.place = flinkPlace(there.id);
        if (work.place)
            work.doer = std::make_unique<plans::FlinkDoer>(work.place->site);
    } else if (const std::optional<plans::Site> where = site(there.id)) {
        work.doer = std::make_unique<plans::ClusterDoer>(*where);
    }
    if (!work.doer)
        return disconnected();
    auto opened = m_journal.takeUp(id);
    if (!opened)
        return opened.error();
    keep((*opened)->operation());
    run(std::move(work), *std::move(opened));
    return Ok();
}

Result<Ok> Desk::abandon(const QString& id)
{
    auto opened = m_journal.takeUp(id);
    if (!opened)
        return opened.error();
    const Result<Ok> written = (*opened)->writeEnd(State::Abandoned, tr("Somebody goes on by hand."));
    if (written)
        keep((*opened)->operation());
    return written;
}

void Desk::cancel(const QString& id)
{
    const auto found = m_running.find(id);
    if (found == m_running.end())
        return;
    found->second.runner->cancel();
    emit changed(id);
}

QList<plans::Offer> Desk::offers(const QString& id) const
{
    const Operation* known = operation(id);
    const bool isOfOther = known && known->state == State::Running && !isAtWork(id);
    if (!known || isOfOther || m_next.contains(id) || !plans::isLatest(*known, m_operations))
        return {};
    return site(clusterOfContext(known->plan.context).id) ? plans::offersOf(*known, isStuck(id))
                                                          : QList<plans::Offer>();
}

void Desk::take(const QString& id, const plans::Offer& offer)
{
    const Operation* known = operation(id);
    if (!known || !offer.intent)
        return;
    m_next.insert(id, *offer.intent);
    if (isAtWork(id))
        return cancel(id);
    if (known->isOpen()) {
        if (const Result<Ok> left = abandon(id); !left) {
            m_next.remove(id);
            emit warned(left.error().message);
            return;
        }
    }
    askForPlan(id);
}

/// What it ended with may be another end than the one that was asked for: the plan tells.
void Desk::askForPlan(const QString& id)
{
    const auto next = m_next.constFind(id);
    const Operation* known = operation(id);
    if (next == m_next.constEnd() || !known)
        return;
    const plans::Intent intent = *next;
    m_next.erase(next);
    emit changed(id);
    emit planWanted(clusterOfContext(known->plan.context).id, intent);
}

void Desk::run(Work work, std::unique_ptr<workflow::OpenJournal> opened)
{
    const QString id = opened->operation().id;
    work.runner = std::make_unique<workflow::Runner>(*work.doer, std::move(opened), m_times);
    workflow::Runner* runner = work.runner.get();
    m_running.insert_or_assign(id, std::move(work));
    connect(runner, &workflow::Runner::progressed, this, [this, runner, id] {
        keep(runner->operation());
        tellStuck(id);
    });
    // It is within its own signal.
    connect(
        runner, &workflow::Runner::finished, this, [this, id] { finish(id); }, Qt::QueuedConnection);
    runner->start();
}

void Desk::tellStuck(const QString& id)
{
    const auto found = m_running.find(id);
    if (found == m_running.end() || !isStuck(id))
        return;
    const qsizetype step = found->second.runner->operation().currentStep();
    if (std::exchange(found->second.stuckAt, step) != step)
        emit gotStuck(id);
}

void Desk::finish(const QString& id)
{
    const auto found = m_running.find(id);
    if (found == m_running.end())
        return;
    const Operation last = found->second.runner->operation();
    const QString problem = found->second.runner->problem();
    const QString clusterId = found->second.clusterId;
    m_running.erase(found);
    keep(last);
    if (!problem.isEmpty())
        emit warned(problem);
    emit ended(id);
    // What somebody chose goes before what Drey would do by itself.
    if (m_next.contains(id))
        askForPlan(id);
    else if (const std::optional<plans::Intent> next = plans::fallbackOf(last))
        fallBack(clusterId, *next);
}

void Desk::fallBack(const QString& clusterId, const plans::Intent& intent)
{
    const std::optional<plans::Site> where = site(clusterId);
    if (!where)
        return;
    const auto warn = [this, intent](const QString& why) {
        emit warned(tr("Drey could not go on with %1: %2").arg(base::visibleText(intent.from), why));
    };
    auto* surveying = new plans::Surveying(*where, intent, cluster(clusterId).connection);
    connect(surveying, &plans::Surveying::failed, this, [surveying, warn](const base::Error& error) {
        surveying->deleteLater();
        warn(base::visibleText(error.message));
    });
    connect(surveying, &plans::Surveying::finished, this,
            [this, surveying, clusterId, warn](const plans::Survey& survey) {
                surveying->deleteLater();
                const std::optional<plans::Site> there = site(clusterId);
                const workflow::Plan plan = there ? plans::planOf(survey, *there) : workflow::Plan();
                if (plan.isBlocked())
                    return warn(tr("the preflight forbids it."));
                if (const Result<QString> begun = begin(clusterId, survey, plan); !begun)
                    warn(base::visibleText(begun.error().message));
            });
    surveying->start();
}

void Desk::keep(const Operation& operation)
{
    const auto found = std::ranges::find(m_operations, operation.id, &Operation::id);
    if (found == m_operations.end())
        return;
    *found = operation;
    emit changed(operation.id);
}

void Desk::reload()
{
    if (std::exchange(m_isReading, true)) {
        m_isReadAgain = true;
        return;
    }
    base::inBackground(
        this, [journal = m_journal] { return journal.operations(); },
        [this](const QList<Operation>& operations) {
            m_isReading = false;
            take(operations);
            if (std::exchange(m_isReadAgain, false))
                reload();
        });
}

void Desk::take(const QList<Operation>& operations)
{
    QList<Operation> all = operations;
    // What this process is at it knows better than what was read a moment ago.
    for (const Operation& known : std::as_const(m_operations)) {
        if (!isAtWork(known.id))
            continue;
        const auto read = std::ranges::find(all, known.id, &Operation::id);
        if (read != all.end())
            *read = known;
        else
            all.prepend(known);
    }
    std::ranges::stable_sort(all, std::ranges::greater(), &Operation::startedAt);
    if (all != m_operations) {
        m_operations = all;
        emit loaded();
    }
    follow();
}

void Desk::follow()
{
    if (m_watcher.directories().isEmpty() && QFileInfo::exists(m_folder))
        m_watcher.addPath(m_folder);
    const bool isOtherAtWork = std::ranges::any_of(
        m_operations, [this](const Operation& one) { return one.state == State::Running && !isAtWork(one.id); });
    if (isOtherAtWork)
        m_reloading.start(followOthers);
}

} // namespace operations
