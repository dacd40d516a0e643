#include "core/sim/flink/rest.h"

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

// Memory and garbage collection of the processes, made up from what runs in them.
namespace sim::flink {

namespace {

constexpr qint64 mib = 1024 * 1024;
constexpr double youngSeconds = 20; ///< between two collections of a process that is half busy
constexpr double oldSeconds = 900;

/// A heap that fills up with garbage and is emptied again.
void fillHeap(JvmFigures& f, qint64 live, double busy, Duration up, quint64 seed)
{
    const double seconds = double(up.count()) / 1000;
    const double period = youngSeconds / std::max(0.1, 2 * busy);
    const double phase = std::fmod(seconds / period + std::abs(noise(seed, 1, 0)), 1.0);
    const qint64 room = std::max<qint64>(0, f.heapMax - live);
    f.heapUsed = live + qint64(double(room) * 0.6 * phase);
    f.youngCount = qint64(seconds / period);
    f.youngMs = f.youngCount * 9;
    f.oldCount = qint64(seconds / oldSeconds) + 3;
    // The fuller the heap is of what lives, the longer a full collection takes.
    f.oldMs = f.oldCount * (60 + qint64(400.0 * double(live) / double(std::max<qint64>(1, f.heapMax))));
    f.cpuLoad = std::round((0.02 + busy) * 1000) / 1000;
    f.cpuNanos = qint64(seconds * (0.02 + busy) * 1e9);
}

} // namespace

JvmFigures figuresOf(const JobManager& manager, const Worker& worker)
{
    const MemoryPlan& memory = manager.workerMemory();
    JvmFigures f;
    f.heapMax = memory.heap();
    double live = 40.0 * mib;
    double busy = 0;
    int tasks = 0;
    for (const auto& job : manager.jobs()) {
        for (std::size_t v = 0; v < job->tasks().size(); ++v) {
            for (std::size_t i = 0; i < job->tasks()[v].size(); ++i) {
                if (job->tasks()[v][i].slot.worker != worker.id || job->tasks()[v][i].ended() >= 0)
                    continue;
                ++tasks;
                busy += job->traffic().load()[v].subtasks[i].busy;
                if (job->spec().backend == Backend::HashMap)
                    live += job->traffic().stateBytes(int(v)) / double(job->tasks()[v].size()) * 1.5;
            }
        }
    }
    const Duration up = manager.clock().now() - worker.since;
    fillHeap(f, std::min(qint64(live), memory.heap()), tasks > 0 ? busy / tasks : 0, up, manager.seed());
    f.metaspaceUsed = manager.metaspaceUsed(worker);
    f.metaspaceMax = memory.metaspace;
    f.nonHeapUsed = f.metaspaceUsed + 22 * mib;
    f.nonHeapMax = memory.metaspace + 448 * mib;
    f.directMax = memory.direct();
    f.directUsed = memory.network + 8 * mib;
    f.directCount = memory.network / 32768 + 12;
    f.threads = 48 + tasks * 2;
    f.classes = 12'000 + f.metaspaceUsed / mib * 60;
    return f;
}

JvmFigures figuresOf(const JobManager& manager)
{
    const MemoryPlan& memory = manager.ownMemory();
    JvmFigures f;
    f.heapMax = memory.heap();
    const Duration up = manager.clock().now() - manager.startedAt();
    fillHeap(f, std::min<qint64>(70 * mib + qint64(manager.jobs().size()) * 4 * mib, f.heapMax), 0.05, up,
             manager.seed());
    f.metaspaceUsed = 88 * mib;
    f.metaspaceMax = memory.metaspace;
    f.nonHeapUsed = f.metaspaceUsed + 24 * mib;
    f.nonHeapMax = memory.metaspace + 448 * mib;
    f.directMax = memory.frameworkOffHeap;
    f.directUsed = 1 * mib;
    f.directCount = 18;
    f.threads = 80;
    f.classes = 15'400;
    return f;
}

} // namespace sim::flink
