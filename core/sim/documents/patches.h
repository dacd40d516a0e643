#pragma once

#include "core/sim/documents/answer.h"
#include "core/sim/documents/schema.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sim::documents {

/// RFC 6902. What cannot be carried out, a failing `test` too, is refused with the server's one answer for all of it
/// (422); a copy of something large again and again is refused, too.
Answer<QJsonObject> jsonPatched(const QJsonObject& document, const QJsonArray& operations);

/// RFC 7386.
QJsonObject mergePatched(const QJsonObject& document, const QJsonObject& patch);

/// Strategic merge patch: lists are merged by the keys the schema names; understands $patch (merge, replace, delete),
/// $retainKeys, $deleteFromPrimitiveList and $setElementOrder.
Answer<QJsonObject> strategicallyPatched(const Schema& schema, const QJsonObject& document, const QJsonObject& patch);

} // namespace sim::documents
