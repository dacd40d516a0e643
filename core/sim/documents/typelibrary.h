#pragma once

#include "core/sim/documents/schema.h"

#include <QHash>

#include <vector>

namespace sim::documents {

/// Named types, read from a compact text (types/types.h says how it is written).
class TypeLibrary
{
public:
    explicit TypeLibrary(const std::vector<QString>& texts);

    /// By the full name: io.k8s.api.core.v1.Pod. Null: there is none.
    const Schema* type(const QString& name) const { return m_types.value(name); }
    const QHash<QString, const Schema*>& types() const { return m_types; }

private:
    friend class TypeReader;

    SchemaStore m_store;
    QHash<QString, const Schema*> m_types;
};

/// The types of the kinds that are served without a definition.
const TypeLibrary& builtInTypes();

} // namespace sim::documents
