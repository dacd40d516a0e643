#include "core/sim/operator/flinkservice.h"

#include "core/sim/world/path.h"

#include <QJsonArray>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

using namespace std::chrono_literals;

/// Flink's client (RestClusterClient) asks how far an operation is after a pause that doubles.
constexpr Duration firstPoll = 10ms;
constexpr Duration longestPoll = 2s;

JobOverview overviewOf(const QJsonObject& job)
{
    const QJsonObject tasks = job[u"tasks"].toObject();
    const int running = tasks[u"running"].toInt() + tasks[u"finished"].toInt();
    QString state = job[u"state"].toString();
    if (state == u"RUNNING" && running != tasks[u"total"].toInt())
        state = u"CREATED"_s;
    return {job[u"jid"].toString(), job[u"name"].toString(), state, job[u"start-time"].toInteger(),
            job[u"last-modification"].toInteger()};
}

QString firstLine(const QString& text)
{
    return text.section(u'\n', 0, 0).trimmed();
}

/// A failure that came over REST, as Java prints the object made of it: the class stands there once more.
QString problemOf(const QJsonObject& cause)
{
    const QString type = cause[u"class"].toString();
    const QString line = firstLine(cause[u"stack-trace"].toString());
    return type.isEmpty() ? line : type + ": "_L1 + line;
}

/// Without the wrappers of Java's futures.
QString innermost(QString text)
{
    const QString wrapper = u"java.util.concurrent.CompletionException: "_s;
    while (text.startsWith(wrapper))
        text = text.mid(wrapper.size());
    return text;
}

QString formatText(FlinkService::Format format)
{
    return format == FlinkService::Format::Native ? u"NATIVE"_s : u"CANONICAL"_s;
}

/// The operator's exception when a savepoint on the way to an upgrade fails.
Failure savepointFailure(const QString& problem)
{
    Failure failure = Failure::upgrade(u"SavepointError"_s, u"Savepoint Error"_s);
    const QString wrapper = u"java.util.concurrent.CompletionException: "_s;
    failure.causes = {{u"java.util.concurrent.ExecutionException"_s, problem}};
    if (problem.startsWith(wrapper))
        failure.causes.push_back({u"org.apache.flink.util.SerializedThrowable"_s, problem.mid(wrapper.size())});
    failure.event = u"Savepoint Error -> "_s + problem;
    if (const QString inner = innermost(problem); inner != problem)
        failure.event += u" -> "_s + inner;
    return failure;
}

CheckpointSummary summaryOf(const QJsonObject& statistics)
{
    CheckpointSummary summary;
    qint64 newest = -1;
    for (const QStringView kind : {u"completed", u"savepoint", u"restored"}) {
        const QJsonObject one = at(statistics, {u"latest", kind}).toObject();
        const QString path = one[u"external_path"].toString();
        if (!path.isEmpty() && one[u"id"].toInteger(-1) > newest) {
            newest = one[u"id"].toInteger();
            summary.latestPath = path;
        }
    }
    const QJsonObject completed = at(statistics, {u"latest", u"completed"}).toObject();
    if (!completed.isEmpty()) {
        summary.latestCompleted = completed[u"latest_ack_timestamp"].toInteger();
        summary.stateSize = completed[u"state_size"].toInteger(-1);
    }
    for (const QJsonValue& value : statistics[u"history"].toArray()) {
        if (value.toObject()[u"status"] == u"IN_PROGRESS"_s)
            summary.pendingSince = value.toObject()[u"trigger_timestamp"].toInteger();
    }
    summary.completed = at(statistics, {u"counts", u"completed"}).toInteger();
    return summary;
}

} // namespace

FlinkService::FlinkService(Clock& clock, Rest& rest)
    : m_clock(clock)
    , m_rest(rest)
{
}

void FlinkService::listJobs(const Cluster& cluster, std::function<void(std::optional<QList<JobOverview>>)> done)
{
    m_rest.get(cluster, u"/jobs/overview"_s, [done = std::move(done)](const RestAnswer& answer) {
        if (!answer.isOk()) {
            done({});
            return;
        }
        QList<JobOverview> jobs;
        for (const QJsonValue& job : answer.body[u"jobs"].toArray())
            jobs.append(overviewOf(job.toObject()));
        done(jobs);
    });
}

void FlinkService::findJob(const Cluster& cluster, const QString& jobId,
                           std::function<void(std::optional<std::optional<JobOverview>>)> done)
{
    listJobs(cluster, [jobId, done = std::move(done)](const std::optional<QList<JobOverview>>& jobs) {
        if (!jobs) {
            done({});
            return;
        }
        for (const JobOverview& job : *jobs) {
            if (job.id == jobId) {
                done(std::optional(job));
                return;
            }
        }
        done(std::optional<JobOverview>());
    });
}

void FlinkService::failures(const Cluster& cluster, const QString& jobId,
                            std::function<void(std::optional<QList<JobFailure>>)> done)
{
    m_rest.get(cluster, u"/jobs/"_s + jobId + "/exceptions"_L1, [done = std::move(done)](const RestAnswer& answer) {
        if (!answer.isOk()) {
            done({});
            return;
        }
        QList<JobFailure> found;
        for (const QJsonValue& value : at(answer.body, {u"exceptionHistory", u"entries"}).toArray()) {
            const QJsonObject entry = value.toObject();
            found.append({entry[u"timestamp"].toInteger(), entry[u"stacktrace"].toString(),
                          entry[u"taskName"].toString(), entry[u"endpoint"].toString(),
                          entry[u"taskManagerId"].toString()});
        }
        if (const QString root = answer.body[u"root-exception"].toString(); found.isEmpty() && !root.isEmpty())
            found.append({answer.body[u"timestamp"].toInteger(), root, {}, {}, {}});
        done(found);
    });
}

void FlinkService::checkpoints(const Cluster& cluster, const QString& jobId,
                               std::function<void(std::optional<CheckpointSummary>)> done)
{
    m_rest.get(cluster, u"/jobs/"_s + jobId + "/checkpoints"_L1, [done = std::move(done)](const RestAnswer& answer) {
        done(answer.isOk() ? std::optional(summaryOf(answer.body)) : std::nullopt);
    });
}

void FlinkService::overview(const Cluster& cluster, std::function<void(std::optional<QJsonObject>)> done)
{
    m_rest.get(cluster, u"/config"_s, [this, cluster, done = std::move(done)](const RestAnswer& configuration) {
        if (!configuration.isOk()) {
            done({});
            return;
        }
        m_rest.get(cluster, u"/overview"_s, [done, known = configuration.body](const RestAnswer& answer) {
            QJsonObject all = known;
            for (auto entry = answer.body.begin(); entry != answer.body.end(); ++entry)
                all[entry.key()] = entry.value();
            done(answer.isOk() ? std::optional(all) : std::nullopt);
        });
    });
}

void FlinkService::restarts(const Cluster& cluster, const QString& jobId, std::function<void(std::optional<int>)> done)
{
    m_rest.get(cluster, u"/jobs/"_s + jobId + "/metrics?get=numRestarts"_L1,
               [done = std::move(done)](const RestAnswer& answer) {
                   const QJsonArray metrics = answer.body[u"list"].toArray();
                   if (!answer.isOk() || metrics.isEmpty())
                       done({});
                   else
                       done(int(metrics.at(0).toObject()[u"value"].toString().toDouble()));
               });
}

void FlinkService::trigger(const Cluster& cluster, const QString& path, const QJsonObject& body,
                           std::function<void(const QString&, const QString&)> done)
{
    m_rest.send("POST", cluster, path, body, [done = std::move(done)](const RestAnswer& answer) {
        if (answer.isOk())
            done(answer.body[u"request-id"].toString(), {});
        else
            done({}, firstLine(answer.problem.isEmpty() ? u"java.util.concurrent.TimeoutException"_s : answer.problem));
    });
}

void FlinkService::result(const Cluster& cluster, const QString& path, std::function<void(OperationResult)> done)
{
    m_rest.get(cluster, path, [done = std::move(done)](const RestAnswer& answer) {
        if (answer.kind == RestAnswer::Kind::TimedOut) {
            done({OperationResult::State::Unreachable, {}, answer.problem});
            return;
        }
        if (!answer.isOk()) {
            done({OperationResult::State::Failed, {}, firstLine(answer.problem)});
            return;
        }
        if (at(answer.body, {u"status", u"id"}) != u"COMPLETED"_s) {
            done({OperationResult::State::InProgress, {}, {}});
            return;
        }
        const QJsonObject operation = answer.body[u"operation"].toObject();
        // Of a checkpoint the key is another one.
        const QJsonValue told = operation[u"failure-cause"];
        const QJsonObject cause = (told.isObject() ? told : operation[u"failureCause"]).toObject();
        if (!cause.isEmpty())
            done({OperationResult::State::Failed, {}, problemOf(cause)});
        else
            done({OperationResult::State::Completed, operation[u"location"].toString(), {}});
    });
}

void FlinkService::stopWithSavepoint(const Cluster& cluster, const QString& jobId, const QString& directory,
                                     Format format, bool drain,
                                     std::function<void(std::variant<QString, Failure>)> done)
{
    const QJsonObject body{
        {u"targetDirectory"_s, directory}, {u"drain"_s, drain}, {u"formatType"_s, formatText(format)}};
    trigger(cluster, u"/jobs/"_s + jobId + "/stop"_L1, body,
            [this, cluster, jobId, done = std::move(done)](const QString& triggerId, const QString& problem) {
                if (triggerId.isEmpty())
                    done(savepointFailure(problem));
                else
                    awaitStop(cluster, jobId, triggerId, firstPoll, done);
            });
}

void FlinkService::awaitStop(const Cluster& cluster, const QString& jobId, const QString& triggerId, Duration pause,
                             std::function<void(std::variant<QString, Failure>)> done)
{
    savepointResult(cluster, jobId, triggerId, [=, this, done = std::move(done)](const OperationResult& result) {
        switch (result.state) {
        case OperationResult::State::InProgress:
            m_clock.after(pause,
                          [=, this] { awaitStop(cluster, jobId, triggerId, std::min(2 * pause, longestPoll), done); });
            return;
        case OperationResult::State::Completed:
            done(result.location);
            return;
        case OperationResult::State::Failed:
        case OperationResult::State::Unreachable:
            done(savepointFailure(result.problem));
            return;
        }
    });
}

void FlinkService::cancel(const Cluster& cluster, const QString& jobId, std::function<void()> done)
{
    m_rest.send("PATCH", cluster, u"/jobs/"_s + jobId + "?mode=cancel"_L1, {},
                [done = std::move(done)](const RestAnswer&) { done(); });
}

void FlinkService::triggerSavepoint(const Cluster& cluster, const QString& jobId, const QString& directory,
                                    Format format, std::function<void(const QString&, const QString&)> done)
{
    QJsonObject body{{u"cancel-job"_s, false}, {u"formatType"_s, formatText(format)}};
    if (!directory.isEmpty())
        body[u"target-directory"_s] = directory;
    trigger(cluster, u"/jobs/"_s + jobId + "/savepoints"_L1, body, std::move(done));
}

void FlinkService::triggerCheckpoint(const Cluster& cluster, const QString& jobId,
                                     std::function<void(const QString&, const QString&)> done)
{
    trigger(cluster, u"/jobs/"_s + jobId + "/checkpoints"_L1, {{u"checkpointType"_s, u"FULL"_s}}, std::move(done));
}

void FlinkService::savepointResult(const Cluster& cluster, const QString& jobId, const QString& triggerId,
                                   std::function<void(OperationResult)> done)
{
    result(cluster, u"/jobs/"_s + jobId + "/savepoints/"_L1 + triggerId, std::move(done));
}

void FlinkService::checkpointResult(const Cluster& cluster, const QString& jobId, const QString& triggerId,
                                    std::function<void(OperationResult)> done)
{
    result(cluster, u"/jobs/"_s + jobId + "/checkpoints/"_L1 + triggerId, std::move(done));
}

void FlinkService::disposeSavepoint(const Cluster& cluster, const QString& path,
                                    std::function<void(OperationResult)> done)
{
    trigger(cluster, u"/savepoint-disposal"_s, {{u"savepoint-path"_s, path}},
            [this, cluster, done = std::move(done)](const QString& triggerId, const QString& problem) {
                if (triggerId.isEmpty())
                    done({OperationResult::State::Failed, {}, problem});
                else
                    result(cluster, u"/savepoint-disposal/"_s + triggerId, done);
            });
}

void FlinkService::submit(const Cluster& cluster, const QString& jarUri, const QJsonObject& run,
                          std::function<void(std::variant<QString, Failure>)> done)
{
    const QString fileName = jarUri.section(u'/', -1);
    const auto failed = [](const RestAnswer& answer) {
        return Failure::unexpected(
            {u"org.apache.flink.util.FlinkRuntimeException"_s,
             answer.problem.isEmpty() ? u"java.util.concurrent.TimeoutException"_s : firstLine(answer.problem)});
    };
    m_rest.upload(cluster, fileName, [this, cluster, run, failed, done = std::move(done)](const RestAnswer& uploaded) {
        if (!uploaded.isOk()) {
            done(failed(uploaded));
            return;
        }
        const QString jar = uploaded.body[u"filename"].toString().section(u'/', -1);
        m_rest.send("POST", cluster, u"/jars/"_s + jar + "/run"_L1, run, [failed, done](const RestAnswer& started) {
            if (started.isOk())
                done(started.body[u"jobid"].toString());
            else
                done(failed(started));
        });
    });
}

void FlinkService::rescale(const Cluster& cluster, const QString& jobId, const std::map<QString, int>& parallelism,
                           std::function<void(bool)> done)
{
    const QString path = u"/jobs/"_s + jobId + "/resource-requirements"_L1;
    m_rest.get(cluster, path, [this, cluster, path, parallelism, done = std::move(done)](const RestAnswer& known) {
        if (!known.isOk()) {
            done(false);
            return;
        }
        QJsonObject wanted = known.body;
        for (const auto& [vertex, upper] : parallelism) {
            if (wanted.contains(vertex))
                put(wanted, {vertex, u"parallelism", u"upperBound"}, upper);
        }
        m_rest.send("PUT", cluster, path, wanted, [done](const RestAnswer& answer) { done(answer.isOk()); });
    });
}

} // namespace sim::op
