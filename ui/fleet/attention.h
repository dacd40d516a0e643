#pragma once

#include "ui/fleet/evidencepool.h"
#include "ui/fleet/fleetmodel.h"

#include <deque>

namespace fleet {

/// Decides about which rows Flink and the pods are asked: those in view first and for as long as they are seen; all
/// others one after another in the background, because a resource that says STABLE proves little, and a count of
/// healthy deployments is worth what its rows are.
class Attention : public QObject
{
    Q_OBJECT
public:
    Attention(const FleetModel& model, EvidencePool& pool, QObject* parent = nullptr);

    void add(flink::Connection& connection);
    void remove(flink::Connection& connection);
    void setVisibleRange(int first, int last); ///< last < first: none
    void setWatching(bool watching);           ///< false: nobody looks, nothing is asked
    /// Rows have come, gone or moved.
    void update();
    /// Rows were told anew: those that rest on the operator's word alone get in line.
    void queue(const QList<Row>& rows);

private:
    void beginRound();
    void goOn();
    void append(const RowKey& key);
    std::optional<EvidencePool::Wish> wishFor(const RowKey& key) const;

    const FleetModel& m_model;
    EvidencePool& m_pool;
    QHash<QString, flink::Connection*> m_connections;
    std::deque<RowKey> m_line;
    QSet<RowKey> m_inLine;
    QHash<RowKey, qint64> m_askedAt; ///< ms since 1970, UTC
    QTimer m_rounds, m_step;
    int m_first = 0, m_last = -1;
    bool m_isWatching = false;
};

} // namespace fleet
