#include "core/sim/flink/rest.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sim::flink {

namespace {

qint64 durationOf(const Task& task, qint64 now)
{
    return task.start() < 0 ? -1 : (task.ended() < 0 ? now : task.ended()) - task.start();
}

/// Flink's statistics of several subtasks: whole numbers, percentiles by commons-math.
void writeSpread(Json& json, QStringView key, const std::vector<qint64>& values)
{
    Statistics all;
    for (const qint64 value : values)
        all.add(value);
    const auto at = [&all](double percent) { return all.isEmpty() ? qint64(0) : qint64(all.percentile(percent)); };
    json.object(key).field(u"p25", at(25)).field(u"min", all.minimum()).field(u"avg", all.average());
    json.field(u"median", at(50)).field(u"max", all.maximum()).field(u"sum", all.sum());
    json.field(u"p95", at(95)).field(u"p75", at(75)).end();
}

std::vector<int> allSubtasks(const Job& job, int vertex)
{
    std::vector<int> all(job.tasks().empty() ? 0 : job.tasks()[std::size_t(vertex)].size());
    std::iota(all.begin(), all.end(), 0);
    return all;
}

struct Io
{
    QStringView name;
    double Counters::*what;
};
constexpr std::array<Io, 7> ioNames{{{u"read-bytes", &Counters::bytesIn},
                                     {u"write-bytes", &Counters::bytesOut},
                                     {u"read-records", &Counters::recordsIn},
                                     {u"write-records", &Counters::recordsOut},
                                     {u"accumulated-backpressured-time", &Counters::heldMs},
                                     {u"accumulated-idle-time", &Counters::idleMs},
                                     {u"accumulated-busy-time", &Counters::busyMs}}};

double rounded(double ratio)
{
    return double(qint64(ratio * 1000 + 0.5)) / 1000;
}

QStringView levelOf(double ratio)
{
    return ratio <= 0.1 ? QStringView(u"ok") : ratio <= 0.5 ? QStringView(u"low") : QStringView(u"high");
}

} // namespace

void Rest::writeEndpoint(Json& json, const Task& task) const
{
    const QString host = task.slot.worker.isEmpty() ? u"(unassigned)"_s : task.slot.host;
    if (m_version.hasOldNames())
        json.field(u"host", host);
    if (m_version.isAtLeast(1, 19))
        json.field(u"endpoint", task.slot.worker.isEmpty() ? u"(unassigned)"_s : task.slot.endpoint());
}

void Rest::writeIo(Json& json, const Job& job, int vertex, const std::vector<int>& subtasks) const
{
    std::array<double, 7> sums{};
    for (const int i : subtasks) {
        for (std::size_t n = 0; n < ioNames.size(); ++n)
            sums[n] += double(qint64(job.traffic().counters(vertex, i).*ioNames[n].what));
    }
    const bool isComplete = !subtasks.empty();
    json.object();
    for (std::size_t n = 0; n < 4; ++n)
        json.field(ioNames[n].name, qint64(sums[n]))
            .field(QString(ioNames[n].name.toString() + u"-complete"_s), isComplete);
    json.field(ioNames[4].name, qint64(sums[4]))
        .field(ioNames[5].name, qint64(sums[5]))
        .field(ioNames[6].name, sums[6]);
    json.end();
}

void Rest::writeSubtask(Json& json, const Job& job, int vertex, int subtask) const
{
    const Task& task = job.tasks()[std::size_t(vertex)][std::size_t(subtask)];
    json.object().field(u"subtask", subtask).field(u"status", text(task.state)).field(u"attempt", task.attempt);
    writeEndpoint(json, task);
    json.field(u"start-time", task.start()).field(u"end-time", task.ended());
    json.field(u"duration", durationOf(task, m_now.time_since_epoch().count())).key(u"metrics");
    writeIo(json, job, vertex, {subtask});
    json.field(u"taskmanager-id", task.slot.worker.isEmpty() ? u"(unassigned)"_s : task.slot.worker);
    json.object(u"status-duration");
    const auto spent = task.spent(m_now);
    for (const TaskState state :
         {TaskState::Deploying, TaskState::Running, TaskState::Created, TaskState::Scheduled, TaskState::Initializing})
        json.field(text(state), spent[std::size_t(state)]);
    json.end().field(u"start_time", task.start()).end();
}

void Rest::writeAggregates(Json& json, const Job& job, int vertex, const std::vector<int>& subtasks) const
{
    json.object(u"aggregated").object(u"metrics");
    for (const std::size_t n : {3, 4, 5, 1, 0, 2, 6}) {
        std::vector<qint64> values;
        for (const int i : subtasks)
            values.push_back(qint64(job.traffic().counters(vertex, i).*ioNames[n].what));
        writeSpread(json, ioNames[n].name, values);
    }
    json.end().object(u"status-duration");
    for (const TaskState state : {TaskState::Created, TaskState::Running, TaskState::Initializing, TaskState::Scheduled,
                                  TaskState::Deploying}) {
        std::vector<qint64> values;
        for (const int i : subtasks) {
            const auto spent = job.tasks()[std::size_t(vertex)][std::size_t(i)].spent(m_now);
            values.push_back(spent[std::size_t(state)]);
        }
        writeSpread(json, text(state), values);
    }
    json.end().end();
}

Reply Rest::vertex(const Call& call)
{
    const Job& job = jobOf(call, {});
    const int v = vertexOf(call, job);
    const Vertex& vertex = job.spec().vertices[std::size_t(v)];
    Json json;
    json.object()
        .field(u"id", hex(vertex.id()))
        .field(u"name", vertex.name())
        .field(u"parallelism", vertex.parallelism);
    json.field(u"maxParallelism", job.spec().maxParallelism).field(u"now", m_now.time_since_epoch().count());
    json.array(u"subtasks");
    const std::vector<int> all = allSubtasks(job, v);
    for (const int i : all)
        writeSubtask(json, job, v, i);
    json.end();
    writeAggregates(json, job, v, all);
    json.end();
    return reply(json);
}

Reply Rest::subtaskTimes(const Call& call)
{
    const Job& job = jobOf(call, {});
    const int v = vertexOf(call, job);
    const qint64 now = m_now.time_since_epoch().count();
    Json json;
    json.object().field(u"id", hex(job.spec().vertices[std::size_t(v)].id()));
    json.field(u"name", job.spec().vertices[std::size_t(v)].name()).field(u"now", now).array(u"subtasks");
    for (const int i : allSubtasks(job, v)) {
        const Task& task = job.tasks()[std::size_t(v)][std::size_t(i)];
        json.object().field(u"subtask", i);
        writeEndpoint(json, task);
        const qint64 since = task.enteredAt(TaskState::Scheduled);
        json.field(u"duration", since > 0 ? (task.ended() < 0 ? now : task.ended()) - since : -1).object(u"timestamps");
        for (std::size_t s = 0; s < taskStateNames.size(); ++s)
            json.field(taskStateNames[s], task.entered[s]);
        json.end().end();
    }
    json.end().end();
    return reply(json);
}

Reply Rest::vertexWorkers(const Call& call)
{
    const Job& job = jobOf(call, {});
    const int v = vertexOf(call, job);
    const qint64 now = m_now.time_since_epoch().count();
    std::map<QString, std::vector<int>> byWorker;
    for (const int i : allSubtasks(job, v))
        byWorker[job.tasks()[std::size_t(v)][std::size_t(i)].slot.worker].push_back(i);
    Json json;
    json.object().field(u"id", hex(job.spec().vertices[std::size_t(v)].id()));
    json.field(u"name", job.spec().vertices[std::size_t(v)].name()).field(u"now", now).array(u"taskmanagers");
    for (const auto& [worker, subtasks] : byWorker) {
        std::vector<Task> tasks;
        qint64 start = std::numeric_limits<qint64>::max();
        qint64 end = -1;
        for (const int i : subtasks) {
            tasks.push_back(job.tasks()[std::size_t(v)][std::size_t(i)]);
            start = std::min(start, tasks.back().start());
            end = std::max(end, tasks.back().ended());
        }
        const Slot& slot = tasks.front().slot;
        const QString endpoint = worker.isEmpty() ? u"(unassigned)"_s : slot.endpoint();
        json.object();
        if (m_version.hasOldNames())
            json.field(u"host", endpoint);
        if (m_version.isAtLeast(1, 19))
            json.field(u"endpoint", endpoint);
        json.field(u"status", text(stateOf(tasks))).field(u"start-time", start).field(u"end-time", end);
        json.field(u"duration", start < 0 ? -1 : (end < 0 ? now : end) - start).key(u"metrics");
        writeIo(json, job, v, subtasks);
        json.object(u"status-counts");
        const auto counts = countStates(tasks);
        for (std::size_t s = 0; s < counts.size(); ++s)
            json.field(taskStateNames[s], counts[s]);
        json.end().field(u"taskmanager-id", worker.isEmpty() ? u"(unassigned)"_s : worker);
        writeAggregates(json, job, v, subtasks);
        json.end();
    }
    json.end().end();
    return reply(json);
}

Reply Rest::backpressure(const Call& call)
{
    const Job& job = jobOf(call, {});
    const int v = vertexOf(call, job);
    const VertexLoad& load = job.traffic().load()[std::size_t(v)];
    double worst = 0;
    for (const SubtaskLoad& subtask : load.subtasks)
        worst = std::max(worst, subtask.held);
    Json json;
    const bool isKnown = m_manager.hasMetrics(job.id());
    json.object().field(u"status", isKnown ? u"ok"_s : u"deprecated"_s);
    if (isKnown) {
        json.field(u"backpressureLevel", levelOf(worst)).field(u"end-timestamp", m_now.time_since_epoch().count());
        json.array(u"subtasks");
        for (std::size_t i = 0; i < load.subtasks.size(); ++i) {
            const SubtaskLoad& subtask = load.subtasks[i];
            json.object().field(u"subtask", i).field(u"backpressureLevel", levelOf(subtask.held));
            json.field(u"ratio", rounded(subtask.held)).field(u"idleRatio", rounded(subtask.idle));
            json.field(u"busyRatio", rounded(subtask.busy)).field(u"backpressure-level", levelOf(subtask.held)).end();
        }
        json.end().field(u"backpressure-level", levelOf(worst));
    }
    json.end();
    return reply(json);
}

Reply Rest::watermarks(const Call& call)
{
    const Job& job = jobOf(call, {});
    const int v = vertexOf(call, job);
    Json json;
    json.array();
    for (const int i : allSubtasks(job, v)) {
        for (const Metric& metric : subtaskMetricsOf(job, v, i, m_now, m_version)) {
            if (metric.id == u"currentInputWatermark")
                json.object()
                    .field(u"id", u"%1.currentInputWatermark"_s.arg(i))
                    .field(u"value", QString::fromLatin1(metric.value))
                    .end();
        }
    }
    json.end();
    return reply(json);
}

Reply Rest::subtask(const Call& call)
{
    const Job& job = jobOf(call, {});
    const int v = vertexOf(call, job);
    Json json;
    writeSubtask(json, job, v, subtaskOf(call, job, v));
    return reply(json);
}

Reply Rest::subtaskAttempt(const Call& call)
{
    const Job& job = jobOf(call, {});
    const int v = vertexOf(call, job);
    const int i = subtaskOf(call, job, v);
    if (call.argument(3) != QString::number(job.tasks()[std::size_t(v)][std::size_t(i)].attempt))
        refuse(
            404, u"Invalid attempt num %1"_s.arg(call.argument(3)),
            u"org.apache.flink.runtime.rest.handler.job.AbstractSubtaskAttemptHandler.handleRequest(AbstractSubtaskAttemptHandler.java:117)"_s);
    Json json;
    writeSubtask(json, job, v, i);
    return reply(json);
}

} // namespace sim::flink
