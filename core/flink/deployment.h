#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>

namespace flink {

/// The parts of metadata every kind has.
struct Metadata
{
    QString nameSpace, name, uid, resourceVersion;
    qint64 generation = 0;
    QDateTime createdAt; ///< UTC
    QDateTime deletedAt; ///< UTC; valid: deletion is under way
    QStringList finalizers;
    QMap<QString, QString> labels;      ///< as the server sent them, at most 64; show them through visibleText()
    QMap<QString, QString> annotations; ///< only those Drey understands: GitOps ownership, operator, app
    QString owner;     ///< who writes the spec as far as labels, annotations and managedFields tell: "Argo CD", "Flux",
                       ///< "Helm", "kubectl"
    QString blueGreen; ///< the FlinkBlueGreenDeployment it is a colour of; empty: of none

    friend bool operator==(const Metadata&, const Metadata&) = default;
};

/// `status.error` of the operator: JSON text or plain text (CommonStatus, FlinkResourceException).
struct OperatorError
{
    QString type; ///< class name; empty when the text was plain
    QString message;
    QString reason;     ///< additionalMetadata.reason: CrashLoopBackOff, ErrImagePull, FailedMount …
    QStringList causes; ///< messages of throwableList

    friend bool operator==(const OperatorError&, const OperatorError&) = default;
};

/// `status.jobStatus` and `status.reconciliationStatus`, as the operator reports them; empty strings: not reported.
struct OperatorStatus
{
    QString jobName, jobId, jobState;
    QDateTime startTime, updateTime; ///< of the job, UTC
    QString upgradeSavepointPath;    ///< "KUBERNETES_OPERATOR_LAST_STATE" is a marker, not a path
    QString lastSavepointPath;       ///< legacy savepointInfo.lastSavepoint
    QDateTime lastSavepointAt;
    QString lifecycleState;      ///< STABLE, DEPLOYED, … computed by the operator; absent before 1.2
    QString reconciliationState; ///< DEPLOYED, UPGRADING, ROLLING_BACK, ROLLED_BACK
    QDateTime reconciledAt;
    std::optional<OperatorError> error;
    std::optional<qint64> observedGeneration; ///< before 1.8 as the record of what is deployed has it
    QString usedUpgradeMode;                  ///< upgradeMode inside lastReconciledSpec
    bool lastReconciledIsStable = false;      ///< lastReconciledSpec equals lastStableSpec

    friend bool operator==(const OperatorStatus&, const OperatorStatus&) = default;
};

/// `spec.job`.
struct JobSpec
{
    QString jarUri, entryClass, state, upgradeMode, initialSavepointPath;
    int parallelism = 0;

    friend bool operator==(const JobSpec&, const JobSpec&) = default;
};

/// A FlinkDeployment (flink.apache.org/v1beta1): an application when `job` is there, else a session cluster.
struct Deployment
{
    Metadata metadata;
    QString image, flinkVersion; ///< flinkVersion as in the CR: "v1_20"
    QString mode;                ///< "native" or "standalone"
    std::optional<JobSpec> job;
    int taskManagerReplicas = 0; ///< of the spec; 0: not set
    int taskSlots = 1;           ///< taskmanager.numberOfTaskSlots of flinkConfiguration
    OperatorStatus status;
    QString jobManagerStatus; ///< jobManagerDeploymentStatus
    QMap<QString, QString> clusterInfo;
    QByteArray document; ///< the whole object as it came, with fields we do not know; empty when decoded for a list

    int parallelism() const; ///< replicas × slots when replicas are set, else job.parallelism, as the operator does
    bool isSession() const { return !job; }
    bool isStateless() const; ///< upgradeMode: the operator starts it empty, whatever it has checkpointed
    friend bool operator==(const Deployment&, const Deployment&) = default;
};

struct SessionJob
{
    Metadata metadata;
    QString deploymentName;
    std::optional<JobSpec> job;
    OperatorStatus status;
    QByteArray document;

    friend bool operator==(const SessionJob&, const SessionJob&) = default;
};

struct StateSnapshot
{
    enum class Type { Savepoint, Checkpoint, Unknown };

    Metadata metadata;
    QString jobKind, jobName; ///< spec.jobReference
    Type type = Type::Unknown;
    QString formatType;
    bool disposeOnDelete = true, alreadyExists = false;
    QString state, path, triggerId, error;
    QString triggerType; ///< label snapshot.trigger-type
    QDateTime triggeredAt, resultAt;
    int failures = 0;
    QByteArray document;

    friend bool operator==(const StateSnapshot&, const StateSnapshot&) = default;
};

struct BlueGreenDeployment
{
    Metadata metadata;
    QString flinkVersion;
    OperatorStatus status;
    QString blueGreenState;
    QByteArray document;

    friend bool operator==(const BlueGreenDeployment&, const BlueGreenDeployment&) = default;
};

/// Decoders of one object. They fail only without metadata.name; everything else may be absent. The *Document forms
/// keep the whole object.
base::Result<Deployment> decodeDeployment(QByteArrayView json);
base::Result<Deployment> decodeDeploymentDocument(QByteArrayView json);
base::Result<SessionJob> decodeSessionJob(QByteArrayView json);
base::Result<SessionJob> decodeSessionJobDocument(QByteArrayView json);
base::Result<StateSnapshot> decodeStateSnapshot(QByteArrayView json);
base::Result<StateSnapshot> decodeStateSnapshotDocument(QByteArrayView json);
base::Result<BlueGreenDeployment> decodeBlueGreenDeployment(QByteArrayView json);
base::Result<BlueGreenDeployment> decodeBlueGreenDeploymentDocument(QByteArrayView json);

} // namespace flink
