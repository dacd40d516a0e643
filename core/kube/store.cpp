#include "core/kube/store.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <optional>
#include <utility>

namespace kube {

namespace {

/// Half a frame of 60 Hz: what comes later in it is seen with the next.
constexpr std::chrono::milliseconds gatherTimeUnlessTold{8};
/// A first list comes in pages, and nobody reads rows that pour in: they are told the less often the more are there, as
/// each telling costs whoever shows them all.
std::chrono::milliseconds firstListTime(qsizetype count)
{
    return std::chrono::milliseconds(60 + count / 250);
}

} // namespace

class StoreBase::Private
{
public:
    Private(StoreBase* store, std::unique_ptr<Watch> source);

    void arrive(const QList<Item>& page);
    void apply(const QList<Item>& newer);
    void remove(const QList<Item>& gone);
    void replace(const QList<Item>& all);
    void compare(const QList<Item>& all, Changes& changes);
    void keep(Item newer, Changes& changes);
    void gatherMore();
    void flush();
    void tell(const Changes& changes);

    struct Kept
    {
        Item item;
        quint32 listed = 0; ///< the last list it stood in
    };

    StoreBase* q;
    std::unique_ptr<Watch> watch;
    QHash<ObjectKey, Kept> items;
    QList<Item> arriving; ///< pages of a list that nothing else has spoken of yet; before `pending`
    QHash<ObjectKey, std::optional<Item>> pending; ///< what will be there after the next flush; without value: gone
    qsizetype usual = 0;                           ///< how many were pending at the last flush
    QTimer gather;
    std::chrono::milliseconds gatherTime = gatherTimeUnlessTold;
    quint32 lists = 0;
    bool isComplete = false;
};

bool isSame(const Item& newer, const Item& known)
{
    return newer.uid == known.uid && !newer.resourceVersion.isEmpty() && newer.resourceVersion == known.resourceVersion;
}

StoreBase::Private::Private(StoreBase* store, std::unique_ptr<Watch> source)
    : q(store)
    , watch(std::move(source))
{
    gather.setSingleShot(true);
    connect(&gather, &QTimer::timeout, q, [this] { flush(); });
    connect(watch.get(), &Watch::pageArrived, q, [this](const QList<Item>& page) { arrive(page); });
    connect(watch.get(), &Watch::applied, q, [this](const QList<Item>& newer) { apply(newer); });
    connect(watch.get(), &Watch::deleted, q, [this](const QList<Item>& gone) { remove(gone); });
    connect(watch.get(), &Watch::listed, q, [this](const QList<Item>& all) { replace(all); });
}

void StoreBase::Private::arrive(const QList<Item>& page)
{
    if (!pending.isEmpty())
        return apply(page);
    arriving += page;
    gatherMore();
}

void StoreBase::Private::apply(const QList<Item>& newer)
{
    if (pending.isEmpty())
        pending.reserve(usual); // grown step by step, each key would be hashed at each step
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
    arriving.clear();
    pending.clear();
    Changes changes;
    compare(all, changes);
    const bool isFirst = !isComplete;
    isComplete = true;
    const QPointer<StoreBase> alive(q);
    tell(changes);
    if (isFirst && alive)
        emit q->completed();
}

/// Most of a list is known already: by its pages, or from before. Only the differences are worth more than a look.
void StoreBase::Private::compare(const QList<Item>& all, Changes& changes)
{
    ++lists;
    qsizetype known = 0;
    for (const Item& item : all) {
        const auto found = items.find(item.key);
        if (found == items.end()) {
            keep(item, changes);
            continue;
        }
        if (!isSame(item, found->item))
            keep(item, changes);
        if (std::exchange(found->listed, lists) != lists)
            ++known;
    }
    if (known + changes.added.size() == items.size())
        return;
    for (const ObjectKey& added : std::as_const(changes.added))
        items[added].listed = lists;
    for (auto it = items.begin(); it != items.end();) {
        if (it->listed == lists) {
            ++it;
        } else {
            changes.removed.append(it.key());
            it = items.erase(it);
        }
    }
}

/// Among the items, and its key among the changes, unless it is known as it is.
void StoreBase::Private::keep(Item newer, Changes& changes)
{
    const qsizetype count = items.size();
    Item& known = items[newer.key].item;
    if (items.size() > count) {
        changes.added.append(newer.key);
    } else if (isSame(newer, known)) {
        return;
    } else {
        if (newer.uid != known.uid)
            changes.replaced.append(newer.key);
        changes.changed.append(newer.key);
    }
    known = std::move(newer);
}

void StoreBase::Private::gatherMore()
{
    // A running timer is left alone, or a steady stream of changes would never be told.
    if (!gather.isActive())
        gather.start(isComplete ? gatherTime : std::max(gatherTime, firstListTime(items.size())));
}

void StoreBase::Private::flush()
{
    Changes changes;
    for (const Item& item : std::as_const(arriving))
        keep(item, changes);
    arriving.clear();
    for (auto it = pending.begin(); it != pending.end(); ++it) {
        if (it.value())
            keep(*std::move(it.value()), changes);
        else if (items.remove(it.key()))
            changes.removed.append(it.key());
    }
    usual = pending.size();
    pending.clear();
    tell(changes);
}

void StoreBase::Private::tell(const Changes& changes)
{
    gather.stop();
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
    return found == d->items.constEnd() ? nullptr : &found->item;
}

} // namespace kube
