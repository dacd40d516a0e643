#pragma once

#include "core/flink/objects.h"

#include <functional>
#include <memory>
#include <vector>

namespace flink {

/// The watches behind one kind of object: one over the whole cluster, or, once that turns out not to be permitted,
/// one for each namespace the user has named.
class StoreGroup : public QObject
{
    Q_OBJECT
public:
    using MakeStore = std::function<std::unique_ptr<kube::StoreBase>(const QString& nameSpace)>;

    /// Each namespace costs a stream; those beyond this number are not watched, see unwatched().
    static constexpr qsizetype mostNameSpaces = 16;

    StoreGroup(MakeStore makeStore, QStringList nameSpaces, QObject* parent = nullptr);
    ~StoreGroup() override;

    void start();
    void stop(); ///< what is known stays
    void retryNow();
    void setNameSpaces(const QStringList& nameSpaces);

    QList<const kube::Watch*> watches() const;
    QStringList unwatched() const;

    bool isComplete() const;
    qsizetype count() const;
    QList<kube::ObjectKey> keys() const;
    const kube::Item* item(const kube::ObjectKey& key) const;
    const kube::Watch* watchOf(const QString& nameSpace) const; ///< null: not watched

signals:
    void changed(const kube::Changes& changes);
    void completed();
    void stateChanged();

private:
    using Stores = std::vector<std::unique_ptr<kube::StoreBase>>;

    void add(const QString& nameSpace);
    void follow(kube::StoreBase* store);
    void fallBack();
    void removeStores(const std::function<bool(const QString& nameSpace)>& isUnwanted);
    QStringList wanted() const;
    const kube::StoreBase* storeOf(const QString& nameSpace) const;

    MakeStore m_makeStore;
    QStringList m_nameSpaces;
    Stores m_stores; ///< one with an empty namespace, or one a namespace
    bool m_isRunning = false;
    bool m_wasComplete = false;
};

/// The objects of a group as type T.
template <typename T>
class GroupObjects : public Objects<T>
{
public:
    explicit GroupObjects(StoreGroup& group)
        : m_group(group)
    {
        QObject::connect(&group, &StoreGroup::changed, this, &ObjectsBase::changed);
        QObject::connect(&group, &StoreGroup::completed, this, &ObjectsBase::completed);
    }

    bool isComplete() const override { return m_group.isComplete(); }
    qsizetype count() const override { return m_group.count(); }
    QList<kube::ObjectKey> keys() const override { return m_group.keys(); }
    const kube::Item* item(const kube::ObjectKey& key) const override { return m_group.item(key); }
    QDateTime lastContact(const QString& nameSpace) const override
    {
        const kube::Watch* watch = m_group.watchOf(nameSpace);
        return watch ? watch->lastContact() : QDateTime();
    }
    std::optional<base::Error> lastError(const QString& nameSpace) const override
    {
        const kube::Watch* watch = m_group.watchOf(nameSpace);
        return watch ? watch->lastError() : std::nullopt;
    }

private:
    StoreGroup& m_group;
};

} // namespace flink
