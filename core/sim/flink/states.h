#pragma once

#include <QStringView>

#include <array>

namespace sim::flink {

enum class JobState {
    Initializing,
    Created,
    Running,
    Failing,
    Failed,
    Cancelling,
    Canceled,
    Finished,
    Restarting,
    Suspended,
    Reconciling
};
inline constexpr std::array<QStringView, 11> jobStateNames{u"INITIALIZING", u"CREATED",    u"RUNNING",    u"FAILING",
                                                           u"FAILED",       u"CANCELLING", u"CANCELED",   u"FINISHED",
                                                           u"RESTARTING",   u"SUSPENDED",  u"RECONCILING"};

enum class TaskState {
    Created,
    Scheduled,
    Deploying,
    Initializing,
    Running,
    Finished,
    Canceling,
    Canceled,
    Failed,
    Reconciling
};
inline constexpr std::array<QStringView, 10> taskStateNames{u"CREATED", u"SCHEDULED",  u"DEPLOYING", u"INITIALIZING",
                                                            u"RUNNING", u"FINISHED",   u"CANCELING", u"CANCELED",
                                                            u"FAILED",  u"RECONCILING"};

/// As on the wire.
inline QStringView text(JobState state)
{
    return jobStateNames[std::size_t(state)];
}
inline QStringView text(TaskState state)
{
    return taskStateNames[std::size_t(state)];
}

/// Nothing happens to such a job any more.
inline bool isTerminal(JobState state)
{
    return state == JobState::Failed || state == JobState::Canceled || state == JobState::Finished;
}

} // namespace sim::flink
