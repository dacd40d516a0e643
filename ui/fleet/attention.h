#pragma once

#include "ui/fleet/evidencepool.h"
#include "ui/fleet/fleetmodel.h"

namespace fleet {

/// Decides about which rows Flink is asked: those in view first; the others take turns with what is left, because a
/// resource that says STABLE is not believed for ever.
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

private:
    void wish(int row, QList<EvidencePool::Wish>* wishes) const;

    const FleetModel& m_model;
    EvidencePool& m_pool;
    QHash<QString, flink::Connection*> m_connections;
    QTimer m_turns;
    int m_first = 0, m_last = -1;
    int m_turn = 0; ///< how far the turns of rows out of view have come
    bool m_isWatching = false;
};

} // namespace fleet
