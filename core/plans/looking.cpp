#include "core/plans/looking.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/plans/applyrecord.h"
#include "core/plans/candidates.h"
#include "core/plans/clusterdoer.h"
#include "core/plans/endedlog.h"
#include "core/plans/quotas.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace plans {

using namespace Qt::StringLiterals;
using base::Error;
using manifest::LiveObject;

namespace {

constexpr std::chrono::seconds pathAfter{20};

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

bool isAbsent(const Error& error)
{
    return error.kind == Error::Kind::NotFound && !kube::isTypeMissing(error);
}

bool isUp(const flink::JobOverview& job)
{
    const int up = job.tasks.value(u"running"_s) + job.tasks.value(u"finished"_s);
    return job.state == u"RUNNING" && up == job.tasks.value(u"total"_s);
}

bool isStartFailure(const flink::ContainerState& container)
{
    constexpr std::array<QStringView, 8> reasons{
        u"CrashLoopBackOff",           u"ImagePullBackOff",     u"ErrImagePull",      u"InvalidImageName",
        u"CreateContainerConfigError", u"CreateContainerError", u"RunContainerError", u"ErrImageNeverPull"};
    return std::ranges::find(reasons, QStringView(container.waitingReason)) != reasons.end();
}

QString troubleOf(const flink::Pod& pod, const flink::ContainerState& container)
{
    QStringList words{pod.metadata.name};
    if (!container.waitingReason.isEmpty())
        words.append(container.waitingReason);
    if (!container.lastEndReason.isEmpty())
        words.append(u"%1, exit %2"_s.arg(container.lastEndReason).arg(container.lastExitCode));
    if (!container.message.isEmpty())
        words.append(container.message);
    return base::visibleText(words.join(u": "_s));
}

bool isPath(const QString& path)
{
    return !path.isEmpty() && path != manifest::lastStateMarker;
}

/// That the operator would resume from.
QString recordedSavepoint(const LiveObject& object)
{
    return isPath(object.upgradeSavepointPath) ? object.upgradeSavepointPath : object.legacySavepointPath;
}

} // namespace

Looking::Looking(const Site& site, const workflow::Step& step, const workflow::Operation& operation, SpecChange change,
                 QObject* context, Done done)
    : QObject(context)
    , m_site(site)
    , m_step(step)
    , m_operation(operation)
    , m_change(std::move(change))
    , m_done(std::move(done))
{
    m_rest = m_site.rest(cluster());
}

kube::ObjectKey Looking::cluster() const
{
    const QJsonObject& details = m_operation.plan.details;
    const QString colour = m_step.details[u"colour"].toString();
    return {details[u"namespace"].toString(), colour.isEmpty() ? details[u"cluster"].toString() : colour};
}

kube::ObjectPath Looking::path() const
{
    const QJsonObject& details = m_operation.plan.details;
    return {kube::flinkType(pluralOf(details[u"kind"].toString())),
            details[u"namespace"].toString(),
            details[u"name"].toString(),
            {}};
}

void Looking::start()
{
    using namespace stepkind;
    const QString& kind = m_step.kind;
    if (kind == changeSpec)
        lookAtSpec();
    else if (kind == takenUp)
        askObject([this](const LiveObject& object) { lookAtTakingUp(object); });
    else if (kind == transitioning)
        askObject([this](const LiveObject& object) { lookAtTransition(object); });
    else if (kind == colourGone)
        askObject([this](const LiveObject& object) { lookAtOldColour(object); });
    else if (kind == suspended)
        askObject([this](const LiveObject& object) { lookAtSuspension(object); });
    else if (kind == running)
        askObject([this](const LiveObject& object) { lookAtRun(object); });
    else if (kind == sessionReady)
        askObject([this](const LiveObject& object) { lookAtSession(object); });
    else if (kind == restored)
        askCheckpoints(&Looking::judgeRestore);
    else if (kind == checkpointed)
        askCheckpoints(&Looking::judgeCheckpoints);
    else if (kind == settled)
        lookAtSettling();
    else if (kind == createSnapshot || kind == snapshotMade)
        lookAtSnapshot();
    else if (kind == savepointMade)
        askObject([this](const LiveObject& object) { judgeLegacy(object, u"savepoint"_s); });
    else if (kind == checkpointMade)
        askObject([this](const LiveObject& object) { judgeLegacy(object, u"checkpoint"_s); });
    else if (kind == deleteObject || kind == gone)
        lookAtDeletion();
    else if (kind == createObject)
        lookAtNewObject();
    else
        tell(State::Failed, tr("This version of Drey does not know such a step (%1).").arg(kind));
}

void Looking::tell(State state, const QString& detail, const QJsonObject& facts)
{
    m_done(workflow::Sight{state, detail, facts, false});
    deleteLater();
}

void Looking::tellStuck(const QString& detail, const QJsonObject& facts)
{
    m_done(workflow::Sight{State::Underway, detail, facts, true});
    deleteLater();
}

void Looking::fail(const Error& error)
{
    m_done(error);
    deleteLater();
}

void Looking::askObject(std::function<void(const LiveObject&)> then)
{
    m_site.api->getJson(path().path(), this, [this, then = std::move(then)](const base::Result<QJsonObject>& object) {
        if (!object) {
            if (isAbsent(object.error()))
                tell(State::Failed, tr("%1 was deleted meanwhile.").arg(m_operation.plan.object));
            else
                fail(object.error());
            return;
        }
        m_object = *object;
        const std::optional<LiveObject> known = LiveObject::from(*object);
        const QString uid = fact(u"uid"_s);
        if (!known || known->uid != (uid.isEmpty() ? m_operation.plan.uid : uid))
            tell(State::Failed, tr("%1 was deleted and made anew meanwhile.").arg(m_operation.plan.object));
        else if (!isTransitionOver(*known))
            then(*known);
    });
}

void Looking::askJobs(std::function<void(const QList<flink::JobOverview>&)> then)
{
    m_rest->jobs(this, [this, then = std::move(then)](const base::Result<QList<flink::JobOverview>>& jobs) {
        if (jobs)
            then(*jobs);
        else
            lookForTrouble(tr("Flink does not answer yet."));
    });
}

void Looking::askCheckpoints(void (Looking::*then)(const flink::CheckpointHistory&))
{
    askObject([this, then](const LiveObject&) {
        m_rest->checkpoints(fact(u"jobId"_s), this,
                            [this, then](const base::Result<flink::CheckpointHistory>& history) {
                                if (history)
                                    (this->*then)(*history);
                                else
                                    missRun(history.error());
                            });
    });
}

void Looking::missRun(const Error& error)
{
    if (error.kind != Error::Kind::NotFound)
        return fail(error);
    // The way to Flink may be missing, too, while its JobManager is.
    m_rest->jobs(this, [this, error](const base::Result<QList<flink::JobOverview>>& jobs) {
        const bool isGone = jobs && std::ranges::find(*jobs, fact(u"jobId"_s), &flink::JobOverview::id) == jobs->end();
        if (isGone)
            tell(State::Failed, tr("The job is gone again."));
        else
            fail(error);
    });
}

void Looking::askPods(std::function<void(const QList<flink::Pod>&)> then)
{
    flink::listPods(*m_site.api, cluster(), http::Priority::Interactive, this,
                    [this, then = std::move(then)](const base::Result<QList<flink::Pod>>& pods) {
                        if (pods)
                            then(*pods);
                        else
                            fail(pods.error());
                    });
}

bool Looking::isInObject() const
{
    if (!m_change.isMasked())
        return m_change.isIn(m_object);
    // Whether a secret is the new one cannot be seen; that the object has changed can.
    const qint64 planned = m_step.details[u"generation"].toInteger();
    return m_change.isIn(withoutSecrets(m_object)) && m_object[u"metadata"][u"generation"].toInteger() != planned;
}

void Looking::lookAtSpec()
{
    askObject([this](const LiveObject& object) {
        if (isInObject())
            tell(State::Done, tr("Generation %1.").arg(object.generation), {{u"generation"_s, object.generation}});
        else if (object.generation != m_step.details[u"generation"].toInteger())
            tell(State::Failed,
                 tr("Somebody has changed the object since this was planned. Nothing was sent: look at it, "
                    "and plan anew."));
        else
            tell(State::Untouched);
    });
}

void Looking::lookAtTakingUp(const LiveObject& object)
{
    if (!isInObject()) {
        tell(State::Failed, tr("Somebody has changed the object again: it does not say any more what was planned."));
        return;
    }
    const QJsonObject reconciled{{u"spec"_s, object.reconciled.value_or(QJsonObject())}};
    const qint64 generation = m_operation.facts[u"generation"].toInteger();
    const bool isObserved = object.observedGeneration && *object.observedGeneration >= generation;
    const bool isTaken = object.reconciled && (isObserved || m_change.isIn(reconciled));
    // While it stops the job, it has the old spec with the job suspended in its record.
    const bool isOver = object.reconciliationState != u"UPGRADING";
    if (isTaken && isOver) {
        QJsonObject facts;
        if (isPath(object.upgradeSavepointPath))
            facts.insert(u"upgradeSavepoint"_s, object.upgradeSavepointPath);
        tell(State::Done, {}, facts);
    } else if (!object.error.isEmpty()) {
        const bool isSavepoint = m_operation.plan.details[u"predicted"].toString() == u"stopWithSavepoint" && isOver;
        const QString error = base::visibleText(object.error);
        tellStuck(isSavepoint
                      ? tr("The job runs on as it is; its savepoint may be failing, which the operator tries for "
                           "ever. It reports: %1 Wait, take the change back, or let the job go on from its last "
                           "checkpoint instead (upgradeMode last-state).")
                            .arg(error)
                      : tr("The operator reports: %1").arg(error));
    } else {
        tell(State::Underway, object.reconciliationState == u"UPGRADING" ? tr("The job is being stopped.") : QString());
    }
}

void Looking::lookAtSuspension(const LiveObject& object)
{
    const QJsonObject reconciled = object.reconciled.value_or(QJsonObject());
    const bool isRecorded = object.lifecycle == u"SUSPENDED" ||
                            (manifest::isSuspended(reconciled) && object.reconciliationState == u"DEPLOYED");
    if (!isRecorded) {
        if (object.error.isEmpty())
            tell(State::Underway, tr("The job is being stopped."));
        else
            tellStuck(tr("The operator reports: %1").arg(base::visibleText(object.error)));
        return;
    }
    if (object.kind == manifest::Subject::Kind::SessionJob) {
        askEnd(object);
        return;
    }
    // After a savepoint its JobManager stays for a day, with the job that has ended.
    askPods([this, object](const QList<flink::Pod>& pods) {
        if (pods.isEmpty())
            endSuspension(object);
        else
            askEnd(object);
    });
}

void Looking::askEnd(const LiveObject& object)
{
    askJobs([this, object](const QList<flink::JobOverview>& jobs) {
        const bool isSession = object.kind == manifest::Subject::Kind::SessionJob;
        const auto still = std::ranges::find_if(jobs, [&](const flink::JobOverview& job) {
            return (!isSession || job.id == object.jobId) && !job.endTime.isValid();
        });
        judgeSuspension(object, still == jobs.end() ? QString() : tr("job %1").arg(still->state));
    });
}

void Looking::judgeSuspension(const LiveObject& object, const QString& running)
{
    if (!running.isEmpty()) {
        tell(State::Underway, tr("There is still: %1").arg(base::visibleText(running)));
        return;
    }
    if (m_step.details[u"mustHaveSavepoint"].toBool())
        askSavepoint(object);
    else
        endSuspension(object);
}

/// Flink hands out its statistics of checkpoints from a cache that may be seconds old (rest.cache.checkpoint-statistics
/// .timeout). The operator reads them of a job that has ended, and would write an older checkpoint over the savepoint:
/// seen with 1.7, for a resumption right after the suspension. Once they tell of the savepoint it is safe.
void Looking::askSavepoint(const LiveObject& object)
{
    m_rest->checkpoints(object.jobId, this, [this, object](const base::Result<flink::CheckpointHistory>& history) {
        const QString recorded = recordedSavepoint(object);
        const QString told = history && history->latestSavepoint ? history->latestSavepoint->externalPath : QString();
        if (!history || !isPath(recorded) || isSamePlace(told, recorded))
            endSuspension(object);
        else if (told.isEmpty())
            tell(State::Underway, tr("Flink does not tell of the savepoint yet."));
        else
            tell(State::Underway, tr("The operator has recorded %1, Flink still tells of %2.")
                                      .arg(base::visibleText(recorded), base::visibleText(told)));
    });
}

void Looking::endSuspension(const LiveObject& object)
{
    const QString savepoint = recordedSavepoint(object);
    if (m_step.details[u"mustHaveSavepoint"].toBool() && !isPath(savepoint)) {
        tell(State::Failed, tr("It is suspended, but the operator names no savepoint."));
        return;
    }
    QJsonObject facts;
    if (isPath(savepoint))
        facts.insert(u"path"_s, savepoint);
    tell(State::Done,
         isPath(savepoint) ? tr("It can be resumed from %1.").arg(base::visibleText(savepoint)) : QString(), facts);
}

void Looking::lookAtRun(const LiveObject& object)
{
    if (object.reconciliationState == u"ROLLED_BACK" || object.reconciliationState == u"ROLLING_BACK") {
        tell(State::Failed,
             tr("The operator has rolled it back: the spec that was stable before runs, the object says the "
                "new one."));
        return;
    }
    askJobs([this, object](const QList<flink::JobOverview>& jobs) {
        // The operator's word is a sample; of an application there is one job at a time.
        const bool isSession = object.kind == manifest::Subject::Kind::SessionJob;
        const auto named = std::ranges::find(jobs, object.jobId, &flink::JobOverview::id);
        if (named != jobs.end())
            judgeRun(object, *named);
        else if (!isSession && jobs.size() == 1)
            judgeRun(object, jobs.first());
        else
            lookForTrouble(tr("Flink has no such job yet."), false);
    });
}

void Looking::judgeRun(const LiveObject& object, const flink::JobOverview& job)
{
    const QJsonObject& details = m_step.details;
    const qint64 start = job.startTime.toMSecsSinceEpoch();
    const bool isOld = !details[u"isSameRun"].toBool() && job.id == details[u"jobBefore"].toString() &&
                       start == details[u"startBefore"].toInteger();
    if (isOld) {
        if (object.error.isEmpty())
            tell(State::Underway, tr("The run from before is still there."));
        else
            tellStuck(tr("The operator reports: %1").arg(base::visibleText(object.error)));
    } else if (isUp(job)) {
        tell(State::Done, tr("Job %1.").arg(base::visibleText(job.id)),
             {{u"jobId"_s, job.id}, {u"startTime"_s, start}});
    } else if (job.state == u"FAILED") {
        const QString why = object.error.isEmpty() ? QString() : u' ' + base::visibleText(object.error);
        explainJob(job, tr("The job has failed, and nothing restarts it.") + why);
    } else {
        const QString stand = tr("The job is %1, %2 of %3 tasks run.")
                                  .arg(base::visibleText(job.state))
                                  .arg(job.tasks.value(u"running"_s))
                                  .arg(job.tasks.value(u"total"_s));
        if (job.state == u"RESTARTING" || job.state == u"FAILING")
            explainJob(job, stand);
        else
            lookForTrouble(stand);
    }
}

void Looking::explainJob(const flink::JobOverview& job, const QString& otherwise)
{
    m_rest->exceptions(job.id, this, [this, job, otherwise](const base::Result<flink::ExceptionHistory>& history) {
        StartFailure failure;
        if (history && !history->entries.isEmpty())
            failure = startFailureOf(history->entries.first().stackTrace);
        if (job.state == u"FAILED")
            return tellStartFailure(otherwise, failure);
        // What restarts may yet come up; not so from a snapshot that is no good.
        const QDateTime since = QDateTime::fromString(fact(u"restartsSince"_s), Qt::ISODateWithMs);
        if (failure.isOfSnapshot() && since.isValid() && since.secsTo(now()) >= lastingTrouble.count())
            return tellStartFailure(otherwise, failure);
        const QDateTime first = since.isValid() ? since : now();
        tellStuck(otherwise + (failure.cause.isEmpty() ? QString() : u' ' + failure.cause),
                  {{u"restartsSince"_s, first.toString(Qt::ISODateWithMs)}});
    });
}

void Looking::tellStartFailure(const QString& what, const StartFailure& failure)
{
    QStringList sentences{what, startFailureText(failure.kind), failure.cause};
    sentences.removeAll(QString());
    QJsonObject facts;
    if (failure.isOfSnapshot())
        facts.insert(u"startFailure"_s, startFailureWord(failure.kind));
    tell(State::Failed, sentences.join(u' '), facts);
}

void Looking::explain(const flink::Pod& pod, const flink::ContainerState& container)
{
    const QString what = tr("It does not start. %1").arg(tr("Pod %1").arg(troubleOf(pod, container)));
    readEndedLog(*m_site.api, pod, container, this,
                 [this, what](const QString& log) { tellStartFailure(what, startFailureOf(log)); });
}

void Looking::lookForTrouble(const QString& otherwise, bool hasJob)
{
    askPods([this, otherwise, hasJob](const QList<flink::Pod>& pods) {
        for (const flink::Pod& pod : pods) {
            if (!pod.unschedulable.isEmpty())
                return tellStuck(tr("Pod %1 finds no node: %2")
                                     .arg(base::visibleText(pod.metadata.name), base::visibleText(pod.unschedulable)));
            // A JobManager whose job could not be started ends, and the one after it runs without the job.
            const bool isJobMissing = !hasJob && pod.component == u"jobmanager";
            const auto broken = std::ranges::find_if(pod.containers, [&](const flink::ContainerState& container) {
                return isStartFailure(container) || (isJobMissing && container.restarts > 0);
            });
            if (broken == pod.containers.end() || pod.metadata.deletedAt.isValid())
                continue;
            const QString trouble = tr("Pod %1").arg(troubleOf(pod, *broken));
            const QDateTime since = QDateTime::fromString(fact(u"troubleSince"_s), Qt::ISODateWithMs);
            if (since.isValid() && since.secsTo(now()) >= lastingTrouble.count())
                return explain(pod, *broken);
            const QDateTime first = since.isValid() ? since : now();
            return tellStuck(trouble, {{u"troubleSince"_s, first.toString(Qt::ISODateWithMs)}});
        }
        lookForRoom(otherwise);
    });
}

/// A pod that a quota refuses leaves no trace but in the JobManager's log.
void Looking::lookForRoom(const QString& otherwise)
{
    listQuotas(*m_site.api, cluster().nameSpace, this,
               [this, otherwise](const base::Result<QList<QJsonObject>>& quotas) {
                   const QStringList full = quotas ? fullQuotas(*quotas) : QStringList();
                   if (full.isEmpty())
                       tell(State::Underway, otherwise);
                   else
                       tellStuck(tr("%1 A quota of the namespace is full: %2.")
                                     .arg(otherwise, base::visibleText(full.join(u", "_s))));
               });
}

void Looking::lookAtSession(const LiveObject& object)
{
    if (object.jobManager != u"READY") {
        lookForTrouble(tr("The JobManager is not ready yet."));
        return;
    }
    m_rest->overview(this, [this](const base::Result<flink::ClusterOverview>& overview) {
        if (overview)
            tell(State::Done, tr("Flink %1 answers.").arg(base::visibleText(overview->flinkVersion)));
        else
            lookForTrouble(tr("Flink does not answer yet."));
    });
}

void Looking::judgeRestore(const flink::CheckpointHistory& history)
{
    const bool mustRestore = m_step.details[u"mustRestore"].toBool();
    const QString wanted = m_step.details[u"path"].toString();
    if (!history.latestRestored) {
        if (mustRestore)
            tell(State::Failed, tr("The job runs, but it has restored nothing: it started empty."));
        else
            tell(State::Done, tr("Nothing was restored."));
        return;
    }
    const flink::RestoredCheckpoint& restored = *history.latestRestored;
    const QString path = base::visibleText(restored.externalPath);
    const QJsonObject facts{{u"restoredFrom"_s, restored.externalPath}};
    if (!wanted.isEmpty() && !isSamePlace(wanted, restored.externalPath))
        tell(State::Failed, tr("It has restored %1 instead of %2.").arg(path, base::visibleText(wanted)), facts);
    else
        tell(State::Done, tr("Restored from %1.").arg(path), facts);
}

void Looking::judgeCheckpoints(const flink::CheckpointHistory& history)
{
    if (!history.enabled) {
        tell(State::Done, tr("The job does not checkpoint."));
        return;
    }
    const auto& last = history.latestCompleted;
    const qint64 start = m_operation.facts[u"startTime"].toInteger();
    if (last && last->triggeredAt.toMSecsSinceEpoch() >= start)
        tell(State::Done, tr("Checkpoint %1.").arg(last->id), {{u"checkpoint"_s, last->externalPath}});
    else if (history.latestFailed && history.latestFailed->triggeredAt.toMSecsSinceEpoch() >= start)
        tellStuck(tr("Checkpoint %1 failed: %2")
                      .arg(history.latestFailed->id)
                      .arg(base::visibleText(history.latestFailed->failureMessage)));
    else
        tell(State::Underway, tr("None has completed yet."));
}

void Looking::lookAtSettling()
{
    askObject([this](const LiveObject&) {
        m_rest->job(fact(u"jobId"_s), this, [this](const base::Result<flink::JobDetail>& job) {
            if (job)
                judgeSettling(*job);
            else
                missRun(job.error());
        });
    });
}

void Looking::judgeSettling(const flink::JobDetail& job)
{
    if (job.overview.state == u"FAILED") {
        tell(State::Failed, tr("The job has failed, and nothing restarts it."));
        return;
    }
    // It comes to RUNNING anew after each restart.
    const QString run = job.stateTimes.value(u"RUNNING"_s).toString(Qt::ISODateWithMs);
    const QDateTime since = QDateTime::fromString(fact(u"settleSince"_s), Qt::ISODateWithMs);
    const bool isQuiet = isUp(job.overview) && since.isValid() && run == fact(u"settleRun"_s);
    if (isQuiet && since.secsTo(now()) >= m_step.details[u"seconds"].toInteger()) {
        tell(State::Done, tr("It has not restarted."));
        return;
    }
    if (isQuiet) {
        tell(State::Underway);
        return;
    }
    const QJsonObject facts{{u"settleRun"_s, isUp(job.overview) ? run : QString()},
                            {u"settleSince"_s, now().toString(Qt::ISODateWithMs)}};
    if (!since.isValid())
        tell(State::Underway, {}, facts);
    else
        tellStuck(tr("It has restarted; the time begins anew."), facts);
}

void Looking::lookAtSnapshot()
{
    const kube::ObjectPath snapshot{kube::flinkType(u"flinkstatesnapshots"_s), path().nameSpace,
                                    m_step.details[u"name"].toString()};
    const bool isAsking = m_step.kind == stepkind::createSnapshot;
    m_site.api->getJson(snapshot.path(), this, [this, isAsking](const base::Result<QJsonObject>& found) {
        if (found && isAsking)
            tell(State::Done);
        else if (found)
            judgeSnapshot(*found);
        else if (!isAbsent(found.error()))
            fail(found.error());
        else if (isAsking)
            tell(State::Untouched);
        else
            tell(State::Failed, tr("Somebody has deleted the FlinkStateSnapshot; its files may be there or not."));
    });
}

void Looking::judgeSnapshot(const QJsonObject& snapshot)
{
    const QJsonObject status = snapshot[u"status"].toObject();
    const QString state = status[u"state"].toString();
    const QString error = base::visibleText(status[u"error"].toString());
    const QString path = status[u"path"].toString();
    const QDateTime completed = QDateTime::fromString(fact(u"completedSince"_s), Qt::ISODateWithMs);
    if (state == u"COMPLETED" && path.isEmpty() &&
        (!completed.isValid() || completed.secsTo(now()) < pathAfter.count())) {
        // Of a checkpoint the operator asks for it afterwards, perhaps in vain.
        const QDateTime since = completed.isValid() ? completed : now();
        tell(State::Underway, tr("It is complete; its path is not known yet."),
             {{u"completedSince"_s, since.toString(Qt::ISODateWithMs)}});
    } else if (state == u"COMPLETED") {
        tell(State::Done,
             path.isEmpty() ? tr("It is complete; the operator does not know its path.") : base::visibleText(path),
             {{u"path"_s, path}});
    } else if (state == u"FAILED") {
        tell(State::Failed, error.isEmpty() ? tr("The operator says FAILED, and not why.") : error);
    } else if (state == u"ABANDONED") {
        tell(State::Failed, tr("The operator has given it up: the job does not run. %1").arg(error));
    } else {
        // Once its job has gone away the operator may leave it as it is, for ever.
        askObject([this, error, state](const LiveObject&) {
            if (!error.isEmpty())
                tellStuck(tr("An attempt failed: %1").arg(error));
            else
                tell(State::Underway,
                     state == u"IN_PROGRESS" ? tr("Flink is at it.") : tr("The operator has not begun yet."));
        });
    }
}

void Looking::judgeLegacy(const LiveObject& object, const QString& what)
{
    const QJsonObject info = m_object[u"status"][u"jobStatus"][what + "Info"_L1].toObject();
    const QJsonObject last = info[what == u"savepoint" ? u"lastSavepoint" : u"lastCheckpoint"].toObject();
    const qint64 nonce = m_step.details[u"nonce"].toInteger();
    const QString field = what + "TriggerNonce"_L1;
    const qint64 taken = object.reconciled ? (*object.reconciled)[u"job"][field].toInteger() : 0;
    const bool isPending = !info[u"triggerId"].toString().isEmpty();
    // Of a checkpoint the operator does not tell where it is.
    const QString path = last[u"location"].toString();
    if (last[u"triggerNonce"].toInteger() == nonce)
        tell(State::Done, base::visibleText(path), path.isEmpty() ? QJsonObject() : QJsonObject{{u"path"_s, path}});
    else if (taken == nonce && !isPending)
        tell(State::Failed, tr("The operator has given it up."));
    else if (!object.error.isEmpty())
        tellStuck(tr("The operator reports: %1").arg(base::visibleText(object.error)));
    else
        tell(State::Underway, isPending ? tr("Flink is at it.") : tr("The operator has not begun yet."));
}

void Looking::lookAtDeletion()
{
    const bool isAsking = m_step.kind == stepkind::deleteObject;
    m_site.api->getJson(path().path(), this, [this, isAsking](const base::Result<QJsonObject>& object) {
        const QJsonObject metadata = object ? (*object)[u"metadata"].toObject() : QJsonObject();
        const bool isOther = object && metadata[u"uid"].toString() != m_operation.plan.uid;
        if (!object && !isAbsent(object.error())) {
            fail(object.error());
        } else if (!object || isOther) {
            if (isAsking)
                tell(State::Done);
            else
                lookAtRemains();
        } else if (!metadata[u"deletionTimestamp"].isString()) {
            tell(isAsking ? State::Untouched : State::Underway);
        } else if (isAsking) {
            tell(State::Done);
        } else {
            QStringList holders;
            for (const QJsonValue holder : metadata[u"finalizers"].toArray())
                holders.append(base::visibleText(holder.toString()));
            tell(State::Underway, tr("Held by: %1").arg(holders.join(u", "_s)));
        }
    });
}

/// Of what was deleted.
void Looking::lookAtRemains()
{
    if (path().type.plural != u"flinksessionjobs") {
        askPods([this](const QList<flink::Pod>& pods) {
            if (pods.isEmpty())
                tell(State::Done);
            else
                tell(State::Underway, tr("There is still: %1").arg(base::visibleText(pods.first().metadata.name)));
        });
        return;
    }
    m_rest->jobs(this, [this](const base::Result<QList<flink::JobOverview>>& jobs) {
        if (!jobs) {
            // Its cluster may be gone, too.
            askPods([this](const QList<flink::Pod>& pods) {
                tell(pods.isEmpty() ? State::Done : State::Underway, tr("Flink does not answer."));
            });
            return;
        }
        const auto job = std::ranges::find(*jobs, m_step.details[u"job"].toString(), &flink::JobOverview::id);
        if (job == jobs->end() || job->endTime.isValid())
            tell(State::Done);
        else
            tell(State::Underway, tr("There is still: %1").arg(tr("job %1").arg(base::visibleText(job->state))));
    });
}

void Looking::lookAtNewObject()
{
    m_site.api->getJson(path().path(), this, [this](const base::Result<QJsonObject>& object) {
        if (!object && isAbsent(object.error()))
            tell(State::Untouched);
        else if (!object)
            fail(object.error());
        else if (!m_change.isIn(*object))
            tell(
                State::Failed,
                tr("Somebody else has made %1 anew, without the snapshot to start from.").arg(m_operation.plan.object));
        else
            tell(
                State::Done, {},
                {{u"uid"_s, (*object)[u"metadata"][u"uid"]}, {u"generation"_s, (*object)[u"metadata"][u"generation"]}});
    });
}

} // namespace plans
