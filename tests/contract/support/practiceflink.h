#pragma once

#include "core/sim/api/host.h"
#include "core/sim/flink/jobmanager.h"

#include "tests/contract/support/side.h"

#include <QTemporaryDir>

namespace contract {

/// A session cluster in a practice cluster, as tests/live has a real one: one TaskManager, and the counting job for a
/// program. Time runs as on the wall.
class PracticeFlink
{
public:
    /// `version` as 1.20.4; `configuration` is added to what the real one has.
    PracticeFlink(const QString& version, const QMap<QString, QString>& configuration, int taskSlots);
    ~PracticeFlink();
    PracticeFlink(const PracticeFlink&) = delete;
    PracticeFlink& operator=(const PracticeFlink&) = delete;

    /// Empty: it serves.
    const QString& problem() const { return m_host->problem(); }
    /// Its REST through the service proxy.
    Side side() const;
    /// Runs `task` in the thread of the cluster and waits until it is done.
    void with(const std::function<void(sim::flink::JobManager& manager)>& task);

private:
    struct Cluster;

    QTemporaryDir m_folder;
    std::unique_ptr<Cluster> m_cluster;
    std::unique_ptr<sim::Host> m_host;
};

} // namespace contract
