#include "core/sim/documents/causes.h"
#include "core/sim/documents/goprint.h"
#include "core/sim/documents/validation.h"
#include "core/sim/documents/writes.h"

using namespace Qt::StringLiterals;

namespace sim::documents {

Answer<FieldValidation> fieldValidationOf(const QString& parameter, const QString& options)
{
    if (parameter.isEmpty() || parameter == u"Warn")
        return FieldValidation::Warn;
    if (parameter == u"Ignore")
        return FieldValidation::Ignore;
    if (parameter == u"Strict")
        return FieldValidation::Strict;
    return Refusal::invalid(
        u"meta.k8s.io", options, {},
        {cause::unsupported(u"fieldValidation"_s, parameter, {QString(), u"Ignore"_s, u"Strict"_s, u"Warn"_s})});
}

std::optional<Refusal> refuseDryRun(const QStringList& parameters, const QString& options)
{
    QStringList quoted;
    bool isGood = true;
    for (const auto& parameter : parameters) {
        quoted += goQuoted(parameter);
        isGood = isGood && parameter == u"All";
    }
    if (isGood)
        return std::nullopt;
    const Cause cause{u"FieldValueNotSupported"_s,
                      u"Unsupported value: []string{%1}: supported values: \"All\""_s.arg(quoted.join(u", "_s)),
                      u"dryRun"_s};
    return Refusal::invalid(u"meta.k8s.io", options, {}, {cause});
}

Answer<PatchType> patchTypeOf(const QByteArray& contentType, const Kind& kind)
{
    const auto type = contentType.split(';').first().trimmed().toLower();
    if (type == "application/json-patch+json")
        return PatchType::Json;
    if (type == "application/merge-patch+json")
        return PatchType::Merge;
    if (type == "application/strategic-merge-patch+json" && !kind.isCustom())
        return PatchType::Strategic;
    if (type == "application/apply-patch+yaml")
        return PatchType::Apply;
    Refusal refusal{415, u"UnsupportedMediaType"_s, u"415: Unsupported Media Type"_s};
    if (type == "application/strategic-merge-patch+json") {
        refusal.message = u"the body of the request was in an unknown format - accepted media types include: "
                          "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml"_s;
    }
    return refusal;
}

} // namespace sim::documents
