#pragma once

#include "core/sim/documents/writes.h"

#include <optional>

/// What a request must keep to before its document is looked at. Nothing: it does.
namespace sim::documents {

inline constexpr qsizetype longestManager = 128;

/// The parameters; `options` is CreateOptions, UpdateOptions or PatchOptions.
std::optional<Refusal> refuseOptions(const WriteRequest& request, const QString& options,
                                     std::optional<PatchType> patch = {});
/// The name and the namespace, which stand in the path, too.
std::optional<Refusal> refuseAddress(const Kind& kind, const QJsonObject& metadata, const WriteRequest& request);
/// A resourceVersion that is not the present one.
std::optional<Refusal> refuseRevision(const Kind& kind, const QJsonObject& metadata, const QJsonObject& live);
/// PUT tells of another object's uid as a failed precondition of the storage.
std::optional<Refusal> refuseOtherUid(const Kind& kind, const QJsonObject& metadata, const QJsonObject& live);
/// What server-side apply sends does not fit the kind or the place.
std::optional<Refusal> refuseConfiguration(const Kind& kind, const QJsonObject& configuration,
                                           const WriteRequest& request, bool isNew);

} // namespace sim::documents
