#pragma once

#include "core/sim/flink/failure.h"
#include "core/sim/world/log.h"

#include <functional>
#include <memory>

namespace sim::flink {

/// A TaskManager process that is up.
struct Worker
{
    QString id; ///< the pod's name
    QString host;
    int dataPort = 0;
    int slotCount = 1;
    std::shared_ptr<Log> log;
    /// Ends the process from inside: an exit code and a reason as Kubernetes gives it (Error, OOMKilled).
    std::function<void(int code, const QString& reason)> end = {};

    Instant since{};                      ///< registered; filled in by the JobManager
    std::vector<QString> slotOwners = {}; ///< ids of jobs, empty: free
};

/// Who gives a JobManager its TaskManagers. Tells the outcome through JobManager::addWorker(), removeWorker() and
/// refuseWorker().
class Workers
{
public:
    virtual ~Workers() = default;
    virtual void request(const QString& worker) = 0;
    virtual void release(const QString& worker) = 0;
};

} // namespace sim::flink
