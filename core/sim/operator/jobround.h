#pragma once

#include "core/sim/operator/autoscaler.h"
#include "core/sim/operator/round.h"
#include "core/sim/operator/upgrade.h"

namespace sim::op {

/// What FlinkDeployment and FlinkSessionJob have in common: validation, the comparison of specs, upgrades, suspending
/// and resuming, snapshots. What happens to the cluster is up to the kind.
class JobRound : public Round
{
public:
    JobRound(Toolbox tools, Snapshot object, Kind kind);

protected:
    using Step = std::function<void()>;
    enum class Ha { Required, NotRequired };

    void begin() override;

    // What the kinds do differently. Each goes on with its last argument, or ends the round by fail().
    virtual void observe(Step next) = 0;
    virtual std::optional<QString> validate() const = 0;
    virtual bool isReadyToReconcile() const { return true; }
    virtual void deploy(const Spec& spec, const QString& savepoint, Ha ha, Step next) = 0;
    virtual void suspend(Suspend way, Step next) = 0;
    virtual void reconcileOther(Step next) = 0;
    virtual QString deployedFlink() const { return m_spec[u"flinkVersion"].toString(); } ///< "v1_20"
    virtual void cleanUp() = 0;
    virtual Cluster cluster() const = 0;
    /// What a spec is deployed with, the operator's own keys among it.
    virtual Configuration configurationOf(const Spec& spec) const = 0;
    virtual bool hasHaMetadata() const { return false; }
    virtual bool neverStarted() const { return false; }
    virtual void dropNeverStarted(Step next) { next(); }
    virtual QStringView type() const = 0;
    virtual QString finalizer() const = 0;

    void fail(const Failure& failure);
    void endRound();
    void patch();
    void note(Component component, Journal::Note::Type type, const QString& reason, const QString& message);
    void resubmit(Ha ha, Step next);

    // jobsnapshots.cpp
    /// Starts what nonces and intervals ask for; true: something was started.
    bool triggerSnapshots();
    void cleanUpSnapshots();
    /// Releases without snapshot resources trigger what was asked for themselves, and look for it at every round.
    void startLegacySnapshots(Step next);
    void pollLegacySnapshots(Step next);
    void keepUpgradeSavepoint(const QString& path);
    /// As releases without snapshot resources remember one.
    void keepLegacySavepoint(const QString& path, const QString& trigger, std::optional<qint64> nonce);
    qint64 createdMs() const;
    void noteJobState(const QString& before);
    /// The error of a failed job: its exception with the causes, as Flink hands it over.
    void takeFailure(const QString& stackTrace);
    /// Events for the failures of the job that are new.
    void recordFailures(const QList<JobFailure>& failures);
    /// The wanted version runs already, though the status does not say so.
    void adoptDeployed();

    /// The newest checkpoint's path becomes what an upgrade restores.
    void takeLatestCheckpoint(Step next);
    void forgetOldErrors();

    /// Of what runs: after a rollback the last stable spec.
    Configuration configurationInForce() const;
    Spec deployedSpec() const;
    const Configuration& observedConfiguration() const { return m_observed; }

    const Kind m_kind;
    Spec m_spec; ///< as wanted; parts of it are replaced on the way
    Status m_status;
    qint64 m_generation = 0;
    bool m_isRecovering = false; ///< deploys again what was deployed, whatever the resource says by now

private:
    void validated();
    void reconcile();
    void deployFirst();
    void specChanged(const Difference& difference);
    void scale(const Difference& difference, std::function<void(bool)> done);
    void changeSpec(const Difference& difference);
    void upgrade(const Record& record);
    void decide(const Record& record);
    void go(const Ready& way);
    void suspended(const Ready& way);
    void resume(const Record& record);
    void redeploy();
    // jobrecords.cpp
    void rollBack();
    void finishRollBack();
    bool shouldRollBack() const;
    void restore(const Spec& spec, Ha ha, Step next);
    void others();
    void withCheckpointAges(std::function<void(const CheckpointSummary&)> done);

    // jobscaling.cpp
    void autoscale(Step next);
    void sampleVertex(const std::shared_ptr<MetricSample>& sample, std::size_t index, Step next);
    void evaluateSamples(const MetricSample& sample);
    void applyOverrides(bool enabled);
    void keepAutoscalerMap(const QJsonObject& content);
    QString knownOverrides() const;

    void compareSpecs();
    void recordDeployed(ReconciliationState state);
    void recordUpgrading(const Record& record);
    void setRecord(const Record& record);
    void triggerOne(const QString& what, const QString& trigger);
    void keepNonce(const QString& field); ///< as one that was seen to
    void startLegacySnapshot(const QString& what, Step next);
    void pollLegacySnapshot(const QString& what, Step next);
    /// savepointInfo or checkpointInfo of the status.
    QJsonObject& legacyInfo(const QString& what);
    void keepLegacyCheckpoint(const QString& trigger, std::optional<qint64> nonce);
    QString savepointFormat() const;
    bool isSnapshotDue(const QString& what, QString& trigger) const;
    std::vector<Snapshot> snapshots(const QString& what) const;
    QJsonObject snapshotObject(const QString& what, const QString& trigger) const;

    Configuration m_observed;
    QJsonObject m_written; ///< the status as it was written last
    ReconciliationState m_before = ReconciliationState::Unset;
    bool m_valid = true; ///< otherwise the round goes on with the last spec
};

} // namespace sim::op
