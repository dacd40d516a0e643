#include "core/flink/connection.h"

#include "core/flink/connectionprivate.h"
#include "core/flink/podlisting.h"
#include "core/kube/execplugin.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace flink {

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
    parts->own = parts->makeObserver({}, {});
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
    auto made = d->makeObserver(serviceProxyPath(deployment), {d->line->api.get(), deployment});
    d->observers.insert(deployment, made);
    return made;
}

std::unique_ptr<RestClient> Connection::restClient(const kube::ObjectKey& deployment) const
{
    const QString prefix = d->type == Type::Endpoint ? QString() : serviceProxyPath(deployment);
    return std::make_unique<RestClient>(d->line->client, prefix);
}

std::shared_ptr<kube::Store<Pod>> Connection::pods(const kube::ObjectKey& deployment)
{
    return d->store<Pod>(d->pods, deployment, podsOf(deployment), decodePod);
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
