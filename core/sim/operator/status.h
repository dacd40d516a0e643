#pragma once

#include "core/sim/operator/failure.h"
#include "core/sim/operator/spec.h"
#include "core/sim/world/clock.h"

#include <QJsonArray>

namespace sim::op {

enum class JmStatus { Missing, Deploying, DeployedNotReady, Ready, Error };
enum class ReconciliationState { Unset, Deployed, Upgrading, RollingBack, RolledBack };

QString text(JmStatus status);
QString text(ReconciliationState state);

/// What stands for "from the HA metadata" where a path would be.
inline constexpr QStringView lastStateMarker = u"KUBERNETES_OPERATOR_LAST_STATE";

/// status of a FlinkDeployment or FlinkSessionJob.
struct Status
{
    // jobStatus; the state is Flink's word, empty before there was a job
    QString jobId;
    QString jobName;
    QString jobState;
    QString startTime;
    QString updateTime;
    QString upgradeSavepointPath;
    QJsonObject savepointInfo;
    QJsonObject checkpointInfo;

    QString error;
    std::optional<qint64> observedGeneration;
    JmStatus jobManager = JmStatus::Missing; ///< FlinkDeployment only
    QJsonObject clusterInfo;
    QJsonObject taskManager;
    QJsonArray conditions;

    ReconciliationState state = ReconciliationState::Unset;
    qint64 reconciliationTimestamp = 0; ///< milliseconds since 1970
    KeptRecord lastReconciled;          ///< empty: never deployed
    KeptRecord lastStable;

    static Status from(const QJsonObject& status);
    /// With the lifecycleState that follows from the rest.
    QJsonObject toJson(Kind kind, Release release) const;

    QString lifecycleState(Release release) const;
    bool isBeforeFirstDeployment() const { return lastReconciled.isEmpty(); }
    bool isStable() const { return !lastReconciled.isEmpty() && lastReconciled == lastStable; }
    const std::optional<Record>& reconciledRecord() const { return lastReconciled.record(); }
};

/// FAILED, CANCELED or FINISHED.
bool isTerminal(QStringView jobState);
/// Could be cancelled over REST: the JobManager is ready and the state neither unknown nor terminal.
bool isCancellable(const Status& status, Kind kind);

/// The condition Running of a deployment.
QJsonObject runningCondition(const Status& status, bool hasJob);
/// Puts it into status.conditions; true when that changed anything.
bool setRunningCondition(Status& status, bool hasJob, Instant now);

} // namespace sim::op
