#pragma once

#include "core/sim/flink/job.h"

namespace sim::flink {

/// What a sample of a task's threads shows: calls with the number of times each was seen.
struct Frame
{
    QString name; ///< class.method:line
    int count = 0;
    std::vector<Frame> children = {};
};

enum class SampledThreads { All, OnCpu, OffCpu };

/// The stacks of the subtasks, a hundred samples of each, as they spend their time: in the code of the operators, in
/// waiting for records, in waiting for buffers of those who come after them.
Frame flameGraphOf(const Job& job, int vertex, const std::vector<int>& subtasks, SampledThreads which);

} // namespace sim::flink
