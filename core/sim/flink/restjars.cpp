#include "core/sim/flink/rest.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

// The jars of a session cluster.
namespace sim::flink {

namespace {

const QString uploads = u"/tmp/flink-web-upload"_s;

} // namespace

Jar& Rest::jarOf(const Call& call, const QString& what) const
{
    if (m_manager.setup().application)
        refusePlain(404, u"Unable to load requested file %1."_s.arg(call.request.path));
    auto& jars = m_manager.jars();
    const auto found = std::ranges::find(jars, call.argument(0), &Jar::id);
    if (found != jars.end())
        return *found;
    if (what == u"delete")
        refuse(
            400, u"File %1 does not exist in %2."_s.arg(call.argument(0), uploads),
            u"org.apache.flink.runtime.webmonitor.handlers.JarDeleteHandler.lambda$handleRequest$0(JarDeleteHandler.java:75)"_s);
    refuseInternal(
        u"java.util.concurrent.CompletionException: org.apache.flink.runtime.rest.handler.RestHandlerException: Jar "
        u"file %1/%2 does not exist"_s.arg(uploads, call.argument(0)));
}

Reply Rest::jars(const Call& call)
{
    if (m_manager.setup().application)
        refusePlain(404, u"Unable to load requested file %1."_s.arg(call.request.path));
    Json json;
    json.object().field(u"address", u"http://%1:8081"_s.arg(m_manager.setup().ip)).array(u"files");
    for (const Jar& jar : m_manager.jars()) {
        json.object().field(u"id", jar.id).field(u"name", jar.name);
        json.field(u"uploaded", jar.uploaded.time_since_epoch().count()).array(u"entry");
        if (const JobSpec* program = m_manager.program(jar))
            json.object().field(u"name", program->entryClass).key(u"description").null().end();
        json.end().end();
    }
    json.end().end();
    return reply(json);
}

Reply Rest::uploadJar(const Call& call)
{
    if (m_manager.setup().application)
        refusePlain(404, u"Not found: /jars/upload"_s);
    static const QRegularExpression fileName(u"filename=\"([^\"/\\\\]{1,200})\""_s);
    const QString head = QString::fromUtf8(call.request.body.left(4096));
    const auto match = fileName.match(head);
    const QString frame =
        u"org.apache.flink.runtime.webmonitor.handlers.JarUploadHandler.handleRequest(JarUploadHandler.java:66)"_s;
    if (!match.hasMatch())
        refuse(400, u"Exactly 1 file must be sent, received 0."_s, frame);
    const QString name = match.captured(1);
    if (!name.endsWith(u".jar"))
        refuse(400, u"Only Jar files are allowed."_s, frame);
    const Jar jar{m_manager.chance().uid() + u'_' + name, name, m_now};
    m_manager.jars().push_back(jar);
    Json json;
    json.object().field(u"filename", QString(uploads + u'/' + jar.id)).field(u"status", u"success"_s).end();
    return reply(json);
}

JobSpec Rest::specOf(const Jar& jar, const QJsonObject& body, const Call& call) const
{
    const auto given = [&](QLatin1StringView inBody, const QString& inQuery) {
        return body.contains(inBody) ? body[inBody].toVariant().toString() : call.query.queryItemValue(inQuery);
    };
    const JobSpec* program = m_manager.program(jar);
    const QString entryClass = given("entryClass"_L1, u"entry-class"_s);
    if (!program || (!entryClass.isEmpty() && entryClass != program->entryClass))
        refuseInternal(
            u"java.util.concurrent.CompletionException: org.apache.flink.client.program.ProgramInvocationException: "
            u"The program's entry point class '%1' was not found in the jar file."_s.arg(entryClass));
    QMap<QString, QString> entries = m_manager.setup().configuration.entries();
    const QJsonObject own = body["flinkConfiguration"_L1].toObject();
    for (auto it = own.begin(); it != own.end(); ++it)
        entries.insert(it.key(), it->toVariant().toString());
    int parallelism = given("parallelism"_L1, u"parallelism"_s).toInt();
    if (parallelism < 0)
        refuse(
            400, u"Could not execute application."_s,
            u"org.apache.flink.runtime.webmonitor.handlers.JarRunHandler.lambda$handleRequest$1(JarRunHandler.java:114)"_s);
    const Configuration configuration(entries);
    if (parallelism <= 0)
        parallelism = int(configuration.number(u"parallelism.default").value_or(0));
    return configured(*program, configuration, parallelism);
}

Reply Rest::runJar(const Call& call)
{
    const QJsonObject body = bodyOf(call, u"JarRunRequestBody"_s);
    const Jar jar = jarOf(call, u"run"_s);
    const JobSpec spec = specOf(jar, body, call);
    JobStart start;
    start.id = body["jobId"_L1].toString();
    if (const Job* same = m_manager.job(start.id); same && !isTerminal(same->state()))
        refuseInternal(
            u"java.util.concurrent.CompletionException: org.apache.flink.runtime.rest.handler.RestHandlerException: "
            "Could not execute application.\nCaused by: "
            "org.apache.flink.runtime.client.DuplicateJobSubmissionException: Job has already been submitted."_s);
    start.program = jar.name;
    start.path = body.contains("savepointPath"_L1) ? body["savepointPath"_L1].toString()
                                                   : call.query.queryItemValue(u"savepointPath"_s, QUrl::FullyDecoded);
    start.from = start.path.isEmpty() ? JobStart::From::Nothing : JobStart::From::Path;
    if (body["allowNonRestoredState"_L1].toBool() || call.query.queryItemValue(u"allowNonRestoredState"_s) == u"true")
        start.unclaimed = Unclaimed::Allow;
    Json json;
    json.object().field(u"jobid", m_manager.submit(spec, start)).end();
    return reply(json);
}

Reply Rest::planJar(const Call& call)
{
    const QJsonObject body = bodyOf(call, u"JarPlanRequestBody"_s);
    const JobSpec spec = specOf(jarOf(call, u"plan"_s), body, call);
    Json json;
    json.object().key(u"plan");
    writePlan(json, spec, m_manager.chance().hex(32));
    json.end();
    return reply(json);
}

Reply Rest::deleteJar(const Call& call)
{
    const QString id = jarOf(call, u"delete"_s).id;
    std::erase_if(m_manager.jars(), [&id](const Jar& jar) { return jar.id == id; });
    Json json;
    json.object().end();
    return reply(json);
}

} // namespace sim::flink
