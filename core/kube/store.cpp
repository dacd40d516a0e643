#include "core/kube/store.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <optional>

namespace kube {

class StoreBase::Private
{
public:
    Private(StoreBase* store, std::unique_ptr<Watch> source);

    void apply(const QList<Item>& newer);
    void remove(const QList<Item>& gone);
    void replace(const QList<Item>& all);
    void gatherMore();
    void flush();

    StoreBase* q;
    std::unique_ptr<Watch> watch;
    QHash<ObjectKey, Item> items;
    QHash<ObjectKey, std::optional<Item>> pending; ///< what will be there after the next flush; without value: gone
    QTimer gather;
    std::chrono::milliseconds gatherTime{100};
    bool isComplete = false;
};

StoreBase::Private::Private(StoreBase* store, std::unique_ptr<Watch> source)
    : q(store)
    , watch(std::move(source))
{
    gather.setSingleShot(true);
    connect(&gather, &QTimer::timeout, q, [this] { flush(); });
    connect(watch.get(), &Watch::pageArrived, q, [this](const QList<Item>& page) { apply(page); });
    connect(watch.get(), &Watch::applied, q, [this](const QList<Item>& newer) { apply(newer); });
    connect(watch.get(), &Watch::deleted, q, [this](const QList<Item>& gone) { remove(gone); });
    connect(watch.get(), &Watch::listed, q, [this](const QList<Item>& all) { replace(all); });
}

void StoreBase::Private::apply(const QList<Item>& newer)
{
    for (const Item& item : newer)
        pending.insert(item.key, item);
    gatherMore();
}

void StoreBase::Private::remove(const QList<Item>& gone)
{
    for (const Item& item : gone)
        pending.insert(item.key, std::nullopt);
    gatherMore();
}

void StoreBase::Private::replace(const QList<Item>& all)
{
    pending.clear();
    pending.reserve(std::max(all.size(), items.size()));
    for (auto it = items.keyBegin(); it != items.keyEnd(); ++it)
        pending.insert(*it, std::nullopt);
    for (const Item& item : all)
        pending.insert(item.key, item);
    const bool isFirst = !isComplete;
    isComplete = true;
    const QPointer<StoreBase> alive(q);
    flush();
    if (isFirst && alive)
        emit q->completed();
}

void StoreBase::Private::gatherMore()
{
    // A running timer is left alone, or a steady stream of changes would never be told.
    if (!gather.isActive())
        gather.start(gatherTime);
}

void StoreBase::Private::flush()
{
    gather.stop();
    Changes changes;
    for (auto it = pending.begin(); it != pending.end(); ++it) {
        const auto known = items.find(it.key());
        if (!it.value()) {
            if (known == items.end())
                continue;
            items.erase(known);
            changes.removed.append(it.key());
        } else if (known == items.end()) {
            items.insert(it.key(), *std::move(it.value()));
            changes.added.append(it.key());
        } else {
            const Item& newer = *it.value();
            if (newer.uid != known->uid)
                changes.replaced.append(it.key());
            else if (!newer.resourceVersion.isEmpty() && newer.resourceVersion == known->resourceVersion)
                continue;
            *known = *std::move(it.value());
            changes.changed.append(it.key());
        }
    }
    pending.clear();
    if (!changes.isEmpty())
        emit q->changed(changes);
}

StoreBase::StoreBase(std::unique_ptr<Watch> watch, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(watch)))
{
}

StoreBase::~StoreBase() = default;

Watch& StoreBase::watch() const
{
    return *d->watch;
}

void StoreBase::setGatherTime(std::chrono::milliseconds time)
{
    d->gatherTime = time;
}

bool StoreBase::isComplete() const
{
    return d->isComplete;
}

qsizetype StoreBase::count() const
{
    return d->items.size();
}

QList<ObjectKey> StoreBase::keys() const
{
    return d->items.keys();
}

const Item* StoreBase::item(const ObjectKey& key) const
{
    const auto found = d->items.constFind(key);
    return found == d->items.constEnd() ? nullptr : &*found;
}

} // namespace kube
