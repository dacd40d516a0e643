#pragma once

#include "core/base/result.h"

#include <QJsonArray>
#include <QJsonObject>

namespace flink::rest {

/// The body as an object that has this field, or a Decode error. For .cpp files only.
base::Result<QJsonObject> objectWith(const QByteArray& body, QStringView field);
base::Result<QJsonArray> arrayOf(const QByteArray& body);

} // namespace flink::rest
