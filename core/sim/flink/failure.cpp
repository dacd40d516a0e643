#include "core/sim/flink/failure.h"

using namespace Qt::StringLiterals;

namespace sim::flink {

namespace {

QStringList rpcFrames()
{
    return {
        u"org.apache.flink.runtime.rpc.pekko.PekkoRpcActor.lambda$handleRunAsync$4(PekkoRpcActor.java:460)"_s,
        u"org.apache.flink.runtime.concurrent.ClassLoadingUtils.runWithContextClassLoader(ClassLoadingUtils.java:68)"_s,
        u"org.apache.flink.runtime.rpc.pekko.PekkoRpcActor.handleRunAsync(PekkoRpcActor.java:460)"_s,
        u"org.apache.flink.runtime.rpc.pekko.PekkoRpcActor.handleRpcMessage(PekkoRpcActor.java:225)"_s,
        u"org.apache.flink.runtime.rpc.pekko.FencedPekkoRpcActor.handleRpcMessage(FencedPekkoRpcActor.java:88)"_s,
        u"org.apache.flink.runtime.rpc.pekko.PekkoRpcActor.handleMessage(PekkoRpcActor.java:174)"_s,
        u"org.apache.pekko.actor.ActorCell.invoke(ActorCell.scala:557)"_s,
        u"org.apache.pekko.dispatch.Mailbox.run(Mailbox.scala:233)"_s,
        u"java.base/java.util.concurrent.ForkJoinWorkerThread.run(ForkJoinWorkerThread.java:165)"_s};
}

QStringList taskFrames()
{
    return {
        u"org.apache.flink.streaming.runtime.io.StreamOneInputProcessor.processInput(StreamOneInputProcessor.java:65)"_s,
        u"org.apache.flink.streaming.runtime.tasks.StreamTask.processInput(StreamTask.java:638)"_s,
        u"org.apache.flink.streaming.runtime.tasks.mailbox.MailboxProcessor.runMailboxLoop(MailboxProcessor.java:231)"_s,
        u"org.apache.flink.streaming.runtime.tasks.StreamTask.runMailboxLoop(StreamTask.java:973)"_s,
        u"org.apache.flink.streaming.runtime.tasks.StreamTask.invoke(StreamTask.java:917)"_s,
        u"org.apache.flink.runtime.taskmanager.Task.runWithSystemExitMonitoring(Task.java:970)"_s,
        u"org.apache.flink.runtime.taskmanager.Task.restoreAndInvoke(Task.java:949)"_s,
        u"org.apache.flink.runtime.taskmanager.Task.doRun(Task.java:763)"_s,
        u"org.apache.flink.runtime.taskmanager.Task.run(Task.java:575)"_s,
        u"java.base/java.lang.Thread.run(Thread.java:840)"_s};
}

} // namespace

QString JavaException::stackTrace() const
{
    QString trace = text + u'\n';
    for (const QString& frame : frames)
        trace += u"\tat "_s + frame + u'\n';
    if (!cause.empty())
        trace += u"Caused by: "_s + cause.front().stackTrace();
    return trace;
}

JavaException exception(const QString& text, const QStringList& frames)
{
    return {text, frames, {}};
}

JavaException wrapped(const QString& text, const JavaException& inner, const QStringList& frames)
{
    return {text, frames, {inner}};
}

namespace say {

JavaException podTerminated(const QString& statuses)
{
    QStringList frames{
        u"org.apache.flink.runtime.resourcemanager.active.ActiveResourceManager.onWorkerTerminated(ActiveResourceManager.java:319)"_s,
        u"org.apache.flink.kubernetes.KubernetesResourceManagerDriver.onPodTerminated(KubernetesResourceManagerDriver.java:402)"_s,
        u"org.apache.flink.kubernetes.KubernetesResourceManagerDriver.lambda$handlePodEventsInMainThread$2(KubernetesResourceManagerDriver.java:365)"_s};
    return exception(u"java.lang.Exception: Pod terminated, container termination statuses: [%1]"_s.arg(statuses),
                     frames + rpcFrames());
}

JavaException inUserCode(const QString& text, const QStringList& userFrames)
{
    return exception(text, userFrames + taskFrames());
}

JavaException heapSpace()
{
    return exception(
        u"java.lang.OutOfMemoryError: Java heap space. A heap space-related out-of-memory error has occurred. "
        u"This can mean two things: either the job requires a larger size of JVM heap space or there is a "
        u"memory leak. In the first case, the size of the heap should be increased. In the second case, the "
        u"memory leak needs to be analyzed (for example with a heap dump)."_s,
        QStringList(
            u"org.apache.flink.runtime.state.heap.CopyOnWriteStateMap.makeTable(CopyOnWriteStateMap.java:496)"_s) +
            taskFrames());
}

JavaException metaspace()
{
    return exception(
        u"java.lang.OutOfMemoryError: Metaspace. The metaspace out-of-memory error has occurred. This can mean two "
        u"things: "
        u"either the job requires a larger size of JVM metaspace to load classes or there is a class loading leak. In "
        u"the "
        u"first case 'taskmanager.memory.jvm-metaspace.size' configuration option should be increased. If the error "
        u"persists "
        u"(usually in cluster after several job (re-)submissions) then there is probably a class loading leak in user "
        u"code or "
        u"some of its dependencies which has to be investigated and fixed. The task executor has to be shutdown..."_s,
        QStringList(u"java.base/java.lang.ClassLoader.defineClass1(Native Method)"_s) + taskFrames());
}

JavaException checkpointsFailedTooOften(const QString& latest)
{
    const QStringList frames{
        u"org.apache.flink.runtime.checkpoint.CheckpointFailureManager.checkFailureAgainstCounter(CheckpointFailureManager.java:212)"_s,
        u"org.apache.flink.runtime.checkpoint.CheckpointFailureManager.handleJobLevelCheckpointException(CheckpointFailureManager.java:169)"_s,
        u"org.apache.flink.runtime.checkpoint.CheckpointFailureManager.handleCheckpointException(CheckpointFailureManager.java:122)"_s,
        u"org.apache.flink.runtime.checkpoint.CheckpointCoordinator.abortPendingCheckpoint(CheckpointCoordinator.java:2281)"_s};
    return exception(
        u"org.apache.flink.util.FlinkRuntimeException: Exceeded checkpoint tolerable failure threshold. The "
        u"latest checkpoint failed due to %1, view the Checkpoint History tab or the Job Manager log to find out "
        u"why continuous checkpoints failed."_s.arg(latest),
        frames);
}

JavaException recoverySuppressed(const QString& strategy, const JavaException& cause)
{
    const QStringList frames{
        u"org.apache.flink.runtime.executiongraph.failover.ExecutionFailureHandler.handleFailure(ExecutionFailureHandler.java:219)"_s,
        u"org.apache.flink.runtime.executiongraph.failover.ExecutionFailureHandler.handleFailureAndReport(ExecutionFailureHandler.java:166)"_s,
        u"org.apache.flink.runtime.executiongraph.failover.ExecutionFailureHandler.getFailureHandlingResult(ExecutionFailureHandler.java:121)"_s,
        u"org.apache.flink.runtime.scheduler.DefaultScheduler.recordTaskFailure(DefaultScheduler.java:281)"_s,
        u"org.apache.flink.runtime.scheduler.DefaultScheduler.handleTaskFailure(DefaultScheduler.java:272)"_s};
    return wrapped(u"org.apache.flink.runtime.JobException: Recovery is suppressed by "_s + strategy, cause,
                   frames + rpcFrames());
}

JavaException couldNotStart(const QString& cause)
{
    const QString async =
        u"java.base/java.util.concurrent.CompletableFuture$AsyncSupply.run(CompletableFuture.java:1768)"_s;
    const QString checkpoints =
        u"org.apache.flink.runtime.checkpoint.CheckpointCoordinator.restoreSavepoint(CheckpointCoordinator.java:1931)"_s;
    const JavaException inner = exception(
        cause,
        {checkpoints,
         u"org.apache.flink.runtime.scheduler.DefaultExecutionGraphFactory.tryRestoreExecutionGraphFromSavepoint(DefaultExecutionGraphFactory.java:223)"_s});
    const JavaException runtime = wrapped(
        u"java.lang.RuntimeException: "_s + cause, inner,
        {u"org.apache.flink.util.ExceptionUtils.rethrow(ExceptionUtils.java:321)"_s,
         u"org.apache.flink.util.function.FunctionUtils.lambda$uncheckedSupplier$4(FunctionUtils.java:114)"_s, async});
    const JavaException completion = wrapped(
        u"java.util.concurrent.CompletionException: "_s + runtime.text, runtime,
        {u"java.base/java.util.concurrent.CompletableFuture.encodeThrowable(CompletableFuture.java:315)"_s, async});
    return wrapped(
        u"org.apache.flink.runtime.client.JobInitializationException: Could not start the JobMaster."_s, completion,
        {u"org.apache.flink.runtime.jobmaster.DefaultJobMasterServiceProcess.lambda$new$0(DefaultJobMasterServiceProcess.java:97)"_s,
         u"java.base/java.util.concurrent.CompletableFuture.uniWhenComplete(CompletableFuture.java:863)"_s});
}

JavaException couldNotRestore(const QString& operatorName, const QString& cause)
{
    const JavaException inner = exception(
        cause,
        {u"org.apache.flink.core.fs.local.LocalFileSystem.open(LocalFileSystem.java:146)"_s,
         u"org.apache.flink.runtime.state.filesystem.FileStateHandle.openInputStream(FileStateHandle.java:72)"_s});
    const JavaException backend = wrapped(
        u"org.apache.flink.runtime.state.BackendBuildingException: Failed when trying to restore heap backend"_s, inner,
        {u"org.apache.flink.runtime.state.heap.HeapKeyedStateBackendBuilder.restoreState(HeapKeyedStateBackendBuilder.java:177)"_s});
    const JavaException options = wrapped(
        u"org.apache.flink.util.FlinkException: Could not restore keyed state backend for %1 from any of the 1 provided restore options."_s
            .arg(operatorName),
        backend,
        {u"org.apache.flink.streaming.api.operators.BackendRestorerProcedure.createAndRestore(BackendRestorerProcedure.java:165)"_s});
    return wrapped(
        u"java.lang.Exception: Exception while creating StreamOperatorStateContext."_s, options,
        QStringList(
            u"org.apache.flink.streaming.api.operators.StreamTaskStateInitializerImpl.streamOperatorStateContext(StreamTaskStateInitializerImpl.java:294)"_s) +
            taskFrames());
}

JavaException noResources(const QString& why)
{
    return exception(
        u"org.apache.flink.runtime.jobmanager.scheduler.NoResourceAvailableException: "_s + why,
        {u"org.apache.flink.runtime.jobmaster.slotpool.PhysicalSlotRequestBulkCheckerImpl.lambda$schedulePendingRequestBulkWithTimestampCheck$0(PhysicalSlotRequestBulkCheckerImpl.java:86)"_s});
}

JavaException checkpointException(const QString& reason)
{
    const JavaException inner = exception(
        u"org.apache.flink.runtime.checkpoint.CheckpointException: "_s + reason,
        {u"org.apache.flink.runtime.checkpoint.PendingCheckpoint.abort(PendingCheckpoint.java:554)"_s,
         u"org.apache.flink.runtime.checkpoint.CheckpointCoordinator.abortPendingCheckpoint(CheckpointCoordinator.java:2273)"_s,
         u"org.apache.flink.runtime.checkpoint.CheckpointCoordinator.onTriggerFailure(CheckpointCoordinator.java:1061)"_s});
    return wrapped(u"java.util.concurrent.CompletionException: "_s + inner.text, inner,
                   {u"java.base/java.util.concurrent.CompletableFuture.encodeRelay(CompletableFuture.java:368)"_s,
                    u"java.base/java.util.concurrent.CompletableFuture.completeRelay(CompletableFuture.java:377)"_s});
}

} // namespace say

} // namespace sim::flink
