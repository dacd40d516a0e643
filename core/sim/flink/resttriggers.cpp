#include "core/sim/flink/rest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// Savepoints, checkpoints, stop, cancel, rescaling: what REST is asked to do.
namespace sim::flink {

namespace {

const QString savepointFrame =
    u"org.apache.flink.runtime.rest.handler.job.savepoints.SavepointHandlers$SavepointTriggerHandler.triggerOperation(SavepointHandlers.java:244)"_s;
const QString parseFrame =
    u"org.apache.flink.runtime.rest.handler.AbstractHandler.respondAsLeader(AbstractHandler.java:165)"_s;

QString keyOf(const QString& kind, const QString& jobId, const QString& trigger)
{
    return kind + u'/' + jobId + u'/' + trigger;
}

JavaException unknownJob(const QString& id)
{
    const JavaException inner = exception(
        u"org.apache.flink.runtime.messages.FlinkJobNotFoundException: Could not find Flink job (%1)"_s.arg(id),
        {u"org.apache.flink.runtime.dispatcher.Dispatcher.getJobMasterGateway(Dispatcher.java:1498)"_s});
    return wrapped(u"java.util.concurrent.CompletionException: "_s + inner.text, inner,
                   {u"java.base/java.util.concurrent.CompletableFuture.encodeThrowable(CompletableFuture.java:332)"_s});
}

bool isTrigger(const QString& text)
{
    return text.size() == 32 &&
           std::ranges::all_of(text, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

/// What a request for other resources asks for each vertex; `faults`: what is wrong with it.
std::vector<Bounds> boundsOf(const JobSpec& spec, const QJsonObject& body, QStringList& faults)
{
    std::vector<Bounds> bounds;
    for (const Vertex& vertex : spec.vertices) {
        const QString id = hex(vertex.id());
        const QJsonObject given = body[id]["parallelism"_L1].toObject();
        Bounds wanted{given["lowerBound"_L1].toInt(1), given["upperBound"_L1].toInt(-1)};
        if (!body.contains(id))
            faults += u"The request is incomplete, missing job vertex [%1] resource requirements."_s.arg(id);
        if (wanted.upper == -1)
            wanted.upper = spec.maxParallelism;
        // Of such a vertex nothing else is told.
        if (wanted.lower < 1 || wanted.upper < 1)
            faults += u"Both, the requested lower bound [%1] and upper bound [%2] for job vertex [%3] must be "
                      "greater than zero."_s.arg(wanted.lower)
                          .arg(wanted.upper)
                          .arg(id);
        else if (wanted.lower > wanted.upper)
            faults += u"The requested lower bound [%1] for job vertex [%2] is higher than the upper bound [%3]."_s
                          .arg(wanted.lower)
                          .arg(id)
                          .arg(wanted.upper);
        if (wanted.upper > spec.maxParallelism)
            faults += u"The newly requested parallelism %1 for the job vertex %2 exceeds its maximum parallelism %3."_s
                          .arg(wanted.upper)
                          .arg(id)
                          .arg(spec.maxParallelism);
        bounds.push_back(wanted);
    }
    return bounds;
}

} // namespace

void Rest::writeFailure(Json& json, QStringView key, const JavaException& what)
{
    json.object(key).field(u"class", what.className()).field(u"stack-trace", what.stackTrace());
    // A SerializedThrowable: Java's object stream, here of the text only.
    json.field(
        u"serialized-throwable",
        QString::fromLatin1(QByteArray(QByteArray::fromHex("aced000574") + what.text.left(255).toUtf8()).toBase64()));
    json.end();
}

Reply Rest::accepted(const Call&, const QString& kind, const QString& trigger, const QString& jobId,
                     const std::function<void(Coordinator::Done)>& start, int status)
{
    const QString id = trigger.isEmpty() ? m_manager.chance().hex(32) : trigger;
    // The same trigger id again is the same operation: nothing new begins.
    if (const auto operation = m_manager.operations().add(keyOf(kind, jobId, id))) {
        JobManager& manager = m_manager;
        start([&manager, operation](const SnapshotResult& result) { manager.operations().end(operation, result); });
    }
    Json json;
    json.object().field(u"request-id", id).end();
    return reply(json, status);
}

Reply Rest::cancel(const Call& call)
{
    const QString id = jobIdOf(call);
    const QString mode = call.query.hasQueryItem(u"mode"_s) ? call.query.queryItemValue(u"mode"_s) : u"cancel"_s;
    const QString frame =
        u"org.apache.flink.runtime.rest.handler.job.JobCancellationHandler.lambda$handleRequest$0(JobCancellationHandler.java:128)"_s;
    if (mode == u"stop")
        refuse(308,
               u"The termination mode \"stop\" has been removed. For an ungraceful shutdown, please use \"cancel\" "
               u"instead. "
               u"For a graceful shutdown, please use \"jobs/:jobId/stop\" instead."_s,
               frame);
    if (mode != u"cancel")
        refuse(
            400,
            u"Bad request, could not parse parameters: Cannot resolve query parameter (mode) from value \"%1\"."_s.arg(
                mode),
            parseFrame);
    Job* job = m_manager.job(id);
    if (!job)
        refuse(404, u"Job could not be found."_s, frame);
    if (job->state() == JobState::Finished || job->state() == JobState::Failed)
        refuse(409,
               u"Job cancellation failed because the job has already reached another terminal state (%1)."_s.arg(
                   text(job->state())),
               frame);
    job->cancel();
    Json json;
    json.object().end();
    return reply(json, 202);
}

Reply Rest::triggerSavepoint(const Call& call)
{
    const QJsonObject body = bodyOf(call, u"SavepointTriggerRequestBody"_s);
    const QString format = body["formatType"_L1].toString(u"CANONICAL"_s);
    const QString trigger = body["triggerId"_L1].toString();
    if ((format != u"CANONICAL" && format != u"NATIVE") || (!trigger.isEmpty() && !isTrigger(trigger)))
        refuse(400, u"Request did not match expected format SavepointTriggerRequestBody."_s, parseFrame);
    QString folder = body["target-directory"_L1].toString();
    if (folder.isEmpty())
        folder = m_manager.setup().configuration.text(u"execution.checkpointing.savepoint-dir", QString());
    if (folder.isEmpty())
        refuse(400,
               u"Config key [%1] is not set. Property [target-directory] must be provided."_s.arg(
                   u"execution.checkpointing.savepoint-dir"_s),
               savepointFrame);
    SnapshotKind kind{true, format == u"NATIVE" ? Format::Native : Format::Canonical};
    const bool cancels = body["cancel-job"_L1].toBool();
    Job* job = m_manager.job(call.argument(0));
    const QString id = call.argument(0);
    return accepted(
        call, u"savepoint"_s, trigger, id,
        [job, kind, folder, cancels, id](Coordinator::Done done) {
            if (!job || isTerminal(job->state())) {
                done({0, {}, unknownJob(id)});
                return;
            }
            job->makeSavepoint(kind, folder, [job, cancels, done](const SnapshotResult& result) {
                done(result);
                if (cancels && !result.failure)
                    job->cancel();
            });
        },
        202);
}

Reply Rest::stop(const Call& call)
{
    const QJsonObject body = bodyOf(call, u"StopWithSavepointRequestBody"_s);
    const QString format = body["formatType"_L1].toString(u"CANONICAL"_s);
    const QString trigger = body["triggerId"_L1].toString();
    if ((format != u"CANONICAL" && format != u"NATIVE") || (!trigger.isEmpty() && !isTrigger(trigger)))
        refuse(400, u"Request did not match expected format StopWithSavepointRequestBody."_s, parseFrame);
    QString folder = body["targetDirectory"_L1].toString();
    if (folder.isEmpty())
        folder = m_manager.setup().configuration.text(u"execution.checkpointing.savepoint-dir", QString());
    if (folder.isEmpty())
        refuse(
            400,
            u"Config key [%1] is not set. Property [targetDirectory] must be provided."_s.arg(
                u"execution.checkpointing.savepoint-dir"_s),
            u"org.apache.flink.runtime.rest.handler.job.savepoints.SavepointHandlers$StopWithSavepointHandler.triggerOperation(SavepointHandlers.java:200)"_s);
    using After = SnapshotKind::After;
    const SnapshotKind kind{true, format == u"NATIVE" ? Format::Native : Format::Canonical,
                            body["drain"_L1].toBool() ? After::Terminate : After::Suspend};
    Job* job = m_manager.job(call.argument(0));
    const QString id = call.argument(0);
    return accepted(
        call, u"savepoint"_s, trigger, id,
        [job, kind, folder, id](Coordinator::Done done) {
            if (!job || isTerminal(job->state()))
                done({0, {}, unknownJob(id)});
            else
                job->makeSavepoint(kind, folder, std::move(done));
        },
        202);
}

Reply Rest::triggerCheckpoint(const Call& call)
{
    const QJsonObject body = bodyOf(call, u"CheckpointTriggerRequestBody"_s);
    const QString type = body["checkpointType"_L1].toString(u"CONFIGURED"_s);
    const QString trigger = body["triggerId"_L1].toString();
    if (!QStringList{u"CONFIGURED"_s, u"FULL"_s, u"INCREMENTAL"_s}.contains(type) ||
        (!trigger.isEmpty() && !isTrigger(trigger)))
        refuse(400, u"Request did not match expected format CheckpointTriggerRequestBody."_s, parseFrame);
    if (type == u"INCREMENTAL")
        refuseInternal(
            u"java.lang.IllegalStateException: Flink does not support triggering incremental checkpoint explicitly. "
            u"See FLINK-33723."_s);
    Job* job = m_manager.job(call.argument(0));
    const QString id = call.argument(0);
    return accepted(
        call, u"checkpoint"_s, trigger, id,
        [job, id](Coordinator::Done done) {
            if (!job || isTerminal(job->state()))
                done({0, {}, unknownJob(id)});
            else
                job->makeCheckpoint(std::move(done));
        },
        202);
}

template <typename WriteResult>
Reply Rest::statusReply(const Operation& operation, QStringView failureKey, WriteResult writeResult)
{
    Json json;
    json.object().object(u"status").field(u"id", operation.result ? u"COMPLETED"_s : u"IN_PROGRESS"_s).end();
    json.key(u"operation");
    if (!operation.result) {
        json.null();
    } else {
        json.object();
        if (operation.result->failure)
            writeFailure(json, failureKey, *operation.result->failure);
        else
            writeResult(json, *operation.result);
        json.end();
    }
    json.end();
    return reply(json);
}

Reply Rest::savepointStatus(const Call& call)
{
    const auto operation = m_manager.operations().find(keyOf(u"savepoint"_s, call.argument(0), call.argument(1)));
    if (!operation)
        refuse(
            404,
            u"There is no savepoint operation with triggerId=%1 for job %2."_s.arg(call.argument(1), call.argument(0)),
            u"org.apache.flink.runtime.rest.handler.job.savepoints.SavepointHandlers$SavepointStatusHandler.maybeCreateNotFoundError(SavepointHandlers.java:325)"_s);
    return statusReply(*operation, u"failure-cause",
                       [](Json& json, const SnapshotResult& result) { json.field(u"location", result.location); });
}

Reply Rest::checkpointStatus(const Call& call)
{
    const auto operation = m_manager.operations().find(keyOf(u"checkpoint"_s, call.argument(0), call.argument(1)));
    if (!operation)
        refuse(
            404,
            u"There is no checkpoint operation with triggerId=%1 for job %2."_s.arg(call.argument(1), call.argument(0)),
            u"org.apache.flink.runtime.rest.handler.job.checkpoints.CheckpointHandlers$CheckpointStatusHandler.maybeCreateNotFoundError(CheckpointHandlers.java:300)"_s);
    return statusReply(*operation, u"failureCause",
                       [](Json& json, const SnapshotResult& result) { json.field(u"checkpointId", result.id); });
}

Reply Rest::dispose(const Call& call)
{
    const QJsonObject body = bodyOf(call, u"SavepointDisposalRequest"_s);
    const QString path = body["savepoint-path"_L1].toString();
    if (path.isEmpty())
        refuse(
            400, u"Field savepoint-path must not be omitted or be null."_s,
            u"org.apache.flink.runtime.rest.handler.job.savepoints.SavepointDisposalHandlers$SavepointDisposalTriggerHandler.triggerOperation(SavepointDisposalHandlers.java:93)"_s);
    const Storage& storage = m_manager.storage();
    return accepted(
        call, u"disposal"_s, {}, {},
        [&storage, path](const Coordinator::Done& done) {
            const QString folder = path.endsWith(u"/_metadata") ? path.chopped(10) : path;
            if (storage.exists(folder + u"/_metadata"_s)) {
                storage.removeFolder(folder);
                done({});
                return;
            }
            const JavaException inner = exception(
                u"java.io.FileNotFoundException: Cannot find checkpoint or savepoint file/directory '%1' on file system 'file'."_s
                    .arg(path),
                {u"org.apache.flink.runtime.state.filesystem.AbstractFsCheckpointStorageAccess.resolveCheckpointPointer(AbstractFsCheckpointStorageAccess.java:275)"_s});
            done({0,
                  {},
                  wrapped(u"java.util.concurrent.CompletionException: org.apache.flink.util.FlinkException: Failed to "
                          u"dispose "
                          u"savepoint %1."_s.arg(path),
                          inner)});
        },
        200);
}

Reply Rest::disposalStatus(const Call& call)
{
    const auto operation = m_manager.operations().find(keyOf(u"disposal"_s, {}, call.argument(0)));
    if (!operation)
        refuse(
            404,
            u"org.apache.flink.runtime.rest.NotFoundException: Operation not found under key: "
            u"org.apache.flink.runtime.rest.handler.async.OperationKey@1f"_s,
            u"org.apache.flink.runtime.rest.handler.async.AbstractAsynchronousOperationHandlers$StatusHandler.handleRequest(AbstractAsynchronousOperationHandlers.java:182)"_s);
    Json json;
    json.object().object(u"status").field(u"id", u"COMPLETED"_s).end().object(u"operation");
    if (operation->result && operation->result->failure)
        writeFailure(json, u"failure-cause", *operation->result->failure);
    json.end().end();
    return reply(json);
}

Reply Rest::rescaling(const Call&)
{
    refuse(
        503, u"Rescaling is temporarily disabled. See FLINK-12312."_s,
        u"org.apache.flink.runtime.rest.handler.job.rescaling.RescalingHandlers.featureDisabledException(RescalingHandlers.java:51)"_s);
}

Reply Rest::setRequirements(const Call& call)
{
    const QString frame =
        u"org.apache.flink.runtime.rest.handler.job.JobResourceRequirementsUpdateHandler.handleRequest(JobResourceRequirementsUpdateHandler.java:69)"_s;
    const QString id = jobIdOf(call);
    const QJsonObject body = bodyOf(call, u"JobResourceRequirementsBody"_s);
    if (body.isEmpty())
        refuse(400, u"Request body does not specify resource requirements."_s, frame);
    Job* found = m_manager.job(id);
    if (!found || isTerminal(found->state()))
        refuseUnknownJob(id);
    Job& job = *found;
    if (job.spec().scheduler != Scheduler::Adaptive)
        refuseInternal(u"java.lang.UnsupportedOperationException: The DefaultScheduler does not support changing the "
                       u"parallelism without a job restart. This feature is currently only expected to work with the "
                       u"AdaptiveScheduler."_s);
    QStringList faults;
    const std::vector<Bounds> bounds = boundsOf(job.spec(), body, faults);
    if (!faults.isEmpty())
        refuse(400, faults.join(u'\n'), frame);
    job.setBounds(bounds);
    Json json;
    json.object().end();
    return reply(json);
}

Reply Rest::heartbeat(const Call& call)
{
    jobOf(call, {});
    Json json;
    json.object().end();
    return reply(json, 202);
}

} // namespace sim::flink
