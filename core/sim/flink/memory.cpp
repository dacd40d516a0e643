#include "core/sim/flink/memory.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::flink {

namespace {

constexpr qint64 mib = 1024 * 1024;

/// Flink's fractions are 32-bit floats.
qint64 share(qint64 bytes, double fraction)
{
    return qint64(static_cast<long double>(bytes) * static_cast<long double>(static_cast<float>(fraction)));
}

struct Reader
{
    const Configuration& configuration;
    QString prefix;

    qint64 bytes(const QString& name, qint64 fallback) const
    {
        return configuration.bytes(prefix + name).value_or(fallback);
    }
    double fraction(const QString& name, double fallback) const
    {
        return configuration.fraction(prefix + name).value_or(fallback);
    }
    qint64 overhead(qint64 process) const
    {
        const qint64 lowest = bytes(u"jvm-overhead.min"_s, 192 * mib);
        const qint64 highest = std::max(lowest, bytes(u"jvm-overhead.max"_s, 1024 * mib));
        return std::clamp(share(process, fraction(u"jvm-overhead.fraction"_s, 0.1)), lowest, highest);
    }
};

/// What is left of the process for Flink, or the other way round.
void divideProcess(const Reader& reader, MemoryPlan& plan, qint64 usualProcess)
{
    const qint64 flink = reader.bytes(u"flink.size"_s, 0);
    const qint64 process = reader.bytes(u"process.size"_s, flink > 0 ? 0 : usualProcess);
    plan.metaspace = reader.bytes(u"jvm-metaspace.size"_s, 256 * mib);
    if (process > 0) {
        plan.overhead = reader.overhead(process);
        plan.totalProcess = process;
        plan.totalFlink = std::max<qint64>(0, process - plan.metaspace - plan.overhead);
    } else {
        const double fraction = reader.fraction(u"jvm-overhead.fraction"_s, 0.1);
        plan.totalFlink = flink;
        plan.overhead = reader.overhead(qint64(double(flink + plan.metaspace) / (1 - fraction)));
        plan.totalProcess = flink + plan.metaspace + plan.overhead;
    }
}

} // namespace

MemoryPlan taskManagerMemory(const Configuration& configuration)
{
    const Reader reader{configuration, u"taskmanager.memory."_s};
    MemoryPlan plan;
    divideProcess(reader, plan, 1728 * mib);
    plan.frameworkHeap = reader.bytes(u"framework.heap.size"_s, 128 * mib);
    plan.frameworkOffHeap = reader.bytes(u"framework.off-heap.size"_s, 128 * mib);
    plan.taskOffHeap = reader.bytes(u"task.off-heap.size"_s, 0);
    plan.managed = reader.bytes(u"managed.size"_s, share(plan.totalFlink, reader.fraction(u"managed.fraction"_s, 0.4)));
    const qint64 lowest = reader.bytes(u"network.min"_s, 64 * mib);
    const qint64 highest = std::max(lowest, reader.bytes(u"network.max"_s, std::numeric_limits<qint64>::max()));
    plan.network = std::clamp(share(plan.totalFlink, reader.fraction(u"network.fraction"_s, 0.1)), lowest, highest);
    const qint64 rest =
        plan.totalFlink - plan.frameworkHeap - plan.frameworkOffHeap - plan.taskOffHeap - plan.managed - plan.network;
    plan.taskHeap = std::max<qint64>(0, reader.bytes(u"task.heap.size"_s, rest));
    return plan;
}

MemoryPlan jobManagerMemory(const Configuration& configuration)
{
    const Reader reader{configuration, u"jobmanager.memory."_s};
    MemoryPlan plan;
    divideProcess(reader, plan, 1600 * mib);
    plan.frameworkOffHeap = reader.bytes(u"off-heap.size"_s, 128 * mib);
    plan.taskHeap = std::max<qint64>(0, reader.bytes(u"heap.size"_s, plan.totalFlink - plan.frameworkOffHeap));
    return plan;
}

} // namespace sim::flink
