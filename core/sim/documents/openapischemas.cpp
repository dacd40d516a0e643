#include "core/sim/documents/openapischemas.h"

#include "core/sim/documents/typelibrary.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

using Type = Schema::Type;

const QString metaPackage = u"io.k8s.apimachinery.pkg.apis.meta.v1."_s;
const QString quantityName = u"io.k8s.apimachinery.pkg.api.resource.Quantity"_s;
const QString intOrStringName = u"io.k8s.apimachinery.pkg.util.intstr.IntOrString"_s;

QJsonObject reference(const QString& name)
{
    return {{u"$ref"_s, u"#/components/schemas/"_s + name}};
}

QJsonObject oneOf(const QString& first, const QString& second)
{
    return {{u"oneOf"_s, QJsonArray{QJsonObject{{u"type"_s, first}}, QJsonObject{{u"type"_s, second}}}}};
}

QJsonObject scalar(const Schema& schema)
{
    QString word = u"string"_s;
    if (schema.type == Type::Integer)
        word = u"integer"_s;
    else if (schema.type == Type::Number)
        word = u"number"_s;
    else if (schema.type == Type::Boolean)
        word = u"boolean"_s;
    QJsonObject result{{u"type"_s, word}};
    if (!schema.format.isEmpty())
        result.insert("format"_L1, schema.format);
    if (!schema.allowed)
        return result;
    QJsonArray allowed;
    for (const auto& value : *schema.allowed)
        allowed.append(value);
    result.insert("enum"_L1, allowed);
    return result;
}

void addMerge(const Schema& schema, QJsonObject& result)
{
    if (schema.type == Type::List) {
        const auto word = schema.merge == Schema::Merge::Keyed ? u"map"_s
                          : schema.merge == Schema::Merge::Set ? u"set"_s
                                                               : u"atomic"_s;
        result.insert("x-kubernetes-list-type"_L1, word);
        if (!schema.keys.isEmpty())
            result.insert("x-kubernetes-list-map-keys"_L1, QJsonArray::fromStringList(schema.keys));
    } else if (schema.merge == Schema::Merge::Atomic) {
        result.insert("x-kubernetes-map-type"_L1, u"atomic"_s);
    }
}

QJsonArray kindMark(const Resource& resource, const QString& kind)
{
    return {QJsonObject{{u"group"_s, resource.group}, {u"kind"_s, kind}, {u"version"_s, resource.version}}};
}

} // namespace

OpenApiSchemas::OpenApiSchemas()
{
    for (const auto& name : {u"ObjectMeta"_s, u"ListMeta"_s, u"DeleteOptions"_s, u"Status"_s, u"Patch"_s})
        addType(metaPackage + name);
    m_schemas.insert(quantityName, oneOf(u"string"_s, u"number"_s));
    auto either = oneOf(u"integer"_s, u"string"_s);
    either.insert("format"_L1, u"int-or-string"_s);
    m_schemas.insert(intOrStringName, either);
}

QString OpenApiSchemas::nameOf(const Resource& resource)
{
    if (resource.origin == Resource::Origin::Definition) {
        auto parts = resource.group.split(u'.');
        std::reverse(parts.begin(), parts.end());
        return parts.join(u'.') + u'.' + resource.version + u'.' + resource.kind;
    }
    const auto* schema = kindOf(resource).schema;
    return schema->name.isEmpty() ? u"io.k8s.practice."_s + resource.kind : schema->name;
}

void OpenApiSchemas::add(const Kind& kind)
{
    const auto& resource = *kind.resource;
    const auto name = nameOf(resource);
    QJsonObject schema;
    if (kind.isCustom()) {
        schema = resource.schema;
        auto properties = schema.value("properties"_L1).toObject();
        const auto meta = builtInTypes().type(metaPackage + u"ObjectMeta"_s);
        properties.insert("apiVersion"_L1, QJsonObject{{u"type"_s, u"string"_s},
                                                       {u"description"_s, u"The API version of this document."_s}});
        properties.insert("kind"_L1,
                          QJsonObject{{u"type"_s, u"string"_s}, {u"description"_s, u"The kind of this document."_s}});
        properties.insert("metadata"_L1, QJsonObject{{u"description"_s, meta->description},
                                                     {u"allOf"_s, QJsonArray{reference(meta->name)}}});
        schema.insert("properties"_L1, properties);
    } else {
        m_known.insert(name);
        schema = object(*kind.schema);
    }
    schema.insert("x-kubernetes-group-version-kind"_L1, kindMark(resource, resource.kind));
    m_schemas.insert(name, schema);
    addList(resource);
}

void OpenApiSchemas::addList(const Resource& resource)
{
    const auto name = nameOf(resource);
    const QJsonObject text{{u"type"_s, u"string"_s}};
    const QJsonObject items{{u"type"_s, u"array"_s}, {u"items"_s, reference(name)}};
    const QJsonObject properties{{u"apiVersion"_s, text},
                                 {u"kind"_s, text},
                                 {u"metadata"_s, reference(metaPackage + u"ListMeta"_s)},
                                 {u"items"_s, items}};
    m_schemas.insert(name + u"List"_s,
                     QJsonObject{{u"type"_s, u"object"_s},
                                 {u"description"_s, u"A list of objects of the kind "_s + resource.kind + u'.'},
                                 {u"required"_s, QJsonArray{u"items"_s}},
                                 {u"properties"_s, properties},
                                 {u"x-kubernetes-group-version-kind"_s, kindMark(resource, resource.listKind)}});
}

void OpenApiSchemas::addType(const QString& name)
{
    const auto* type = builtInTypes().type(name);
    if (!type || m_known.contains(name))
        return;
    m_known.insert(name);
    m_schemas.insert(name, object(*type));
}

QJsonObject OpenApiSchemas::inside(const Schema& schema)
{
    if (schema.type == Type::Object && !schema.name.isEmpty()) {
        addType(schema.name);
        return reference(schema.name);
    }
    if (schema.type == Type::Quantity)
        return reference(quantityName);
    if (schema.type == Type::IntOrString)
        return reference(intOrStringName);
    if (schema.type == Type::List || schema.type == Type::Map) {
        const bool isList = schema.type == Type::List;
        QJsonObject result{{u"type"_s, isList ? u"array"_s : u"object"_s},
                           {isList ? u"items"_s : u"additionalProperties"_s, inside(*schema.items)}};
        addMerge(schema, result);
        return result;
    }
    return schema.type == Type::Any ? QJsonObject{{u"type"_s, u"object"_s}} : scalar(schema);
}

QJsonObject OpenApiSchemas::property(const Schema::Field& field)
{
    auto result = inside(*field.schema);
    // Beside a reference nothing else may stand.
    if (result.contains("$ref"_L1))
        result = {{u"allOf"_s, QJsonArray{result}}};
    if (!field.description.isEmpty())
        result.insert("description"_L1, field.description);
    if (field.fallback)
        result.insert("default"_L1, *field.fallback);
    if (!field.patchMergeKey.isEmpty())
        result.insert("x-kubernetes-patch-merge-key"_L1, field.patchMergeKey);
    QStringList strategies;
    if (field.isPatchMerged)
        strategies += u"merge"_s;
    if (field.isPatchRetained)
        strategies += u"retainKeys"_s;
    if (!strategies.isEmpty())
        result.insert("x-kubernetes-patch-strategy"_L1, strategies.join(u','));
    return result;
}

QJsonObject OpenApiSchemas::object(const Schema& schema)
{
    QJsonObject properties;
    QJsonArray required;
    for (const auto& field : schema.fields) {
        properties.insert(field.name, property(field));
        if (field.isRequired)
            required.append(field.name);
    }
    QJsonObject result{{u"type"_s, u"object"_s}};
    if (!properties.isEmpty())
        result.insert("properties"_L1, properties);
    if (!required.isEmpty())
        result.insert("required"_L1, required);
    if (!schema.description.isEmpty())
        result.insert("description"_L1, schema.description);
    addMerge(schema, result);
    return result;
}

} // namespace sim::documents
