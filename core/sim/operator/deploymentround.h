#pragma once

#include "core/sim/operator/jobround.h"

namespace sim::op {

/// One reconciliation of a FlinkDeployment: an application or a session cluster.
class DeploymentRound : public JobRound
{
public:
    DeploymentRound(Toolbox tools, Snapshot object);

protected:
    void observe(Step next) override;
    std::optional<QString> validate() const override;
    void deploy(const Spec& spec, const QString& savepoint, Ha ha, Step next) override;
    void suspend(Suspend way, Step next) override;
    void reconcileOther(Step next) override;
    void cleanUp() override;
    Cluster cluster() const override;
    Configuration configurationOf(const Spec& spec) const override;
    bool hasHaMetadata() const override;
    bool neverStarted() const override;
    void dropNeverStarted(Step next) override;
    QStringView type() const override;
    QString finalizer() const override;

private:
    // deploymentobserver.cpp
    bool isUpgradeUnfinished();
    void observeJobManager(Step next);
    void lookAtJobManager(Step next);
    void notYet(Step next);
    void missing();
    void observeCluster(Step next);
    void observeApplication(Step next);
    void jobSeen(const JobOverview& job, Step next);
    void jobUnreachable(Step next);
    void jobFailed(Step next);
    void suspendCancelled();
    void noteFailures(Step next);
    void observeSession(Step next);
    void observeInformation(Step next);
    void takeInformation(const QJsonObject& information);
    void takeCheckpoints(const std::optional<CheckpointSummary>& checkpoints, Step next);

    Configuration submission(const Spec& spec, const QString& savepoint) const;
    void deployCluster(const Spec& spec, const QString& savepoint, Ha ha, Step next);
    void removeCluster(Clusters::HaMetadata metadata, Step next);
    void stopWithSavepoint(Step next);
    void cancelAndWait(int attempts, Step next);
    bool isUnhealthy() const;
    bool shouldRecover() const;
    bool removeEndedCluster(Step next);
    void cleanUpSession();
    void deleteCluster();
    QStringList sessionJobs() const;
    Owner owner() const;
};

} // namespace sim::op
