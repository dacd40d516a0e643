#pragma once

#include "core/sim/documents/schema.h"
#include "core/sim/world/resource.h"

#include <map>
#include <memory>

namespace sim::documents {

/// A served kind together with what its documents may hold.
struct Kind
{
    ResourcePointer resource;
    const Schema* schema = nullptr;                ///< of the whole document with apiVersion, kind and metadata
    std::shared_ptr<const SchemaStore> store = {}; ///< keeps the schema of a custom resource
    QJsonObject blank = {};                        ///< the document before anybody wrote to it

    bool isCustom() const { return resource->origin == Resource::Origin::Definition; }
    /// As in messages: deployments.apps, pods.
    QString typeName() const;
};

/// Builds the schema of a resource; for a custom one that takes milliseconds.
Kind kindOf(const Resource& resource);

/// The kinds by their resources. Each is built when it is first asked for, and anew when its definition has changed.
class Kinds
{
public:
    /// Holds until `of` is asked for the same kind with another definition.
    const Kind& of(const Resource& resource);

private:
    std::map<QString, Kind> m_kinds; ///< by group/version/plural
};

} // namespace sim::documents
