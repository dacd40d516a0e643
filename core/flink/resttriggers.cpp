#include "core/flink/restbody.h"
#include "core/flink/restdecode.h"
#include "core/flink/restfields.h"

using namespace Qt::StringLiterals;

// What REST tells of that which it was asked to do.
namespace flink {

using namespace rest;

namespace {

/// The innermost cause that a stack trace names, without its class' package.
QString causeOf(const QJsonObject& failure)
{
    const QString trace = failure[u"stack-trace"].toString();
    const QString marker = u"Caused by: "_s;
    const qsizetype last = trace.lastIndexOf(marker);
    const QString line = (last < 0 ? trace : trace.sliced(last + marker.size())).section(u'\n', 0, 0).trimmed();
    if (line.isEmpty())
        return failure[u"class"].toString();
    const QString name = line.section(u':', 0, 0);
    return name.section(u'.', -1) + line.sliced(name.size());
}

Jar jarOf(const QJsonObject& o)
{
    Jar jar{o[u"id"].toString(), o[u"name"].toString(), timeOf(o[u"uploaded"]), {}};
    const QJsonArray entries = o[u"entry"].toArray();
    for (const QJsonValue& entry : entries)
        jar.entryClasses.append(entry[u"name"].toString());
    return jar;
}

} // namespace

base::Result<TriggerResult> decodeTriggerResult(const QByteArray& body)
{
    const auto object = objectWith(body, u"status");
    if (!object)
        return object.error();
    TriggerResult result;
    result.isComplete = (*object)[u"status"][u"id"].toString() == u"COMPLETED";
    const QJsonObject operation = (*object)[u"operation"].toObject();
    result.location = operation[u"location"].toString();
    result.checkpoint = amountOf(operation[u"checkpointId"]);
    // Savepoints and checkpoints write it differently.
    for (const QStringView key : {u"failure-cause", u"failureCause"}) {
        if (operation[key].isObject())
            result.failure = causeOf(operation[key].toObject());
    }
    return result;
}

base::Result<ResourceRequirements> decodeRequirements(const QByteArray& body)
{
    const auto object = decodeObject(body);
    if (!object)
        return object.error();
    ResourceRequirements all;
    for (auto vertex = object->begin(); vertex != object->end(); ++vertex) {
        const QJsonValue bounds = vertex.value()[u"parallelism"];
        if (bounds.isObject())
            all.insert(vertex.key(), {countOf(bounds[u"lowerBound"]), countOf(bounds[u"upperBound"])});
    }
    return all;
}

base::Result<QList<Jar>> decodeJars(const QByteArray& body)
{
    return listUnder(u"files", body, jarOf);
}

} // namespace flink
