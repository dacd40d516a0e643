#include "core/flink/restwrites.h"

#include "core/http/request.h"

#include <QJsonArray>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace flink {

namespace {

QString jobPath(const QString& job, const QString& what)
{
    return u"/jobs/"_s + http::encodeSegment(job) + what;
}

/// The two kinds of request name their fields differently.
QJsonObject bodyOf(const SavepointOrder& order, const QString& directoryKey)
{
    QJsonObject body{{u"triggerId"_s, order.trigger}};
    if (!order.directory.isEmpty())
        body.insert(directoryKey, order.directory);
    if (order.format != SavepointFormat::Default)
        body.insert(u"formatType"_s, order.format == SavepointFormat::Native ? u"NATIVE"_s : u"CANONICAL"_s);
    return body;
}

} // namespace

RestWrite savepointWrite(const SavepointOrder& order)
{
    QJsonObject body = bodyOf(order, u"target-directory"_s);
    body.insert(u"cancel-job"_s, false);
    return {"POST", jobPath(order.job, u"/savepoints"_s), body};
}

RestWrite stopWrite(const SavepointOrder& order, bool drains)
{
    QJsonObject body = bodyOf(order, u"targetDirectory"_s);
    body.insert(u"drain"_s, drains);
    return {"POST", jobPath(order.job, u"/stop"_s), body};
}

RestWrite checkpointWrite(const QString& job, const QString& trigger)
{
    return {"POST", jobPath(job, u"/checkpoints"_s), {{u"triggerId"_s, trigger}}};
}

RestWrite cancelWrite(const QString& job)
{
    return {"PATCH", jobPath(job, u"?mode=cancel"_s), {}};
}

RestWrite requirementsWrite(const QString& job, const ResourceRequirements& requirements)
{
    QJsonObject body;
    for (auto vertex = requirements.begin(); vertex != requirements.end(); ++vertex) {
        const QJsonObject bounds{{u"lowerBound"_s, vertex->lower}, {u"upperBound"_s, vertex->upper}};
        body.insert(vertex.key(), QJsonObject{{u"parallelism"_s, bounds}});
    }
    return {"PUT", jobPath(job, u"/resource-requirements"_s), body};
}

RestWrite jarRunWrite(const JarRun& run)
{
    QJsonObject body{{u"jobId"_s, run.job}, {u"allowNonRestoredState"_s, run.allowsNonRestoredState}};
    if (!run.savepoint.isEmpty())
        body.insert(u"savepointPath"_s, run.savepoint);
    if (!run.entryClass.isEmpty())
        body.insert(u"entryClass"_s, run.entryClass);
    if (!run.arguments.isEmpty())
        body.insert(u"programArgsList"_s, QJsonArray::fromStringList(run.arguments));
    if (run.parallelism > 0)
        body.insert(u"parallelism"_s, run.parallelism);
    return {"POST", u"/jars/%1/run"_s.arg(http::encodeSegment(run.jar)), body, longestJarRun};
}

QString newFlinkId()
{
    auto* random = QRandomGenerator::system();
    return u"%1%2"_s.arg(random->generate64(), 16, 16, QLatin1Char('0'))
        .arg(random->generate64(), 16, 16, QLatin1Char('0'));
}

} // namespace flink
