#pragma once

#include "core/plans/flinksurvey.h"
#include "core/workflow/runner.h"

namespace plans {

/// One look at what has become of one step at a job of a Flink cluster. Answers once, then goes away by itself.
class FlinkLooking : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(base::Result<workflow::Sight>)>;

    FlinkLooking(const FlinkSite& site, const workflow::Step& step, const workflow::Operation& operation,
                 QObject* context, Done done);

    void start();

private:
    using State = workflow::Sight::State;

    void tell(State state, const QString& detail = {}, const QJsonObject& facts = {});
    void tellStuck(const QString& detail);
    void fail(const base::Error& error);

    /// The job as it is; `gone`: the cluster answers, and knows no such job.
    void askJob(std::function<void(const flink::JobDetail&)> then, std::function<void()> gone);
    void askResult(std::function<void(const flink::TriggerResult&)> then, std::function<void()> forgotten);
    void lookAtRequest();
    void judgeUnknownRequest(const flink::JobDetail& job);
    void lookAtSnapshot();
    void judgeSnapshot(const flink::TriggerResult& result);
    void judgeWitness(const flink::TriggerResult& result, const flink::CheckpointHistory& history);
    void judgeForgotten(const base::Result<flink::CheckpointHistory>& history);
    void lookAtCancellation();
    void lookAtEnd();
    void judgeEnd(const flink::JobDetail& job);
    void lookAtRequirements();
    void judgeRequirements();
    void lookAtRescaling();
    void judgeRescaling(const flink::JobDetail& job);
    void lookAtStart();
    void judgeRun(const flink::JobDetail& job);
    void lookAtRestore();
    void judgeRestore(const flink::CheckpointHistory& history);
    qint64 secondsAtIt() const;

    bool isPlanned() const { return m_record.state == workflow::StepRecord::State::Planned; }
    bool wasAnswered() const { return m_record.state == workflow::StepRecord::State::Sent; }
    bool isForSavepoint() const;
    std::optional<flink::Checkpoint> madeSince(const flink::CheckpointHistory& history) const;
    QString fact(const QString& name) const { return m_operation.facts[name].toString(); }
    QString job() const; ///< that the step is about

    const FlinkSite m_site;
    const workflow::Step m_step;
    const workflow::Operation m_operation;
    const workflow::StepRecord m_record; ///< of the step, before this look
    Done m_done;
};

} // namespace plans
