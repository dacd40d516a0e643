#include "ui/fleet/attention.h"

#include <QDateTime>

#include <algorithm>

namespace fleet {

using namespace std::chrono_literals;

namespace {

/// How often those who were asked long ago get in line again, and how long ago that is.
constexpr std::chrono::milliseconds roundPause = 60s;
constexpr std::chrono::milliseconds askedLongAgo = 120s;
/// A row that changes all the time is not asked about all the time.
constexpr std::chrono::milliseconds askedJustNow = 10s;
/// Between two rows out of view, whatever room there is: what is asked in the background may not do more, and a window
/// nobody touches is to be quiet.
constexpr std::chrono::milliseconds stepPause = 4s;
/// As many as can be asked about in an hour; the next round takes those up who found no place.
constexpr size_t longestLine = 900;

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

Attention::Attention(const FleetModel& model, EvidencePool& pool, QObject* parent)
    : QObject(parent)
    , m_model(model)
    , m_pool(pool)
{
    m_rounds.setInterval(roundPause);
    connect(&m_rounds, &QTimer::timeout, this, &Attention::beginRound);
    m_step.setSingleShot(true);
    m_step.setInterval(stepPause);
    connect(&m_step, &QTimer::timeout, this, &Attention::goOn);
    connect(&pool, &EvidencePool::released, this, [this](const RowKey& key) {
        m_askedAt.insert(key, nowMs());
        goOn();
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
    m_askedAt.removeIf([&](const auto& entry) { return entry.key().connection == connection.id(); });
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
    if (watching) {
        m_rounds.start();
    } else {
        m_rounds.stop();
        m_pool.stopPassing();
    }
    update();
}

std::optional<EvidencePool::Wish> Attention::wishFor(const RowKey& key) const
{
    const Row* row = m_model.row(key);
    flink::Connection* connection = m_connections.value(key.connection);
    // A suspended job has no JobManager to ask.
    if (!row || !connection || row->health == base::Health::Suspended)
        return {};
    return EvidencePool::Wish{key, connection};
}

void Attention::update()
{
    QList<EvidencePool::Wish> wishes;
    const int last = m_isWatching ? std::min(m_last, m_model.rowCount() - 1) : -1;
    for (int row = m_first; row <= last; ++row) {
        if (const auto wish = wishFor(m_model.rowAt(row).key))
            wishes.append(*wish);
    }
    m_pool.setWishes(wishes);
    goOn();
}

void Attention::queue(const QList<Row>& rows)
{
    const qint64 recently = nowMs() - askedJustNow.count();
    for (const Row& row : rows) {
        if (m_line.size() >= longestLine)
            return;
        if (row.tentative && m_askedAt.value(row.key) < recently)
            append(row.key);
    }
}

void Attention::append(const RowKey& key)
{
    if (m_line.size() >= longestLine || m_inLine.contains(key))
        return;
    // Whoever comes first waits, too: rows pour in, and all there is to do is to show them.
    if (m_line.empty() && !m_step.isActive())
        m_step.start();
    m_inLine.insert(key);
    m_line.push_back(key);
}

void Attention::beginRound()
{
    if (!m_line.empty())
        return;
    const qint64 longAgo = nowMs() - askedLongAgo.count();
    std::vector<std::pair<qint64, RowKey>> due;
    for (auto it = m_connections.constBegin(); it != m_connections.constEnd(); ++it) {
        const QList<RowKey> keys = m_model.keysOf(it.key());
        for (const RowKey& key : keys) {
            if (const qint64 asked = m_askedAt.value(key); asked < longAgo)
                due.emplace_back(asked, key);
        }
    }
    std::ranges::stable_sort(due, {}, &std::pair<qint64, RowKey>::first);
    for (const auto& [asked, key] : due)
        append(key);
    goOn();
}

void Attention::goOn()
{
    while (m_isWatching && !m_step.isActive() && !m_line.empty() && m_pool.hasRoom()) {
        const RowKey key = m_line.front();
        m_line.pop_front();
        m_inLine.remove(key);
        const auto wish = wishFor(key);
        if (!wish || m_pool.isHeld(key))
            continue;
        m_step.start(); // first, because an answer that is known already leads here again
        m_pool.askOnce(*wish);
    }
}

} // namespace fleet
