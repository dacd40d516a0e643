#include "core/manifest/clusterschema.h"

#include "core/manifest/spec.h"
#include "core/manifest/subject.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

/// What a server may send; the operator's own have about 15 levels and 3,000 fields.
constexpr int deepest = 48, mostFields = 50'000;

bool isTrue(const QJsonObject& node, QStringView keyword)
{
    return node.value(keyword).toBool();
}

/// Turns structural schemas into types that are named by their paths: FlinkDeployment.spec.job.
class Reader
{
public:
    explicit Reader(QJsonObject components)
        : m_components(std::move(components))
        , m_schema(Schema::ofCore())
    {
    }

    void readKind(const QString& kind, const QJsonObject& node)
    {
        m_schema.add({}, {kind, {Shape::Kind::Object, kind, {}, {}}, 0, 0});
        readFields(kind, resolved(node), 0);
        addHead(kind);
        m_isEmpty = false;
    }

    std::shared_ptr<const Schema> take()
    {
        return m_isEmpty ? nullptr : std::make_shared<const Schema>(std::move(m_schema));
    }

private:
    /// Of a reference, alone or as the only part of allOf.
    QJsonObject resolved(QJsonObject node) const
    {
        for (int step = 0; step < deepest; ++step) {
            const QJsonArray parts = node.value(u"allOf").toArray();
            const QString target =
                node.value(u"$ref").toString(parts.size() == 1 ? parts[0][u"$ref"].toString() : QString());
            if (target.isEmpty())
                return node;
            node = m_components.value(target.section(u'/', -1)).toObject();
        }
        return {};
    }

    void readFields(const QString& type, const QJsonObject& node, int depth)
    {
        const QJsonObject properties = node.value(u"properties").toObject();
        for (auto entry = properties.begin(); entry != properties.end() && m_fields < mostFields; ++entry) {
            ++m_fields;
            const bool isMetadata = depth == 0 && entry.key() == u"metadata";
            m_schema.add(type, {entry.key(),
                                isMetadata ? Shape{Shape::Kind::Object, u"ObjectMeta"_s, {}, {}}
                                           : shapeOf(type + u'.' + entry.key(), entry.value().toObject(), depth + 1),
                                0, 0});
        }
        const QJsonArray required = node.value(u"required").toArray();
        for (const QJsonValue& one : required) {
            // The server puts a default in before it looks for what is missing. A kind's own parts are judged
            // elsewhere.
            if (depth > 0 && !resolved(properties.value(one.toString()).toObject()).contains(u"default"))
                m_schema.require(type, one.toString());
        }
        if (isTrue(node, u"x-kubernetes-embedded-resource"))
            addHead(type);
    }

    /// What the API server itself knows of every object, whether its definition says so or not.
    void addHead(const QString& type)
    {
        for (const QString& field : {u"apiVersion"_s, u"kind"_s}) {
            if (!m_schema.field(type, field, 0))
                m_schema.add(type, {field, {Shape::Kind::String, {}, {}, {}}, 0, 0});
        }
        if (!m_schema.field(type, u"metadata"_s, 0))
            m_schema.add(type, {u"metadata"_s, {Shape::Kind::Object, u"ObjectMeta"_s, {}, {}}, 0, 0});
    }

    Shape shapeOf(const QString& type, const QJsonObject& raw, int depth)
    {
        const QJsonObject node = resolved(raw);
        // Where unknown fields are kept, nobody says which are wrong.
        if (depth > deepest || isTrue(node, u"x-kubernetes-preserve-unknown-fields"))
            return {};
        if (isTrue(node, u"x-kubernetes-int-or-string"))
            return {Shape::Kind::IntOrString, {}, {}, {}};
        Shape shape = shapeOfType(type, node, depth);
        // Null gives way to a default.
        shape.isNeverNull = shape.kind != Shape::Kind::Any && !isTrue(node, u"nullable") && !node.contains(u"default");
        return shape;
    }

    Shape shapeOfType(const QString& type, const QJsonObject& node, int depth)
    {
        const QString is = node.value(u"type").toString();
        if (is == u"array")
            return listShape(type, node, depth);
        return is == u"object" ? objectShape(type, node, depth) : scalarShape(is, node);
    }

    Shape listShape(const QString& type, const QJsonObject& node, int depth)
    {
        const QJsonObject items = node.value(u"items").toObject();
        Shape list{Shape::Kind::List, {}, itemShape(type, items, depth), {}};
        list.isSet = node.value(u"x-kubernetes-list-type") == u"set"_s;
        if (node.value(u"x-kubernetes-list-type") != u"map"_s)
            return list;
        const QJsonObject properties = resolved(items).value(u"properties").toObject();
        const QJsonArray keys = node.value(u"x-kubernetes-list-map-keys").toArray();
        for (const QJsonValue& key : keys)
            list.keys.append({key.toString(), resolved(properties.value(key.toString()).toObject()).value(u"default")});
        return list;
    }

    std::shared_ptr<const Shape> itemShape(const QString& type, const QJsonObject& node, int depth)
    {
        return std::make_shared<const Shape>(shapeOf(type + u"[]"_s, node, depth + 1));
    }

    Shape objectShape(const QString& type, const QJsonObject& node, int depth)
    {
        if (node.value(u"properties").isObject() || isTrue(node, u"x-kubernetes-embedded-resource")) {
            readFields(type, node, depth);
            // An object without a single field would be taken for one that nobody knows.
            return m_schema.hasType(type) ? Shape{Shape::Kind::Object, type, {}, {}} : Shape();
        }
        const QJsonValue values = node.value(u"additionalProperties");
        if (values.isObject())
            return {Shape::Kind::Map, {}, itemShape(type, values.toObject(), depth), {}};
        return {};
    }

    static Shape scalarShape(const QString& type, const QJsonObject& node)
    {
        Shape shape;
        if (type == u"string")
            shape.kind = Shape::Kind::String;
        else if (type == u"integer")
            shape.kind = Shape::Kind::Integer;
        else if (type == u"number")
            shape.kind = Shape::Kind::Number;
        else if (type == u"boolean")
            shape.kind = Shape::Kind::Boolean;
        const QJsonArray values = node.value(u"enum").toArray();
        for (const QJsonValue& value : values) {
            if (!value.isNull())
                shape.values.append(value.toVariant().toString());
        }
        return shape;
    }

    const QJsonObject m_components;
    Schema m_schema;
    int m_fields = 0;
    bool m_isEmpty = true;
};

} // namespace

std::shared_ptr<const Schema> schemaFromOpenApi(const QJsonObject& document)
{
    const QJsonObject components = at(document, {u"components", u"schemas"}).toObject();
    Reader reader(components);
    for (auto entry = components.begin(); entry != components.end(); ++entry) {
        const QJsonArray names = entry.value()[u"x-kubernetes-group-version-kind"].toArray();
        for (const QJsonValue& name : names) {
            const QString kind = name[u"kind"].toString();
            if (name[u"group"].toString() == u"flink.apache.org" && kindOf(kind) != Subject::Kind::Other)
                reader.readKind(kind, entry.value().toObject());
        }
    }
    return reader.take();
}

std::shared_ptr<const Schema> schemaFromDefinitions(const QList<QJsonObject>& definitions)
{
    Reader reader({});
    for (const QJsonObject& definition : definitions) {
        const QString kind = at(definition, {u"spec", u"names", u"kind"}).toString();
        const QJsonArray versions = at(definition, {u"spec", u"versions"}).toArray();
        for (const QJsonValue& version : versions) {
            const QJsonObject node = at(version, {u"schema", u"openAPIV3Schema"}).toObject();
            if (version[u"name"].toString() == u"v1beta1" && !node.isEmpty() && kindOf(kind) != Subject::Kind::Other)
                reader.readKind(kind, node);
        }
    }
    return reader.take();
}

} // namespace manifest
