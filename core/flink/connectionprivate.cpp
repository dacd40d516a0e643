#include "core/flink/connectionprivate.h"

#include "core/kube/execplugin.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace flink {

namespace {

std::chrono::milliseconds smoothed(std::chrono::milliseconds before, std::chrono::milliseconds took)
{
    return before.count() < 0 ? took : (before * 3 + took) / 4;
}

} // namespace

QStringList nameSpacesOf(const ConnectionSettings& settings, const QString& own)
{
    QStringList all = settings.nameSpaces;
    if (!own.isEmpty())
        all.prepend(own);
    all.removeDuplicates();
    return all;
}

void Connection::Private::makeGroups(const QString& nameSpace)
{
    contextNameSpace = nameSpace;
    deploymentGroup = group<Deployment>(u"flinkdeployments"_s, decodeDeployment);
    sessionJobGroup = group<SessionJob>(u"flinksessionjobs"_s, decodeSessionJob);
    snapshotGroup = group<StateSnapshot>(u"flinkstatesnapshots"_s, decodeStateSnapshot);
    deployments = std::make_unique<GroupObjects<Deployment>>(*deploymentGroup);
    sessionJobs = std::make_unique<GroupObjects<SessionJob>>(*sessionJobGroup);
    snapshots = std::make_unique<GroupObjects<StateSnapshot>>(*snapshotGroup);
}

QList<StoreGroup*> Connection::Private::groups() const
{
    if (type == Type::Endpoint)
        return {};
    return {deploymentGroup.get(), sessionJobGroup.get(), snapshotGroup.get()};
}

std::shared_ptr<ClusterObserver> Connection::Private::makeObserver(const QString& prefix, const PodSource& podSource)
{
    return onLine<ClusterObserver>(line, std::make_unique<RestClient>(line->client, prefix), times.poll, line->budget,
                                   podSource);
}

/// Listens to all that may change the state of the whole.
void Connection::Private::follow()
{
    connect(&line->client, &http::Client::answered, q,
            [this](std::chrono::milliseconds took) { latency = smoothed(latency, took); });
    connect(&line->client, &http::Client::warned, q, &Connection::warned);
    connect(&tick, &QTimer::timeout, q, [this] { look(); });
    if (plugin)
        connect(plugin.get(), &kube::ExecPlugin::waitingChanged, q, [this] { update(); });
    for (StoreGroup* one : groups())
        connect(one, &StoreGroup::stateChanged, q, [this] { update(); });
    if (own)
        connect(own.get(), &ClusterObserver::updated, q, [this] { update(); });
}

/// Every tick: did the machine sleep, does the server still live, how old is what we know?
void Connection::Private::look()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const qint64 ahead = lastTick.msecsTo(now) - sinceTick.restart();
    lastTick = now;
    if (ahead > times.clockJump.count()) {
        q->reconnect();
        return;
    }
    update();
    const bool isQuiet = !state.lastContact.isValid() || state.lastContact.msecsTo(now) > times.probeAfter.count();
    if (type == Type::Context && isQuiet &&
        (state.kind == ConnectionState::Kind::Live || state.kind == ConnectionState::Kind::Stale))
        probe();
}

void Connection::Private::probe()
{
    if (std::exchange(isProbing, true))
        return;
    line->api->getJson(u"/version"_s, q, [this](const base::Result<QJsonObject>& answer) {
        isProbing = false;
        const bool isAnswer = answer || (answer.error().httpStatus > 0 && answer.error().httpStatus < 500);
        if (isAnswer)
            lastProof = QDateTime::currentDateTimeUtc();
        update();
    });
}

ConnectionState Connection::Private::judged() const
{
    if (!isOpen) {
        ConnectionState closed = state;
        closed.kind = ConnectionState::Kind::Closed;
        closed.watches = 0;
        return closed;
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    ConnectionState next;
    if (type == Type::Endpoint) {
        next = judge(own->view().overview, now, times.staleAfter);
    } else {
        QList<WatchReport> reports;
        const QList<const kube::Watch*> watches = deploymentGroup->watches();
        for (const kube::Watch* watch : watches)
            reports.append(reportOf(*watch));
        next = judge(reports, lastProof, now, times.staleAfter);
        next.watches = int(watches.size() + sessionJobGroup->watches().size() + snapshotGroup->watches().size());
        next.unwatched = deploymentGroup->unwatched();
    }
    next.latency = latency;
    if (plugin)
        next.signInSince = plugin->waitingSince().value_or(QDateTime());
    return next;
}

void Connection::Private::update()
{
    const ConnectionState next = judged();
    if (next == state)
        return;
    state = next;
    emit q->stateChanged();
}

} // namespace flink
