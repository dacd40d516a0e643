#include "core/sim/flink/rest.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::flink {

namespace {

const QString handlerException = u"org.apache.flink.runtime.rest.handler.RestHandlerException"_s;

bool isId(const QString& text)
{
    return text.size() == 32 &&
           std::ranges::all_of(text, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

std::optional<QStringList> matched(QStringView pattern, const QStringList& parts)
{
    const auto wanted = pattern.split(u'/');
    if (wanted.size() != parts.size())
        return {};
    QStringList arguments;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (wanted[i] == u":")
            arguments += parts[i];
        else if (wanted[i] != parts[i])
            return {};
    }
    return arguments;
}

} // namespace

Reply Rest::answer(const Request& request)
{
    QString path = request.path;
    if (path.startsWith(u"/v1/"))
        path.remove(0, 3);
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    try {
        for (const Route& route : routes()) {
            if (route.method != request.method)
                continue;
            if (const auto arguments = matched(route.pattern, parts))
                return (this->*route.handler)({request, *arguments, QUrlQuery(QString::fromLatin1(request.query))});
        }
        // What no handler knows is looked for among the files of the web interface.
        if (request.method == "GET")
            refusePlain(404, u"Unable to load requested file %1."_s.arg(path));
        refusePlain(404, u"Not found: %1"_s.arg(path));
    } catch (const Refused& refused) {
        Json json;
        return {refused.status, {{"Content-Type", "application/json; charset=UTF-8"}}, refused.body};
    }
}

void Rest::refusePlain(int status, const QString& text)
{
    Json json;
    json.object().array(u"errors").value(text).end().end();
    throw Refused{status, json.bytes()};
}

void Rest::refuse(int status, const QString& exception, const QString& frame)
{
    const QString prefix = exception.startsWith(u"org.apache.flink") ? QString() : handlerException + u": "_s;
    refusePlain(status,
                u"%1%2\n\tat %3\n\tat "
                u"java.base/java.util.concurrent.CompletableFuture.uniHandle(CompletableFuture.java:934)\n"_s.arg(
                    prefix, exception, frame));
}

void Rest::refuseInternal(const QString& exception)
{
    Json json;
    json.object().array(u"errors").value(u"Internal server error.");
    json.value(QString(
        u"<Exception on server side:\n"_s + exception +
        u"\n\tat org.apache.flink.runtime.rpc.pekko.PekkoRpcActor.handleRpcInvocation(PekkoRpcActor.java:316)\n\n"
        u"End of exception on server side>"_s));
    json.end().end();
    throw Refused{500, json.bytes()};
}

void Rest::refuseUnknownJob(const QString& id)
{
    refuseInternal(
        u"org.apache.flink.runtime.messages.FlinkJobNotFoundException: Could not find Flink job (%1)"_s.arg(id));
}

QString Rest::jobIdOf(const Call& call) const
{
    const QString id = call.argument(0);
    if (!isId(id))
        refuse(
            400,
            u"Bad request, could not parse parameters: Cannot resolve path parameter (jobid) from value \"%1\"."_s.arg(
                id),
            u"org.apache.flink.runtime.rest.handler.AbstractHandler.respondAsLeader(AbstractHandler.java:188)"_s);
    return id;
}

Job& Rest::jobOf(const Call& call, const QString& handler) const
{
    const QString id = jobIdOf(call);
    if (Job* found = m_manager.job(id))
        return *found;
    refuse(
        404, u"org.apache.flink.runtime.rest.NotFoundException: Job %1 not found"_s.arg(id),
        handler.isEmpty()
            ? u"org.apache.flink.runtime.rest.handler.job.AbstractExecutionGraphHandler.lambda$handleRequest$1(AbstractExecutionGraphHandler.java:99)"_s
            : handler);
}

std::optional<int> Rest::findVertex(const Call& call, const Job& job) const
{
    const QString id = call.arguments.value(call.request.path.contains(u"/checkpoints/") ? 2 : 1);
    if (!isId(id))
        refuse(400,
               u"Bad request, could not parse parameters: Cannot resolve path parameter (vertexid) from value \"%1\"."_s
                   .arg(id),
               u"org.apache.flink.runtime.rest.handler.AbstractHandler.respondAsLeader(AbstractHandler.java:188)"_s);
    for (int v = 0; v < int(job.spec().vertices.size()) && job.hasGraph(); ++v) {
        if (hex(job.spec().vertices[std::size_t(v)].id()) == id)
            return v;
    }
    return std::nullopt;
}

int Rest::vertexOf(const Call& call, const Job& job) const
{
    if (const auto found = findVertex(call, job))
        return *found;
    refuse(
        404, u"org.apache.flink.runtime.rest.NotFoundException: JobVertex %1 not found"_s.arg(call.argument(1)),
        u"org.apache.flink.runtime.rest.handler.job.JobVertexDetailsHandler.handleRequest(JobVertexDetailsHandler.java:89)"_s);
}

int Rest::subtaskOf(const Call& call, const Job& job, int vertex) const
{
    bool ok = false;
    const int index = call.argument(2).toInt(&ok);
    const int known = job.tasks().empty() ? 0 : int(job.tasks()[std::size_t(vertex)].size());
    if (!ok)
        refuse(
            400,
            u"Bad request, could not parse parameters: Cannot resolve path parameter (subtaskindex) from value \"%1\"."_s
                .arg(call.argument(2)),
            u"org.apache.flink.runtime.rest.handler.AbstractHandler.respondAsLeader(AbstractHandler.java:188)"_s);
    if (index < 0 || index >= known)
        refuse(
            404, u"Invalid subtask index for vertex %1"_s.arg(call.argument(1)),
            u"org.apache.flink.runtime.rest.handler.job.AbstractSubtaskHandler.handleRequest(AbstractSubtaskHandler.java:92)"_s);
    return index;
}

QJsonObject Rest::bodyOf(const Call& call, const QString& type) const
{
    if (call.request.body.trimmed().isEmpty())
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(call.request.body);
    if (!document.isObject())
        refuse(400, u"Request did not match expected format %1."_s.arg(type),
               u"org.apache.flink.runtime.rest.handler.AbstractHandler.respondAsLeader(AbstractHandler.java:165)"_s);
    return document.object();
}

Reply Rest::reply(const Json& json, int status)
{
    return {status, {{"Content-Type", "application/json; charset=UTF-8"}}, json.bytes()};
}

Reply Rest::replyText(const QByteArray& text)
{
    return {200, {{"Content-Type", "text/plain; charset=UTF-8"}}, text};
}

const std::vector<Rest::Route>& Rest::routes()
{
    static const std::vector<Route> table{
        {"GET", u"overview", &Rest::overview},
        {"GET", u"config", &Rest::config},
        {"GET", u"datasets", &Rest::datasets},
        {"DELETE", u"cluster", &Rest::shutDown},
        {"GET", u"jobmanager/config", &Rest::managerConfig},
        {"GET", u"jobmanager/environment", &Rest::managerEnvironment},
        {"GET", u"jobmanager/logs", &Rest::managerLogs},
        {"GET", u"jobmanager/log", &Rest::managerLog},
        {"GET", u"jobmanager/stdout", &Rest::managerStdout},
        {"GET", u"jobmanager/logs/:", &Rest::managerNamedLog},
        {"GET", u"jobmanager/metrics", &Rest::managerMetrics},
        {"GET", u"jobmanager/thread-dump", &Rest::managerThreads},
        {"GET", u"taskmanagers", &Rest::workers},
        {"GET", u"taskmanagers/metrics", &Rest::allWorkerMetrics},
        {"GET", u"taskmanagers/:", &Rest::worker},
        {"GET", u"taskmanagers/:/logs", &Rest::workerLogs},
        {"GET", u"taskmanagers/:/log", &Rest::workerLog},
        {"GET", u"taskmanagers/:/stdout", &Rest::workerStdout},
        {"GET", u"taskmanagers/:/logs/:", &Rest::workerLog},
        {"GET", u"taskmanagers/:/thread-dump", &Rest::workerThreads},
        {"GET", u"taskmanagers/:/metrics", &Rest::workerMetrics},
        {"GET", u"jobs", &Rest::jobs},
        {"POST", u"jobs", &Rest::submitGraph},
        {"GET", u"jobs/overview", &Rest::jobsOverview},
        {"GET", u"jobs/metrics", &Rest::allJobMetrics},
        {"GET", u"jobs/:", &Rest::jobDetails},
        {"PATCH", u"jobs/:", &Rest::cancel},
        {"GET", u"jobs/:/plan", &Rest::jobPlan},
        {"GET", u"jobs/:/status", &Rest::jobStatus},
        {"GET", u"jobs/:/config", &Rest::jobConfig},
        {"GET", u"jobs/:/exceptions", &Rest::jobExceptions},
        {"GET", u"jobs/:/accumulators", &Rest::jobAccumulators},
        {"GET", u"jobs/:/execution-result", &Rest::jobResult},
        {"GET", u"jobs/:/metrics", &Rest::jobMetrics},
        {"GET", u"jobs/:/jobmanager/config", &Rest::managerConfig},
        {"GET", u"jobs/:/jobmanager/environment", &Rest::managerEnvironment},
        {"GET", u"jobs/:/jobmanager/log-url", &Rest::jobLogUrl},
        {"PATCH", u"jobs/:/rescaling", &Rest::rescaling},
        {"GET", u"jobs/:/rescaling/:", &Rest::rescaling},
        {"GET", u"jobs/:/resource-requirements", &Rest::requirements},
        {"PUT", u"jobs/:/resource-requirements", &Rest::setRequirements},
        {"PATCH", u"jobs/:/clientHeartbeat", &Rest::heartbeat},
        {"POST", u"jobs/:/savepoints", &Rest::triggerSavepoint},
        {"GET", u"jobs/:/savepoints/:", &Rest::savepointStatus},
        {"POST", u"jobs/:/stop", &Rest::stop},
        {"POST", u"jobs/:/checkpoints", &Rest::triggerCheckpoint},
        {"GET", u"jobs/:/checkpoints", &Rest::checkpoints},
        {"GET", u"jobs/:/checkpoints/config", &Rest::checkpointConfig},
        {"GET", u"jobs/:/checkpoints/details/:", &Rest::checkpoint},
        {"GET", u"jobs/:/checkpoints/details/:/subtasks/:", &Rest::checkpointVertex},
        {"GET", u"jobs/:/checkpoints/:", &Rest::checkpointStatus},
        {"POST", u"savepoint-disposal", &Rest::dispose},
        {"GET", u"savepoint-disposal/:", &Rest::disposalStatus},
        {"GET", u"jobs/:/vertices/:", &Rest::vertex},
        {"GET", u"jobs/:/vertices/:/subtasktimes", &Rest::subtaskTimes},
        {"GET", u"jobs/:/vertices/:/taskmanagers", &Rest::vertexWorkers},
        {"GET", u"jobs/:/vertices/:/backpressure", &Rest::backpressure},
        {"GET", u"jobs/:/vertices/:/watermarks", &Rest::watermarks},
        {"GET", u"jobs/:/vertices/:/flamegraph", &Rest::flameGraph},
        {"GET", u"jobs/:/vertices/:/accumulators", &Rest::vertexAccumulators},
        {"GET", u"jobs/:/vertices/:/metrics", &Rest::vertexMetrics},
        {"GET", u"jobs/:/vertices/:/jm-operator-metrics", &Rest::coordinatorMetrics},
        {"GET", u"jobs/:/vertices/:/subtasks/accumulators", &Rest::subtasksAccumulators},
        {"GET", u"jobs/:/vertices/:/subtasks/metrics", &Rest::subtasksMetrics},
        {"GET", u"jobs/:/vertices/:/subtasks/:", &Rest::subtask},
        {"GET", u"jobs/:/vertices/:/subtasks/:/metrics", &Rest::subtaskMetrics},
        {"GET", u"jobs/:/vertices/:/subtasks/:/attempts/:", &Rest::subtaskAttempt},
        {"GET", u"jobs/:/vertices/:/subtasks/:/attempts/:/accumulators", &Rest::subtaskAccumulators},
        {"GET", u"jars", &Rest::jars},
        {"POST", u"jars/upload", &Rest::uploadJar},
        {"POST", u"jars/:/run", &Rest::runJar},
        {"POST", u"jars/:/plan", &Rest::planJar},
        {"GET", u"jars/:/plan", &Rest::planJar},
        {"DELETE", u"jars/:", &Rest::deleteJar},
    };
    return table;
}

} // namespace sim::flink
