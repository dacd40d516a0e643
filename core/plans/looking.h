#pragma once

#include "core/flink/podlisting.h"
#include "core/plans/planning.h"
#include "core/plans/startfailure.h"
#include "core/workflow/runner.h"

#include <QObject>

#include <memory>

namespace plans {

/// One look at what has become of one step. Answers once, then goes away by itself.
class Looking : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(base::Result<workflow::Sight>)>;

    /// `change`: of the spec, as this step is to write it or an earlier one has.
    Looking(const Site& site, const workflow::Step& step, const workflow::Operation& operation, SpecChange change,
            QObject* context, Done done);

    void start();

private:
    using State = workflow::Sight::State;

    void tell(State state, const QString& detail = {}, const QJsonObject& facts = {});
    void tellStuck(const QString& detail, const QJsonObject& facts = {});
    void fail(const base::Error& error);

    void askObject(std::function<void(const manifest::LiveObject&)> then);
    void askJobs(std::function<void(const QList<flink::JobOverview>&)> then);
    void askCheckpoints(void (Looking::*then)(const flink::CheckpointHistory&));
    void missRun(const base::Error& error); ///< the one that was seen running
    void askPods(std::function<void(const QList<flink::Pod>&)> then);

    bool isInObject() const; ///< what was to be written
    void lookAtSpec();
    void lookAtTakingUp(const manifest::LiveObject& object);
    void lookAtSuspension(const manifest::LiveObject& object);
    void askEnd(const manifest::LiveObject& object); ///< of its job
    void judgeSuspension(const manifest::LiveObject& object, const QString& running);
    void askSavepoint(const manifest::LiveObject& object); ///< whether Flink itself tells of it by now
    void endSuspension(const manifest::LiveObject& object);
    void lookAtRun(const manifest::LiveObject& object);
    void judgeRun(const manifest::LiveObject& object, const flink::JobOverview& job);
    /// `hasJob`: Flink answers with a job, or does not answer.
    void lookForTrouble(const QString& otherwise, bool hasJob = true);
    void lookForRoom(const QString& otherwise);
    /// Says that it does not start, with what the log of the container tells.
    void explain(const flink::Pod& pod, const flink::ContainerState& container);
    /// Of a job that failed, or fails again and again, with what Flink tells.
    void explainJob(const flink::JobOverview& job, const QString& otherwise);
    void tellStartFailure(const QString& what, const StartFailure& failure);
    /// Of a FlinkBlueGreenDeployment: until the other colour comes; until the old one is gone.
    void lookAtTransition(const manifest::LiveObject& object);
    void lookAtOldColour(const manifest::LiveObject& object);
    bool isTransitionOver(const manifest::LiveObject& object); ///< and it has told so
    void lookAtSession(const manifest::LiveObject& object);
    void judgeRestore(const flink::CheckpointHistory& history);
    void judgeCheckpoints(const flink::CheckpointHistory& history);
    void lookAtSettling();
    void judgeSettling(const flink::JobDetail& job);
    void lookAtSnapshot();
    void judgeSnapshot(const QJsonObject& snapshot);
    /// What was asked for by nonce: "savepoint" or "checkpoint".
    void judgeLegacy(const manifest::LiveObject& object, const QString& what);
    void lookAtDeletion();
    void lookAtRemains();
    void lookAtNewObject();

    QString fact(const QString& name) const { return m_operation.facts[name].toString(); }
    kube::ObjectKey cluster() const; ///< that the step is about
    kube::ObjectPath path() const;   ///< of the object

    const Site m_site;
    const workflow::Step m_step;
    const workflow::Operation m_operation;
    const SpecChange m_change;
    Done m_done;
    std::unique_ptr<flink::RestClient> m_rest;
    QJsonObject m_object; ///< as it came
};

} // namespace plans
