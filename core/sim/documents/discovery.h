#pragma once

#include "core/sim/world/resource.h"

#include <QByteArray>
#include <QJsonObject>

namespace sim::documents {

/// Which form of discovery a request asks for by its Accept header.
enum class DiscoveryForm {
    Plain,          ///< APIVersions, APIGroupList, APIResourceList
    Aggregated,     ///< APIGroupDiscoveryList of apidiscovery.k8s.io/v2
    AggregatedBeta, ///< the same of v2beta1
};
DiscoveryForm discoveryFormOf(const QByteArray& accept);
/// The Content-Type of an answer in that form.
QByteArray discoveryContentType(DiscoveryForm form);

/// GET /api. `address` is host:port as the client reaches it; stands in the plain form only.
QJsonObject coreGroups(const Resources& resources, DiscoveryForm form, const QString& address);
/// GET /apis
QJsonObject groups(const Resources& resources, DiscoveryForm form);
/// GET /apis/GROUP; empty: there is no such group.
QJsonObject group(const Resources& resources, QStringView name);
/// GET /api/v1 and /apis/GROUP/VERSION; empty: there is no such version.
QJsonObject resourceList(const Resources& resources, QStringView group, QStringView version);
/// GET /version
QJsonObject version();

} // namespace sim::documents
