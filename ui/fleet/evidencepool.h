#pragma once

#include "core/health/inquiry.h"
#include "ui/fleet/rowbuilder.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace fleet {

/// Asks Flink's REST and for the pods: about the deployments in view again and again, at most forty at once and none
/// while scrolling past; about others once each, a few at once.
class EvidencePool : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype mostInView = 40;
    static constexpr qsizetype mostInPassing = 4;

    struct Wish
    {
        RowKey key;
        flink::Connection* connection = nullptr;
    };

    explicit EvidencePool(QObject* parent = nullptr);
    ~EvidencePool() override;

    /// Replaces what is asked for again and again, the most wanted first; takes effect when it has not changed for a
    /// moment.
    void setWishes(const QList<Wish>& wishes);
    bool hasRoom() const { return m_passing.size() < mostInPassing; }
    bool isHeld(const RowKey& key) const { return m_inView.contains(key) || m_passing.contains(key); }
    /// Asks everything once, then lets go.
    void askOnce(const Wish& wish);
    void stopPassing(); ///< lets go of all that is asked once
    /// Lets go of everything of a connection, at once: it is about to die.
    void forget(const flink::Connection* connection);

    void refresh(); ///< asks all that is held now

signals:
    void learned(const fleet::RowKey& key, const std::shared_ptr<const fleet::RestFacts>& facts);
    void released(const fleet::RowKey& key); ///< nothing is asked about it any more

private:
    struct Holding
    {
        const flink::Connection* connection = nullptr;
        health::Inquiry* inquiry = nullptr; ///< a child of this pool
    };
    using Holdings = QHash<RowKey, Holding>;

    void settle();
    Holding hold(const Wish& wish);
    void letGo(Holdings& holdings, const std::function<bool(const RowKey&, const Holding&)>& unwanted);
    /// Somebody else may have asked before. What is told changes rows and with them what is asked for, so that this is
    /// the last thing to do with a new holding.
    void tellWhatIsKnown(const Holdings& holdings, const RowKey& key);
    void learn(const RowKey& key, const health::Inquiry& inquiry);

    Holdings m_inView, m_passing;
    QList<Wish> m_wishes;
    QTimer m_settling;
};

} // namespace fleet
