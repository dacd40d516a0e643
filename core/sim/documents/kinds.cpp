#include "core/sim/documents/kinds.h"

#include "core/sim/documents/decode.h"
#include "core/sim/documents/structural.h"
#include "core/sim/documents/typelibrary.h"

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

/// core -> io.k8s.api.core.v1, apps -> io.k8s.api.apps.v1, rbac.authorization.k8s.io -> io.k8s.api.rbac.v1
QString packageOf(const Resource& resource)
{
    if (resource.group == u"apiextensions.k8s.io")
        return u"io.k8s.apiextensions-apiserver.pkg.apis.apiextensions."_s + resource.version;
    const auto word = resource.group.isEmpty() ? u"core"_s : resource.group.section(u'.', 0, 0);
    return u"io.k8s.api."_s + word + u'.' + resource.version;
}

} // namespace

QString Kind::typeName() const
{
    return resource->group.isEmpty() ? resource->plural : resource->plural + u'.' + resource->group;
}

Kind kindOf(const Resource& resource)
{
    auto kept = std::make_shared<const Resource>(resource);
    if (resource.origin == Resource::Origin::Definition) {
        auto store = std::make_shared<SchemaStore>();
        const auto& schema = structuralSchema(*store, resource.schema);
        return {std::move(kept),
                &schema,
                store,
                {{u"apiVersion"_s, resource.apiVersion()}, {u"kind"_s, resource.kind}, {u"metadata"_s, QJsonObject()}}};
    }
    const auto* schema = builtInTypes().type(packageOf(resource) + u'.' + resource.kind);
    Kind kind{std::move(kept), schema ? schema : &anything()};
    if (const auto decoded = decode(kind, {}))
        kind.blank = decoded->object;
    return kind;
}

const Kind& Kinds::of(const Resource& resource)
{
    const auto key = resource.group + u'/' + resource.version + u'/' + resource.plural;
    const auto found = m_kinds.find(key);
    // Documents that share their contents are equal at once.
    const bool isCurrent = found != m_kinds.end() && found->second.resource->schema == resource.schema &&
                           found->second.resource->columns == resource.columns;
    if (isCurrent)
        return found->second;
    return m_kinds.insert_or_assign(key, kindOf(resource)).first->second;
}

} // namespace sim::documents
