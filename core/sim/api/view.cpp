#include "core/sim/api/view.h"

#include <QDateTime>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

struct Renaming
{
    QLatin1StringView stored;
    QLatin1StringView shown;
};

constexpr std::array eventFields{
    Renaming{"involvedObject"_L1, "regarding"_L1},
    Renaming{"message"_L1, "note"_L1},
    Renaming{"source"_L1, "deprecatedSource"_L1},
    Renaming{"firstTimestamp"_L1, "deprecatedFirstTimestamp"_L1},
    Renaming{"lastTimestamp"_L1, "deprecatedLastTimestamp"_L1},
    Renaming{"count"_L1, "deprecatedCount"_L1},
    Renaming{"reportingComponent"_L1, "reportingController"_L1},
};

void rename(QJsonObject& document, QLatin1StringView from, QLatin1StringView to)
{
    if (document.contains(from))
        document.insert(to, document.take(from));
}

bool isEventsGroup(const Resource& resource)
{
    return resource.group == u"events.k8s.io";
}

bool isStoredForm(const Resource& resource, const QJsonObject& document)
{
    return document.value("apiVersion"_L1).toString() == resource.apiVersion();
}

} // namespace

QJsonObject viewOf(const Resource& resource, const QJsonObject& stored)
{
    if (isStoredForm(resource, stored))
        return stored;
    auto shown = stored;
    shown.insert("apiVersion"_L1, resource.apiVersion());
    if (isEventsGroup(resource)) {
        for (const auto& field : eventFields)
            rename(shown, field.stored, field.shown);
    }
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

QJsonObject storedForm(const Resource& resource, const QJsonObject& shown)
{
    auto stored = shown;
    if (isEventsGroup(resource)) {
        for (const auto& field : eventFields)
            rename(stored, field.shown, field.stored);
    }
    return stored;
}

QDateTime dateTime(Instant moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), Qt::UTC);
}

} // namespace sim
