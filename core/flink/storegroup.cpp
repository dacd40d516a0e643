#include "core/flink/storegroup.h"

#include <algorithm>
#include <utility>

namespace flink {

StoreGroup::StoreGroup(MakeStore makeStore, QStringList nameSpaces, QObject* parent)
    : QObject(parent)
    , m_makeStore(std::move(makeStore))
    , m_nameSpaces(std::move(nameSpaces))
{
}

StoreGroup::~StoreGroup() = default;

void StoreGroup::start()
{
    if (std::exchange(m_isRunning, true))
        return;
    if (m_stores.empty()) {
        add({});
        return;
    }
    for (const auto& store : m_stores)
        store->watch().start();
}

void StoreGroup::stop()
{
    m_isRunning = false;
    for (const auto& store : m_stores)
        store->watch().stop();
    // Rights may be others when it is started again: what was never complete holds nothing worth keeping.
    if (!isComplete())
        removeStores([](const QString&) { return true; });
}

void StoreGroup::retryNow()
{
    for (const auto& store : m_stores)
        store->watch().retryNow();
}

void StoreGroup::setNameSpaces(const QStringList& nameSpaces)
{
    if (m_nameSpaces == nameSpaces)
        return;
    m_nameSpaces = nameSpaces;
    const bool watchesCluster = m_stores.empty() || m_stores.front()->watch().collection().nameSpace.isEmpty();
    if (watchesCluster)
        return;
    const QStringList now = wanted();
    removeStores([&](const QString& nameSpace) { return !now.contains(nameSpace); });
    for (const QString& nameSpace : now) {
        if (!watchOf(nameSpace))
            add(nameSpace);
    }
}

QList<const kube::Watch*> StoreGroup::watches() const
{
    QList<const kube::Watch*> all;
    for (const auto& store : m_stores)
        all.append(&store->watch());
    return all;
}

QStringList StoreGroup::unwatched() const
{
    const bool byNameSpace = !m_stores.empty() && !m_stores.front()->watch().collection().nameSpace.isEmpty();
    return byNameSpace ? m_nameSpaces.mid(mostNameSpaces) : QStringList();
}

bool StoreGroup::isComplete() const
{
    return !m_stores.empty() && std::ranges::all_of(m_stores, [](const auto& store) { return store->isComplete(); });
}

qsizetype StoreGroup::count() const
{
    qsizetype sum = 0;
    for (const auto& store : m_stores)
        sum += store->count();
    return sum;
}

QList<kube::ObjectKey> StoreGroup::keys() const
{
    QList<kube::ObjectKey> all;
    for (const auto& store : m_stores)
        all.append(store->keys());
    return all;
}

const kube::Item* StoreGroup::item(const kube::ObjectKey& key) const
{
    const kube::StoreBase* store = storeOf(key.nameSpace);
    return store ? store->item(key) : nullptr;
}

const kube::Watch* StoreGroup::watchOf(const QString& nameSpace) const
{
    const kube::StoreBase* store = storeOf(nameSpace);
    return store ? &store->watch() : nullptr;
}

const kube::StoreBase* StoreGroup::storeOf(const QString& nameSpace) const
{
    const auto found = std::ranges::find_if(m_stores, [&](const auto& store) {
        const QString watched = store->watch().collection().nameSpace;
        return watched.isEmpty() || watched == nameSpace;
    });
    return found == m_stores.end() ? nullptr : found->get();
}

QStringList StoreGroup::wanted() const
{
    return m_nameSpaces.mid(0, mostNameSpaces);
}

void StoreGroup::add(const QString& nameSpace)
{
    m_stores.push_back(m_makeStore(nameSpace));
    kube::StoreBase* store = m_stores.back().get();
    follow(store);
    if (m_isRunning)
        store->watch().start();
}

void StoreGroup::follow(kube::StoreBase* store)
{
    connect(store, &kube::StoreBase::changed, this, &StoreGroup::changed);
    connect(store, &kube::StoreBase::completed, this, [this] {
        if (isComplete() && !std::exchange(m_wasComplete, true))
            emit completed();
    });
    connect(&store->watch(), &kube::Watch::stateChanged, this, [this, store](kube::Watch::State state) {
        const bool watchesCluster = store->watch().collection().nameSpace.isEmpty();
        if (state == kube::Watch::State::NotPermitted && watchesCluster && !store->isComplete() &&
            !m_nameSpaces.isEmpty())
            fallBack();
        emit stateChanged();
    });
}

void StoreGroup::fallBack()
{
    removeStores([](const QString&) { return true; });
    const QStringList nameSpaces = wanted();
    for (const QString& nameSpace : nameSpaces)
        add(nameSpace);
}

void StoreGroup::removeStores(const std::function<bool(const QString& nameSpace)>& isUnwanted)
{
    kube::Changes gone;
    for (auto& store : m_stores) {
        if (!isUnwanted(store->watch().collection().nameSpace))
            continue;
        gone.removed.append(store->keys());
        store->disconnect(this);
        store->watch().disconnect(this);
        store->watch().stop();
        // This may run inside one of its signals; as a child it cannot outlive what it talks through.
        kube::StoreBase* leaving = store.release();
        leaving->setParent(this);
        leaving->deleteLater();
    }
    std::erase(m_stores, nullptr);
    if (!gone.isEmpty())
        emit changed(gone);
}

} // namespace flink
