#include "core/sim/documents/body.h"
#include "core/sim/documents/causes.h"
#include "core/sim/documents/goprint.h"
#include "core/sim/documents/typed.h"
#include "core/sim/documents/validation.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

using Type = Schema::Type;

bool isWhole(const QJsonValue& value)
{
    return value.isDouble() && value.toDouble() == std::floor(value.toDouble());
}

/// A value's type in the words of JSON schemas.
QString typeWord(const QJsonValue& value)
{
    if (value.isDouble())
        return isWhole(value) ? u"integer"_s : u"number"_s;
    return value.isBool() ? u"boolean"_s : goWord(value);
}

QString wantedWord(Type type)
{
    switch (type) {
    case Type::Any:
        return {};
    case Type::Object:
    case Type::Map:
        return u"object"_s;
    case Type::List:
        return u"array"_s;
    case Type::Quantity:
    case Type::IntOrString:
        return u"integer,string"_s;
    case Type::Integer:
        return u"integer"_s;
    case Type::Number:
        return u"number"_s;
    case Type::Boolean:
        return u"boolean"_s;
    case Type::String:
    case Type::Bytes:
    case Type::Time:
    case Type::MicroTime:
        break;
    }
    return u"string"_s;
}

bool fits(const Schema& schema, const QJsonValue& value)
{
    if (value.isNull() && schema.isNullable)
        return true;
    const auto wanted = wantedWord(schema.type);
    const auto given = typeWord(value);
    return wanted.isEmpty() || wanted.split(u',').contains(given) || (wanted == u"number" && given == u"integer");
}

QString number(double value)
{
    return QString::number(value, 'g', 15);
}

class SchemaChecker
{
public:
    QList<Cause> causes;

    void check(const Schema& schema, const QJsonValue& value, const QString& path)
    {
        const bool isFitting = fits(schema, value);
        if (!isFitting)
            causes += cause::wrongType(path, typeWord(value), wantedWord(schema.type));
        if (schema.allowed && !schema.allowed->contains(value) && !(value.isNull() && schema.isNullable))
            causes += cause::unsupported(path, value, words(*schema.allowed));
        if (!isFitting || value.isNull())
            return;
        if (value.isObject())
            checkObject(schema, value.toObject(), path);
        else if (value.isArray())
            checkList(schema, value.toArray(), path);
        else if (value.isString())
            checkText(schema, value.toString(), path);
        else if (value.isDouble())
            checkNumber(schema, value, path);
    }

    void checkFields(const Schema& schema, const QJsonObject& object, const QString& path)
    {
        const auto inner = [&](const QString& name) { return path.isEmpty() ? name : path + u'.' + name; };
        for (const auto& field : schema.fields) {
            if (field.isRequired && !object.contains(field.name))
                causes += cause::required(inner(field.name));
        }
        for (auto item = object.begin(); item != object.end(); ++item) {
            if (path.isEmpty() && item.key() == u"metadata")
                continue;
            if (const auto* member = schema.member(item.key()))
                check(*member, item.value(), inner(item.key()));
        }
    }

private:
    static QStringList words(const QList<QJsonValue>& values)
    {
        QStringList result;
        for (const auto& value : values)
            result += value.isString() ? value.toString() : goPrinted(value);
        return result;
    }

    void checkObject(const Schema& schema, const QJsonObject& object, const QString& path)
    {
        checkFields(schema, object, path);
        if (!schema.isEmbedded)
            return;
        for (const auto& name : {u"apiVersion"_s, u"kind"_s}) {
            if (object.value(name).toString().isEmpty())
                causes += cause::required(path + u'.' + name, u"must not be empty"_s);
        }
    }

    void checkList(const Schema& schema, const QJsonArray& list, const QString& path)
    {
        if (schema.maxLength && list.size() > *schema.maxLength)
            causes += cause::tooMany(path, list.size(), *schema.maxLength);
        if (schema.minLength && list.size() < *schema.minLength) {
            causes += cause::invalid(path, qint64(list.size()),
                                     u"%1 in body should have at least %2 items"_s.arg(path).arg(*schema.minLength));
        }
        QSet<QString> known;
        for (qsizetype at = 0; at < list.size(); ++at) {
            const auto inner = u"%1[%2]"_s.arg(path).arg(at);
            if (schema.items)
                check(*schema.items, list.at(at), inner);
            checkIdentity(schema, list.at(at), inner, known);
        }
    }

    void checkIdentity(const Schema& schema, const QJsonValue& item, const QString& path, QSet<QString>& known)
    {
        const bool isKeyed = schema.merge == Schema::Merge::Keyed;
        if (!isKeyed && schema.merge != Schema::Merge::Set)
            return;
        if (isKeyed && !item.isObject()) {
            causes += cause::invalid(path, item, u"must be an object for an array of list-type map"_s);
            return;
        }
        const auto step = stepOf(schema, item);
        if (!step)
            return;
        const auto identity = step->written();
        if (known.contains(identity))
            causes += cause::duplicate(path, isKeyed ? keysInGo(step->content.toObject()) : goValue(item));
        known.insert(identity);
    }

    static QString goValue(const QJsonValue& value)
    {
        return value.isString() ? goQuoted(value.toString()) : goPrinted(value);
    }

    static QString keysInGo(const QJsonObject& keys)
    {
        QStringList parts;
        for (auto item = keys.begin(); item != keys.end(); ++item)
            parts += goQuoted(item.key()) + u':' + goValue(item.value());
        return u"map[string]interface {}{%1}"_s.arg(parts.join(u", "_s));
    }

    void checkText(const Schema& schema, const QString& text, const QString& path)
    {
        if (schema.maxLength && text.size() > *schema.maxLength)
            causes += cause::tooLong(path, *schema.maxLength);
        if (schema.minLength && text.size() < *schema.minLength) {
            causes += cause::invalid(path, text,
                                     u"%1 in body should be at least %2 chars long"_s.arg(path).arg(*schema.minLength));
        }
        if (!schema.pattern.isEmpty() && !QRegularExpression(schema.pattern).match(text).hasMatch())
            causes += cause::invalid(path, text, u"%1 in body should match '%2'"_s.arg(path, schema.pattern));
        const bool isTime = schema.format == u"date-time";
        if (isTime && (text.size() < 20 || !QDateTime::fromString(text, Qt::ISODateWithMs).isValid()))
            causes += cause::wrongType(path, text, schema.format);
    }

    void checkNumber(const Schema& schema, const QJsonValue& value, const QString& path)
    {
        if (schema.minimum && value.toDouble() < *schema.minimum) {
            causes += cause::invalid(
                path, value, u"%1 in body should be greater than or equal to %2"_s.arg(path, number(*schema.minimum)));
        }
        if (schema.maximum && value.toDouble() > *schema.maximum) {
            causes += cause::invalid(
                path, value, u"%1 in body should be less than or equal to %2"_s.arg(path, number(*schema.maximum)));
        }
    }
};

/// The field a scale writes must hold a count.
void checkScale(const Kind& kind, const QJsonObject& document, QList<Cause>& causes)
{
    const auto path = kind.resource->scale.value("specReplicasPath"_L1).toString();
    if (path.isEmpty())
        return;
    QJsonValue value = document;
    for (const auto& step : path.sliced(1).split(u'.'))
        value = value[step];
    if (value.isUndefined() || value.isNull())
        return;
    if (!isWhole(value)) {
        const auto word = value.isString() ? u"string"_s : value.isDouble() ? u"float64"_s : goWord(value);
        causes += cause::invalidText(
            path, u"0"_s,
            u"%1 accessor error: %2 is of the type %3, expected int64"_s.arg(path, goPrinted(value), word));
    } else if (value.toDouble() < 0) {
        causes += cause::invalid(path, value, u"should be a non-negative integer"_s);
    }
}

} // namespace

QList<Cause> schemaCauses(const Kind& kind, const QJsonObject& document)
{
    SchemaChecker checker;
    checker.checkFields(*kind.schema, document, {});
    checkScale(kind, document, checker.causes);
    return checker.causes;
}

} // namespace sim::documents
