#pragma once

#include "core/sim/operator/jobround.h"

namespace sim::op {

/// One reconciliation of a FlinkSessionJob.
class SessionJobRound : public JobRound
{
public:
    SessionJobRound(Toolbox tools, Snapshot object);

protected:
    void observe(Step next) override;
    std::optional<QString> validate() const override;
    bool isReadyToReconcile() const override;
    void deploy(const Spec& spec, const QString& savepoint, Ha ha, Step next) override;
    void suspend(Suspend way, Step next) override;
    void reconcileOther(Step next) override;
    void cleanUp() override;
    Cluster cluster() const override;
    Configuration configurationOf(const Spec& spec) const override;
    QString deployedFlink() const override;
    QStringView type() const override;
    QString finalizer() const override;

private:
    std::optional<Spec> sessionSpec() const;
    bool isSessionReady() const;
    void jobSeen(const JobOverview& job, Step next);
    void jobLost();
    void awaitCancelled(int attempts, Step next);
    void letGo();
};

} // namespace sim::op
