#include "core/sim/api/selection.h"

#include "core/sim/api/view.h"

using namespace Qt::StringLiterals;

namespace sim {

Selection::Selection(documents::LabelSelector labels, documents::FieldSelector fields, ResourcePointer resource)
    : m_labels(std::move(labels))
    , m_fields(std::move(fields))
    , m_resource(std::move(resource))
{
}

documents::Answer<Selection> Selection::of(const Call& call, documents::Kinds& kinds)
{
    auto labels = documents::LabelSelector::parse(call.query.value(u"labelSelector"_s));
    if (!labels)
        return labels.refusal();
    auto wanted = call.query.value(u"fieldSelector"_s);
    if (!call.info.name.isEmpty())
        wanted += (wanted.isEmpty() ? u"metadata.name="_s : u",metadata.name="_s) + call.info.name;
    auto fields = documents::FieldSelector::parse(kinds.of(*call.resource), wanted);
    if (!fields)
        return fields.refusal();
    return Selection(*labels, *fields, call.resource);
}

bool Selection::matches(const Stored& object) const
{
    if (isEmpty())
        return true;
    return m_labels.matchesLabels(object.labels()) && m_fields.matches(viewOf(*m_resource, object.document()));
}

} // namespace sim
