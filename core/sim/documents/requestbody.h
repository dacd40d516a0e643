#pragma once

#include "core/sim/documents/answer.h"
#include "core/sim/documents/decode.h"
#include "core/sim/documents/writes.h"

#include <QJsonArray>

namespace sim::documents {

/// What a request holds, read and cut down to what the kind knows, with the texts of warnings.
struct ReadBody
{
    QJsonObject object;
    QStringList warnings = {};
    QStringList emptyMaps = {}; ///< see Decoded
};

/// A whole object, as POST and PUT send it: it must be of the kind.
Answer<ReadBody> readObject(const Kind& kind, const WriteRequest& request);
/// What came out of a patch. `shown` is how a refusal quotes it; `body` is searched for fields that stand twice.
Answer<ReadBody> readPatched(const Kind& kind, const QJsonObject& patched, const WriteRequest& request,
                             const QString& shown);
/// What server-side apply sends.
Answer<QJsonObject> readConfiguration(const Kind& kind, const WriteRequest& request);
/// The patches themselves.
Answer<QJsonArray> readOperations(const QByteArray& body);
Answer<QJsonObject> readMergePatch(const QByteArray& body);

} // namespace sim::documents
