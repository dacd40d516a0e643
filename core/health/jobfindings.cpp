#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/health/situation.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace health {

namespace {

using base::Health;
using flink::JobOverview;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(health::Text)
};

/// Tasks of a started job run by then, unless there is no room for them.
constexpr auto tasksGrace = 60s;
/// A JobManager that is up has its job back by then.
constexpr auto recoveryGrace = 30s;
/// So many restarts are no accident any more.
constexpr qint64 manyRestarts = 3;
/// An exception explains what is going on now for this long.
constexpr auto exceptionIsNews = 10min;

int running(const JobOverview& job)
{
    return job.tasks.value(u"running"_s) + job.tasks.value(u"finished"_s);
}

int total(const JobOverview& job)
{
    return job.tasks.value(u"total"_s);
}

QStringList newestException(const Situation& situation)
{
    if (!situation.exceptions || situation.exceptions->entries.isEmpty())
        return {};
    const flink::ExceptionEntry& entry = situation.exceptions->entries.first();
    if (!situation.isYoung(entry.at, exceptionIsNews))
        return {};
    const QString firstLine = entry.stackTrace.section(u'\n', 0, 0);
    return {Text::tr("Newest exception: %1")
                .arg(base::visibleText(firstLine.isEmpty() ? entry.exceptionName : firstLine, 400))};
}

QStringList restartEvidence(const Situation& situation)
{
    QStringList evidence = newestException(situation);
    if (situation.restarts && *situation.restarts > 0)
        evidence.prepend(Text::tr("Flink counts %n restart(s).", nullptr,
                                  int(std::min<qint64>(*situation.restarts, 1'000'000'000))));
    return evidence;
}

/// The pods of a loop of kills are gone after seconds; the exception stays.
bool wasKilledForMemory(const Situation& situation)
{
    if (!situation.exceptions)
        return false;
    const auto& entries = situation.exceptions->entries;
    return std::ranges::any_of(entries, [&](const flink::ExceptionEntry& entry) {
        return situation.isYoung(entry.at, exceptionIsNews) && entry.stackTrace.contains(u"reason=OOMKilled");
    });
}

void addRestarting(const Situation& situation, QList<Finding>& found)
{
    const bool isLoop = situation.restarts.value_or(0) >= manyRestarts;
    if (wasKilledForMemory(situation))
        found.append({Health::Broken,
                      Text::tr("TaskManagers are killed because they run out of memory, and the job restarts."),
                      restartEvidence(situation)});
    else if (isLoop)
        found.append({Health::Broken, Text::tr("The job restarts again and again."), restartEvidence(situation)});
    else
        found.append({Health::AtRisk, Text::tr("The job is restarting."), restartEvidence(situation)});
}

void addRunning(const Situation& situation, QList<Finding>& found)
{
    const JobOverview& job = *situation.job;
    const bool isComplete = total(job) > 0 && running(job) >= total(job);
    if (isComplete || total(job) == 0) {
        if (wasKilledForMemory(situation))
            found.append({Health::AtRisk, Text::tr("TaskManagers were killed because they ran out of memory."),
                          restartEvidence(situation)});
        return;
    }
    const QStringList tasks{Text::tr("%1 of %2 tasks run.").arg(running(job)).arg(total(job))};
    const bool hasRestarted = situation.restarts.value_or(0) > 0 || !newestException(situation).isEmpty();
    if (hasRestarted)
        addRestarting(situation, found);
    else if (situation.isYoung(job.lastModification.isValid() ? job.lastModification : job.startTime, tasksGrace))
        found.append({Health::Changing, Text::tr("The tasks of the job are being started."), tasks});
    else
        found.append(
            {Health::Broken, Text::tr("The job waits for its tasks: TaskManagers or slots are missing."), tasks});
}

void addEnded(const Situation& situation, QList<Finding>& found)
{
    const QString& state = situation.job->state;
    if (situation.isPlannedChange() || situation.isSuspending())
        return; // the operator has stopped it
    const bool isStream = (situation.detail && situation.detail->type == u"STREAMING") ||
                          (situation.checkpointConfig && situation.checkpointConfig->intervalMs) ||
                          (situation.checkpoints && situation.checkpoints->counts.total > 0);
    if (state == u"FAILED")
        found.append(
            {Health::Broken, Text::tr("The job has failed and does not restart."), newestException(situation)});
    else if (state == u"CANCELED" && situation.isEndpoint())
        found.append({Health::Suspended, Text::tr("The job was cancelled."), {}});
    else if (state == u"CANCELED")
        found.append({Health::Broken,
                      Text::tr("The job was cancelled, but not by the operator: its spec still wants it to run."),
                      {}});
    else if (isStream && !situation.isEndpoint())
        found.append({Health::AtRisk, Text::tr("The job has finished, although its spec wants it to run."), {}});
}

/// The custom resource is a sample: CREATED of a job that was stable before is a restart in its back-off.
void addSampled(const Situation& situation, QList<Finding>& found)
{
    const QString& state = situation.resource->status.jobState;
    if (situation.isPlannedChange() || situation.resource->jobManagerStatus != u"READY")
        return;
    const auto sample = [&] {
        return QStringList{Text::tr("Operator status: job %1").arg(base::visibleText(state, 40))};
    };
    const bool isBeginning = state == u"CREATED" || state == u"INITIALIZING" || state == u"RECONCILING";
    if (isBeginning && situation.isStarting())
        found.append({Health::Changing, Text::tr("The job is starting."), sample()});
    else if (state == u"RESTARTING" || state == u"FAILING" || state == u"CREATED" || state == u"INITIALIZING")
        found.append({Health::AtRisk, Text::tr("The job is restarting, by the operator's last sample."), sample()});
    else if (state == u"RECONCILING")
        found.append({Health::AtRisk, Text::tr("The operator does not find the job."), sample()});
    else if (state == u"CANCELED" || state == u"CANCELLING")
        found.append({Health::Broken,
                      Text::tr("The job was cancelled, but not by the operator: its spec still wants it to run."),
                      sample()});
    else if (state == u"SUSPENDED")
        found.append({Health::Changing, Text::tr("The JobManager has lost its leadership."), sample()});
}

/// What is known of the JobManager's first process, where one that has come after it is up. Flink does not begin an
/// application's job again that has ended, and a job that cannot be restored ends at once.
QStringList firstProcessThatEnded(const Situation& situation)
{
    for (const flink::Pod* pod : situation.podsOf(u"jobmanager")) {
        for (const flink::ContainerState& container : pod->containers) {
            if (container.restarts > 0 && container.ready && !situation.isYoung(container.startedAt, recoveryGrace))
                return {Text::tr("Pod %1: restarted %n time(s), exit code %2", nullptr, container.restarts)
                            .arg(base::visibleText(pod->metadata.name, 253))
                            .arg(container.lastExitCode)};
        }
    }
    return {};
}

void addVanished(const Situation& situation, QList<Finding>& found)
{
    if (!situation.resource || situation.resource->isSession())
        return;
    if (const QStringList evidence = firstProcessThatEnded(situation); !evidence.isEmpty())
        found.append({Health::Broken,
                      Text::tr("The job ended when it was started, and the JobManager that came after it runs without "
                               "the job. The log of the previous container tells why."),
                      evidence});
    else if (situation.isPlannedChange())
        return;
    else if (situation.isStarting())
        found.append({Health::Changing, Text::tr("The job is starting."), {}});
    else if (!situation.resource->status.jobState.isEmpty())
        found.append({Health::Broken, Text::tr("Flink runs, but knows nothing of the job."), {}});
}

void addBeginning(const Situation& situation, QList<Finding>& found)
{
    const JobOverview& job = *situation.job;
    const QStringList state{Text::tr("Flink says %1.").arg(base::visibleText(job.state, 40))};
    const QDateTime since = job.lastModification.isValid() ? job.lastModification : job.startTime;
    if (situation.isYoung(since, tasksGrace) || !since.isValid())
        found.append({Health::Changing, Text::tr("The job is starting."), state});
    else
        found.append({Health::AtRisk,
                      Text::tr("The job has been starting for %1.")
                          .arg(base::durationText(std::chrono::milliseconds(since.msecsTo(situation.now)))),
                      state});
}

} // namespace

QList<Finding> jobFindings(const Situation& situation)
{
    if (situation.resource && situation.resource->metadata.deletedAt.isValid())
        return {};
    QList<Finding> found;
    if (situation.isSuspending())
        return found;
    if (!situation.job) {
        if (situation.jobs)
            addVanished(situation, found);
        else if (situation.resource && !situation.resource->isSession())
            addSampled(situation, found);
        return found;
    }
    const QString& state = situation.job->state;
    if (state == u"RUNNING")
        addRunning(situation, found);
    else if (state == u"RESTARTING" || state == u"FAILING")
        addRestarting(situation, found);
    else if (state == u"FINISHED" || state == u"FAILED" || state == u"CANCELED")
        addEnded(situation, found);
    else if (state == u"CANCELLING")
        found.append({Health::Changing, Text::tr("The job is being cancelled."), {}});
    else
        addBeginning(situation, found);
    return found;
}

} // namespace health
