#pragma once

#include "ui/fleet/rowbuilder.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace fleet {

/// Asks Flink's REST about the deployments in view, at most forty at once and none while scrolling past.
class EvidencePool : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype mostAtOnce = 40;

    struct Wish
    {
        RowKey key;
        flink::Connection* connection = nullptr;
    };

    explicit EvidencePool(QObject* parent = nullptr);
    ~EvidencePool() override;

    /// Replaces what is asked for, the most wanted first; takes effect when it has not changed for a moment.
    void setWishes(const QList<Wish>& wishes);
    /// Lets go of everything of a connection, at once: it is about to die.
    void forget(const flink::Connection* connection);

    void refresh(); ///< asks all that is held now

signals:
    void learned(const fleet::RowKey& key, const std::shared_ptr<const fleet::RestFacts>& facts);

private:
    struct Holding
    {
        flink::Connection* connection = nullptr;
        std::shared_ptr<flink::ClusterObserver> observer;
        QString followed; ///< job id
        QMetaObject::Connection updates;
    };

    void settle();
    void hold(const Wish& wish);
    void release(Holding holding);
    void learn(const RowKey& key);

    QHash<RowKey, Holding> m_holdings;
    QList<Wish> m_wishes;
    QTimer m_settling;
};

} // namespace fleet
