#include "core/sim/documents/causes.h"

#include "core/sim/documents/goprint.h"

using namespace Qt::StringLiterals;

namespace sim::documents::cause {

namespace {

QString shown(const QJsonValue& value)
{
    return value.isString() ? goQuoted(value.toString()) : goPrinted(value);
}

} // namespace

Cause invalid(const QString& field, const QJsonValue& value, const QString& why)
{
    return invalidText(field, shown(value), why);
}

Cause required(const QString& field, const QString& why)
{
    return {u"FieldValueRequired"_s, why.isEmpty() ? u"Required value"_s : u"Required value: "_s + why, field};
}

Cause duplicate(const QString& field, const QString& value)
{
    return {u"FieldValueDuplicate"_s, u"Duplicate value: "_s + value, field};
}

Cause notFound(const QString& field, const QString& value)
{
    return {u"FieldValueNotFound"_s, u"Not found: "_s + goQuoted(value), field};
}

Cause forbidden(const QString& field, const QString& why)
{
    return {u"FieldValueForbidden"_s, u"Forbidden: "_s + why, field};
}

Cause unsupported(const QString& field, const QJsonValue& value, const QStringList& supported)
{
    QStringList quoted;
    for (const auto& word : supported)
        quoted += goQuoted(word);
    return {u"FieldValueNotSupported"_s,
            u"Unsupported value: %1: supported values: %2"_s.arg(value.isNull() ? u"\"null\""_s : shown(value),
                                                                 quoted.join(u", "_s)),
            field};
}

Cause tooLong(const QString& field, qint64 most)
{
    return {u"FieldValueTooLong"_s, u"Too long: may not be more than %1 bytes"_s.arg(most), field};
}

Cause tooMany(const QString& field, qint64 count, qint64 most)
{
    return {u"FieldValueTooMany"_s, u"Too many: %1: must have at most %2 items"_s.arg(count).arg(most), field};
}

Cause wrongType(const QString& field, const QString& shown, const QString& wanted)
{
    return {u"FieldValueTypeInvalid"_s,
            u"Invalid value: \"%1\": %2 in body must be of type %3: \"%1\""_s.arg(shown, field, wanted), field};
}

} // namespace sim::documents::cause
