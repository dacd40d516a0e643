#pragma once

#include "core/sim/world/objects.h"

#include <QJsonObject>
#include <QString>

namespace sim::kubelet {

/// What a container may use at least, summed over a pod.
struct Requests
{
    double cpu = 0;    ///< cores
    qint64 memory = 0; ///< bytes
};

Requests requestsOf(const QJsonObject& podSpec);

/// The hash in the names of ReplicaSets, as 85f79b5b9b; the same template gives the same.
QString templateHash(const QJsonObject& podTemplate);

/// An entry of metadata.ownerReferences that makes `owner` the controller.
QJsonObject controllerReference(const Stored& owner);
/// The uid of the controlling owner; empty: there is none.
QString controllerUid(const Stored& object);

/// Puts a condition into status.conditions; lastTransitionTime moves only when the status changes.
void setCondition(QJsonObject& status, const QJsonObject& condition, Instant now);
/// The condition of that type; empty: there is none.
QJsonObject condition(const QJsonObject& status, QStringView type);

} // namespace sim::kubelet
