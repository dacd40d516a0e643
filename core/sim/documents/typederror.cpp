#include "core/sim/documents/body.h"
#include "core/sim/documents/typed.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

using Type = Schema::Type;

/// A value as Go prints it with %v behind a pointer to its wrapper.
QString printed(const QJsonValue& value)
{
    return value.isString() ? value.toString() : QString::fromUtf8(json(value));
}

class TypeChecker
{
public:
    /// Empty: fits.
    QString check(const Schema& schema, const QJsonValue& value, const QString& path)
    {
        if (value.isNull() || value.isUndefined())
            return {};
        switch (schema.type) {
        case Type::Any:
            return {};
        case Type::Object:
        case Type::Map:
            return members(schema, value, path);
        case Type::List:
            return items(schema, value, path);
        case Type::Integer:
        case Type::Number:
            return value.isDouble() ? QString() : wrong(path, u"numeric (int or float)"_s, value, goWord(value));
        case Type::Boolean:
            return value.isBool() ? QString() : wrong(path, u"boolean"_s, value, goWord(value));
        case Type::String:
        case Type::Bytes:
        case Type::Time:
        case Type::MicroTime:
            return value.isString()
                       ? QString()
                       : wrong(path, u"string"_s, value, u"&value.valueUnstructured{Value:%1}"_s.arg(printed(value)));
        case Type::Quantity:
        case Type::IntOrString:
            break;
        }
        return value.isObject() || value.isArray() ? path + u": expected scalar"_s : QString();
    }

private:
    static QString wrong(const QString& path, const QString& wanted, const QJsonValue&, const QString& given)
    {
        return u"%1: expected %2, got %3"_s.arg(path, wanted, given);
    }

    QString members(const Schema& schema, const QJsonValue& value, const QString& path)
    {
        if (!value.isObject())
            return u"%1: expected map, got &{%2}"_s.arg(path, printed(value));
        const auto object = value.toObject();
        for (auto item = object.begin(); item != object.end(); ++item) {
            const auto inner = path + u'.' + item.key();
            const auto* member = schema.member(item.key());
            if (!member)
                return inner + u": field not declared in schema"_s;
            if (const auto error = check(*member, item.value(), inner); !error.isEmpty())
                return error;
        }
        return {};
    }

    QString items(const Schema& schema, const QJsonValue& value, const QString& path)
    {
        if (!value.isArray())
            return u"%1: expected list, got &{%2}"_s.arg(path, printed(value));
        QSet<QString> known;
        int index = 0;
        for (const auto item : value.toArray()) {
            auto inner = u"%1[%2]"_s.arg(path).arg(index);
            if (schema.merge == Schema::Merge::Set || schema.merge == Schema::Merge::Keyed) {
                const auto step = stepOf(schema, item);
                if (!step)
                    return withoutKey(schema, item, path, index);
                inner = path + step->inWords();
                if (known.contains(inner))
                    return u"%1: duplicate entries for key %2"_s.arg(path, step->inWords());
                known.insert(inner);
            }
            if (const auto error = check(*schema.items, item, inner); !error.isEmpty())
                return error;
            ++index;
        }
        return {};
    }

    static QString withoutKey(const Schema& schema, const QJsonValue& item, const QString& path, int index)
    {
        if (!item.isObject())
            return u"%1: element %2: associative list with keys may not have non-map elements"_s.arg(path).arg(index);
        const auto missing = std::find_if(schema.keys.begin(), schema.keys.end(), [&](const QString& key) {
            const auto* field = schema.items->field(key);
            return !item.toObject().contains(key) && !(field && field->fallback);
        });
        return u"%1: element %2: associative list with keys has an element that omits key field \"%3\" (and doesn't "
               "have default value)"_s.arg(path)
                   .arg(index)
                   .arg(missing == schema.keys.end() ? QString() : *missing);
    }
};

} // namespace

QString typedError(const Schema& schema, const QJsonValue& value)
{
    return TypeChecker().check(schema, value, {});
}

} // namespace sim::documents
