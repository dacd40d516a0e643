#pragma once

#include "core/health/verdict.h"

#include <chrono>

namespace health {

/// The evidence with what may still be believed of it picked out: null is unknown, too old, or never asked.
struct Situation
{
    explicit Situation(const Evidence& all);

    const Evidence& evidence;
    QDateTime now;
    const flink::Deployment* resource = nullptr;
    const flink::Deployment* lastKnown = nullptr;    ///< the same, whatever its age
    const QList<flink::JobOverview>* jobs = nullptr; ///< as of the last question, which was answered
    const flink::JobOverview* job = nullptr; ///< the one that is judged; null: Flink knows none, or was not heard
    const flink::JobDetail* detail = nullptr;
    const flink::CheckpointHistory* checkpoints = nullptr;
    const flink::CheckpointConfig* checkpointConfig =
        nullptr; ///< whatever its age: it does not change while a job runs
    const flink::ExceptionHistory* exceptions = nullptr;
    const QList<flink::Pod>* pods = nullptr;
    std::optional<qint64> restarts;

    bool isEndpoint() const;      ///< no custom resource was asked for
    bool isPlannedChange() const; ///< the operator reports that it is bringing a new spec into effect
    bool isSuspending() const;    ///< the spec wants the job suspended
    bool isStarting() const; ///< a planned change, or one that was reconciled so recently that pods may still come up
    bool isRunning() const;  ///< as far as is believed, the job is RUNNING
    bool hasHeardFlink() const; ///< about its jobs, and about all of the one that is judged
    bool isYoung(const QDateTime& since, std::chrono::milliseconds grace) const;
    QList<const flink::Pod*> podsOf(QStringView component) const; ///< without those being deleted
};

/// One thing that was recognised, with the sentences that support it.
struct Finding
{
    base::Health health = base::Health::Unknown;
    QString cause;
    QStringList evidence;
};

/// What each part of the evidence tells; empty: nothing to complain of. Order within a family is importance.
QList<Finding> operatorFindings(const Situation& situation);
QList<Finding> deletionFindings(const Situation& situation); ///< what an object waits for that is to be deleted
QList<Finding> podFindings(const Situation& situation);
QList<Finding> jobFindings(const Situation& situation);
QList<Finding> checkpointFindings(const Situation& situation);
QList<Finding> ignoranceFindings(const Situation& situation);

/// Who could refute a verdict of this family, but was not heard. A Flink that was asked in vain is not among them: that
/// is a finding itself.
QList<Source> notHeard(const Situation& situation, base::Health health);

/// The rows of the truth panel.
QList<Fact> factsOf(const Situation& situation);

/// "file:/state/ckpt/4065b2/chk-12" is "chk-12".
QString snapshotName(const QString& path);
/// Whether upgradeSavepointPath holds a path and not the operator's marker.
bool isRealPath(const QString& path);
/// Where an application that does not run is to go on, as far as the operator says: upgradeSavepointPath, or, where it
/// has none (before 1.10) and does not go on from the last state, its last savepoint. Empty: it says nothing.
QString resumePath(const flink::Deployment& resource);
/// The family a state of Flink or of the operator belongs to by its own word.
base::Health familyOfJobState(const QString& state);
base::Health familyOfLifecycle(const QString& state);

} // namespace health
