#include "core/sim/documents/requestrules.h"

#include "core/sim/documents/causes.h"
#include "core/sim/documents/typed.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

constexpr auto modified =
    u"the object has been modified; please apply your changes to the latest version and try again";

/// The key of etcd, as a message shows it.
QString keyOf(const Kind& kind, const QJsonObject& metadata)
{
    const auto& resource = *kind.resource;
    auto key = u"/registry/"_s + (kind.isCustom() ? resource.group + u'/' : QString()) + resource.plural;
    if (resource.isNamespaced())
        key += u'/' + metadata.value("namespace"_L1).toString();
    return key + u'/' + metadata.value("name"_L1).toString();
}

} // namespace

std::optional<Refusal> refuseOptions(const WriteRequest& request, const QString& options,
                                     std::optional<PatchType> patch)
{
    QList<Cause> causes;
    if (request.fieldManager.size() > longestManager)
        causes += cause::tooLong(u"fieldManager"_s, longestManager);
    if (patch == PatchType::Apply && request.fieldManager.isEmpty())
        causes += cause::required(u"fieldManager"_s, u"is required for apply patch"_s);
    if (patch && patch != PatchType::Apply && request.isForced)
        causes += cause::forbidden(u"force"_s, u"may not be specified for non-apply patch"_s);
    if (causes.isEmpty())
        return std::nullopt;
    return Refusal::invalid(u"meta.k8s.io", options, {}, causes);
}

std::optional<Refusal> refuseAddress(const Kind& kind, const QJsonObject& metadata, const WriteRequest& request)
{
    const auto name = metadata.value("name"_L1).toString();
    if (!request.name.isEmpty() && name != request.name) {
        return Refusal::badRequest(
            u"the name of the object (%1) does not match the name on the URL (%2)"_s.arg(name, request.name));
    }
    const auto ns = metadata.value("namespace"_L1).toString();
    if (kind.resource->isNamespaced() && !ns.isEmpty() && ns != request.ns) {
        return Refusal::badRequest(
            u"the namespace of the provided object does not match the namespace sent on the request"_s);
    }
    return std::nullopt;
}

std::optional<Refusal> refuseRevision(const Kind& kind, const QJsonObject& metadata, const QJsonObject& live)
{
    const auto wanted = metadata.value("resourceVersion"_L1).toString();
    const auto present = at(live, {u"metadata", u"resourceVersion"}).toString();
    if (wanted.isEmpty() || wanted == present)
        return std::nullopt;
    bool isNumber = false;
    wanted.toULongLong(&isNumber);
    if (!isNumber)
        return Refusal{500, {}, u"strconv.ParseUint: parsing \"%1\": invalid syntax"_s.arg(wanted)};
    return Refusal::conflict(kind.typeName(), metadata.value("name"_L1).toString(), QStringView(modified).toString());
}

std::optional<Refusal> refuseOtherUid(const Kind& kind, const QJsonObject& metadata, const QJsonObject& live)
{
    const auto wanted = metadata.value("uid"_L1).toString();
    const auto present = live.value("metadata"_L1).toObject();
    if (wanted.isEmpty() || wanted == present.value("uid"_L1).toString())
        return std::nullopt;
    return Refusal::conflict(
        kind.typeName(), metadata.value("name"_L1).toString(),
        u"StorageError: invalid object, Code: 4, Key: %1, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: "
        "UID in precondition: %2, UID in object meta: %3"_s.arg(keyOf(kind, present), wanted,
                                                                present.value("uid"_L1).toString()));
}

std::optional<Refusal> refuseConfiguration(const Kind& kind, const QJsonObject& configuration,
                                           const WriteRequest& request, bool isNew)
{
    auto metadata = configuration.value("metadata"_L1).toObject();
    if (!metadata.contains("name"_L1))
        metadata.insert("name"_L1, request.name);
    if (auto refusal = refuseAddress(kind, metadata, request))
        return refusal;
    const auto error = typedError(*kind.schema, configuration);
    if (!error.isEmpty()) {
        const auto& resource = *kind.resource;
        const auto version = resource.group.isEmpty() ? u'/' + resource.apiVersion() : resource.apiVersion();
        return Refusal{500,
                       {},
                       u"failed to create typed patch object (%1/%2; %3, Kind=%4): %5"_s.arg(
                           metadata.value("namespace"_L1).toString(), metadata.value("name"_L1).toString(), version,
                           resource.kind, error)};
    }
    if (!isNew || !metadata.value("uid"_L1).isString())
        return std::nullopt;
    return Refusal::conflict(kind.typeName(), request.name,
                             u"uid mismatch: the provided object specified uid %1, and no existing object was "
                             "found"_s.arg(metadata.value("uid"_L1).toString()));
}

} // namespace sim::documents
