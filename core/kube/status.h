#pragma once

#include "core/base/error.h"

#include <QByteArrayView>
#include <QJsonObject>
#include <QString>

namespace kube {

/// The Error that a Kubernetes Status tells. `label` names the context in its message; `httpStatus` stands in where the
/// Status has no code of its own, as inside a watch.
base::Error errorOfStatus(const QJsonObject& status, int httpStatus, const QString& label);

/// The Error for a 200 whose body is not what an API server sends: cut off, or the page of a login portal.
base::Error notAnAnswer(QByteArrayView body, const QString& label);

/// Whether the server refused because it has not reached our resourceVersion yet (after a restore of etcd: never will).
bool isVersionTooLarge(const base::Error& error);

} // namespace kube
