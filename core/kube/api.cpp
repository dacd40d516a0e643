#include "core/kube/api.h"

#include "core/kube/status.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

QString collectionPath(const ResourceType& type, const QString& nameSpace)
{
    QString path = groupVersionPath(type);
    if (!nameSpace.isEmpty())
        path += u"/namespaces/"_s + http::encodeSegment(nameSpace);
    return path + u'/' + http::encodeSegment(type.plural);
}

base::Result<QJsonObject> objectOf(const base::Result<http::Answer>& answer, const QString& label)
{
    if (!answer)
        return answer.error();
    const QJsonDocument document = QJsonDocument::fromJson(answer->body);
    if (!document.isObject())
        return notAnAnswer(answer->body, label);
    return document.object();
}

} // namespace

QString groupVersionPath(const ResourceType& type)
{
    if (type.group.isEmpty())
        return u"/api/"_s + http::encodeSegment(type.version);
    return u"/apis/"_s + http::encodeSegment(type.group) + u'/' + http::encodeSegment(type.version);
}

bool Collection::isSafe() const
{
    return (type.group.isEmpty() || http::isSafeSegment(type.group)) && http::isSafeSegment(type.version) &&
           http::isSafeSegment(type.plural) && (nameSpace.isEmpty() || http::isSafeSegment(nameSpace));
}

QString Collection::path() const
{
    return collectionPath(type, nameSpace);
}

bool ObjectPath::isSafe() const
{
    return Collection{.type = type, .nameSpace = nameSpace}.isSafe() && http::isSafeSegment(name) &&
           (subresource.isEmpty() || http::isSafeSegment(subresource));
}

QString ObjectPath::path() const
{
    QString path = collectionPath(type, nameSpace) + u'/' + http::encodeSegment(name);
    if (!subresource.isEmpty())
        path += u'/' + http::encodeSegment(subresource);
    return path;
}

void addParameter(QUrlQuery& query, const QString& key, const QString& value)
{
    query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

void Api::getJson(const QString& path, QObject* context, JsonDone done)
{
    http::Request request;
    request.path = path;
    send(request, context, [done = std::move(done), label = label()](const base::Result<http::Answer>& answer) {
        done(objectOf(answer, label));
    });
}

void Api::postJson(const QString& path, const QJsonObject& body, http::Effect effect, QObject* context, JsonDone done)
{
    http::Request request;
    request.method = "POST";
    request.path = path;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.contentType = "application/json";
    request.effect = effect;
    send(request, context, [done = std::move(done), label = label()](const base::Result<http::Answer>& answer) {
        done(objectOf(answer, label));
    });
}

} // namespace kube
