#pragma once

#include "core/sim/flink/jobmanager.h"

namespace sim::flink {

/// TaskManagers that come up by themselves after a while, without any Kubernetes: for a JobManager that stands alone.
class LocalWorkers : public Workers
{
public:
    /// `limit`: more are never given.
    LocalWorkers(World& world, JobManager& manager, Duration start = std::chrono::seconds(4), int limit = 100);
    ~LocalWorkers() override;

    void request(const QString& worker) override;
    void release(const QString& worker) override;
    /// Ends the process.
    void kill(const QString& worker, int code, const QString& reason);
    /// No new ones come from now on, or again.
    void setLimit(int limit) { m_limit = limit; }

private:
    void add(const QString& worker);

    World& m_world;
    JobManager& m_manager;
    Duration m_start;
    int m_limit;
    int m_count = 0;
    int m_addresses = 1;
    std::map<QString, Clock::Ticket> m_coming;
};

/// What a JobManager reads of a container that has ended, as say::podTerminated() wants it.
QString terminationStatus(const QString& container, int code, const QString& reason);

} // namespace sim::flink
