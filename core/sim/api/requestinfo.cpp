#include "core/sim/api/requestinfo.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

/// Without empty steps and `.`, `..` resolved; a final slash stays.
QString cleaned(const QString& path)
{
    QStringList steps;
    for (const auto& step : path.split(u'/', Qt::SkipEmptyParts)) {
        if (step == u"..") {
            if (!steps.isEmpty())
                steps.removeLast();
        } else if (step != u".") {
            steps += step;
        }
    }
    const auto text = u'/' + steps.join(u'/');
    return path.endsWith(u'/') && !steps.isEmpty() ? text + u'/' : text;
}

QString verbOf(const QByteArray& method)
{
    if (method == "POST")
        return u"create"_s;
    if (method == "PUT")
        return u"update"_s;
    if (method == "PATCH")
        return u"patch"_s;
    if (method == "DELETE")
        return u"delete"_s;
    return method == "GET" || method == "HEAD" ? u"get"_s : QString();
}

/// What stands after the version: [namespaces/NS/]PLURAL[/NAME[/SUBRESOURCE[/REST]]].
void readSteps(RequestInfo& info, QStringList steps, bool endsWithSlash)
{
    if (steps.first() == u"namespaces" && steps.size() > 1) {
        info.ns = steps.at(1);
        const bool isItself = steps.size() == 2 || steps.at(2) == u"status" || steps.at(2) == u"finalize";
        steps = isItself ? steps : steps.mid(2);
    }
    info.plural = steps.value(0);
    info.name = steps.value(1);
    info.subresource = steps.value(2);
    if (info.plural == u"namespaces")
        info.ns.clear();
    if (info.subresource != u"proxy")
        return;
    if (steps.size() > 3)
        info.rest = u'/' + steps.mid(3).join(u'/');
    if (endsWithSlash)
        info.rest += u'/';
}

} // namespace

RequestInfo requestInfo(const Request& request, const Query& query)
{
    RequestInfo info;
    info.path = cleaned(request.path);
    info.verb = QString::fromLatin1(request.method).toLower();
    auto steps = info.path.split(u'/', Qt::SkipEmptyParts);
    const bool isCore = steps.value(0) == u"api" && steps.size() >= 3;
    const bool isGroup = steps.value(0) == u"apis" && steps.size() >= 4;
    if (!isCore && !isGroup)
        return info;
    info.isResource = true;
    info.group = isGroup ? steps.at(1) : QString();
    info.version = steps.at(isGroup ? 2 : 1);
    readSteps(info, steps.mid(isGroup ? 3 : 2), info.path.endsWith(u'/'));
    info.verb = verbOf(request.method);
    if (info.name.isEmpty() && info.verb == u"get")
        info.verb = query.isSet(u"watch"_s) ? u"watch"_s : u"list"_s;
    else if (info.name.isEmpty() && info.verb == u"delete")
        info.verb = u"deletecollection"_s;
    return info;
}

} // namespace sim
