#include "core/sim/documents/structural.h"

#include "core/sim/documents/typelibrary.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

using Type = Schema::Type;

QStringList strings(const QJsonValue& array)
{
    QStringList result;
    for (const auto item : array.toArray())
        result += item.toString();
    return result;
}

Type typeOf(const QJsonObject& source)
{
    const auto word = source.value("type"_L1).toString();
    if (source.value("x-kubernetes-int-or-string"_L1).toBool())
        return Type::IntOrString;
    if (word == u"object")
        return source.contains("additionalProperties"_L1) ? Type::Map : Type::Object;
    if (word == u"array")
        return Type::List;
    if (word == u"string")
        return Type::String;
    if (word == u"integer")
        return Type::Integer;
    if (word == u"number")
        return Type::Number;
    return word == u"boolean" ? Type::Boolean : Type::Any;
}

Schema::Merge mergeOf(const QJsonObject& source, Type type)
{
    const auto list = source.value("x-kubernetes-list-type"_L1).toString();
    if (type == Type::List) {
        if (list == u"map")
            return Schema::Merge::Keyed;
        return list == u"set" ? Schema::Merge::Set : Schema::Merge::Atomic;
    }
    return source.value("x-kubernetes-map-type"_L1).toString() == u"atomic" ? Schema::Merge::Atomic
                                                                            : Schema::Merge::Granular;
}

std::optional<double> number(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

std::optional<qint64> count(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

Schema limitsOf(const QJsonObject& source)
{
    Schema schema;
    schema.type = typeOf(source);
    schema.description = source.value("description"_L1).toString();
    schema.format = source.value("format"_L1).toString();
    schema.merge = mergeOf(source, schema.type);
    schema.keys = strings(source.value("x-kubernetes-list-map-keys"_L1));
    schema.minimum = number(source.value("minimum"_L1));
    schema.maximum = number(source.value("maximum"_L1));
    schema.minLength = count(source.value(schema.type == Type::List ? "minItems"_L1 : "minLength"_L1));
    schema.maxLength = count(source.value(schema.type == Type::List ? "maxItems"_L1 : "maxLength"_L1));
    schema.pattern = source.value("pattern"_L1).toString();
    schema.isNullable = source.value("nullable"_L1).toBool();
    schema.keepsUnknown = source.value("x-kubernetes-preserve-unknown-fields"_L1).toBool();
    schema.isEmbedded = source.value("x-kubernetes-embedded-resource"_L1).toBool();
    if (const auto allowed = source.value("enum"_L1); allowed.isArray()) {
        schema.allowed.emplace();
        for (const auto item : allowed.toArray())
            schema.allowed->append(item);
    }
    return schema;
}

const Schema& read(SchemaStore& store, const QJsonObject& source);

void readFields(SchemaStore& store, const QJsonObject& source, Schema& schema)
{
    const auto required = strings(source.value("required"_L1));
    const auto properties = source.value("properties"_L1).toObject();
    for (auto item = properties.begin(); item != properties.end(); ++item) {
        const auto property = item.value().toObject();
        Schema::Field field;
        field.name = item.key();
        field.schema = &read(store, property);
        field.description = property.value("description"_L1).toString();
        field.isRequired = required.contains(field.name);
        if (property.contains("default"_L1))
            field.fallback = property.value("default"_L1);
        schema.fields.push_back(std::move(field));
    }
    // A field that must be there need not be described.
    for (const auto& name : required) {
        if (!properties.contains(name)) {
            Schema::Field field;
            field.name = name;
            field.schema = &anything();
            field.isRequired = true;
            schema.fields.push_back(std::move(field));
        }
    }
    std::sort(schema.fields.begin(), schema.fields.end(),
              [](const Schema::Field& a, const Schema::Field& b) { return a.name < b.name; });
}

const Schema& read(SchemaStore& store, const QJsonObject& source)
{
    auto schema = limitsOf(source);
    if (schema.type == Type::List)
        schema.items = &read(store, source.value("items"_L1).toObject());
    if (schema.type == Type::Map) {
        const auto values = source.value("additionalProperties"_L1);
        schema.items = values.isObject() ? &read(store, values.toObject()) : &anything();
    }
    if (schema.type == Type::Any && source.contains("properties"_L1))
        schema.type = Type::Object;
    readFields(store, source, schema);
    return store.add(std::move(schema));
}

void setField(SchemaStore& store, Schema& schema, const QString& name, const Schema* type)
{
    std::erase_if(schema.fields, [&](const Schema::Field& field) { return field.name == name; });
    Schema::Field field;
    field.name = name;
    field.schema = type ? type : &store.add({.type = Type::String});
    schema.fields.push_back(std::move(field));
}

/// The words of JSON schemas for a scalar.
QJsonObject scalarJsonSchema(const Schema& schema)
{
    switch (schema.type) {
    case Type::Quantity:
    case Type::IntOrString:
        return {{u"anyOf"_s, QJsonArray{QJsonObject{{u"type"_s, u"integer"_s}}, QJsonObject{{u"type"_s, u"string"_s}}}},
                {u"x-kubernetes-int-or-string"_s, true}};
    case Type::Integer:
        return {{u"type"_s, u"integer"_s}};
    case Type::Number:
        return {{u"type"_s, u"number"_s}};
    case Type::Boolean:
        return {{u"type"_s, u"boolean"_s}};
    case Type::Any:
        return {{u"x-kubernetes-preserve-unknown-fields"_s, true}};
    case Type::String:
    case Type::Bytes:
    case Type::Time:
    case Type::MicroTime:
    case Type::Object:
    case Type::Map:
    case Type::List:
        break;
    }
    return {{u"type"_s, u"string"_s}};
}

} // namespace

const Schema& structuralSchema(SchemaStore& store, const QJsonObject& openApi)
{
    auto schema = read(store, openApi);
    schema.type = Type::Object;
    setField(store, schema, u"apiVersion"_s, nullptr);
    setField(store, schema, u"kind"_s, nullptr);
    setField(store, schema, u"metadata"_s, builtInTypes().type(u"io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"_s));
    std::sort(schema.fields.begin(), schema.fields.end(),
              [](const Schema::Field& a, const Schema::Field& b) { return a.name < b.name; });
    return store.add(std::move(schema));
}

QJsonObject plainJsonSchema(const Schema& schema)
{
    if (schema.type == Type::List)
        return {{u"type"_s, u"array"_s}, {u"items"_s, plainJsonSchema(*schema.items)}};
    if (schema.type == Type::Map)
        return {{u"type"_s, u"object"_s}, {u"additionalProperties"_s, plainJsonSchema(*schema.items)}};
    if (schema.type != Type::Object)
        return scalarJsonSchema(schema);
    QJsonObject properties;
    for (const auto& field : schema.fields)
        properties.insert(field.name, plainJsonSchema(*field.schema));
    return {{u"type"_s, u"object"_s}, {u"properties"_s, properties}};
}

} // namespace sim::documents
