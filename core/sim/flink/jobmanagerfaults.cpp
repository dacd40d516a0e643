#include "core/sim/flink/jobmanager.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What can be made to go wrong in a whole cluster.
namespace sim::flink {

namespace {

constexpr qint64 usualMetaspace = 75 * 1024 * 1024;
constexpr int exitOfFatalError = 239;

} // namespace

void JobManager::addFaults(Job& job)
{
    if (m_disturbance != Disturbance())
        job.setDisturbance(m_disturbance);
    job.faultyCoordinator().setCheckpointFault(m_checkpointFault);
    job.faultyCoordinator().setSavepointFault(m_savepointFault);
}

void JobManager::killForMemory(const QString& worker)
{
    const Worker* found = this->worker(worker);
    if (found && found->end)
        found->end(137, u"OOMKilled"_s);
}

qint64 JobManager::metaspaceUsed(const Worker& worker) const
{
    const auto restarts = m_leaks.find(worker.id);
    return usualMetaspace + (restarts == m_leaks.end() ? 0 : restarts->second) * m_metaspaceLeak;
}

void JobManager::useMetaspace(const Job& job)
{
    std::vector<std::function<void(int, const QString&)>> full;
    for (const Worker& worker : m_registered) {
        if (std::ranges::find(worker.slotOwners, job.id()) == worker.slotOwners.end())
            continue;
        ++m_leaks[worker.id];
        if (metaspaceUsed(worker) < m_workerMemory.metaspace)
            continue;
        writeOn(worker.id, Level::Error, u"org.apache.flink.runtime.taskexecutor.TaskManagerRunner"_s,
                u"Fatal error occurred while executing the TaskManager. Shutting it down...\n"_s +
                    say::metaspace().stackTrace().trimmed());
        if (worker.end)
            full.push_back(worker.end);
    }
    if (full.empty())
        return;
    // The process takes a moment to die; the job is in the middle of its restart.
    m_fatal.set(300ms, [full] {
        for (const auto& end : full)
            end(exitOfFatalError, u"Error"_s);
    });
}

void JobManager::setDisturbance(const Disturbance& disturbance)
{
    m_disturbance = disturbance;
    for (const auto& job : m_jobs)
        job->setDisturbance(disturbance);
}

void JobManager::brokerChanged()
{
    for (const auto& job : m_jobs)
        job->brokerChanged();
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
