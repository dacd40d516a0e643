#pragma once

#include "core/sim/flink/configuration.h"

namespace sim::flink {

/// How the memory of a process is divided, in bytes.
struct MemoryPlan
{
    qint64 frameworkHeap = 0, taskHeap = 0, frameworkOffHeap = 0, taskOffHeap = 0;
    qint64 network = 0, managed = 0, metaspace = 0, overhead = 0;
    qint64 totalFlink = 0, totalProcess = 0;

    /// -Xmx.
    qint64 heap() const { return frameworkHeap + taskHeap; }
    /// -XX:MaxDirectMemorySize of a TaskManager.
    qint64 direct() const { return frameworkOffHeap + taskOffHeap + network; }
};

/// From taskmanager.memory.*; without any total size 1728m for the process, as Flink's images have.
MemoryPlan taskManagerMemory(const Configuration& configuration);
/// From jobmanager.memory.*; without any total size 1600m. Only heap, off-heap (frameworkOffHeap), metaspace, overhead.
MemoryPlan jobManagerMemory(const Configuration& configuration);

} // namespace sim::flink
