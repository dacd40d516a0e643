#pragma once

#include "core/kube/watch.h"

#include <QHash>

namespace kube {

/// What changed in a store at once; a replaced object (same name, new uid) is in `replaced` and in `changed`.
struct Changes
{
    QList<ObjectKey> added, changed, removed, replaced;

    bool isEmpty() const { return added.isEmpty() && changed.isEmpty() && removed.isEmpty(); }
};

/// Keeps the objects of one watch by key and tells differences, gathered over half a frame, also after a
/// relist.
class StoreBase : public QObject
{
    Q_OBJECT
public:
    explicit StoreBase(std::unique_ptr<Watch> watch, QObject* parent = nullptr);
    ~StoreBase() override;

    Watch& watch() const;
    void setGatherTime(std::chrono::milliseconds time); ///< 8 ms unless told; a first list: 60 ms and more
    bool isComplete() const;                            ///< a first whole list has arrived
    qsizetype count() const;
    QList<ObjectKey> keys() const;
    /// What was last told by changed(); null: not there. Valid until the next change.
    const Item* item(const ObjectKey& key) const;

signals:
    void changed(const kube::Changes& changes);
    void completed(); ///< the first whole list is in

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// A store whose values are of type T. `decode` is T's decoder.
template <typename T>
class Store : public StoreBase
{
public:
    using DecodeT = base::Result<T> (*)(QByteArrayView json);

    Store(Api& api, Collection collection, DecodeT decode, WatchTimes times = {}, QObject* parent = nullptr)
        : StoreBase(std::make_unique<Watch>(api, std::move(collection), erased(decode), times), parent)
    {
    }

    /// Null: not there, or not decodable (item()->problem tells).
    std::shared_ptr<const T> value(const ObjectKey& key) const
    {
        const Item* found = item(key);
        return found ? std::static_pointer_cast<const T>(found->value) : nullptr;
    }
};

} // namespace kube
