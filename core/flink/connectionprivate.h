#pragma once

#include "core/flink/connection.h"
#include "core/flink/line.h"
#include "core/flink/storegroup.h"

#include <QElapsedTimer>
#include <QTimer>

namespace flink {

/// The namespaces to watch: those of the settings, and the context's own.
QStringList nameSpacesOf(const ConnectionSettings& settings, const QString& own);

/// What a connection holds, and how it judges its own state. For the .cpp files of Connection only.
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
    std::shared_ptr<ClusterObserver> makeObserver(const QString& prefix, const PodSource& podSource);

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

template <typename Do>
void Connection::Private::eachStore(Do act)
{
    eachAlive(pods, act);
    eachAlive(events, act);
    eachAlive(documents, act);
}

} // namespace flink
