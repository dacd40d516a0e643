#include "core/sim/flink/rest.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What the metrics of a job, a task and a process are.
namespace sim::flink {

namespace {

constexpr qint64 mib = 1024 * 1024;
constexpr Duration fetchInterval = 10s; ///< metrics.fetcher.update-interval
constexpr qint64 noWatermark = std::numeric_limits<qint64>::min();
constexpr double outOfOrderMs = 5000;

/// Collects metrics under their names.
struct Collector
{
    Metrics metrics;
    QString prefix;

    void put(const QString& name, QByteArray value) { metrics.push_back({prefix + name, std::move(value)}); }
    void whole(const QString& name, double value) { put(name, QByteArray::number(qint64(value))); }
    void real(const QString& name, double value) { put(name, javaDouble(value)); }
    void counted(const QString& name, double count, double rate)
    {
        whole(name, count);
        real(name + u"PerSecond"_s, std::round(rate * 1000) / 1000);
    }
};

/// One subtask, with the wobble that a measured rate has.
struct Sample
{
    const Job& job;
    int vertex;
    int subtask;
    Instant now;

    const Vertex& v() const { return job.spec().vertices[std::size_t(vertex)]; }
    const VertexLoad& load() const { return job.traffic().load()[std::size_t(vertex)]; }
    const SubtaskLoad& own() const { return load().subtasks[std::size_t(subtask)]; }
    const Counters& counters() const { return job.traffic().counters(vertex, subtask); }
    double wobble(int what, double amplitude = 0.03) const
    {
        return 1 + amplitude * noise(job.seed(), quint64(vertex) * 1000 + quint64(subtask) * 10 + quint64(what),
                                     now.time_since_epoch() / fetchInterval);
    }
    /// How full the buffers before it, or behind it, are.
    double inUsage() const { return load().channels == 0 ? 0 : load().saturated || load().held ? 1 : own().busy * 0.2; }
    double outUsage() const { return own().held > 0 ? 1 : own().busy * 0.1; }
    qint64 watermark() const
    {
        double lag = job.traffic().pathSeconds(vertex) * 1000 + outOfOrderMs;
        bool hasEventTime = false;
        for (int u = 0; u <= vertex; ++u) {
            const Vertex& source = job.spec().vertices[std::size_t(u)];
            if (!source.isSource())
                continue;
            hasEventTime = hasEventTime || source.feed.hasEventTime;
            lag = std::max(lag, job.traffic().lagSeconds(u) * 1000 + outOfOrderMs);
        }
        const bool isKnown = hasEventTime && counters().taken > 0;
        return isKnown ? now.time_since_epoch().count() - qint64(lag) : noWatermark;
    }
};

void addTraffic(Collector& out, const Sample& s)
{
    const Counters& c = s.counters();
    const double inBytes = s.v().isSource() ? 0 : s.own().in * s.v().recordBytes;
    const double in = s.v().isSource() ? 0 : s.own().in;
    const double outBytes = c.recordsOut > 0 ? c.bytesOut / c.recordsOut * s.own().out : 0;
    const double outRecords = c.recordsOut > 0 ? s.own().out : 0;
    out.counted(u"numRecordsIn"_s, c.recordsIn, in * s.wobble(1));
    out.counted(u"numRecordsOut"_s, c.recordsOut, outRecords * s.wobble(2));
    out.counted(u"numBytesIn"_s, c.bytesIn, inBytes * s.wobble(1));
    out.counted(u"numBytesOut"_s, c.bytesOut, outBytes * s.wobble(2));
    out.counted(u"numBuffersOut"_s, c.bytesOut / 16384 + 1, outBytes / 16384);
    for (const QString& where : {QString(), u"Shuffle.Netty.Input."_s}) {
        out.counted(where + u"numBytesInLocal"_s, c.bytesIn, inBytes);
        out.counted(where + u"numBytesInRemote"_s, 0, 0);
        out.counted(where + u"numBuffersInLocal"_s, c.bytesIn / 16384, inBytes / 16384);
        out.counted(where + u"numBuffersInRemote"_s, 0, 0);
    }
}

void addBuffers(Collector& out, const Sample& s, const Version& version)
{
    const auto add = [&](const QString& input, const QString& output) {
        out.real(input + u"inPoolUsage"_s, s.inUsage());
        out.real(input + u"inputExclusiveBuffersUsage"_s, s.inUsage());
        out.real(input + u"inputFloatingBuffersUsage"_s, s.inUsage());
        out.whole(input + u"inputQueueLength"_s, s.load().queuedBytes / 32768);
        out.whole(input + u"inputQueueSize"_s, s.load().queuedBytes);
        out.real(output + u"outPoolUsage"_s, s.outUsage());
        out.whole(output + u"outputQueueLength"_s, s.outUsage() * 10);
        out.whole(output + u"outputQueueSize"_s, s.outUsage() * 10 * 32768);
    };
    if (version.hasOldNames())
        add(u"buffers."_s, u"buffers."_s);
    add(u"Shuffle.Netty.Input.Buffers."_s, u"Shuffle.Netty.Output.Buffers."_s);
}

void addTimes(Collector& out, const Sample& s)
{
    const Counters& c = s.counters();
    const SubtaskLoad& load = s.own();
    const double busy = std::clamp(load.busy * s.wobble(3), 0.0, 1.0);
    const double held = load.held > 0 ? std::clamp(load.held * s.wobble(4, 0.01), 0.0, 1 - busy) : 0;
    out.real(u"busyTimeMsPerSecond"_s, std::round(busy * 1000));
    out.whole(u"backPressuredTimeMsPerSecond"_s, held * 1000);
    out.whole(u"softBackPressuredTimeMsPerSecond"_s, held * 700);
    out.whole(u"hardBackPressuredTimeMsPerSecond"_s, held * 300);
    out.whole(u"idleTimeMsPerSecond"_s, std::max(0.0, 1000 - std::round(busy * 1000) - std::round(held * 1000)));
    out.put(u"isBackPressured"_s, held > 0.1 ? "true" : "false");
    out.whole(u"accumulateBusyTimeMs"_s, c.busyMs);
    out.whole(u"accumulateBackPressuredTimeMs"_s, c.heldMs);
    out.whole(u"accumulateIdleTimeMs"_s, c.idleMs);
    out.whole(u"maxSoftBackPressureTimeMs"_s, held * 900);
    out.whole(u"maxHardBackPressureTimeMs"_s, held * 600);
    out.whole(u"changelogBusyTimeMsPerSecond"_s, 0);
    const Task& task = s.job.tasks()[std::size_t(s.vertex)][std::size_t(s.subtask)];
    out.whole(u"initializationTime"_s,
              double(std::max<qint64>(0, task.enteredAt(TaskState::Running) - task.enteredAt(TaskState::Deploying))));
}

void addMailbox(Collector& out, const Sample& s)
{
    const double latency = s.own().busy > 0.95 ? 20 : 1;
    out.whole(u"mailboxQueueSize"_s, 0);
    out.real(u"mailboxMailsPerSecond"_s, 1.2);
    for (const QString& name : {u"max"_s, u"mean"_s, u"median"_s, u"min"_s, u"p75"_s, u"p90"_s, u"p95"_s, u"p98"_s,
                                u"p99"_s, u"p999"_s, u"stddev"_s})
        out.real(u"mailboxLatencyMs_"_s + name, name == u"min" ? 0 : std::round(latency * s.wobble(5, 0.4)));
    out.counted(u"numFiredTimers"_s, 0, 0);
    const Record last = s.job.coordinator().log().latestCompleted();
    const bool isKnown = last && std::size_t(s.vertex) < last->vertices.size() &&
                         std::size_t(s.subtask) < last->vertices[std::size_t(s.vertex)].size();
    const SubtaskAck ack = isKnown ? last->vertices[std::size_t(s.vertex)][std::size_t(s.subtask)] : SubtaskAck();
    out.whole(u"checkpointStartDelayNanos"_s, double(ack.startDelay.count()) * 1e6);
    if (!s.v().isSource())
        out.whole(u"checkpointAlignmentTime"_s, double(ack.alignment.count()) * 1e6);
}

void addOperator(Collector& out, const Sample& s, std::size_t index)
{
    const Operator& part = s.v().chain[index];
    const bool isLast = index + 1 == s.v().chain.size();
    const bool isSource = part.state == Operator::State::Source || (s.v().isSource() && index == 0);
    QString name = part.name;
    name.replace(u": "_s, u"__"_s).replace(u' ', u'_').replace(u'.', u'_');
    out.prefix = name + u'.';
    const Counters& c = s.counters();
    const double outFactor = isLast ? s.v().selectivity : 1;
    out.counted(u"numRecordsIn"_s, c.taken, s.own().in * s.wobble(1));
    out.counted(u"numRecordsOut"_s, c.taken * outFactor, s.own().in * outFactor * s.wobble(2));
    out.counted(u"numBytesIn"_s, isSource ? 0 : c.bytesIn, 0);
    out.counted(u"numBytesOut"_s, isLast ? c.bytesOut : 0, 0);
    out.whole(u"currentOutputWatermark"_s, double(s.watermark()));
    if (!isSource) {
        out.whole(u"currentInputWatermark"_s, double(s.watermark()));
        return;
    }
    out.whole(u"numRecordsInErrors"_s, 0);
    out.whole(u"sourceIdleTime"_s, 0);
    out.whole(u"currentEmitEventTimeLag"_s, s.job.traffic().lagSeconds(s.vertex) * 1000 + 40);
    if (s.v().feed.topic.isEmpty())
        return;
    const double waiting = s.job.traffic().backlog(s.vertex) * s.own().share;
    out.whole(u"pendingRecords"_s, waiting);
    out.whole(u"watermarkLag"_s, s.job.traffic().lagSeconds(s.vertex) * 1000 + outOfOrderMs);
    out.real(u"KafkaSourceReader.KafkaConsumer.records-lag-max"_s, std::round(waiting));
    out.whole(u"KafkaSourceReader.commitsFailed"_s, 0);
    out.whole(u"KafkaSourceReader.commitsSucceeded"_s, double(s.job.coordinator().log().counts().completed));
    const int parallelism = s.v().parallelism;
    for (int p = s.subtask; p < s.v().feed.partitions; p += parallelism) {
        const QString base = u"KafkaSourceReader.topic.%1.partition.%2."_s.arg(s.v().feed.topic).arg(p);
        const double offset = s.job.traffic().position(s.vertex) / std::max(1, s.v().feed.partitions);
        out.whole(base + u"currentOffset"_s, offset);
        out.whole(base + u"committedOffset"_s, offset);
    }
}

void addJvm(Collector& out, const JvmFigures& f, const Version& version, bool isManager)
{
    out.prefix = u"Status.JVM."_s;
    out.real(u"CPU.Load"_s, f.cpuLoad);
    out.whole(u"CPU.Time"_s, double(f.cpuNanos));
    out.whole(u"ClassLoader.ClassesLoaded"_s, double(f.classes));
    out.whole(u"ClassLoader.ClassesUnloaded"_s, 0);
    const auto collector = [&out](const QString& name, qint64 count, qint64 time) {
        out.whole(u"GarbageCollector."_s + name + u".Count"_s, double(count));
        out.whole(u"GarbageCollector."_s + name + u".Time"_s, double(time));
        out.whole(u"GarbageCollector."_s + name + u".TimeMsPerSecond"_s,
                  count > 0 ? double(time) / double(count) / 20 : 0);
    };
    collector(u"All"_s, f.youngCount + f.oldCount, f.youngMs + f.oldMs);
    collector(u"Copy"_s, f.youngCount, f.youngMs);
    collector(u"MarkSweepCompact"_s, f.oldCount, f.oldMs);
    const auto memory = [&out](const QString& name, qint64 used, qint64 most) {
        out.whole(u"Memory."_s + name + u".Used"_s, double(used));
        out.whole(u"Memory."_s + name + u".Committed"_s, double(name == u"Heap" ? most : used + 2 * mib));
        out.whole(u"Memory."_s + name + u".Max"_s, double(most));
    };
    memory(u"Heap"_s, f.heapUsed, f.heapMax);
    memory(u"NonHeap"_s, f.nonHeapUsed, f.nonHeapMax);
    memory(u"Metaspace"_s, f.metaspaceUsed, f.metaspaceMax);
    out.whole(u"Memory.Direct.Count"_s, double(f.directCount));
    out.whole(u"Memory.Direct.MemoryUsed"_s, double(f.directUsed));
    out.whole(u"Memory.Direct.TotalCapacity"_s, double(f.directUsed));
    for (const QString& name : {u"Count"_s, u"MemoryUsed"_s, u"TotalCapacity"_s})
        out.whole(u"Memory.Mapped."_s + name, 0);
    out.whole(u"Threads.Count"_s, double(f.threads));
    if (isManager || !version.hasOldNames()) {
        out.whole(u"FileDescriptor.Open"_s, double(300 + f.threads));
        out.whole(u"FileDescriptor.Max"_s, 1048576);
    }
    out.prefix.clear();
}

} // namespace

double noise(quint64 seed, quint64 key, qint64 bucket)
{
    quint64 x = seed ^ (key * 0x9E3779B97F4A7C15ULL) ^ (quint64(bucket) * 0xC2B2AE3D27D4EB4FULL);
    x ^= x >> 30;
    x *= 0xBF58476D1CE4E5B9ULL;
    x ^= x >> 27;
    x *= 0x94D049BB133111EBULL;
    x ^= x >> 31;
    return double(x >> 11) / double(1ULL << 52) - 1;
}

Metrics subtaskMetricsOf(const Job& job, int vertex, int subtask, Instant now, const Version& version)
{
    const Sample sample{job, vertex, subtask, now};
    Collector out;
    addTraffic(out, sample);
    addBuffers(out, sample, version);
    addTimes(out, sample);
    addMailbox(out, sample);
    if (!sample.v().isSource())
        out.whole(u"currentInputWatermark"_s, double(sample.watermark()));
    for (std::size_t i = 0; i < sample.v().chain.size(); ++i)
        addOperator(out, sample, i);
    return std::move(out.metrics);
}

Metrics jobMetricsOf(const Job& job, Instant now, const Version& version)
{
    Collector out;
    const CheckpointLog& log = job.coordinator().log();
    const Record last = log.latestCompleted();
    const auto inState = [&](JobState state) {
        return job.state() == state ? double(now.time_since_epoch().count() - job.entered()[std::size_t(state)]) : 0;
    };
    const bool allRunning = job.traffic().isRunning();
    const double runningSince = inState(JobState::Running);
    out.whole(u"numberOfFailedCheckpoints"_s, double(log.counts().failed));
    out.whole(u"cancellingTime"_s, inState(JobState::Cancelling));
    out.whole(u"lastCheckpointSize"_s, last ? double(last->total(&SubtaskAck::checkpointedSize)) : -1);
    out.put(u"lastCheckpointExternalPath"_s, last ? last->path.toUtf8() : QByteArray("n/a"));
    out.whole(u"totalNumberOfCheckpoints"_s, double(log.counts().total));
    out.whole(u"lastCompletedCheckpointId"_s, last ? double(last->id) : -1);
    const auto& restored = log.latestRestored();
    out.whole(u"lastCheckpointRestoreTimestamp"_s, restored ? double(restored->at.time_since_epoch().count()) : -1);
    out.whole(u"failingTime"_s, inState(JobState::Failing));
    out.whole(u"runningTime"_s, runningSince);
    out.whole(u"uptime"_s, job.state() == JobState::Running ? runningSince : 0);
    out.whole(u"restartingTime"_s, inState(JobState::Restarting));
    out.whole(u"initializingTime"_s, inState(JobState::Initializing));
    out.whole(u"numberOfInProgressCheckpoints"_s, double(log.counts().inProgress));
    out.whole(u"downtime"_s, isTerminal(job.state()) ? -1 : inState(JobState::Restarting));
    out.whole(u"lastCheckpointProcessedData"_s, last ? double(last->total(&SubtaskAck::processed)) : -1);
    out.whole(u"numberOfCompletedCheckpoints"_s, double(log.counts().completed));
    out.whole(u"numRestarts"_s, job.restarts());
    out.whole(u"lastCheckpointFullSize"_s, last ? double(last->total(&SubtaskAck::stateSize)) : -1);
    out.whole(u"deployingTime"_s, allRunning ? 0 : runningSince);
    out.whole(u"createdTime"_s, inState(JobState::Created));
    out.whole(u"lastCheckpointDuration"_s, last ? double(last->duration(now).count()) : -1);
    out.whole(u"lastCheckpointPersistedData"_s, last ? double(last->total(&SubtaskAck::persisted)) : -1);
    if (version.hasOldNames()) {
        out.whole(u"fullRestarts"_s, job.restarts());
    } else {
        out.whole(u"allSubTasksRunningOrFinishedTime"_s, allRunning ? runningSince : 0);
        out.whole(u"lastCheckpointCompletedTimestamp"_s, last ? double(last->ended.time_since_epoch().count()) : -1);
        out.whole(u"lastCheckpointMetadataSize"_s, last ? 9000 : -1);
        out.whole(u"numRescales"_s, job.rescales());
    }
    return std::move(out.metrics);
}

Metrics workerMetricsOf(const JobManager& manager, const Worker& worker)
{
    Collector out;
    const MemoryPlan& memory = manager.workerMemory();
    const Version& version = manager.setup().version;
    addJvm(out, figuresOf(manager, worker), version, false);
    const bool isUsed = std::ranges::any_of(worker.slotOwners, [](const QString& owner) { return !owner.isEmpty(); });
    bool usesManaged = false;
    for (const auto& job : manager.jobs())
        usesManaged = usesManaged || (job->spec().backend == Backend::RocksDb && isUsed);
    out.whole(u"Status.Flink.Memory.Managed.Total"_s, double(memory.managed));
    out.whole(u"Status.Flink.Memory.Managed.Used"_s, usesManaged ? double(memory.managed) : 0);
    const qint64 segments = memory.network / 32768;
    const qint64 used = isUsed ? std::min<qint64>(segments, 12 * worker.slotCount) : 0;
    out.whole(u"Status.Shuffle.Netty.TotalMemorySegments"_s, double(segments));
    out.whole(u"Status.Shuffle.Netty.AvailableMemorySegments"_s, double(segments - used));
    out.whole(u"Status.Shuffle.Netty.UsedMemorySegments"_s, double(used));
    out.whole(u"Status.Shuffle.Netty.TotalMemory"_s, double(segments * 32768));
    out.whole(u"Status.Shuffle.Netty.AvailableMemory"_s, double((segments - used) * 32768));
    out.whole(u"Status.Shuffle.Netty.UsedMemory"_s, double(used * 32768));
    out.whole(u"Status.Shuffle.Netty.RequestedMemoryUsage"_s, segments > 0 ? double(used * 100 / segments) : 0);
    if (version.hasOldNames()) {
        out.whole(u"Status.Network.TotalMemorySegments"_s, double(segments));
        out.whole(u"Status.Network.AvailableMemorySegments"_s, double(segments - used));
    }
    return std::move(out.metrics);
}

Metrics managerMetricsOf(const JobManager& manager)
{
    Collector out;
    addJvm(out, figuresOf(manager), manager.setup().version, true);
    int all = 0;
    int free = 0;
    for (const Worker& worker : manager.workers()) {
        all += worker.slotCount;
        free += int(std::ranges::count(worker.slotOwners, QString()));
    }
    const auto running =
        std::ranges::count_if(manager.jobs(), [](const auto& job) { return !isTerminal(job->state()); });
    out.whole(u"taskSlotsTotal"_s, all);
    out.whole(u"taskSlotsAvailable"_s, free);
    out.whole(u"numRegisteredTaskManagers"_s, double(manager.workers().size()));
    out.whole(u"numPendingTaskManagers"_s, double(manager.pendingWorkers()));
    out.whole(u"numRunningJobs"_s, double(running));
    out.real(u"startWorkFailurePerSecond"_s, 0);
    return std::move(out.metrics);
}

} // namespace sim::flink
