#include "core/sim/documents/decode.h"

#include "core/sim/documents/body.h"
#include "core/sim/documents/quantities.h"
#include "core/sim/documents/typelibrary.h"

#include <QDateTime>
#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

using Type = Schema::Type;
using Presence = Schema::Presence;

QString shortName(const Schema& schema)
{
    return schema.name.section(u'.', -1);
}

/// A type as Go writes it in messages.
QString goType(const Schema& schema)
{
    switch (schema.type) {
    case Type::Object:
        return u"v1."_s + shortName(schema);
    case Type::Map:
        return u"map[string]"_s + goType(*schema.items);
    case Type::List:
        return u"[]"_s + goType(*schema.items);
    case Type::Bytes:
        return u"[]uint8"_s;
    case Type::Integer:
        return schema.format.isEmpty() ? u"int64"_s : schema.format;
    case Type::IntOrString:
        return u"int32"_s;
    case Type::Number:
        return u"float64"_s;
    case Type::Boolean:
        return u"bool"_s;
    case Type::Any:
    case Type::String:
    case Type::Time:
    case Type::MicroTime:
    case Type::Quantity:
        break;
    }
    return u"string"_s;
}

/// The first byte at which a text stops being base64; nothing: it is.
std::optional<qsizetype> badBase64(const QString& text)
{
    const auto isDigit = [](QChar c) {
        return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'+' ||
               c == u'/';
    };
    qsizetype digits = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'\n' || text[at] == u'\r')
            continue;
        if (isDigit(text[at])) {
            ++digits;
            continue;
        }
        const auto rest = QStringView(text).sliced(at);
        const bool isPadding = (digits % 4 == 2 && rest == u"==") || (digits % 4 == 3 && rest == u"=");
        return isPadding ? std::nullopt : std::optional(at);
    }
    return digits % 4 == 0 ? std::nullopt : std::optional(text.size());
}

/// Reads values as Go does: goes on after an error, and keeps the first one.
class GoReader
{
public:
    QStringList unknown;
    QStringList emptyMaps;
    QString error;

    QJsonValue read(const Schema& schema, const QJsonValue& value, const QString& path, const QString& where)
    {
        switch (schema.type) {
        case Type::Any:
            return value;
        case Type::Object:
            return object(schema, value, path, where);
        case Type::Map:
            return map(schema, value, path, where);
        case Type::List:
            return list(schema, value, path, where);
        case Type::Time:
        case Type::MicroTime:
            return time(schema, value, where);
        case Type::Quantity:
            return quantity(value);
        case Type::String:
        case Type::Bytes:
        case Type::IntOrString:
        case Type::Integer:
        case Type::Number:
        case Type::Boolean:
            break;
        }
        return scalar(schema, value, where);
    }

private:
    void fail(const QString& text)
    {
        if (error.isEmpty())
            error = text;
    }

    /// `where` is STRUCT.path.to.field without indices.
    void mismatch(const QJsonValue& value, const Schema& schema, const QString& where, const QString& literal = {})
    {
        const auto given = literal.isEmpty() ? goWord(value) : goWord(value) + u' ' + literal;
        if (where.isEmpty())
            fail(u"json: cannot unmarshal %1 into Go value of type %2"_s.arg(given, goType(schema)));
        else
            fail(u"json: cannot unmarshal %1 into Go struct field %2 of type %3"_s.arg(given, where, goType(schema)));
    }

    QJsonValue object(const Schema& schema, const QJsonValue& value, const QString& path, const QString& where)
    {
        if (!value.isObject() && !value.isNull()) {
            mismatch(value, schema, where);
            return QJsonObject();
        }
        const auto given = value.toObject();
        // What Go names in errors: the innermost struct, and the path from the top.
        const auto route = where.section(u'.', 1);
        const auto prefix = shortName(schema) + u'.' + (route.isEmpty() ? QString() : route + u'.');
        QJsonObject result;
        for (const auto& field : schema.fields) {
            const auto inner = path.isEmpty() ? field.name : path + u'.' + field.name;
            const auto found = given.value(field.name);
            const bool isThere = !found.isUndefined() && !found.isNull();
            auto read = isThere ? this->read(*field.schema, found, inner, prefix + field.name)
                                : QJsonValue(QJsonValue::Undefined);
            read = present(field, read, inner, prefix + field.name);
            if (!read.isUndefined())
                result.insert(field.name, read);
        }
        for (auto item = given.begin(); item != given.end(); ++item) {
            if (!schema.field(item.key()))
                unknown += path.isEmpty() ? item.key() : path + u'.' + item.key();
        }
        return result;
    }

    QJsonValue present(const Schema::Field& field, const QJsonValue& value, const QString& path, const QString& where)
    {
        switch (field.presence) {
        case Presence::Always:
            return value.isUndefined() ? zero(*field.schema, path, where) : value;
        case Presence::Null:
            return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
        case Presence::Nonzero:
            return isZero(value) ? QJsonValue(QJsonValue::Undefined) : value;
        case Presence::AsGiven:
            break;
        }
        return value;
    }

    QJsonValue zero(const Schema& schema, const QString& path, const QString& where)
    {
        switch (schema.type) {
        case Type::Object:
            return object(schema, QJsonObject(), path, where);
        case Type::String:
            return QString();
        case Type::Quantity:
            return u"0"_s;
        case Type::Integer:
        case Type::Number:
        case Type::IntOrString:
            return 0;
        case Type::Boolean:
            return false;
        case Type::Any:
        case Type::Map:
        case Type::List:
        case Type::Bytes:
        case Type::Time:
        case Type::MicroTime:
            break;
        }
        return QJsonValue::Null;
    }

    static bool isZero(const QJsonValue& value)
    {
        return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty()) ||
               (value.isDouble() && value.toDouble() == 0) || (value.isBool() && !value.toBool()) ||
               (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty());
    }

    QJsonValue map(const Schema& schema, const QJsonValue& value, const QString& path, const QString& where)
    {
        if (!value.isObject()) {
            mismatch(value, schema, where);
            return QJsonValue::Undefined;
        }
        QJsonObject result;
        const auto given = value.toObject();
        if (given.isEmpty())
            emptyMaps += path;
        for (auto item = given.begin(); item != given.end(); ++item) {
            const auto inner = path + u'.' + item.key();
            result.insert(item.key(), item.value().isNull() ? zero(*schema.items, inner, where)
                                                            : read(*schema.items, item.value(), inner, where));
        }
        return result;
    }

    QJsonValue list(const Schema& schema, const QJsonValue& value, const QString& path, const QString& where)
    {
        if (!value.isArray()) {
            mismatch(value, schema, where);
            return QJsonValue::Undefined;
        }
        QJsonArray result;
        for (const auto item : value.toArray()) {
            const auto inner = u"%1[%2]"_s.arg(path).arg(result.size());
            const auto read =
                item.isNull() ? zero(*schema.items, inner, where) : this->read(*schema.items, item, inner, where);
            result.append(read.isUndefined() ? QJsonValue(QJsonValue::Null) : read);
        }
        return result;
    }

    QJsonValue time(const Schema& schema, const QJsonValue& value, const QString& where)
    {
        const bool isMicro = schema.type == Type::MicroTime;
        if (!value.isString()) {
            mismatch(value, schema, where);
            return QJsonValue::Null;
        }
        const auto text = value.toString();
        const auto layout = isMicro ? u"2006-01-02T15:04:05.000000Z07:00"_s : u"2006-01-02T15:04:05Z07:00"_s;
        const auto moment = QDateTime::fromString(text, Qt::ISODateWithMs);
        if (!moment.isValid() || text.size() < 20) {
            fail(u"parsing time \"%1\" as \"%2\": cannot parse \"%1\" as \"2006\""_s.arg(text, layout));
            return QJsonValue::Null;
        }
        const auto utc = moment.toUTC();
        if (!isMicro)
            return utc.toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
        const auto rest = text.sliced(19);
        if (!rest.startsWith(u'.')) {
            fail(u"parsing time \"%1\" as \"%2\": cannot parse \"%3\" as \".000000\""_s.arg(text, layout, rest));
            return QJsonValue::Null;
        }
        QString digits;
        for (qsizetype at = 1; at < rest.size() && rest[at].isDigit(); ++at)
            digits += rest[at];
        return utc.toString(u"yyyy-MM-ddTHH:mm:ss."_s) + digits.leftJustified(6, u'0', true) + u'Z';
    }

    QJsonValue quantity(const QJsonValue& value)
    {
        const auto text = value.isString() ? value.toString() : QString::fromUtf8(json(value));
        const auto canonical = canonicalQuantity(text);
        if (!canonical) {
            fail(u"quantities must match the regular expression "
                 "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"_s);
        }
        return canonical.value_or(u"0"_s);
    }

    QJsonValue scalar(const Schema& schema, const QJsonValue& value, const QString& where)
    {
        switch (schema.type) {
        case Type::Integer:
        case Type::IntOrString:
            return integer(schema, value, where);
        case Type::Number:
            return value.isDouble() ? value : wrong(schema, value, where);
        case Type::Boolean:
            return value.isBool() ? value : wrong(schema, value, where);
        case Type::Bytes:
            return bytes(schema, value, where);
        case Type::Any:
        case Type::Object:
        case Type::Map:
        case Type::List:
        case Type::String:
        case Type::Time:
        case Type::MicroTime:
        case Type::Quantity:
            break;
        }
        return value.isString() ? value : wrong(schema, value, where);
    }

    QJsonValue wrong(const Schema& schema, const QJsonValue& value, const QString& where)
    {
        mismatch(value, schema, where);
        return QJsonValue::Undefined;
    }

    QJsonValue integer(const Schema& schema, const QJsonValue& value, const QString& where)
    {
        if (schema.type == Type::IntOrString && value.isString())
            return value;
        if (!value.isDouble())
            return wrong(schema, value, where);
        const auto number = value.toDouble();
        const double edge = schema.format == u"int64" ? 9223372036854775807.0 : 2147483647.0;
        if (number != std::floor(number) || number > edge || number < -edge - 1) {
            mismatch(value, schema, where, QString::fromUtf8(json(value)));
            return QJsonValue::Undefined;
        }
        return value.toInteger(qint64(number));
    }

    QJsonValue bytes(const Schema& schema, const QJsonValue& value, const QString& where)
    {
        if (!value.isString())
            return wrong(schema, value, where);
        if (const auto at = badBase64(value.toString()))
            fail(u"illegal base64 data at input byte %1"_s.arg(*at));
        return value;
    }
};

} // namespace

DecodedType decodeType(const Schema& schema, const QJsonValue& value)
{
    GoReader reader;
    const auto read = reader.read(schema, value, {}, {});
    return {read, reader.unknown, reader.emptyMaps, reader.error};
}

} // namespace sim::documents
