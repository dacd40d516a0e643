#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <map>
#include <utility>

namespace sim::op {

/// The releases the practice operator can play. Later ones are greater.
enum class Release { V1_7, V1_12, V1_15, V1_16 };

/// "1.15.0".
QString versionText(Release release);

/// What a release can do; each answers for one difference a client can see.
bool hasSnapshotResources(Release release);    ///< FlinkStateSnapshot and upgradeSavepointPath (1.10)
bool hasRedeployNonce(Release release);        ///< job.savepointRedeployNonce (1.8)
bool hasAutoscalerResetNonce(Release release); ///< job.autoscalerResetNonce (1.11)
bool hasObservedGeneration(Release release);   ///< status.observedGeneration (1.8)
bool rollsBackToSavepoints(Release release);   ///< without HA metadata, where nothing has started (not seen with 1.7)
bool failsForLoss(Release release); ///< lifecycleState FAILED where nothing is left to restore (not seen with 1.7)
bool hasRecoveryFailures(
    Release release);                     ///< RecoveryFailureException where later ones fail to upgrade (seen with 1.7)
bool forgetsStoppedJobs(Release release); ///< the id of a session job that is suspended (not seen with 1.7)
bool tellsOfSubmissions(Release release); ///< the id of a session job before it is submitted (not seen with 1.7)
bool hasStateSize(Release release);       ///< state-size in status.clusterInfo (not seen with 1.7)
bool hasConditions(Release release);      ///< status.conditions (1.15)
bool hasBlueGreen(Release release);       ///< FlinkBlueGreenDeployment (1.14)
bool hasJobExceptionEvents(Release release); ///< events of reason JobException (1.12)
bool checksOverlappingKeys(
    Release release); ///< Flink 2 configuration files refuse a key that is another's prefix (1.12)
bool checksArtifactSchemes(Release release); ///< jarURI against the list of allowed schemes (1.15)
bool checksStoppedClusters(Release release); ///< the cluster health check leaves ended jobs alone (1.15)
bool readsMountErrors(Release release);      ///< FailedMount of a JobManager pod becomes an error (1.12)
bool namesContainers(Release release);     ///< the error of a pod begins with its container's name (not seen with 1.7)
bool hasResourceRequests(Release release); ///< jobManager.resources (1.16)
bool requiresHaForLastState(Release release); ///< the rule that 1.10 dropped
bool writesSpecBack(Release release); ///< with its finalizer it writes the spec as Java has read it (seen with 1.7)

/// The Flink versions the release deploys, oldest first: v1_15, v1_16 …
QStringList supportedFlinkVersions(Release release);
/// Those its API types know, in the order in which its errors list them.
QStringList knownFlinkVersions(Release release);

/// How the operator is installed: its process configuration and the defaults it gives every resource.
struct Settings
{
    Release release = Release::V1_15;
    bool webhook = true; ///< refuse at admission; otherwise an invalid resource gets a status error
    bool leaderElection = false;
    QString operatorNamespace = QStringLiteral("flink-operator");

    std::chrono::milliseconds reconcileInterval{60'000};
    std::chrono::milliseconds progressCheckInterval{10'000};
    std::chrono::milliseconds restReadyDelay{10'000};
    std::chrono::milliseconds restTimeout{10'000};
    std::chrono::milliseconds retryInterval{5'000}; ///< after an unexpected error; grows by retryFactor
    double retryFactor = 1.5;
    int retryLimit = 15;
    int rateLimit = 5; ///< rounds of one resource within ratePeriod
    std::chrono::milliseconds ratePeriod{15'000};

    /// How long after a deployment the operator does not find the JobManager by name: Java remembers a name that was
    /// not there.
    std::pair<std::chrono::milliseconds, std::chrono::milliseconds> nameDelay{0, 10'000};

    QStringList artifactSchemes{QStringLiteral("https")};
    QStringList watchedNamespaces; ///< none: all
    /// flink-operator-config: what every resource's configuration starts from.
    std::map<QString, QString> defaults;
};

} // namespace sim::op
