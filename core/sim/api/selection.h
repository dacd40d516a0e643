#pragma once

#include "core/sim/api/call.h"
#include "core/sim/documents/selectors.h"

namespace sim {

/// Which objects of a kind a list, a watch or a deletecollection is about.
class Selection
{
public:
    /// From the parameters labelSelector and fieldSelector and a name in the path.
    static documents::Answer<Selection> of(const Call& call, documents::Kinds& kinds);

    bool matches(const Stored& object) const;
    /// Everything matches.
    bool isEmpty() const { return m_labels.isEmpty() && m_fields.isEmpty(); }

private:
    Selection(documents::LabelSelector labels, documents::FieldSelector fields, ResourcePointer resource);

    documents::LabelSelector m_labels;
    documents::FieldSelector m_fields;
    ResourcePointer m_resource;
};

} // namespace sim
