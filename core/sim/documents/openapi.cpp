#include "core/sim/documents/openapi.h"

#include "core/sim/documents/openapipaths.h"
#include "core/sim/documents/openapischemas.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

/// api/v1, apis/apps/v1
QString pathOf(const Resource& resource)
{
    return resource.group.isEmpty() ? u"api/"_s + resource.version : u"apis/"_s + resource.apiVersion();
}

} // namespace

QJsonObject openApiIndex(const Resources& resources, Kinds& kinds)
{
    QJsonObject paths;
    for (const auto& resource : resources.all()) {
        const auto path = pathOf(*resource);
        if (paths.contains(path))
            continue;
        const auto hash = openApiHash(openApiDocument(resources, kinds, path));
        const auto url = u"/openapi/v3/%1?hash=%2"_s.arg(path, hash);
        paths.insert(path, QJsonObject{{u"serverRelativeURL"_s, url}});
    }
    return {{u"paths"_s, paths}};
}

QByteArray openApiDocument(const Resources& resources, Kinds& kinds, QStringView path)
{
    OpenApiSchemas schemas;
    QJsonObject paths;
    for (const auto& resource : resources.all()) {
        if (pathOf(*resource) != path)
            continue;
        schemas.add(kinds.of(*resource));
        addOpenApiPaths(*resource, paths);
    }
    if (paths.isEmpty())
        return {};
    const QJsonObject document{{u"openapi"_s, u"3.0.0"_s},
                               {u"info"_s, QJsonObject{{u"title"_s, u"Kubernetes"_s}, {u"version"_s, u"1.33"_s}}},
                               {u"paths"_s, paths},
                               {u"components"_s, QJsonObject{{u"schemas"_s, schemas.written()}}}};
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

QString openApiHash(const QByteArray& document)
{
    return QString::fromLatin1(QCryptographicHash::hash(document, QCryptographicHash::Sha512).toHex().toUpper());
}

} // namespace sim::documents
