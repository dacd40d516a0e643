#include "app/cli/commands.h"
#include "app/cli/routes.h"
#include "app/cli/session.h"
#include "app/cli/shapes.h"
#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/flink/failuregroups.h"
#include "core/flink/knowncauses.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using base::visibleText;

QString or_(const QString& text)
{
    return text.isEmpty() ? u"–"_s : visibleText(text, 400);
}

QJsonValue now()
{
    return shapes::time(QDateTime::currentDateTimeUtc());
}

QString length(qint64 milliseconds)
{
    return base::compactDuration(std::chrono::milliseconds(milliseconds));
}

/// The job of the command line; nothing: the session has failed.
std::optional<QString> jobIdOf(Session& session)
{
    return jobId(session, session.invocation().arguments.first());
}

QString tasksText(const QMap<QString, int>& tasks)
{
    return u"%1/%2"_s.arg(tasks.value(u"running"_s)).arg(tasks.value(u"total"_s));
}

QString jobTable(const QList<flink::JobOverview>& jobs, Colors colors)
{
    if (jobs.isEmpty())
        return Text::tr("This Flink cluster has no jobs.") + u'\n';
    Table table({Text::tr("Job id"), Text::tr("Name"), Text::tr("State"), Text::tr("Started"), Text::tr("Duration"),
                 Text::tr("Tasks running")});
    table.alignRight(4);
    table.alignRight(5);
    for (const flink::JobOverview& job : jobs)
        table.add({or_(job.id), or_(job.name), or_(job.state), base::absoluteTime(job.startTime),
                   length(job.durationMs), tasksText(job.tasks)});
    return table.text(colors);
}

QString vertexTable(const flink::JobDetail& detail, Colors colors)
{
    Table table({Text::tr("Vertex"), Text::tr("State"), Text::tr("Parallelism"), Text::tr("Records in"),
                 Text::tr("Records out")});
    for (const int column : {2, 3, 4})
        table.alignRight(column);
    for (const flink::Vertex& vertex : detail.vertices)
        table.add({or_(vertex.name).left(80), or_(vertex.state), QString::number(vertex.parallelism),
                   base::compactCount(vertex.metrics.readRecords), base::compactCount(vertex.metrics.writeRecords)});
    return table.text(colors);
}

/// "90s", "15m", "6h", "7d"; nothing for anything else.
std::optional<std::chrono::milliseconds> ageOf(const QString& text)
{
    static const QRegularExpression form(u"^([0-9]{1,9})([smhd])$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    const qint64 count = match.captured(1).toLongLong();
    const QString unit = match.captured(2);
    const qint64 seconds = unit == u"d" ? 86'400 : unit == u"h" ? 3'600 : unit == u"m" ? 60 : 1;
    return std::chrono::seconds(count * seconds);
}

QString checkpointTable(const QList<flink::Checkpoint>& checkpoints, Colors colors)
{
    if (checkpoints.isEmpty())
        return Text::tr("Flink remembers no checkpoint of this job.") + u'\n';
    Table table({Text::tr("ID"), Text::tr("Status"), Text::tr("Type"), Text::tr("Triggered"), Text::tr("Duration"),
                 Text::tr("State size"), Text::tr("Path or failure")});
    for (const int column : {0, 4, 5})
        table.alignRight(column);
    for (const flink::Checkpoint& one : checkpoints)
        table.add({QString::number(one.id), or_(one.status), or_(one.type), base::absoluteTime(one.triggeredAt),
                   length(one.durationMs), base::bytesText(one.stateSize),
                   or_(one.failureMessage.isEmpty() ? one.externalPath : one.failureMessage)});
    return table.text(colors);
}

void answerCheckpoints(Session& session, const QString& job, const flink::CheckpointHistory& history,
                       std::optional<std::chrono::milliseconds> since)
{
    const QDateTime from = since ? QDateTime::currentDateTimeUtc().addMSecs(-since->count()) : QDateTime();
    QList<flink::Checkpoint> shown;
    QJsonArray items;
    for (const flink::Checkpoint& one : history.history) {
        if (from.isValid() && one.triggeredAt < from)
            continue;
        shown.append(one);
        items.append(shapes::checkpoint(one));
    }
    if (!history.enabled)
        session.warn(Text::tr("Checkpointing is off for this job."));
    session.answer({{u"kind"_s, u"CheckpointHistory"_s},
                    {u"job"_s, job},
                    {u"counts"_s, shapes::counts(history.counts)},
                    {u"items"_s, items},
                    {u"source"_s, u"flinkRest"_s},
                    {u"observedAt"_s, now()}},
                   [&] { return checkpointTable(shown, session.colors()); });
}

QJsonObject failureJson(const flink::FailureGroup& group)
{
    return {{u"fingerprint"_s, group.fingerprint},
            {u"count"_s, group.count},
            {u"firstSeen"_s, shapes::time(group.firstSeen)},
            {u"lastSeen"_s, shapes::time(group.lastSeen)},
            {u"rootCause"_s, group.rootCause},
            {u"message"_s, group.message},
            {u"task"_s, shapes::text(group.task)},
            {u"taskManager"_s, shapes::text(group.taskManager)},
            {u"knownCause"_s, shapes::text(group.knownCause)}};
}

QString failureTable(const QList<flink::FailureGroup>& groups, Colors colors)
{
    if (groups.isEmpty())
        return Text::tr(
                   "Flink remembers no failure of this job. After the loss of its JobManager that proves nothing.") +
               u'\n';
    Table table({Text::tr("Count"), Text::tr("Last seen"), Text::tr("Root cause"), Text::tr("Message"),
                 Text::tr("Task"), Text::tr("TaskManager"), Text::tr("Known cause")});
    table.alignRight(0);
    for (const flink::FailureGroup& one : groups) {
        const auto known = flink::knownCause(one.knownCause);
        table.add({base::countText(one.count), base::absoluteTime(one.lastSeen), or_(one.rootCause),
                   or_(one.message).left(120), or_(one.task).left(60), or_(one.taskManager),
                   known ? known->title : u"–"_s});
    }
    return table.text(colors);
}

} // namespace

void listJobs(Session& session)
{
    const auto route = flinkRoute(session);
    if (!route)
        return;
    route->rest->jobs(&session,
                      [&session, endpoint = route->endpoint](const base::Result<QList<flink::JobOverview>>& jobs) {
                          if (!jobs)
                              return session.fail(jobs.error());
                          QJsonArray items;
                          for (const flink::JobOverview& job : *jobs)
                              items.append(shapes::job(job));
                          session.answer({{u"kind"_s, u"JobList"_s},
                                          {u"endpoint"_s, endpoint},
                                          {u"items"_s, items},
                                          {u"source"_s, u"flinkRest"_s},
                                          {u"observedAt"_s, now()}},
                                         [&] { return jobTable(*jobs, session.colors()); });
                      });
}

void showJob(Session& session)
{
    const auto id = jobIdOf(session);
    const auto route = id ? flinkRoute(session) : nullptr;
    if (!route)
        return;
    route->rest->job(*id, &session,
                     [&session, endpoint = route->endpoint](const base::Result<flink::JobDetail>& detail) {
                         if (!detail)
                             return session.fail(detail.error());
                         session.answer({{u"kind"_s, u"JobList"_s},
                                         {u"endpoint"_s, endpoint},
                                         {u"items"_s, QJsonArray{shapes::jobDetail(*detail)}},
                                         {u"source"_s, u"flinkRest"_s},
                                         {u"observedAt"_s, now()}},
                                        [&] {
                                            return jobTable({detail->overview}, session.colors()) + u'\n' +
                                                   vertexTable(*detail, session.colors());
                                        });
                     });
}

void listCheckpoints(Session& session)
{
    const auto id = jobIdOf(session);
    if (!id)
        return;
    std::optional<std::chrono::milliseconds> since;
    if (session.invocation().has(u"since"_s)) {
        since = ageOf(session.invocation().value(u"since"_s));
        if (!since)
            return session.fail(ExitCode::Usage,
                                Text::tr("'%1' is no time for '--since'. Write it like 90s, 15m, 6h or 7d.")
                                    .arg(session.invocation().value(u"since"_s)));
    }
    const auto route = flinkRoute(session);
    if (!route)
        return;
    route->rest->checkpoints(*id, &session,
                             [&session, id = *id, since](const base::Result<flink::CheckpointHistory>& history) {
                                 if (!history)
                                     return session.fail(history.error());
                                 answerCheckpoints(session, id, *history, since);
                             });
}

void listExceptions(Session& session)
{
    const auto id = jobIdOf(session);
    const auto route = id ? flinkRoute(session) : nullptr;
    if (!route)
        return;
    route->rest->exceptions(*id, &session, [&session, id = *id](const base::Result<flink::ExceptionHistory>& history) {
        if (!history)
            return session.fail(history.error());
        if (history->truncated)
            session.warn(Text::tr("Flink has forgotten older failures."));
        const QList<flink::FailureGroup> groups = flink::groupFailures(*history);
        QJsonArray items;
        for (const flink::FailureGroup& group : groups)
            items.append(failureJson(group));
        session.answer({{u"kind"_s, u"ExceptionHistory"_s},
                        {u"job"_s, id},
                        {u"items"_s, items},
                        {u"source"_s, u"flinkRest"_s},
                        {u"observedAt"_s, now()}},
                       [&] { return failureTable(groups, session.colors()); });
    });
}

} // namespace cli
