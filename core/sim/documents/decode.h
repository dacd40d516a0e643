#pragma once

#include "core/sim/documents/answer.h"
#include "core/sim/documents/kinds.h"

#include <QJsonObject>
#include <QStringList>

namespace sim::documents {

/// A document as the server holds it: nothing in it that the kind does not know.
struct Decoded
{
    QJsonObject object;
    QStringList unknown = {}; ///< paths of what was dropped: spec.bogus, spec.ports[0].nope
    /// Paths of maps that were given without a member, and left out: messages tell them from maps that were not given.
    QStringList emptyMaps = {};
};

/// Built-in kinds are read as Go reads them into its types: a value of a wrong type is refused (400), what is left out
/// gets its zero where Go writes one, quantities and times get their canonical form. Of custom resources only the
/// metadata is read that way; of the rest, what the schema does not know is dropped, and so is null where it is not
/// allowed.
Answer<Decoded> decode(const Kind& kind, const QJsonObject& document);
/// A built-in type by itself. The error is that of the first value of a wrong type, in Go's words.
struct DecodedType
{
    QJsonValue value;
    QStringList unknown = {};
    QStringList emptyMaps = {};
    QString error = {};
};
DecodedType decodeType(const Schema& schema, const QJsonValue& value);

/// Drops from a custom resource what its schema does not know; answers what it was. Nulls stay.
QStringList prune(const Kind& kind, QJsonObject& document);
/// Fills in the defaults the schema names, for built-in kinds and custom resources.
void fillDefaults(const Schema& schema, QJsonObject& document);

/// What comes back from the storage of built-in kinds: it does not know an empty list from none.
void forgetEmptyLists(const Schema& schema, QJsonObject& document);

} // namespace sim::documents
