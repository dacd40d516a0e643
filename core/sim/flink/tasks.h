#pragma once

#include "core/sim/flink/jobspec.h"
#include "core/sim/flink/states.h"
#include "core/sim/world/clock.h"

namespace sim::flink {

/// A place for one slice of a job.
struct Slot
{
    QString worker; ///< id of the TaskManager
    QString host;
    int dataPort = 0;

    QString endpoint() const { return host + u':' + QString::number(dataPort); }
    friend bool operator==(const Slot&, const Slot&) = default;
};

/// One subtask of one vertex in its present attempt.
struct Task
{
    TaskState state = TaskState::Created;
    int attempt = 0;
    std::array<qint64, 10> entered{}; ///< ms of the epoch per TaskState; 0: never
    Slot slot;

    void enter(TaskState next, Instant at);
    qint64 enteredAt(TaskState which) const { return entered[std::size_t(which)]; }
    /// When it was deployed: what Flink calls its start; -1: not yet.
    qint64 start() const;
    /// When it ended; -1: it has not.
    qint64 ended() const;
    /// ms in each state it has left, and until `now` in the present one; -1: never there.
    std::array<qint64, 10> spent(Instant now) const;
};

/// All tasks of a job.
using Tasks = std::vector<std::vector<Task>>;

/// As the job's REST says of a vertex: the state that tells most about its tasks.
TaskState stateOf(const std::vector<Task>& tasks);
/// How many are in each state.
std::array<int, 10> countStates(const std::vector<Task>& tasks);

} // namespace sim::flink
