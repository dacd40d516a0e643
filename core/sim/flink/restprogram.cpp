#include "core/sim/flink/flamegraph.h"
#include "core/sim/flink/rest.h"

#include <QJsonDocument>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What REST tells of the program itself: its accumulators, its stacks; and the door through which clients hand one in.
namespace sim::flink {

namespace {

constexpr Duration sampling = 5s;    ///< 100 samples, 50 ms apart
constexpr Duration refreshing = 60s; ///< rest.flamegraph.refresh-interval

std::vector<int> upTo(std::size_t count)
{
    std::vector<int> all(count);
    std::iota(all.begin(), all.end(), 0);
    return all;
}

void writeFrame(Json& json, const Frame& frame)
{
    json.object().field(u"name", frame.name).field(u"value", frame.count).array(u"children");
    for (const Frame& child : frame.children)
        writeFrame(json, child);
    json.end().end();
}

} // namespace

/// Sums over the subtasks, or one of them where `subtask` is not negative.
void Rest::writeAccumulators(Json& json, const Job& job, const std::vector<int>& vertices, int subtask) const
{
    for (const int v : vertices) {
        for (const QString& name : job.spec().vertices[std::size_t(v)].counters) {
            double sum = 0;
            for (int i = 0; !job.tasks().empty() && i < int(job.tasks()[std::size_t(v)].size()); ++i) {
                if (subtask < 0 || subtask == i)
                    sum += job.traffic().counters(v, i).taken;
            }
            json.object().field(u"name", name).field(u"type", u"LongCounter");
            json.field(u"value", QString::number(qint64(sum))).end();
        }
    }
}

Reply Rest::jobAccumulators(const Call& call)
{
    const Job& job = jobOf(call, {});
    Json json;
    json.object().array(u"job-accumulators").end().array(u"user-task-accumulators");
    writeAccumulators(json, job, upTo(job.spec().vertices.size()), -1);
    json.end().object(u"serialized-user-task-accumulators").end().end();
    return reply(json);
}

Reply Rest::vertexAccumulators(const Call& call)
{
    const Job& job = jobOf(call, {});
    const int v = vertexOf(call, job);
    Json json;
    json.object().field(u"id", call.argument(1)).array(u"user-accumulators");
    writeAccumulators(json, job, {v}, -1);
    json.end().end();
    return reply(json);
}

Reply Rest::subtasksAccumulators(const Call& call)
{
    const Job& job = jobOf(call, {});
    const int v = vertexOf(call, job);
    Json json;
    json.object().field(u"id", call.argument(1)).field(u"parallelism", job.spec().vertices[std::size_t(v)].parallelism);
    json.array(u"subtasks");
    const std::size_t count = job.tasks().empty() ? 0 : job.tasks()[std::size_t(v)].size();
    for (const int i : upTo(count)) {
        const Task& task = job.tasks()[std::size_t(v)][std::size_t(i)];
        json.object().field(u"subtask", i).field(u"attempt", task.attempt);
        writeEndpoint(json, task);
        json.array(u"user-accumulators");
        writeAccumulators(json, job, {v}, i);
        json.end().end();
    }
    json.end().end();
    return reply(json);
}

Reply Rest::subtaskAccumulators(const Call& call)
{
    const Job& job = jobOf(call, {});
    const int v = vertexOf(call, job);
    const int i = subtaskOf(call, job, v);
    Json json;
    json.object().field(u"subtask", i).field(u"attempt", call.argument(3).toInt());
    json.field(u"id", u"%1_%2_%3_%4"_s.arg(job.attemptPrefix(), call.argument(1)).arg(i).arg(call.argument(3)));
    json.array(u"user-accumulators");
    writeAccumulators(json, job, {v}, i);
    json.end().end();
    return reply(json);
}

Reply Rest::flameGraph(const Call& call)
{
    const Job& job = jobOf(call, {});
    const int v = vertexOf(call, job);
    const auto without = [](int why) {
        Json json;
        json.object().field(u"endTimestamp", why).end();
        return reply(json);
    };
    if (!m_manager.setup().configuration.isOn(u"rest.flamegraph.enabled"_s, false))
        return without(-2);
    const QString type = call.query.queryItemValue(u"type"_s).toUpper();
    if (job.tasks().empty() || isTerminal(job.state()))
        return without(-1);
    std::vector<int> subtasks = upTo(job.tasks()[std::size_t(v)].size());
    bool isNumber = false;
    const int index = call.query.queryItemValue(u"subtaskindex"_s).toInt(&isNumber);
    if (isNumber && index >= int(subtasks.size()))
        return without(-1);
    if (isNumber)
        subtasks = {index};
    // All kinds come from the same samples.
    const Instant first = m_manager.firstAsked(u"flames "_s + job.id() + call.argument(1)) + sampling;
    if (m_now < first)
        return without(-3);
    const Instant taken = m_now - (m_now - first) % refreshing;
    const SampledThreads which = type == u"ON_CPU"    ? SampledThreads::OnCpu
                                 : type == u"OFF_CPU" ? SampledThreads::OffCpu
                                                      : SampledThreads::All;
    Json json;
    json.object().field(u"endTimestamp", taken.time_since_epoch().count()).key(u"data");
    writeFrame(json, flameGraphOf(job, v, subtasks, which));
    json.end();
    return reply(json);
}

/// Job graphs are Java objects: none that comes from outside can be read here, as Flink cannot read one of another
/// release.
Reply Rest::submitGraph(const Call& call)
{
    const QString frame =
        u"org.apache.flink.runtime.rest.handler.job.JobSubmitHandler.handleRequest(JobSubmitHandler.java:100)"_s;
    const QByteArray type = header(call.request.headers, "content-type").toLower();
    if (!type.startsWith("multipart/form-data")) {
        const QJsonDocument body = QJsonDocument::fromJson(call.request.body);
        if (!body.isObject())
            refuse(
                400, u"Request did not match expected format JobSubmitRequestBody."_s,
                u"org.apache.flink.runtime.rest.handler.AbstractHandler.respondAsLeader(AbstractHandler.java:165)"_s);
        if (!body["jobGraphFileName"_L1].isString())
            refuse(400, u"The jobGraphFileName field must not be omitted or be null."_s, frame);
        refuse(400, u"The number of uploaded files was lower than the expected count. Expected: 1 Actual 0"_s, frame);
    }
    refuse(400, u"Failed to deserialize JobGraph."_s, frame);
}

} // namespace sim::flink
