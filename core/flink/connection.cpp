#include "core/flink/connection.h"

#include "core/flink/line.h"
#include "core/flink/storegroup.h"
#include "core/kube/execplugin.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace flink {

namespace {

QStringList nameSpacesOf(const ConnectionSettings& settings, const QString& own)
{
    QStringList all = settings.nameSpaces;
    if (!own.isEmpty())
        all.prepend(own);
    all.removeDuplicates();
    return all;
}

std::chrono::milliseconds smoothed(std::chrono::milliseconds before, std::chrono::milliseconds took)
{
    return before.count() < 0 ? took : (before * 3 + took) / 4;
}

} // namespace

class Connection::Private
{
public:
    Private(Type kind, std::shared_ptr<Line> line_, ConnectionSettings settings_, ConnectionTimes times_)
        : type(kind)
        , line(std::move(line_))
        , settings(std::move(settings_))
        , times(times_)
    {
        line->client.setAccess(settings.effectivelyProtected() ? http::Access::ReadOnly : http::Access::ReadWrite);
    }

    template <typename T>
    std::unique_ptr<StoreGroup> group(const QString& plural, typename kube::Store<T>::DecodeT decode);
    template <typename T>
    std::shared_ptr<kube::Store<T>> store(QHash<kube::ObjectKey, std::weak_ptr<kube::Store<T>>>& known,
                                          const kube::ObjectKey& key, const kube::Collection& collection,
                                          typename kube::Store<T>::DecodeT decode);
    std::shared_ptr<ClusterObserver> makeObserver(const QString& prefix);

    void makeGroups(const QString& contextNameSpace);
    QList<StoreGroup*> groups() const; ///< none of an endpoint
    void follow();
    void look();
    void probe();
    void update();
    ConnectionState judged() const;
    template <typename Do>
    void eachStore(Do act);

    Connection* q = nullptr;
    Type type;
    std::shared_ptr<Line> line;
    std::shared_ptr<kube::ExecPlugin> plugin; ///< null: none signs in
    ConnectionSettings settings;
    ConnectionTimes times;
    QString actingAs, contextNameSpace;
    ConnectionState state;
    std::chrono::milliseconds latency{-1};
    QDateTime lastProof; ///< the server answered a probe
    bool isOpen = false;
    bool isProbing = false;

    std::unique_ptr<StoreGroup> deploymentGroup, sessionJobGroup, snapshotGroup;
    std::unique_ptr<GroupObjects<Deployment>> deployments;
    std::unique_ptr<GroupObjects<SessionJob>> sessionJobs;
    std::unique_ptr<GroupObjects<StateSnapshot>> snapshots;
    std::shared_ptr<ClusterObserver> own; ///< of an endpoint
    ClusterObserver::Attention attention; ///< keeps the endpoint's state current while it is open
    QHash<kube::ObjectKey, std::weak_ptr<ClusterObserver>> observers;
    QHash<kube::ObjectKey, std::weak_ptr<kube::Store<Pod>>> pods;
    QHash<kube::ObjectKey, std::weak_ptr<kube::Store<Event>>> events;
    QHash<kube::ObjectKey, std::weak_ptr<kube::Store<Deployment>>> documents;

    QTimer tick;
    QElapsedTimer sinceTick;
    QDateTime lastTick;
};

template <typename T>
std::unique_ptr<StoreGroup> Connection::Private::group(const QString& plural, typename kube::Store<T>::DecodeT decode)
{
    const auto make = [this, plural, decode](const QString& nameSpace) -> std::unique_ptr<kube::StoreBase> {
        const kube::Collection collection{kube::flinkType(plural), nameSpace, {}, {}};
        return std::make_unique<kube::Store<T>>(*line->api, collection, decode, times.watch);
    };
    return std::make_unique<StoreGroup>(make, nameSpacesOf(settings, contextNameSpace));
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

template <typename T>
std::shared_ptr<kube::Store<T>>
Connection::Private::store(QHash<kube::ObjectKey, std::weak_ptr<kube::Store<T>>>& known, const kube::ObjectKey& key,
                           const kube::Collection& collection, typename kube::Store<T>::DecodeT decode)
{
    if (type == Type::Endpoint)
        return {};
    if (auto held = alive(known, key))
        return held;
    auto made = onLine<kube::Store<T>>(line, *line->api, collection, decode, times.watch);
    if (isOpen)
        made->watch().start();
    known.insert(key, made);
    return made;
}

std::shared_ptr<ClusterObserver> Connection::Private::makeObserver(const QString& prefix)
{
    return onLine<ClusterObserver>(line, std::make_unique<RestClient>(line->client, prefix), times.poll, line->budget);
}

template <typename Do>
void Connection::Private::eachStore(Do act)
{
    eachAlive(pods, act);
    eachAlive(events, act);
    eachAlive(documents, act);
}

/// Listens to all that may change the state of the whole.
void Connection::Private::follow()
{
    connect(&line->client, &http::Client::answered, q,
            [this](std::chrono::milliseconds took) { latency = smoothed(latency, took); });
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

Connection::Connection(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
    d->q = this;
    d->follow();
}

Connection::~Connection() = default;

std::unique_ptr<Connection> Connection::toContext(const kube::ContextAccess& access, ConnectionSettings settings,
                                                  ConnectionTimes times)
{
    auto parts = std::make_unique<Private>(Type::Context, std::make_shared<Line>(access.target, access.credentials),
                                           std::move(settings), times);
    parts->actingAs = access.actingAs;
    parts->plugin = access.plugin;
    parts->makeGroups(access.nameSpace);
    return std::unique_ptr<Connection>(new Connection(std::move(parts)));
}

std::unique_ptr<Connection> Connection::toEndpoint(const QUrl& address,
                                                   std::shared_ptr<http::CredentialSource> credentials,
                                                   http::Trust trust, ConnectionSettings settings,
                                                   ConnectionTimes times)
{
    http::Target target;
    target.base = address;
    target.trust = std::move(trust);
    target.label = settings.name.isEmpty() ? address.toDisplayString(QUrl::RemoveUserInfo) : settings.name;
    auto parts = std::make_unique<Private>(Type::Endpoint, std::make_shared<Line>(target, std::move(credentials)),
                                           std::move(settings), times);
    parts->own = parts->makeObserver({});
    return std::unique_ptr<Connection>(new Connection(std::move(parts)));
}

Connection::Type Connection::type() const
{
    return d->type;
}

QString Connection::id() const
{
    return d->settings.id;
}

const ConnectionSettings& Connection::settings() const
{
    return d->settings;
}

void Connection::setSettings(const ConnectionSettings& settings)
{
    if (settings == d->settings)
        return;
    d->settings = settings;
    d->line->client.setAccess(settings.effectivelyProtected() ? http::Access::ReadOnly : http::Access::ReadWrite);
    for (StoreGroup* group : d->groups())
        group->setNameSpaces(nameSpacesOf(settings, d->contextNameSpace));
    emit settingsChanged();
    d->update();
}

ConnectionState Connection::state() const
{
    return d->judged();
}

QString Connection::actingAs() const
{
    return d->actingAs;
}

void Connection::open()
{
    if (std::exchange(d->isOpen, true))
        return;
    if (d->plugin)
        d->plugin->allow();
    d->lastTick = QDateTime::currentDateTimeUtc();
    d->sinceTick.start();
    d->tick.start(d->times.tick);
    if (d->own) {
        d->attention = d->own->attend(ClusterObserver::Pace::Background);
    } else {
        for (StoreGroup* group : d->groups())
            group->start();
        d->eachStore([](auto& store) { store.watch().start(); });
    }
    d->update();
}

void Connection::close()
{
    if (!std::exchange(d->isOpen, false))
        return;
    d->tick.stop();
    if (d->own) {
        d->attention.reset();
        d->own->setPace(ClusterObserver::Pace::Stopped);
    } else {
        for (StoreGroup* group : d->groups())
            group->stop();
        d->eachStore([](auto& store) { store.watch().stop(); });
        eachAlive(d->observers, [](ClusterObserver& observer) { observer.setPace(ClusterObserver::Pace::Stopped); });
    }
    d->update();
}

void Connection::reconnect()
{
    if (!d->isOpen)
        return;
    if (d->plugin)
        d->plugin->allow();
    d->line->client.reconnect();
    if (d->own) {
        d->own->refresh();
    } else {
        for (StoreGroup* group : d->groups())
            group->retryNow();
        d->eachStore([](auto& store) { store.watch().retryNow(); });
        eachAlive(d->observers, [](ClusterObserver& observer) {
            if (observer.pace() != ClusterObserver::Pace::Stopped)
                observer.refresh();
        });
    }
    d->update();
}

void Connection::cancelSignIn()
{
    if (d->plugin)
        d->plugin->cancel();
}

kube::Api* Connection::api() const
{
    return d->type == Type::Context ? d->line->api.get() : nullptr;
}

const Objects<Deployment>* Connection::deployments() const
{
    return d->deployments.get();
}

const Objects<SessionJob>* Connection::sessionJobs() const
{
    return d->sessionJobs.get();
}

const Objects<StateSnapshot>* Connection::snapshots() const
{
    return d->snapshots.get();
}

std::shared_ptr<ClusterObserver> Connection::observer(const kube::ObjectKey& deployment)
{
    if (d->own)
        return d->own;
    if (deployment.name.isEmpty())
        return {};
    if (auto held = alive(d->observers, deployment))
        return held;
    auto made = d->makeObserver(serviceProxyPath(deployment));
    d->observers.insert(deployment, made);
    return made;
}

std::shared_ptr<kube::Store<Pod>> Connection::pods(const kube::ObjectKey& deployment)
{
    const kube::Collection collection{kube::coreType(u"pods"_s), deployment.nameSpace, u"app="_s + deployment.name, {}};
    return d->store<Pod>(d->pods, deployment, collection, decodePod);
}

std::shared_ptr<kube::Store<Event>> Connection::events(const kube::ObjectKey& deployment)
{
    const QString selector = u"involvedObject.name="_s + deployment.name;
    const kube::Collection collection{kube::coreType(u"events"_s), deployment.nameSpace, {}, selector};
    return d->store<Event>(d->events, deployment, collection, decodeEvent);
}

std::shared_ptr<kube::Store<Deployment>> Connection::document(const kube::ObjectKey& deployment)
{
    const QString selector = u"metadata.name="_s + deployment.name;
    const kube::Collection collection{kube::flinkType(u"flinkdeployments"_s), deployment.nameSpace, {}, selector};
    return d->store<Deployment>(d->documents, deployment, collection, decodeDeploymentDocument);
}

} // namespace flink
