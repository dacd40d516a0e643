#pragma once

#include "core/sim/flink/coordinator.h"

namespace sim::flink {

/// Something that REST has triggered and that is asked for later: a savepoint, a checkpoint, a disposal.
struct Operation
{
    std::optional<SnapshotResult> result; ///< nothing: still under way
    Instant ended{};
};

/// The operations of a JobManager, for 5 minutes after their end (rest.async.store-duration).
class Operations
{
public:
    explicit Operations(Clock& clock)
        : m_clock(clock)
    {
    }

    /// Null when there is one of that key already: the trigger is a repetition.
    std::shared_ptr<Operation> add(const QString& key);
    void end(const std::shared_ptr<Operation>& operation, const SnapshotResult& result);
    /// Null: unknown, or too old.
    std::shared_ptr<const Operation> find(const QString& key);

private:
    void forget();

    Clock& m_clock;
    std::map<QString, std::shared_ptr<Operation>> m_operations;
};

} // namespace sim::flink
