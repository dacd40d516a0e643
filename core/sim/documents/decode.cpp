#include "core/sim/documents/decode.h"

#include "core/sim/documents/typelibrary.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

using Type = Schema::Type;

const Schema& objectMeta()
{
    static const auto* const type = builtInTypes().type(u"io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"_s);
    return *type;
}

QString joined(const QString& path, const QString& step)
{
    return path.isEmpty() ? step : path + u'.' + step;
}

/// Drops what a schema does not know.
class Pruner
{
public:
    enum class Nulls { Kept, Dropped };

    explicit Pruner(Nulls nulls)
        : m_nulls(nulls)
    {
    }

    QStringList unknown;

    QJsonValue prune(const Schema& schema, const QJsonValue& value, const QString& path)
    {
        if (value.isObject())
            return object(schema, value.toObject(), path);
        if (!value.isArray() || schema.type != Type::List)
            return value;
        QJsonArray result;
        for (const auto item : value.toArray())
            result.append(prune(*schema.items, item, u"%1[%2]"_s.arg(path).arg(result.size())));
        return result;
    }

private:
    QJsonObject object(const Schema& schema, const QJsonObject& given, const QString& path)
    {
        QJsonObject result;
        for (auto item = given.begin(); item != given.end(); ++item) {
            const auto inner = joined(path, item.key());
            if (schema.isEmbedded && (item.key() == u"apiVersion" || item.key() == u"kind")) {
                result.insert(item.key(), item.value());
                continue;
            }
            if (schema.isEmbedded && item.key() == u"metadata") {
                result.insert(item.key(), embeddedMetadata(item.value(), inner));
                continue;
            }
            const auto* known = schema.member(item.key());
            if (!known)
                unknown += inner;
            else if (!isUselessNull(schema, item.key(), *known, item.value()))
                result.insert(item.key(), prune(*known, item.value(), inner));
        }
        return result;
    }

    QJsonValue embeddedMetadata(const QJsonValue& value, const QString& path)
    {
        auto decoded = decodeType(objectMeta(), value);
        if (!decoded.error.isEmpty() || !value.isObject())
            return value;
        for (const auto& field : decoded.unknown)
            unknown += path + u'.' + field;
        auto metadata = decoded.value.toObject();
        if (metadata.value("creationTimestamp"_L1).isNull())
            metadata.remove("creationTimestamp"_L1);
        return metadata;
    }

    bool isUselessNull(const Schema& parent, const QString& name, const Schema& schema, const QJsonValue& value) const
    {
        if (m_nulls == Nulls::Kept || !value.isNull() || schema.isNullable)
            return false;
        return parent.type == Type::Map || parent.field(name) != nullptr;
    }

    Nulls m_nulls;
};

QStringList pruneWith(Pruner pruner, const Kind& kind, QJsonObject& document)
{
    const auto metadata = document.take("metadata"_L1);
    document = pruner.prune(*kind.schema, document, {}).toObject();
    if (!metadata.isUndefined())
        document.insert("metadata"_L1, metadata);
    pruner.unknown.sort();
    return pruner.unknown;
}

Refusal unreadable(const Kind& kind, const QString& why)
{
    const auto& resource = *kind.resource;
    return Refusal::badRequest(
        u"%1 in version \"%2\" cannot be handled as a %1: %3"_s.arg(resource.kind, resource.version, why));
}

void forgetNullTime(QJsonObject& document)
{
    auto metadata = document.value("metadata"_L1).toObject();
    if (!metadata.value("creationTimestamp"_L1).isNull())
        return;
    metadata.remove("creationTimestamp"_L1);
    document.insert("metadata"_L1, metadata);
}

Answer<Decoded> decodeCustom(const Kind& kind, QJsonObject document)
{
    const auto metadata = decodeType(objectMeta(), document.value("metadata"_L1).toObject());
    if (!metadata.error.isEmpty())
        return unreadable(kind, metadata.error);
    auto unknown = pruneWith(Pruner(Pruner::Nulls::Dropped), kind, document);
    for (const auto& field : metadata.unknown)
        unknown += u"metadata."_s + field;
    unknown.sort();
    document.insert("metadata"_L1, metadata.value);
    forgetNullTime(document);
    return Decoded{document, unknown};
}

QJsonValue withDefaults(const Schema& schema, const QJsonValue& value);

QJsonObject fieldsWithDefaults(const Schema& schema, QJsonObject object)
{
    for (const auto& field : schema.fields) {
        auto value = object.value(field.name);
        const bool isMissing = value.isUndefined() || (value.isNull() && !field.schema->isNullable);
        if (isMissing && field.fallback)
            value = *field.fallback;
        if (value.isUndefined())
            continue;
        object.insert(field.name, withDefaults(*field.schema, value));
    }
    return object;
}

QJsonValue withDefaults(const Schema& schema, const QJsonValue& value)
{
    if (schema.type == Type::Object && value.isObject())
        return fieldsWithDefaults(schema, value.toObject());
    if (schema.type == Type::Map && value.isObject() && !schema.items->isScalar()) {
        auto object = value.toObject();
        for (auto item = object.begin(); item != object.end(); ++item)
            item.value() = withDefaults(*schema.items, item.value());
        return object;
    }
    if (schema.type == Type::List && value.isArray() && !schema.items->isScalar()) {
        QJsonArray list;
        for (const auto item : value.toArray())
            list.append(withDefaults(*schema.items, item));
        return list;
    }
    return value;
}

} // namespace

Answer<Decoded> decode(const Kind& kind, const QJsonObject& document)
{
    if (kind.isCustom())
        return decodeCustom(kind, document);
    auto decoded = decodeType(*kind.schema, document);
    if (!decoded.error.isEmpty())
        return unreadable(kind, decoded.error);
    auto object = decoded.value.toObject();
    object.insert("apiVersion"_L1, kind.resource->apiVersion());
    object.insert("kind"_L1, kind.resource->kind);
    forgetNullTime(object);
    decoded.unknown.sort();
    return Decoded{object, decoded.unknown, decoded.emptyMaps};
}

QStringList prune(const Kind& kind, QJsonObject& document)
{
    return pruneWith(Pruner(Pruner::Nulls::Kept), kind, document);
}

void fillDefaults(const Schema& schema, QJsonObject& document)
{
    document = fieldsWithDefaults(schema, document);
}

void forgetEmptyLists(const Schema& schema, QJsonObject& document)
{
    for (const auto& field : schema.fields) {
        const auto value = document.value(field.name);
        if (field.presence == Schema::Presence::Always && value.isArray() && value.toArray().isEmpty())
            document.insert(field.name, QJsonValue());
    }
}

} // namespace sim::documents
