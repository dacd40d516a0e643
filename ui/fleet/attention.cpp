#include "ui/fleet/attention.h"

#include <algorithm>

namespace fleet {

using namespace std::chrono_literals;

namespace {

/// How long rows out of view have Flink's ear: one poll in the background.
constexpr auto turnTime = 35s;

} // namespace

Attention::Attention(const FleetModel& model, EvidencePool& pool, QObject* parent)
    : QObject(parent)
    , m_model(model)
    , m_pool(pool)
{
    m_turns.setInterval(turnTime);
    connect(&m_turns, &QTimer::timeout, this, [this] {
        m_turn += EvidencePool::mostAtOnce / 2;
        update();
    });
}

void Attention::add(flink::Connection& connection)
{
    m_connections.insert(connection.id(), &connection);
}

void Attention::remove(flink::Connection& connection)
{
    m_connections.remove(connection.id());
    m_pool.forget(&connection);
}

void Attention::setVisibleRange(int first, int last)
{
    m_first = first;
    m_last = last;
    update();
}

void Attention::setWatching(bool watching)
{
    m_isWatching = watching;
    if (watching)
        m_turns.start();
    else
        m_turns.stop();
    update();
}

void Attention::wish(int row, QList<EvidencePool::Wish>* wishes) const
{
    const Row& shown = m_model.rowAt(row);
    // A suspended job has no JobManager to ask.
    if (shown.health == base::Health::Suspended)
        return;
    if (flink::Connection* connection = m_connections.value(shown.key.connection))
        wishes->append({shown.key, connection});
}

void Attention::update()
{
    QList<EvidencePool::Wish> wishes;
    const int rows = m_isWatching ? m_model.rowCount() : 0;
    const int last = std::min(m_last, rows - 1);
    for (int row = m_first; row <= last; ++row)
        wish(row, &wishes);
    const int others = std::max(0, rows - std::max(0, last - m_first + 1));
    for (int i = 0; i < others && wishes.size() < EvidencePool::mostAtOnce; ++i)
        wish((last + 1 + (m_turn + i) % others) % rows, &wishes);
    m_pool.setWishes(wishes);
}

} // namespace fleet
