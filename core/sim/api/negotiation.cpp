#include "core/sim/api/negotiation.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

std::optional<Form> servedForm(const QByteArray& entry)
{
    const auto parts = entry.split(';');
    const auto media = parts.first().trimmed().toLower();
    if (media != "application/json" && media != "*/*" && media != "application/*")
        return std::nullopt;
    QByteArray as;
    QByteArray version;
    QByteArray group;
    for (const auto& part : parts) {
        const auto equals = part.indexOf('=');
        const auto name = equals < 0 ? QByteArray() : part.first(equals).trimmed();
        const auto value = equals < 0 ? QByteArray() : part.sliced(equals + 1).trimmed();
        if (name == "as")
            as = value;
        else if (name == "v")
            version = value;
        else if (name == "g")
            group = value;
    }
    if (as.isEmpty())
        return Form::Whole;
    if (group != "meta.k8s.io" || (version != "v1" && version != "v1beta1"))
        return std::nullopt;
    if (as == "Table")
        return Form::Table;
    if (as == "PartialObjectMetadata" || as == "PartialObjectMetadataList")
        return Form::MetadataOnly;
    return std::nullopt;
}

} // namespace

std::variant<Form, Refusal> formOf(const QByteArray& accept)
{
    if (accept.trimmed().isEmpty())
        return Form::Whole;
    for (const auto& entry : accept.split(',')) {
        if (const auto form = servedForm(entry))
            return *form;
    }
    return Refusal{406, u"NotAcceptable"_s, u"only the following media types are accepted: application/json"_s};
}

} // namespace sim
