#include "core/sim/api/view.h"

#include "core/sim/documents/events.h"

#include <QDateTime>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

bool isStoredForm(const Resource& resource, const QJsonObject& document)
{
    return document.value("apiVersion"_L1).toString() == resource.apiVersion();
}

} // namespace

QJsonObject viewOf(const Resource& resource, const QJsonObject& stored)
{
    if (isStoredForm(resource, stored))
        return stored;
    if (resource.group == u"events.k8s.io")
        return documents::newEventOf(stored);
    auto shown = stored;
    shown.insert("apiVersion"_L1, resource.apiVersion());
    return shown;
}

QByteArray viewBytes(const Resource& resource, const Stored& stored)
{
    const auto document = stored.document();
    if (isStoredForm(resource, document))
        return stored.bytes();
    return QJsonDocument(viewOf(resource, document)).toJson(QJsonDocument::Compact);
}

QByteArray itemBytes(const Resource& resource, const Stored& stored)
{
    if (resource.origin == Resource::Origin::Definition)
        return viewBytes(resource, stored);
    auto document = viewOf(resource, stored.document());
    document.remove("apiVersion"_L1);
    document.remove("kind"_L1);
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

QDateTime dateTime(Instant moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), Qt::UTC);
}

} // namespace sim
