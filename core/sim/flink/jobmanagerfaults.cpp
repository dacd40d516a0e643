#include "core/sim/flink/jobmanager.h"
#include "core/sim/flink/rest.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What can be made to go wrong in a whole cluster.
namespace sim::flink {

namespace {

constexpr qint64 usualMetaspace = 75 * 1024 * 1024;
constexpr int exitOfFatalError = 239;
constexpr Duration dyingTime = 100ms;
constexpr double nativeGrowth = 300; ///< seconds until native memory is at two thirds of where it goes

} // namespace

void JobManager::addFaults(Job& job)
{
    if (m_disturbance != Disturbance())
        job.setDisturbance(m_disturbance);
    job.faultyCoordinator().setCheckpointFault(m_checkpointFault);
    job.faultyCoordinator().setSavepointFault(m_savepointFault);
    if (job.spec().nativeBytes > 0 && !m_leakWatch.isSet())
        m_leakWatch.set(1s, [this] { lookForLeaks(); });
}

void JobManager::killForMemory(const QString& worker)
{
    endWorker(worker, 137, u"OOMKilled"_s);
}

void JobManager::endWorker(const QString& worker, int code, const QString& reason)
{
    const Worker* found = this->worker(worker);
    if (!found || !found->end)
        return;
    // Its process may have it removed at once.
    const auto end = found->end;
    end(code, reason);
}

void JobManager::setMemoryLeak(qint64 bytesPerSecond)
{
    m_memoryLeak = bytesPerSecond;
    if (bytesPerSecond > 0)
        m_leakWatch.set(1s, [this] { lookForLeaks(); });
    else if (std::ranges::none_of(m_jobs, [](const auto& job) { return job->spec().nativeBytes > 0; }))
        m_leakWatch.stop();
}

void JobManager::lookForLeaks()
{
    QStringList full;
    for (const Worker& worker : m_registered) {
        const auto usage = usageOf(worker.id);
        if (usage && usage->memoryBytes >= m_workerMemory.totalProcess)
            full += worker.id;
    }
    for (const QString& id : full)
        killForMemory(id);
    m_leakWatch.set(1s, [this] { lookForLeaks(); });
}

/// What lies outside of what Flink plans: leaked, or in use by the code of jobs that run here.
qint64 JobManager::nativeMemory(const Worker& worker) const
{
    const Duration age = m_world.clock.now() - worker.since;
    qint64 bytes = m_memoryLeak * age.count() / 1000;
    for (const auto& job : m_jobs) {
        if (job->spec().nativeBytes == 0 || std::ranges::find(worker.slotOwners, job->id()) == worker.slotOwners.end())
            continue;
        const double grown = 1 - std::exp(-double(age.count()) / 1000 / nativeGrowth);
        bytes += qint64(double(job->spec().nativeBytes) * grown);
    }
    return bytes;
}

std::optional<ContainerUsage> JobManager::usageOf(const QString& pod) const
{
    const Worker* found = worker(pod);
    if (!found && pod != m_setup.pod)
        return {};
    const MemoryPlan& plan = found ? m_workerMemory : m_ownMemory;
    const JvmFigures figures = found ? figuresOf(*this, *found) : figuresOf(*this);
    // Pages of the heap that were used once stay; what the JVM itself takes lies in the overhead.
    qint64 memory = plan.heap() * 8 / 10 + figures.nonHeapUsed + figures.directUsed + plan.overhead / 4;
    if (found && std::ranges::any_of(m_jobs, [](const auto& job) { return job->spec().backend == Backend::RocksDb; }))
        memory += plan.managed;
    if (found)
        memory += nativeMemory(*found);
    return ContainerUsage{u"flink-main-container"_s, qint64(figures.cpuLoad * 1e9),
                          std::min(memory, plan.totalProcess)};
}

qint64 JobManager::metaspaceUsed(const Worker& worker) const
{
    const auto leaked = m_leaks.find(worker.id);
    return usualMetaspace + (leaked == m_leaks.end() ? 0 : leaked->second);
}

void JobManager::classesLoadedAgain(const Job& job)
{
    QStringList full;
    for (const Worker& worker : m_registered) {
        if (std::ranges::find(worker.slotOwners, job.id()) == worker.slotOwners.end())
            continue;
        m_leaks[worker.id] += m_metaspaceLeak + job.spec().classesPerRestart;
        if (metaspaceUsed(worker) < m_workerMemory.metaspace)
            continue;
        writeOn(worker.id, Level::Error, u"org.apache.flink.runtime.taskexecutor.TaskManagerRunner"_s,
                u"Fatal error occurred while executing the TaskManager. Shutting it down...\n"_s +
                    say::metaspace().stackTrace().trimmed());
        full += worker.id;
    }
    if (full.isEmpty())
        return;
    // The process takes a moment to die; the job's tasks are being deployed to it.
    m_fatal.set(dyingTime, [this, full] {
        for (const QString& id : full)
            endWorker(id, exitOfFatalError, u"Error"_s);
    });
}

void JobManager::setDisturbance(const Disturbance& disturbance)
{
    m_disturbance = disturbance;
    for (const auto& job : m_jobs)
        job->setDisturbance(disturbance);
}

void JobManager::setCheckpointFault(const std::optional<SnapshotFault>& fault)
{
    m_checkpointFault = fault;
    for (const auto& job : m_jobs)
        job->faultyCoordinator().setCheckpointFault(fault);
}

void JobManager::setSavepointFault(const std::optional<SnapshotFault>& fault)
{
    m_savepointFault = fault;
    for (const auto& job : m_jobs)
        job->faultyCoordinator().setSavepointFault(fault);
}

} // namespace sim::flink
