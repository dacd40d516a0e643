#include "core/manifest/surroundings.h"

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

/// The condition is made with the Deployment, but not in the same moment.
constexpr qint64 sameMoment = 1; // s

QDateTime timeAt(const QJsonValue& value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODate);
}

} // namespace

bool isJobMetadata(QStringView configMap)
{
    return (configMap.endsWith(u"-config-map") && !configMap.endsWith(u"-cluster-config-map")) ||
           configMap.endsWith(u"-jobmanager-leader");
}

bool hasNeverStarted(const QJsonObject& deployment)
{
    const QDateTime made = timeAt(at(deployment, {u"metadata", u"creationTimestamp"}));
    const QJsonArray conditions = at(deployment, {u"status", u"conditions"}).toArray();
    for (const QJsonValue& condition : conditions) {
        const QDateTime since = timeAt(condition[u"lastTransitionTime"]);
        if (condition[u"type"].toString() == u"Available" && condition[u"status"].toString() == u"False")
            return made.isValid() && since.isValid() && made.secsTo(since) <= sameMoment;
    }
    return false;
}

} // namespace manifest
