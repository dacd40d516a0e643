#pragma once

#include "core/sim/documents/answer.h"
#include "core/sim/documents/fieldset.h"
#include "core/sim/documents/kinds.h"
#include "core/sim/documents/writes.h"

#include <QJsonArray>

#include <optional>
#include <vector>

namespace sim::documents {

/// One entry of metadata.managedFields.
struct Manager
{
    QString name;
    QString operation; ///< Apply or Update
    QString apiVersion;
    QString subresource = {};
    QString time = {}; ///< RFC 3339
    FieldSet fields = {};

    bool isApply() const { return operation == u"Apply"; }
    /// Whether both entries are one manager's in one role: of appliers the version does not count.
    bool isSame(const Manager& other) const;
    /// As conflicts name it: "kubectl" with subresource "scale" using apps/v1
    QString inWords() const;
};
using Managers = std::vector<Manager>;

/// Nothing: the entries are not valid.
std::optional<Managers> readManagers(const QJsonArray& entries);
/// In the order of the server: appliers first, then by time and name.
QJsonArray writtenManagers(Managers managers);

/// The fields nobody owns because the system keeps them, and those a door cannot change.
FieldSet keptFields(const Kind& kind, Door door);

/// Merges what `writer` applies into `live` (which has what a blank document has when there is none): sets its fields,
/// removes those it alone owned and no longer names, refuses to change those of others unless it is forced to.
/// `writer.fields` is not read.
Answer<QJsonObject> applied(const Kind& kind, const QJsonObject& live, const QJsonObject& configuration, Door door,
                            const Manager& writer, bool isForced);

/// metadata.managedFields of `after` for a write that is no apply. `before` is blank for a create.
void trackWrite(const Kind& kind, const QJsonObject& before, QJsonObject& after, Door door, const Manager& writer);

} // namespace sim::documents
