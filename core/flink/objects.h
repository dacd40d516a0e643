#pragma once

#include "core/kube/store.h"

namespace flink {

/// What is known of all objects of one kind over the namespaces a connection watches: one watch over the whole cluster,
/// or one a namespace where the whole cluster may not be listed. The names are those of kube::Store.
class ObjectsBase : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual bool isComplete() const = 0; ///< the first whole list of every watch is in
    virtual qsizetype count() const = 0;
    virtual QList<kube::ObjectKey> keys() const = 0;
    virtual const kube::Item* item(const kube::ObjectKey& key) const = 0;
    /// UTC; when the server last proved that what is known of this namespace is current; invalid: never.
    virtual QDateTime lastContact(const QString& nameSpace) const = 0;
    /// Why what is known of this namespace may no longer be current.
    virtual std::optional<base::Error> lastError(const QString& nameSpace) const = 0;

signals:
    void changed(const kube::Changes& changes);
    void completed(); ///< isComplete() became true
};

/// Objects of type T.
template <typename T>
class Objects : public ObjectsBase
{
public:
    using ObjectsBase::ObjectsBase;

    /// Null: not there, or not decodable (item()->problem tells).
    std::shared_ptr<const T> value(const kube::ObjectKey& key) const
    {
        const kube::Item* found = item(key);
        return found ? valueOf(*found) : nullptr;
    }
    /// Of one of its items; null: not decodable.
    static std::shared_ptr<const T> valueOf(const kube::Item& item)
    {
        return std::static_pointer_cast<const T>(item.value);
    }
};

} // namespace flink
