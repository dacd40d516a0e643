#include "core/sim/flink/checkpointlog.h"

#include <algorithm>

namespace sim::flink {

int CheckpointRecord::subtasks() const
{
    std::size_t all = 0;
    for (const auto& vertex : vertices)
        all += vertex.size();
    return int(all);
}

int CheckpointRecord::acknowledged() const
{
    std::ptrdiff_t all = 0;
    for (const auto& vertex : vertices)
        all += std::ranges::count_if(vertex, &SubtaskAck::acknowledged);
    return int(all);
}

qint64 CheckpointRecord::total(qint64 SubtaskAck::*what) const
{
    qint64 sum = 0;
    for (const auto& vertex : vertices) {
        for (const SubtaskAck& ack : vertex)
            sum += ack.acknowledged ? ack.*what : 0;
    }
    return sum;
}

std::optional<Instant> CheckpointRecord::latestAck() const
{
    std::optional<Instant> latest;
    for (const auto& vertex : vertices) {
        for (const SubtaskAck& ack : vertex) {
            if (ack.acknowledged)
                latest = std::max(latest.value_or(Instant()), triggered + ack.duration());
        }
    }
    return latest;
}

Duration CheckpointRecord::duration(Instant now) const
{
    switch (status) {
    case Status::InProgress:
        return now - triggered;
    case Status::Completed:
        return latestAck().value_or(ended) - triggered;
    case Status::Failed:
        break;
    }
    return ended - triggered;
}

void CheckpointLog::add(const Record& record)
{
    m_history.push_front(record);
    if (m_history.size() > m_kept)
        m_history.pop_back();
    ++m_counts.total;
    ++m_counts.inProgress;
}

void CheckpointLog::addFailedTrigger()
{
    ++m_counts.total;
    ++m_counts.failed;
}

void CheckpointLog::addUnseen(qint64 completed)
{
    m_counts.total += completed;
    m_counts.completed += completed;
}

void CheckpointLog::complete(const Record& record)
{
    --m_counts.inProgress;
    ++m_counts.completed;
    (record->kind.isSavepoint ? m_latestSavepoint : m_latestCompleted) = record;
    m_summary.checkpointedSize.add(record->total(&SubtaskAck::checkpointedSize));
    m_summary.stateSize.add(record->total(&SubtaskAck::stateSize));
    m_summary.duration.add(record->duration(record->ended).count());
    m_summary.processed.add(record->total(&SubtaskAck::processed));
    m_summary.persisted.add(record->total(&SubtaskAck::persisted));
}

void CheckpointLog::fail(const Record& record)
{
    --m_counts.inProgress;
    ++m_counts.failed;
    m_latestFailed = record;
}

void CheckpointLog::restored(const RestoreRecord& record)
{
    ++m_counts.restored;
    m_latestRestored = record;
}

Record CheckpointLog::find(qint64 id) const
{
    const auto found = std::ranges::find_if(m_history, [id](const Record& record) { return record->id == id; });
    return found == m_history.end() ? nullptr : *found;
}

} // namespace sim::flink
