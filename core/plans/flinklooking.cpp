#include "core/plans/flinklooking.h"

#include "core/base/visibletext.h"
#include "core/flink/failuregroups.h"
#include "core/plans/candidates.h"
#include "core/plans/flinkplan.h"

#include <QRegularExpression>

#include <algorithm>

namespace plans {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

/// Flink hands out its statistics of checkpoints from a cache of some seconds. So long they may know less than the
/// answer to a request.
constexpr std::chrono::seconds witnessWait{20};

/// In Flink's words when the savepoint was made and the job failed while it stopped.
QString savepointIn(const QString& failure)
{
    static const QRegularExpression words(u"A savepoint (?:has been|was) created at:? ([^\\s,]+)"_s);
    return words.match(failure).captured(1);
}

} // namespace

FlinkLooking::FlinkLooking(const FlinkSite& site, const workflow::Step& step, const workflow::Operation& operation,
                           QObject* context, Done done)
    : QObject(context)
    , m_site(site)
    , m_step(step)
    , m_operation(operation)
    , m_record(*std::ranges::find(operation.steps, step.id, &workflow::StepRecord::id))
    , m_done(std::move(done))
{
}

void FlinkLooking::start()
{
    using namespace flinkstep;
    const QString& kind = m_step.kind;
    if (kind == askSavepoint || kind == askCheckpoint || kind == askStop)
        lookAtRequest();
    else if (kind == savepointMade || kind == checkpointMade)
        lookAtSnapshot();
    else if (kind == cancelJob)
        lookAtCancellation();
    else if (kind == ended)
        lookAtEnd();
    else if (kind == setRequirements)
        lookAtRequirements();
    else if (kind == rescaled)
        lookAtRescaling();
    else if (kind == runJar)
        lookAtStart();
    else if (kind == running)
        askJob([this](const flink::JobDetail& job) { judgeRun(job); },
               [this] { tell(State::Failed, tr("Flink does not know the job any more.")); });
    else if (kind == restored)
        lookAtRestore();
    else
        tell(State::Failed, tr("This version of Drey does not know such a step (%1).").arg(kind));
}

QString FlinkLooking::job() const
{
    const QString own = m_step.details[u"job"].toString();
    return own.isEmpty() ? m_operation.plan.uid : own;
}

qint64 FlinkLooking::secondsAtIt() const
{
    return m_record.startedAt.isValid() ? m_record.startedAt.secsTo(QDateTime::currentDateTimeUtc()) : 0;
}

void FlinkLooking::tell(State state, const QString& detail, const QJsonObject& facts)
{
    m_done(workflow::Sight{state, detail, facts, false});
    deleteLater();
}

void FlinkLooking::tellStuck(const QString& detail)
{
    m_done(workflow::Sight{State::Underway, detail, {}, true});
    deleteLater();
}

void FlinkLooking::fail(const Error& error)
{
    m_done(error);
    deleteLater();
}

void FlinkLooking::askJob(std::function<void(const flink::JobDetail&)> then, std::function<void()> gone)
{
    m_site.rest->job(job(), this, [this, then = std::move(then), gone = std::move(gone)](const auto& answer) {
        if (answer)
            return then(*answer);
        if (answer.error().kind != Error::Kind::NotFound)
            return fail(answer.error());
        // A gateway on the way may have said so.
        m_site.rest->jobs(this,
                          [this, gone, error = answer.error()](const base::Result<QList<flink::JobOverview>>& all) {
                              if (all && std::ranges::find(*all, job(), &flink::JobOverview::id) == all->end())
                                  gone();
                              else
                                  fail(all ? error : all.error());
                          });
    });
}

void FlinkLooking::askResult(std::function<void(const flink::TriggerResult&)> then, std::function<void()> forgotten)
{
    const QString trigger = m_step.details[u"trigger"].toString();
    const auto take = [this, then = std::move(then),
                       forgotten = std::move(forgotten)](const base::Result<flink::TriggerResult>& result) {
        if (result)
            then(*result);
        else if (result.error().kind == Error::Kind::NotFound)
            forgotten();
        else
            fail(result.error());
    };
    if (isForSavepoint())
        m_site.rest->savepointResult(job(), trigger, this, take);
    else
        m_site.rest->checkpointResult(job(), trigger, this, take);
}

bool FlinkLooking::isForSavepoint() const
{
    return m_step.kind != flinkstep::askCheckpoint && m_step.kind != flinkstep::checkpointMade;
}

/// Made after the plan. Their ids only ever grow.
std::optional<flink::Checkpoint> FlinkLooking::madeSince(const flink::CheckpointHistory& history) const
{
    const QJsonValue newest = m_step.details[u"newest"];
    QList<flink::Checkpoint> known = history.history;
    if (isForSavepoint() && history.latestSavepoint)
        known.append(*history.latestSavepoint);
    const auto found = std::ranges::find_if(known, [&](const flink::Checkpoint& one) {
        return one.status == u"COMPLETED" && one.isSavepoint == isForSavepoint() && one.id > newest.toInteger();
    });
    return newest.isUndefined() || found == known.end() ? std::nullopt : std::optional(*found);
}

void FlinkLooking::lookAtRequest()
{
    if (wasAnswered()) {
        tell(State::Done);
        return;
    }
    const auto gone = [this] { tell(State::Failed, tr("Flink does not know the job any more.")); };
    askResult([this](const flink::TriggerResult&) { tell(State::Done); },
              [this, gone] { askJob([this](const flink::JobDetail& job) { judgeUnknownRequest(job); }, gone); });
}

/// Flink knows of no such request: it has not come, or it is long ago.
void FlinkLooking::judgeUnknownRequest(const flink::JobDetail& job)
{
    const bool mayHaveStopped = m_step.kind == flinkstep::askStop && !isPlanned();
    if (isOver(job.overview)) {
        // What it has ended with is looked for next.
        tell(mayHaveStopped ? State::Done : State::Failed,
             tr("The job has ended meanwhile: it is %1.").arg(base::visibleText(job.overview.state)));
        return;
    }
    if (isPlanned()) {
        tell(State::Untouched);
        return;
    }
    m_site.rest->checkpoints(FlinkLooking::job(), this, [this](const base::Result<flink::CheckpointHistory>& history) {
        if (!history)
            fail(history.error());
        else
            tell(m_step.kind != flinkstep::askStop && madeSince(*history) ? State::Done : State::Untouched);
    });
}

void FlinkLooking::lookAtSnapshot()
{
    askResult(
        [this](const flink::TriggerResult& result) { judgeSnapshot(result); },
        [this] { m_site.rest->checkpoints(job(), this, [this](const auto& history) { judgeForgotten(history); }); });
}

void FlinkLooking::judgeSnapshot(const flink::TriggerResult& result)
{
    if (!result.isComplete) {
        tell(State::Underway, tr("Flink is making it."));
        return;
    }
    if (!result.failure.isEmpty()) {
        const QString path = savepointIn(result.failure);
        tell(State::Failed, base::visibleText(result.failure),
             path.isEmpty() ? QJsonObject() : QJsonObject{{u"path"_s, path}});
        return;
    }
    // An application's server may end with its job, once it has told what it had to.
    m_site.rest->checkpoints(job(), this, [this, result](const base::Result<flink::CheckpointHistory>& history) {
        judgeWitness(result, history ? *history : flink::CheckpointHistory());
    });
}

void FlinkLooking::judgeWitness(const flink::TriggerResult& result, const flink::CheckpointHistory& history)
{
    const auto isIt = [&](const flink::Checkpoint& one) {
        return one.status == u"COMPLETED" &&
               (isForSavepoint() ? isSamePlace(one.externalPath, result.location) : one.id == result.checkpoint);
    };
    QList<flink::Checkpoint> known = history.history;
    if (history.latestSavepoint)
        known.append(*history.latestSavepoint);
    const auto found = std::ranges::find_if(known, isIt);
    const bool isSeen = found != known.end();
    const QString path = isSeen ? found->externalPath : result.location;
    const QJsonObject facts{{u"path"_s, path}, {u"isToldByResult"_s, true}};
    const QString detail = isForSavepoint() ? base::visibleText(path) : tr("Checkpoint %1.").arg(result.checkpoint);
    if (isSeen || secondsAtIt() >= witnessWait.count())
        tell(State::Done, detail, facts);
    else
        tell(State::Underway, tr("Flink has made it; its statistics do not tell of it yet."), facts);
}

/// The request is not known any more: five minutes are over, or another JobManager leads.
void FlinkLooking::judgeForgotten(const base::Result<flink::CheckpointHistory>& history)
{
    if (!history && history.error().kind != Error::Kind::NotFound)
        return fail(history.error());
    const std::optional<flink::Checkpoint> made = history ? madeSince(*history) : std::nullopt;
    if (!fact(u"path"_s).isEmpty())
        tell(State::Done, base::visibleText(fact(u"path"_s)));
    else if (made)
        tell(State::Done, base::visibleText(made->externalPath), {{u"path"_s, made->externalPath}});
    else
        tell(State::Failed,
             tr("Flink has forgotten the request, as a JobManager does that starts anew, and tells of nothing that was "
                "made since. Nobody can say whether it was completed: look into the directory, or ask again."));
}

void FlinkLooking::lookAtCancellation()
{
    askJob(
        [this](const flink::JobDetail& job) {
            const bool isTaken = isOver(job.overview) || job.overview.state == u"CANCELLING" || wasAnswered();
            tell(isTaken ? State::Done : State::Untouched);
        },
        [this] { tell(wasAnswered() ? State::Done : State::Failed, tr("Flink does not know the job any more.")); });
}

void FlinkLooking::lookAtEnd()
{
    const QString path = fact(u"path"_s);
    const bool isStopped =
        m_step.details[u"mustHaveSavepoint"].toBool() && m_operation.facts[u"isToldByResult"].toBool();
    m_site.rest->job(job(), this, [this, path, isStopped](const base::Result<flink::JobDetail>& job) {
        if (job)
            judgeEnd(*job);
        else if (isStopped && (job.error().kind == Error::Kind::Network || job.error().kind == Error::Kind::NotFound))
            // It tells of the savepoint of a stop when all tasks have finished; an application's server ends then, too.
            tell(State::Done, base::visibleText(path));
        else if (job.error().kind == Error::Kind::NotFound)
            askJob([this](const flink::JobDetail& again) { judgeEnd(again); },
                   [this] { tell(State::Done, tr("Flink does not know the job any more.")); });
        else
            fail(job.error());
    });
}

void FlinkLooking::judgeEnd(const flink::JobDetail& job)
{
    const QString state = base::visibleText(job.overview.state);
    const QString path = base::visibleText(fact(u"path"_s));
    const bool isWithSavepoint = m_step.details[u"mustHaveSavepoint"].toBool();
    if (!isOver(job.overview))
        tell(State::Underway, tr("The job is %1.").arg(state));
    else if (isWithSavepoint && job.overview.state != u"FINISHED")
        tell(State::Failed, tr("The job has ended as %1. The savepoint: %2").arg(state, path));
    else
        tell(State::Done, isWithSavepoint ? path : tr("The job is %1.").arg(state));
}

/// Nothing is required of a job that has ended.
void FlinkLooking::lookAtRequirements()
{
    askJob(
        [this](const flink::JobDetail& job) {
            if (isOver(job.overview))
                tell(State::Failed, tr("The job is %1.").arg(base::visibleText(job.overview.state)));
            else
                judgeRequirements();
        },
        [this] { tell(State::Failed, tr("Flink does not know the job any more.")); });
}

void FlinkLooking::judgeRequirements()
{
    m_site.rest->requirements(job(), this, [this](const base::Result<flink::ResourceRequirements>& now) {
        if (!now)
            return fail(now.error());
        const QJsonObject body = flink::requirementsWrite(job(), *now).body;
        if (body == m_step.sends->body.toObject())
            tell(State::Done);
        else if (body == m_step.details[u"before"].toObject() && !wasAnswered())
            tell(State::Untouched);
        else
            tell(State::Failed, tr("Somebody else has required another parallelism meanwhile."));
    });
}

void FlinkLooking::lookAtRescaling()
{
    askJob([this](const flink::JobDetail& job) { judgeRescaling(job); },
           [this] { tell(State::Failed, tr("Flink does not know the job any more.")); });
}

void FlinkLooking::judgeRescaling(const flink::JobDetail& job)
{
    const QJsonObject wanted = m_step.details[u"parallelism"].toObject();
    QStringList others;
    for (const flink::Vertex& vertex : job.vertices) {
        const int parallelism = wanted[vertex.id].toInt(vertex.parallelism);
        if (vertex.parallelism != parallelism)
            others.append(u"%1: %2 → %3"_s.arg(vertex.name).arg(vertex.parallelism).arg(parallelism));
    }
    const QString differs = base::visibleText(others.join(u", "_s));
    if (isOver(job.overview))
        tell(State::Failed, tr("The job is %1.").arg(base::visibleText(job.overview.state)));
    else if (!isWhole(job.overview))
        tell(State::Underway, tr("The job is %1.").arg(base::visibleText(job.overview.state)));
    else if (others.isEmpty())
        tell(State::Done, tr("All its tasks run."));
    else
        m_site.rest->overview(this, [this, differs](const base::Result<flink::ClusterOverview>& cluster) {
            if (cluster && cluster->slotsAvailable == 0)
                tellStuck(tr("It waits for slots: %1").arg(differs));
            else
                tell(State::Underway, differs);
        });
}

void FlinkLooking::lookAtStart()
{
    if (wasAnswered()) {
        tell(State::Done);
        return;
    }
    askJob([this](const flink::JobDetail&) { tell(State::Done); }, [this] { tell(State::Untouched); });
}

void FlinkLooking::judgeRun(const flink::JobDetail& job)
{
    const QString state = base::visibleText(job.overview.state);
    if (isWhole(job.overview)) {
        tell(State::Done, tr("Job %1").arg(job.overview.id), {{u"jobId"_s, job.overview.id}});
        return;
    }
    const bool hasEnded = isOver(job.overview);
    const auto take = [this, state, hasEnded](const base::Result<flink::ExceptionHistory>& history) {
        const QList<flink::FailureGroup> failures =
            history ? flink::groupFailures(*history) : QList<flink::FailureGroup>();
        const QString text =
            failures.isEmpty()
                ? tr("The job is %1.").arg(state)
                : tr("The job is %1: %2")
                      .arg(state, base::visibleText(failures.first().rootCause + u": "_s + failures.first().message));
        if (hasEnded)
            tell(State::Failed, text);
        else if (!failures.isEmpty())
            tellStuck(text);
        else
            tell(State::Underway, text);
    };
    m_site.rest->exceptions(job.overview.id, this, take);
}

void FlinkLooking::lookAtRestore()
{
    m_site.rest->checkpoints(job(), this, [this](const base::Result<flink::CheckpointHistory>& history) {
        if (history)
            judgeRestore(*history);
        else
            fail(history.error());
    });
}

void FlinkLooking::judgeRestore(const flink::CheckpointHistory& history)
{
    const QString wanted = m_step.details[u"path"].toString();
    const QString found = history.latestRestored ? history.latestRestored->externalPath : QString();
    if (isSamePlace(found, wanted))
        tell(State::Done, base::visibleText(found), {{u"restoredFrom"_s, found}});
    else if (!found.isEmpty())
        tell(State::Failed,
             tr("It has restored %1 instead of %2.").arg(base::visibleText(found), base::visibleText(wanted)));
    else if (secondsAtIt() < witnessWait.count())
        tell(State::Underway, tr("Flink does not tell yet from what it has restored."));
    else
        tell(State::Failed, tr("The job runs, but it has restored nothing: it started empty."));
}

} // namespace plans
