#pragma once

#include "core/health/inquiry.h"
#include "tests/support/recordings.h"

#include <functional>
#include <memory>

/// Evidence about a deployment for tests of what is concluded from it: recorded resources, and what the others say.
namespace support::evidence {

using namespace Qt::StringLiterals;
using flink::Checkpoint;
using flink::ContainerState;
using flink::Deployment;
using flink::JobOverview;
using flink::Pod;
using health::Evidence;
using health::Verdict;

using Change = std::function<void(Evidence&)>;

/// A recorded custom resource, seen so many seconds after the last thing that happened to it.
inline Evidence seen(const QString& name, int secondsLater)
{
    const base::Result<Deployment> decoded = flink::decodeDeployment(recording(name));
    if (!decoded)
        qFatal("%s: %s", qPrintable(name), qPrintable(decoded.error().message));
    Evidence evidence;
    evidence.now = std::max(decoded->status.reconciledAt, decoded->status.updateTime).addSecs(secondsLater);
    evidence.resource.succeed(std::make_shared<const Deployment>(*decoded), evidence.now.addSecs(-1));
    return evidence;
}

/// Changes the resource an evidence speaks of, in a copy of its own.
template <typename ResourceChange>
void changeResource(Evidence& evidence, ResourceChange change)
{
    auto changed = std::make_shared<Deployment>(**evidence.resource.value);
    change(*changed);
    evidence.resource.value = changed;
}

inline base::Error errorOf(base::Error::Kind kind)
{
    base::Error error;
    error.kind = kind;
    error.message = u"it was not to be"_s;
    return error;
}

/// Flink's own answer about the job of the custom resource.
inline Change flinkSays(const QString& state, int running, int total, int secondsInState = 300)
{
    return [=](Evidence& evidence) {
        JobOverview job;
        job.id =
            evidence.resource.value ? (*evidence.resource.value)->status.jobId : u"c0296ea3070b9cf93b0ac9777e756302"_s;
        job.name = u"orders"_s;
        job.state = state;
        job.startTime = evidence.now.addSecs(-std::max(secondsInState, 300));
        job.lastModification = evidence.now.addSecs(-secondsInState);
        job.tasks = {{u"total"_s, total}, {u"running"_s, running}, {u"scheduled"_s, total - running}};
        evidence.jobs.succeed({job}, evidence.now.addSecs(-2));
    };
}

inline Change flinkHasNoJob()
{
    return [](Evidence& evidence) { evidence.jobs.succeed({}, evidence.now.addSecs(-2)); };
}

inline Change flinkIsSilent(base::Error::Kind kind)
{
    return [=](Evidence& evidence) { evidence.jobs.fail(errorOf(kind)); };
}

inline Change restarts(qint64 count)
{
    return [=](Evidence& evidence) { evidence.restarts.succeed(count, evidence.now.addSecs(-2)); };
}

inline Pod pod(const Evidence& evidence, const QString& component, const QString& name)
{
    Pod made;
    made.metadata.name = name;
    made.metadata.createdAt = evidence.now.addSecs(-600);
    made.component = component;
    made.phase = u"Running"_s;
    made.image = u"flink:1.20"_s;
    made.startedAt = evidence.now.addSecs(-600);
    ContainerState container;
    container.name = u"flink-main-container"_s;
    container.ready = true;
    made.containers = {container};
    return made;
}

/// A JobManager and a TaskManager pod, as changed by `spoil`.
inline Change pods(const std::function<void(Evidence&, Pod& jobManager, Pod& taskManager)>& spoil = {})
{
    return [=](Evidence& evidence) {
        Pod jobManager = pod(evidence, u"jobmanager"_s, u"orders-85f79b5b9b-7qmw8"_s);
        Pod taskManager = pod(evidence, u"taskmanager"_s, u"orders-taskmanager-1-1"_s);
        if (spoil)
            spoil(evidence, jobManager, taskManager);
        evidence.pods.succeed({jobManager, taskManager}, evidence.now.addSecs(-1));
    };
}

inline Change noPods()
{
    return [](Evidence& evidence) { evidence.pods.succeed({}, evidence.now.addSecs(-1)); };
}

/// Checkpoints every five seconds: `failed` failures on top of one that completed `completedAgo` seconds ago (-1:
/// never).
inline Change checkpoints(int completedAgo, int failed)
{
    return [=](Evidence& evidence) {
        flink::CheckpointHistory history;
        flink::CheckpointConfig config;
        config.intervalMs = 5'000;
        config.timeoutMs = 600'000;
        for (int i = 0; i < failed; ++i) {
            Checkpoint failure;
            failure.id = 40 - i;
            failure.status = u"FAILED"_s;
            failure.failureMessage = u"Failure to finalize checkpoint."_s;
            history.history.append(failure);
            history.latestFailed = failure;
        }
        history.counts.failed = failed;
        if (completedAgo >= 0) {
            Checkpoint done;
            done.id = 12;
            done.status = u"COMPLETED"_s;
            done.triggeredAt = done.latestAckAt = evidence.now.addSecs(-completedAgo);
            done.externalPath = u"file:/flink-data/orders/ckpt/4065/chk-12"_s;
            history.history.append(done);
            history.latestCompleted = done;
            history.counts.completed = 1;
        }
        history.counts.total = history.counts.failed + history.counts.completed;
        evidence.checkpoints.succeed(history, evidence.now.addSecs(-2));
        evidence.checkpointConfig.succeed(config, evidence.now.addSecs(-30));
    };
}

inline Change outOfMemoryException()
{
    return [](Evidence& evidence) {
        flink::ExceptionEntry entry;
        entry.at = evidence.now.addSecs(-5);
        entry.stackTrace = u"java.lang.Exception: Pod terminated, container termination statuses: "
                           "[flink-main-container(exitCode=137, reason=OOMKilled, message=null)]\n\tat x"_s;
        evidence.exceptions.succeed({{entry}, false}, evidence.now.addSecs(-1));
    };
}

inline const QString stable = u"cr/01-stable"_s;

inline QString fault(const char* name)
{
    return u"faults/"_s + QString::fromLatin1(name);
}

inline const health::Fact& fact(const Verdict& verdict, const QString& name)
{
    for (const health::Fact& one : verdict.facts) {
        if (one.name == name)
            return one;
    }
    qFatal("no fact %s", qPrintable(name));
}

} // namespace support::evidence
