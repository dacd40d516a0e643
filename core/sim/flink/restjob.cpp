#include "core/sim/flink/rest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::flink {

namespace {

QStringView shipText(Ship ship)
{
    switch (ship) {
    case Ship::Forward:
        return u"FORWARD";
    case Ship::Rebalance:
        return u"REBALANCE";
    case Ship::Hash:
        return u"HASH";
    case Ship::Broadcast:
        return u"BROADCAST";
    }
    return {};
}

/// As the web interface shows a chain: HTML, each operator a line, indented below the one before.
QString descriptionOf(const Vertex& vertex)
{
    QString text;
    for (std::size_t i = 0; i < vertex.chain.size(); ++i) {
        if (i > 0)
            text += u"   "_s.repeated(qsizetype(i) - 1) + u"+- "_s;
        text += vertex.chain[i].name.toHtmlEscaped() + u"<br/>"_s;
    }
    return text;
}

/// 1000 ms are PT1S.
QString isoText(std::chrono::milliseconds duration)
{
    const qint64 ms = duration.count();
    const qint64 hours = ms / 3'600'000;
    const qint64 minutes = ms / 60'000 % 60;
    QString text = u"PT"_s;
    if (hours > 0)
        text += QString::number(hours) + u'H';
    if (minutes > 0)
        text += QString::number(minutes) + u'M';
    if (ms % 60'000 != 0 || ms == 0)
        text += QString::number(double(ms % 60'000) / 1000) + u'S';
    return text;
}

QString descriptionOf(const Restarting& r)
{
    constexpr double jitter = 0.1; // the default
    switch (r.strategy) {
    case Restarting::Strategy::None:
        return u"Restart deactivated."_s;
    case Restarting::Strategy::FixedDelay:
        return u"Restart with fixed delay (%1). #%2 restart attempts."_s.arg(isoText(r.delay)).arg(r.attempts);
    case Restarting::Strategy::FailureRate:
        return u"Failure rate restart with maximum of %1 failures within interval %2 and fixed delay %3."_s
            .arg(r.attempts)
            .arg(isoText(r.interval), isoText(r.delay));
    case Restarting::Strategy::ExponentialDelay:
        return u"Restart with exponential delay: starting at %1, increasing by %2, with maximum %3. Delay resets after "
               u"%4 with jitter %5"_s.arg(isoText(r.delay), QString::number(r.factor, 'f', 6), isoText(r.highestDelay),
                                          isoText(r.calmAfter), QString::number(jitter, 'f', 6));
    }
    return {};
}

qint64 durationOf(qint64 start, qint64 end, qint64 now)
{
    return start < 0 ? -1 : (end < 0 ? now : end) - start;
}

void writeTaskCounts(Json& json, QStringView key, const std::array<int, 10>& counts)
{
    json.object(key);
    for (std::size_t s = 0; s < counts.size(); ++s)
        json.field(taskStateNames[s], counts[s]);
    json.end();
}

} // namespace

Reply Rest::jobs(const Call&)
{
    Json json;
    json.object().array(u"jobs");
    for (const auto& job : m_manager.jobs())
        json.object().field(u"id", job->id()).field(u"status", text(job->state())).end();
    json.end().end();
    return reply(json);
}

Reply Rest::jobsOverview(const Call&)
{
    Json json;
    const qint64 now = m_now.time_since_epoch().count();
    json.object().array(u"jobs");
    for (const auto& job : m_manager.jobs()) {
        json.object().field(u"jid", job->id()).field(u"name", job->spec().name);
        json.field(u"start-time", job->startTime()).field(u"end-time", job->endTime());
        json.field(u"duration", durationOf(job->startTime(), job->endTime(), now));
        json.field(u"state", text(job->state())).field(u"last-modification", job->lastModified());
        std::array<int, 10> counts{};
        int total = 0;
        for (const auto& vertex : job->tasks()) {
            const auto states = countStates(vertex);
            for (std::size_t s = 0; s < counts.size(); ++s)
                counts[s] += states[s];
            total += int(vertex.size());
        }
        const auto count = [&counts](TaskState state) { return counts[std::size_t(state)]; };
        json.object(u"tasks")
            .field(u"running", count(TaskState::Running))
            .field(u"canceling", count(TaskState::Canceling));
        json.field(u"canceled", count(TaskState::Canceled)).field(u"total", total);
        json.field(u"created", count(TaskState::Created)).field(u"scheduled", count(TaskState::Scheduled));
        json.field(u"deploying", count(TaskState::Deploying)).field(u"reconciling", count(TaskState::Reconciling));
        json.field(u"finished", count(TaskState::Finished)).field(u"initializing", count(TaskState::Initializing));
        json.field(u"failed", count(TaskState::Failed)).end();
        if (!m_version.hasOldNames())
            json.field(u"pending-operators", 0);
        if (m_version.isAtLeast(2, 3)) {
            json.field(u"schedulerType", job->spec().scheduler == Scheduler::Adaptive ? u"Adaptive"_s : u"Default"_s);
            json.field(u"jobType", u"STREAMING"_s);
        }
        json.end();
    }
    json.end().end();
    return reply(json);
}

void Rest::writePlan(Json& json, const JobSpec& spec, const QString& jobId) const
{
    json.object().field(u"jid", jobId).field(u"name", spec.name).field(u"type", u"STREAMING"_s).array(u"nodes");
    for (std::size_t v = spec.vertices.size(); v-- > 0;) {
        const Vertex& vertex = spec.vertices[v];
        json.object().field(u"id", hex(vertex.id())).field(u"parallelism", vertex.parallelism);
        json.field(u"operator", QString()).field(u"operator_strategy", QString());
        json.field(u"description", descriptionOf(vertex));
        if (!vertex.isSource()) {
            json.array(u"inputs");
            for (std::size_t i = 0; i < vertex.inputs.size(); ++i) {
                const Input& input = vertex.inputs[i];
                json.object().field(u"num", i).field(u"id", hex(spec.vertices[std::size_t(input.vertex)].id()));
                json.field(u"ship_strategy", shipText(input.ship)).field(u"exchange", u"pipelined_bounded"_s).end();
            }
            json.end();
        }
        json.object(u"optimizer_properties").end().end();
    }
    json.end().end();
}

void Rest::writeVertex(Json& json, const Job& job, int vertex) const
{
    const Vertex& v = job.spec().vertices[std::size_t(vertex)];
    const std::vector<Task> none;
    const std::vector<Task>& tasks = job.tasks().empty() ? none : job.tasks()[std::size_t(vertex)];
    qint64 start = -1;
    qint64 end = -1;
    bool isOver = !tasks.empty();
    std::vector<int> all;
    for (int i = 0; i < int(tasks.size()); ++i) {
        const Task& task = tasks[std::size_t(i)];
        if (task.start() > 0)
            start = start < 0 ? task.start() : std::min(start, task.start());
        end = std::max(end, task.ended());
        isOver = isOver && task.ended() >= 0;
        all.push_back(i);
    }
    end = isOver ? end : -1;
    json.object().field(u"id", hex(v.id()));
    if (m_version.isAtLeast(1, 20))
        json.field(u"slotSharingGroupId", job.slotSharingGroup());
    json.field(u"name", v.name()).field(u"maxParallelism", job.spec().maxParallelism);
    json.field(u"parallelism", v.parallelism);
    json.field(u"status", text(tasks.empty() ? TaskState::Created : stateOf(tasks)));
    json.field(u"start-time", start).field(u"end-time", end);
    json.field(u"duration", durationOf(start, end, m_now.time_since_epoch().count()));
    writeTaskCounts(json, u"tasks", countStates(tasks));
    json.key(u"metrics");
    writeIo(json, job, vertex, all);
    json.end();
}

Reply Rest::jobDetails(const Call& call)
{
    const Job& job = jobOf(call, {});
    const qint64 now = m_now.time_since_epoch().count();
    Json json;
    json.object().field(u"jid", job.id()).field(u"name", job.spec().name).field(u"isStoppable", false);
    json.field(u"state", text(job.state()));
    if (m_version.isAtLeast(1, 20))
        json.field(u"job-type", u"STREAMING"_s);
    json.field(u"start-time", job.startTime()).field(u"end-time", job.endTime());
    json.field(u"duration", durationOf(job.startTime(), job.endTime(), now)).field(u"maxParallelism", -1);
    json.field(u"now", now).object(u"timestamps");
    for (std::size_t s = 0; s < jobStateNames.size(); ++s)
        json.field(jobStateNames[s], job.entered()[s]);
    json.end().array(u"vertices");
    std::array<int, 10> counts{};
    for (int v = 0; v < int(job.spec().vertices.size()) && job.hasGraph(); ++v) {
        writeVertex(json, job, v);
        const TaskState state = job.tasks().empty() ? TaskState::Created : stateOf(job.tasks()[std::size_t(v)]);
        ++counts[std::size_t(state)];
    }
    json.end();
    writeTaskCounts(json, u"status-counts", counts);
    json.key(u"plan");
    if (job.hasGraph())
        writePlan(json, job.spec(), job.id());
    else
        json.object().end();
    if (!m_version.hasOldNames())
        json.field(u"pending-operators", 0);
    if (m_version.isAtLeast(2, 3))
        json.field(u"schedulerType", job.spec().scheduler == Scheduler::Adaptive ? u"Adaptive"_s : u"Default"_s);
    json.end();
    return reply(json);
}

Reply Rest::jobPlan(const Call& call)
{
    const Job& job = jobOf(call, {});
    Json json;
    json.object().key(u"plan");
    writePlan(json, job.spec(), job.id());
    json.end();
    return reply(json);
}

Reply Rest::jobStatus(const Call& call)
{
    const Job* job = m_manager.job(jobIdOf(call));
    if (!job)
        refuseUnknownJob(call.argument(0));
    Json json;
    json.object().field(u"status", text(job->state())).end();
    return reply(json);
}

Reply Rest::jobConfig(const Call& call)
{
    const Job& job = jobOf(call, {});
    Json json;
    json.object().field(u"jid", job.id()).field(u"name", job.spec().name).object(u"execution-config");
    if (m_version.hasOldNames())
        json.field(u"execution-mode", u"PIPELINED"_s);
    // Flink 2 reads it from the configuration, 1.x from what the program itself has set.
    const bool isSet = !m_version.hasOldNames() && m_manager.setup().configuration.text(u"restart-strategy.type");
    json.field(u"restart-strategy",
               isSet ? descriptionOf(job.spec().restarting) : u"Cluster level default restart strategy"_s);
    json.field(u"job-parallelism", job.spec().slotsNeeded()).field(u"object-reuse-mode", false);
    json.object(u"user-config").end().end().end();
    return reply(json);
}

void Rest::writeFailureEntry(Json& json, const Failure& failure, bool isNested) const
{
    json.object().field(u"exceptionName", failure.what.className());
    json.field(u"stacktrace", failure.what.stackTrace());
    json.field(u"timestamp", failure.at.time_since_epoch().count());
    if (m_version.isAtLeast(1, 18))
        json.object(u"failureLabels").end();
    if (!failure.task.isEmpty()) {
        json.field(u"taskName", failure.task);
        if (m_version.hasOldNames())
            json.field(u"location", failure.endpoint);
        if (m_version.isAtLeast(1, 19))
            json.field(u"endpoint", failure.endpoint);
        json.field(u"taskManagerId", failure.taskManager);
    }
    if (!isNested) {
        json.array(u"concurrentExceptions");
        for (const Failure& other : failure.concurrent)
            writeFailureEntry(json, other, true);
        json.end();
    }
    json.end();
}

Reply Rest::jobExceptions(const Call& call)
{
    const Job& job = jobOf(call, {});
    bool isLimited = false;
    const int limit = call.query.queryItemValue(u"maxExceptions"_s).toInt(&isLimited);
    const std::size_t most = isLimited ? std::size_t(std::max(0, limit)) : 20;
    const auto& failures = job.failures();
    Json json;
    json.object();
    if (m_version.hasOldNames()) {
        json.key(u"root-exception");
        if (failures.empty())
            json.null().key(u"timestamp").null();
        else
            json.value(failures.front().what.stackTrace())
                .field(u"timestamp", failures.front().at.time_since_epoch().count());
        json.array(u"all-exceptions");
        for (std::size_t v = 0; v < job.tasks().size() && !failures.empty(); ++v) {
            for (std::size_t i = 0; i < job.tasks()[v].size(); ++i) {
                const Task& task = job.tasks()[v][i];
                if (task.state != TaskState::Failed)
                    continue;
                const Failure& last = failures.front();
                json.object().field(u"exception", last.what.root().stackTrace());
                json.field(u"task",
                           u"%1 (%2/%3)"_s.arg(job.spec().vertices[v].name()).arg(i + 1).arg(job.tasks()[v].size()));
                json.field(u"location", task.slot.endpoint()).field(u"endpoint", task.slot.endpoint());
                json.field(u"timestamp", task.ended()).field(u"taskManagerId", task.slot.worker).end();
            }
        }
        json.end().field(u"truncated", false);
    }
    json.object(u"exceptionHistory").array(u"entries");
    for (std::size_t i = 0; i < std::min(most, failures.size()); ++i)
        writeFailureEntry(json, failures[i], false);
    json.end().field(u"truncated", failures.size() > most).end().end();
    return reply(json);
}

Reply Rest::jobResult(const Call& call)
{
    const Job* job = m_manager.job(jobIdOf(call));
    if (!job)
        refuse(
            404,
            u"org.apache.flink.runtime.rest.handler.RestHandlerException: "
            u"org.apache.flink.runtime.messages.FlinkJobNotFoundException: Could not find Flink job (%1)"_s.arg(
                call.argument(0)),
            u"org.apache.flink.runtime.rest.handler.job.JobExecutionResultHandler.propagateException(JobExecutionResultHandler.java:141)"_s);
    Json json;
    json.object().object(u"status").field(u"id", isTerminal(job->state()) ? u"COMPLETED"_s : u"IN_PROGRESS"_s).end();
    if (isTerminal(job->state())) {
        const JobState state = job->state();
        json.object(u"job-execution-result").field(u"id", job->id());
        json.field(u"application-status", state == JobState::Finished ? u"SUCCEEDED"_s
                                          : state == JobState::Failed ? u"FAILED"_s
                                                                      : u"CANCELED"_s);
        json.object(u"accumulator-results").end().field(u"net-runtime", job->endTime() - job->startTime());
        if (state == JobState::Failed && !job->failures().empty())
            writeFailure(json, u"failure-cause", job->failures().front().what);
        json.end();
    }
    json.end();
    return reply(json);
}

Reply Rest::jobLogUrl(const Call& call)
{
    jobOf(call, {});
    Json json;
    json.object().field(u"url", u"http://%1:8081/#/job-manager/logs"_s.arg(m_manager.setup().ip)).end();
    return reply(json);
}

Reply Rest::requirements(const Call& call)
{
    const Job* found = m_manager.job(jobIdOf(call));
    if (!found || isTerminal(found->state()))
        refuseUnknownJob(call.argument(0));
    const Job& job = *found;
    if (job.spec().scheduler != Scheduler::Adaptive)
        refuseInternal(u"java.lang.UnsupportedOperationException: The DefaultScheduler does not support changing the "
                       u"parallelism without a job restart. This feature is currently only expected to work with the "
                       u"AdaptiveScheduler."_s);
    Json json;
    json.object();
    for (std::size_t v = 0; v < job.bounds().size(); ++v) {
        json.object(hex(job.spec().vertices[v].id())).object(u"parallelism");
        json.field(u"lowerBound", job.bounds()[v].lower).field(u"upperBound", job.bounds()[v].upper).end().end();
    }
    json.end();
    return reply(json);
}

} // namespace sim::flink
