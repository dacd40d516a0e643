#include "core/sim/flink/tasks.h"

#include <algorithm>

namespace sim::flink {

namespace {

qint64 ms(Instant at)
{
    return at.time_since_epoch().count();
}

bool isOver(TaskState state)
{
    return state == TaskState::Finished || state == TaskState::Canceled || state == TaskState::Failed;
}

} // namespace

void Task::enter(TaskState next, Instant at)
{
    state = next;
    entered[std::size_t(next)] = ms(at);
}

qint64 Task::start() const
{
    const qint64 deployed = enteredAt(TaskState::Deploying);
    return deployed > 0 ? deployed : -1;
}

qint64 Task::ended() const
{
    return isOver(state) ? enteredAt(state) : -1;
}

std::array<qint64, 10> Task::spent(Instant now) const
{
    std::array<qint64, 10> result{};
    result.fill(-1);
    for (std::size_t s = 0; s < entered.size(); ++s) {
        if (entered[s] == 0)
            continue;
        qint64 left = isOver(state) ? entered[std::size_t(state)] : ms(now);
        for (const qint64 other : entered) {
            if (other > entered[s])
                left = std::min(left, other);
        }
        result[s] = left - entered[s];
    }
    return result;
}

TaskState stateOf(const std::vector<Task>& tasks)
{
    const auto counts = countStates(tasks);
    const auto any = [&counts](TaskState state) { return counts[std::size_t(state)] > 0; };
    if (any(TaskState::Failed))
        return TaskState::Failed;
    if (any(TaskState::Canceling))
        return TaskState::Canceling;
    if (any(TaskState::Canceled))
        return TaskState::Canceled;
    for (const TaskState state : {TaskState::Initializing, TaskState::Running}) {
        if (any(state))
            return state;
    }
    const auto finished = counts[std::size_t(TaskState::Finished)];
    if (finished > 0)
        return finished == int(tasks.size()) ? TaskState::Finished : TaskState::Running;
    for (const TaskState state : {TaskState::Deploying, TaskState::Scheduled, TaskState::Reconciling}) {
        if (any(state))
            return state;
    }
    return TaskState::Created;
}

std::array<int, 10> countStates(const std::vector<Task>& tasks)
{
    std::array<int, 10> counts{};
    for (const Task& task : tasks)
        ++counts[std::size_t(task.state)];
    return counts;
}

} // namespace sim::flink
