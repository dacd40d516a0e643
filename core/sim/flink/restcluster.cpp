#include "core/sim/flink/rest.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sim::flink {

namespace {

const QString unknownLog = u"This file does not exist in JobManager log dir."_s;

constexpr qint64 mib = 1024 * 1024;
constexpr qint64 bufferBytes = 32768;
constexpr double emptyWorkerBuffers = 4;

/// What no answer shows: keys whose name says that they hold a secret.
bool isSecret(const QString& key)
{
    static const QRegularExpression names(u"password|secret|fs\\.azure\\.account\\.key|apikey|api-key|auth-params|"
                                          u"service-key|token|basic-auth|jaas\\.config|"
                                          u"http-headers"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return names.match(key).hasMatch();
}

struct Resources
{
    double cpu = 0;
    qint64 taskHeap = 0, taskOffHeap = 0, managed = 0, network = 0;
};

void writeResources(Json& json, QStringView key, const Resources& r)
{
    json.object(key).field(u"cpuCores", r.cpu).field(u"taskHeapMemory", r.taskHeap / mib);
    json.field(u"taskOffHeapMemory", r.taskOffHeap / mib).field(u"managedMemory", r.managed / mib);
    json.field(u"networkMemory", r.network / mib).object(u"extendedResources").end().end();
}

Resources part(const MemoryPlan& plan, double cpu, int slotCount, int of)
{
    return {cpu * slotCount / of, plan.taskHeap * slotCount / of, plan.taskOffHeap * slotCount / of,
            plan.managed * slotCount / of, plan.network * slotCount / of};
}

double cpuOf(const Setup& setup, int slotCount)
{
    return setup.configuration.fraction(u"kubernetes.taskmanager.cpu.amount").value_or(slotCount);
}

/// Buffers that tasks of this worker hold.
qint64 usedBuffers(const JobManager& manager, const Worker& worker)
{
    double used = emptyWorkerBuffers;
    for (const auto& job : manager.jobs()) {
        for (std::size_t v = 0; v < job->tasks().size(); ++v) {
            const VertexLoad& load = job->traffic().load()[v];
            for (const Task& task : job->tasks()[v]) {
                if (task.slot.worker == worker.id && task.ended() < 0)
                    used += load.channels * 2 + load.queuedBytes / double(bufferBytes);
            }
        }
    }
    return std::min(qint64(used), manager.workerMemory().network / bufferBytes);
}

QString logName(const Setup& setup)
{
    const QString kind = setup.application ? u"application"_s : u"session"_s;
    return u"flink--kubernetes-%1-0-%2.log"_s.arg(kind, setup.pod);
}

QString workerLogName(const Worker& worker)
{
    return u"flink--kubernetes-taskmanager-0-%1.log"_s.arg(worker.id);
}

void writeLogList(Json& json, const QString& name, const Log& log)
{
    qint64 size = 0;
    for (const LogLine& line : log.lines())
        size += line.text.size() + 1;
    const qint64 modified = log.lines().empty() ? 0 : log.lines().back().at.time_since_epoch().count();
    json.object().array(u"logs").object().field(u"name", name).field(u"size", size).field(u"mtime", modified);
    json.end().end().end();
}

void writeThreads(Json& json, const QStringList& names)
{
    json.object().array(u"threadInfos");
    int id = 1;
    for (const QString& name : names) {
        const QString state =
            name == u"main" ? u"WAITING on java.util.concurrent.CompletableFuture$Signaller@33f532e7"_s : u"RUNNABLE"_s;
        const QString stack =
            u"\"%1\" Id=%2 %3\n\tat java.base@17.0.19/jdk.internal.misc.Unsafe.park(Native Method)\n\tat "
            u"java.base@17.0.19/java.util.concurrent.locks.LockSupport.park(LockSupport.java:211)\n\n"_s.arg(name)
                .arg(id++)
                .arg(state);
        json.object().field(u"threadName", name).field(u"stringifiedThreadInfo", stack).end();
    }
    json.end().end();
}

} // namespace

Reply Rest::overview(const Call&)
{
    int all = 0;
    int free = 0;
    for (const Worker& worker : m_manager.workers()) {
        all += worker.slotCount;
        free += int(std::ranges::count(worker.slotOwners, QString()));
    }
    const auto jobsIn = [this](auto test) {
        return int(std::ranges::count_if(m_manager.jobs(), [&](const auto& job) { return test(job->state()); }));
    };
    Json json;
    json.object().field(u"taskmanagers", m_manager.workers().size()).field(u"slots-total", all);
    json.field(u"slots-available", free);
    json.field(u"jobs-running", jobsIn([](JobState state) { return !isTerminal(state); }));
    json.field(u"jobs-finished", jobsIn([](JobState state) { return state == JobState::Finished; }));
    json.field(u"jobs-cancelled", jobsIn([](JobState state) { return state == JobState::Canceled; }));
    json.field(u"jobs-failed", jobsIn([](JobState state) { return state == JobState::Failed; }));
    json.field(u"flink-version", m_version.number).field(u"flink-commit", m_version.commit).end();
    return reply(json);
}

Reply Rest::config(const Call&)
{
    Json json;
    json.object().field(u"refresh-interval", 3000).field(u"timezone-name", u"Coordinated Universal Time"_s);
    json.field(u"timezone-offset", 0).field(u"flink-version", m_version.number);
    json.field(u"flink-revision", QString(m_version.commit + u" @ "_s + m_version.commitAt));
    json.object(u"features").field(u"web-submit", !m_manager.setup().application.has_value());
    json.field(u"web-cancel", m_manager.setup().configuration.isOn(u"web.cancel.enable", false));
    json.field(u"web-rescale", false).field(u"web-history", false).end().end();
    return reply(json);
}

Reply Rest::datasets(const Call&)
{
    Json json;
    json.object().array(u"dataSets").end().end();
    return reply(json);
}

Reply Rest::shutDown(const Call&)
{
    m_manager.shutDown();
    Json json;
    json.object().end();
    return reply(json);
}

Reply Rest::managerConfig(const Call&)
{
    Json json;
    json.array();
    const auto& entries = m_manager.setup().configuration.entries();
    for (auto it = entries.cbegin(); it != entries.cend(); ++it)
        json.object().field(u"key", it.key()).field(u"value", isSecret(it.key()) ? u"******"_s : it.value()).end();
    json.end();
    return reply(json);
}

Reply Rest::managerEnvironment(const Call&)
{
    Json json;
    const MemoryPlan& memory = m_manager.ownMemory();
    json.object().object(u"jvm");
    json.field(u"version", u"OpenJDK 64-Bit Server VM - Eclipse Adoptium - 17/17.0.19+10"_s).field(u"arch", u"amd64"_s);
    json.array(u"options").value(u"-Xmx%1"_s.arg(memory.taskHeap)).value(u"-Xms%1"_s.arg(memory.taskHeap));
    json.value(u"-XX:MaxMetaspaceSize=%1"_s.arg(memory.metaspace)).value(u"-XX:+IgnoreUnrecognizedVMOptions"_s);
    json.value(QString(u"-Dlog.file=/opt/flink/log/"_s + logName(m_manager.setup()))).end().end();
    json.array(u"classpath");
    for (const QString& jar : {u"cep"_s, u"connector-datagen"_s, u"connector-files"_s, u"csv"_s, u"json"_s,
                               u"table-api-java-uber"_s, u"table-planner-loader"_s, u"table-runtime"_s, u"dist"_s})
        json.value(u"/opt/flink/lib/flink-%1-%2.jar"_s.arg(jar, m_version.number));
    json.end().end();
    return reply(json);
}

Reply Rest::managerLogs(const Call&)
{
    Json json;
    writeLogList(json, logName(m_manager.setup()), *m_manager.setup().log);
    return reply(json);
}

Reply Rest::managerLog(const Call&)
{
    return replyText(m_manager.logText(*m_manager.setup().log));
}

/// In a container what a process writes to its output goes to the pod's log, not to a file.
Reply Rest::managerStdout(const Call&)
{
    refusePlain(404, unknownLog);
}

Reply Rest::managerNamedLog(const Call& call)
{
    if (call.argument(0) != logName(m_manager.setup()))
        refusePlain(404, unknownLog);
    return managerLog(call);
}

Reply Rest::managerThreads(const Call&)
{
    Json json;
    writeThreads(json, {u"main"_s, u"Reference Handler"_s, u"Finalizer"_s, u"flink-pekko.actor.default-dispatcher-4"_s,
                        u"flink-rest-server-netty-worker-thread-1"_s, u"jobmanager-io-thread-1"_s});
    return reply(json);
}

void Rest::writeWorker(Json& json, const Worker& worker) const
{
    const MemoryPlan& memory = m_manager.workerMemory();
    const double cpu = cpuOf(m_manager.setup(), worker.slotCount);
    const int free = int(std::ranges::count(worker.slotOwners, QString()));
    json.object().field(u"id", worker.id);
    json.field(u"path", u"pekko.tcp://flink@%1:6122/user/rpc/taskmanager_0"_s.arg(worker.host));
    json.field(u"dataPort", worker.dataPort).field(u"jmxPort", -1);
    const Duration up = m_now - worker.since;
    json.field(u"timeSinceLastHeartbeat", (worker.since + up / 10s * 10s).time_since_epoch().count());
    json.field(u"slotsNumber", worker.slotCount).field(u"freeSlots", free);
    writeResources(json, u"totalResource", part(memory, cpu, worker.slotCount, worker.slotCount));
    writeResources(json, u"freeResource", part(memory, cpu, free, worker.slotCount));
    json.object(u"hardware").field(u"cpuCores", std::max(1, int(cpu + 0.99)));
    json.field(u"physicalMemory", memory.totalProcess).field(u"freeMemory", memory.heap());
    json.field(u"managedMemory", memory.managed).end();
    json.object(u"memoryConfiguration")
        .field(u"frameworkHeap", memory.frameworkHeap)
        .field(u"taskHeap", memory.taskHeap);
    json.field(u"frameworkOffHeap", memory.frameworkOffHeap).field(u"taskOffHeap", memory.taskOffHeap);
    json.field(u"networkMemory", memory.network).field(u"managedMemory", memory.managed);
    json.field(u"jvmMetaspace", memory.metaspace).field(u"jvmOverhead", memory.overhead);
    json.field(u"totalFlinkMemory", memory.totalFlink).field(u"totalProcessMemory", memory.totalProcess).end();
}

void Rest::refuseUnknownWorker(const QString& id)
{
    refuseInternal(u"org.apache.flink.runtime.resourcemanager.exceptions.UnknownTaskExecutorException: No TaskExecutor "
                   u"registered under %1."_s.arg(id));
}

Reply Rest::workers(const Call&)
{
    Json json;
    json.object().array(u"taskmanagers");
    for (const Worker& worker : m_manager.workers()) {
        writeWorker(json, worker);
        json.end();
    }
    json.end().end();
    return reply(json);
}

/// What the TaskManager's metrics say of its JVM and its network; nothing but zeros until they have been fetched.
void Rest::writeWorkerMetrics(Json& json, const Worker& worker) const
{
    const bool isKnown = m_manager.hasMetrics(worker.id);
    const JvmFigures f = isKnown ? figuresOf(m_manager, worker) : JvmFigures();
    const qint64 segments = isKnown ? m_manager.workerMemory().network / bufferBytes : 0;
    const qint64 used = isKnown ? usedBuffers(m_manager, worker) : 0;
    const qint64 slack = isKnown ? 2 * mib : 0;
    json.object(u"metrics")
        .field(u"heapUsed", f.heapUsed)
        .field(u"heapCommitted", f.heapMax)
        .field(u"heapMax", f.heapMax);
    json.field(u"nonHeapUsed", f.nonHeapUsed).field(u"nonHeapCommitted", f.nonHeapUsed + slack);
    json.field(u"nonHeapMax", f.nonHeapMax).field(u"directCount", f.directCount).field(u"directUsed", f.directUsed);
    json.field(u"directMax", f.directMax).field(u"mappedCount", 0).field(u"mappedUsed", 0).field(u"mappedMax", 0);
    if (m_version.hasOldNames())
        json.field(u"memorySegmentsAvailable", segments - used).field(u"memorySegmentsTotal", segments);
    json.field(u"nettyShuffleMemorySegmentsAvailable", segments - used).field(u"nettyShuffleMemorySegmentsUsed", used);
    json.field(u"nettyShuffleMemorySegmentsTotal", segments);
    json.field(u"nettyShuffleMemoryAvailable", (segments - used) * bufferBytes);
    json.field(u"nettyShuffleMemoryUsed", used * bufferBytes).field(u"nettyShuffleMemoryTotal", segments * bufferBytes);
    json.array(u"garbageCollectors");
    const auto collector = [&](const QString& name, qint64 count, qint64 ms) {
        if (isKnown)
            json.object().field(u"name", name).field(u"count", count).field(u"time", ms).end();
    };
    collector(u"All"_s, f.youngCount + f.oldCount, f.youngMs + f.oldMs);
    collector(u"Copy"_s, f.youngCount, f.youngMs);
    collector(u"MarkSweepCompact"_s, f.oldCount, f.oldMs);
    json.end().end();
}

Reply Rest::worker(const Call& call)
{
    const Worker* found = m_manager.worker(call.argument(0));
    if (!found)
        refuseUnknownWorker(call.argument(0));
    const MemoryPlan& memory = m_manager.workerMemory();
    Json json;
    writeWorker(json, *found);
    json.array(u"allocatedSlots");
    for (const QString& owner : found->slotOwners) {
        if (owner.isEmpty())
            continue;
        json.object().field(u"jobId", owner);
        writeResources(json, u"resource",
                       part(memory, cpuOf(m_manager.setup(), found->slotCount), 1, found->slotCount));
        json.end();
    }
    json.end();
    writeWorkerMetrics(json, *found);
    json.end();
    return reply(json);
}

Reply Rest::workerLogs(const Call& call)
{
    const Worker* found = m_manager.worker(call.argument(0));
    if (!found || !found->log)
        refuse(
            404, u"Could not find TaskExecutor %1"_s.arg(call.argument(0)),
            u"org.apache.flink.runtime.rest.handler.taskmanager.TaskManagerLogListHandler.lambda$handleRequest$0(TaskManagerLogListHandler.java:91)"_s);
    Json json;
    writeLogList(json, workerLogName(*found), *found->log);
    return reply(json);
}

Reply Rest::workerLog(const Call& call)
{
    const Worker* found = m_manager.worker(call.argument(0));
    if (!found || !found->log)
        refusePlain(404, u"org.apache.flink.runtime.rest.NotFoundException: Failed to transfer file from TaskExecutor "
                         u"%1 because it was unknown."_s.arg(call.argument(0)));
    const QString file = call.argument(1);
    if (!file.isEmpty() && file != workerLogName(*found))
        refuseInternal(
            u"org.apache.flink.util.FlinkException: Failed to transfer file from TaskExecutor %1."_s.arg(found->id));
    return replyText(m_manager.logText(*found->log));
}

/// An answer, not an error, and no JSON whatever its type says (Flink 1.20 and 2.2).
Reply Rest::workerStdout(const Call& call)
{
    if (!m_manager.worker(call.argument(0)))
        return workerLog(call);
    Reply reply = replyText("The file STDOUT does not exist on the TaskExecutor. \nIf you are using kubernetes mode, "
                            "please use \"kubectl logs <pod-name>\" to get stdout content.");
    reply.headers = {{"Content-Type", "application/json; charset=UTF-8"}};
    return reply;
}

Reply Rest::workerThreads(const Call& call)
{
    const Worker* found = m_manager.worker(call.argument(0));
    if (!found)
        refuseUnknownWorker(call.argument(0));
    QStringList names{u"main"_s, u"Reference Handler"_s, u"Finalizer"_s, u"flink-pekko.actor.default-dispatcher-4"_s,
                      u"Flink Netty Server (6121) Thread 0"_s};
    for (const auto& job : m_manager.jobs()) {
        for (std::size_t v = 0; v < job->tasks().size(); ++v) {
            for (std::size_t i = 0; i < job->tasks()[v].size(); ++i) {
                const Task& task = job->tasks()[v][i];
                if (task.slot.worker == found->id && task.ended() < 0)
                    names += u"%1 (%2/%3)#%4"_s.arg(job->spec().vertices[v].name())
                                 .arg(i + 1)
                                 .arg(job->tasks()[v].size())
                                 .arg(task.attempt);
            }
        }
    }
    Json json;
    writeThreads(json, names);
    return reply(json);
}

} // namespace sim::flink
