#include "core/sim/api/listoptions.h"

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr QStringView notOlderThan = u"NotOlderThan";
constexpr QStringView exact = u"Exact";

Cause forbidden(const QString& field, const QString& why)
{
    return {u"FieldValueForbidden"_s, u"Forbidden: "_s + why, field};
}

Cause unsupported(const QString& given, const QString& known)
{
    return {u"FieldValueNotSupported"_s, u"Unsupported value: \"%1\": supported values: %2"_s.arg(given, known),
            u"resourceVersionMatch"_s};
}

std::optional<Refusal> refuseNumbers(const Query& query)
{
    for (const auto& name : {u"timeoutSeconds"_s, u"limit"_s}) {
        const auto text = query.value(name);
        bool isNumber = true;
        if (!text.isEmpty())
            (void)text.toLongLong(&isNumber);
        if (!isNumber)
            return Refusal::badRequest(u"strconv.ParseInt: parsing \"%1\": invalid syntax"_s.arg(text));
    }
    return std::nullopt;
}

std::optional<Refusal> refusalOf(const QList<Cause>& causes)
{
    if (causes.isEmpty())
        return std::nullopt;
    return Refusal::invalid(u"meta.k8s.io", u"ListOptions", {}, causes);
}

} // namespace

std::optional<Refusal> refuseListOptions(const Call& call)
{
    if (auto refusal = refuseNumbers(call.query))
        return refusal;
    const auto match = call.query.value(u"resourceVersionMatch"_s);
    const auto revision = call.query.value(u"resourceVersion"_s);
    const auto field = u"resourceVersionMatch"_s;
    QList<Cause> causes;
    if (!match.isEmpty()) {
        if (revision.isEmpty())
            causes += forbidden(field, u"resourceVersionMatch is forbidden unless resourceVersion is provided"_s);
        if (!call.query.value(u"continue"_s).isEmpty())
            causes += forbidden(field, u"resourceVersionMatch is forbidden when continue is provided"_s);
        if (match != exact && match != notOlderThan)
            causes += unsupported(match, u"\"Exact\", \"NotOlderThan\", \"\""_s);
        if (match == exact && revision == u"0")
            causes += forbidden(field, u"resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""_s);
    }
    if (call.query.contains(u"sendInitialEvents"_s))
        causes += forbidden(u"sendInitialEvents"_s, u"sendInitialEvents is forbidden for list"_s);
    return refusalOf(causes);
}

std::optional<Refusal> refuseWatchOptions(const Call& call)
{
    if (auto refusal = refuseNumbers(call.query))
        return refusal;
    const auto match = call.query.value(u"resourceVersionMatch"_s);
    const bool wantsInitialEvents = call.query.contains(u"sendInitialEvents"_s);
    const auto field = u"resourceVersionMatch"_s;
    QList<Cause> causes;
    if (wantsInitialEvents) {
        if (match != notOlderThan)
            causes += forbidden(field, u"sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"_s);
        // The gate is off by default in the version played here.
        causes += forbidden(u"sendInitialEvents"_s,
                            u"sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled"_s);
    }
    if (!match.isEmpty()) {
        if (!wantsInitialEvents)
            causes += forbidden(field, u"resourceVersionMatch is forbidden for watch unless sendInitialEvents is "
                                       u"provided"_s);
        if (match != notOlderThan)
            causes += unsupported(match, u"\"NotOlderThan\""_s);
        if (!call.query.value(u"continue"_s).isEmpty())
            causes += forbidden(field, u"resourceVersionMatch is forbidden when continue is provided"_s);
    }
    return refusalOf(causes);
}

} // namespace sim
