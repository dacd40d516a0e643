#pragma once

#include "core/sim/operator/configuration.h"

#include <QJsonObject>

namespace sim::op {

/// What the cluster health check remembers from one reconciliation to the next.
struct HealthRecord
{
    qint64 timestamp = 0; ///< when the numbers were taken, milliseconds since 1970; 0: never
    int restarts = 0;
    qint64 restartsTimestamp = 0; ///< when `restarts` was last taken as the base
    qint64 checkpoints = 0;
    qint64 checkpointsTimestamp = 0; ///< when another checkpoint was completed last
    bool healthy = true;
};

/// From status.clusterInfo, where the operator keeps it.
HealthRecord healthRecord(const QJsonObject& clusterInfo);
void keepHealth(QJsonObject& clusterInfo, const HealthRecord& record);
void forgetHealth(QJsonObject& clusterInfo);
inline bool isHealthy(const HealthRecord& record)
{
    return record.healthy;
}

/// The record after looking at a job: too many restarts within the window, or no checkpoint completed for too long.
HealthRecord judged(HealthRecord before, const Configuration& observed, qint64 now, int restarts, qint64 checkpoints);

} // namespace sim::op
