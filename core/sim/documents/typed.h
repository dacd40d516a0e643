#pragma once

#include "core/sim/documents/fieldset.h"
#include "core/sim/documents/schema.h"

#include <QJsonValue>

#include <optional>

/// What server-side apply does with values whose schema it knows: take them apart into fields, compare, merge, remove.
namespace sim::documents {

/// What differs between two values: paths that came, went, or have another value.
struct Difference
{
    FieldSet added;
    FieldSet removed;
    FieldSet modified;
};

/// The fields a value sets.
FieldSet fieldsOf(const Schema& schema, const QJsonValue& value);
Difference difference(const Schema& schema, const QJsonValue& before, const QJsonValue& after);
/// `live` with all that `applied` says; items of keyed lists and sets are put in the order of `applied`.
QJsonValue merged(const Schema& schema, const QJsonValue& live, const QJsonValue& applied);
/// `value` without the members of a set. Of what loses all it had, null is left.
QJsonValue without(const Schema& schema, const QJsonValue& value, const FieldSet& fields);

/// Which item of a list this is: by its keys with their defaults, or by its value. Nothing: a key is missing.
std::optional<FieldSet::Step> stepOf(const Schema& list, const QJsonValue& item);
/// What is wrong with a document that is to be applied, as `.spec.bogus: field not declared in schema`; empty: nothing.
QString typedError(const Schema& schema, const QJsonValue& value);

} // namespace sim::documents
