#pragma once

#include "core/sim/documents/schema.h"
#include "core/sim/world/resource.h"

#include <map>

namespace sim::documents {

/// A served kind together with what its documents may hold.
struct Kind
{
    Resource resource;
    SchemaPointer schema; ///< of the whole document with apiVersion, kind and metadata

    bool isCustom() const { return resource.origin == Resource::Origin::Definition; }
};

/// The kinds by their resources. Schemas are built when they are first asked for and built anew when a definition
/// changed.
class Kinds
{
public:
    /// Valid until the definition of the resource changes and `of` is asked again.
    const Kind& of(const Resource& resource);

private:
    std::map<QString, Kind, std::less<>> m_kinds; ///< by group/version/plural
};

} // namespace sim::documents
