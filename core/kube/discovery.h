#pragma once

#include "core/kube/api.h"

#include <functional>

namespace kube {

/// What GET /version tells.
struct ServerVersion
{
    int major = 0, minor = 0; ///< 0: not told in a form we know
    QString gitVersion;       ///< "v1.33.2+k3s1", as it came

    friend bool operator==(const ServerVersion&, const ServerVersion&) = default;
};
void fetchVersion(Api& api, QObject* context, std::function<void(base::Result<ServerVersion>)> done);

/// A kind of object the server serves.
struct ServedType
{
    ResourceType type;
    QString kind;
    bool isNamespaced = true;
    QStringList verbs;
    QStringList subresources; ///< "log", "status"

    friend bool operator==(const ServedType&, const ServedType&) = default;
};

/// What a server serves, as far as it concerns Drey: the core group, apps, events.k8s.io, authorization.k8s.io,
/// apiextensions.k8s.io and flink.apache.org.
struct Discovery
{
    QList<ServedType> types;           ///< of a group with several versions, the preferred one first
    QMap<QString, base::Error> failed; ///< groups ("" is core) of which nothing is known; the others are complete
    QStringList stale;                 ///< groups whose own server is down: what is told of them may be old

    const ServedType* find(const QString& group, const QString& plural) const;
};

/// One answer where the server knows aggregated discovery, else one request a group; a group that fails fails alone. An
/// Error only when nothing at all could be learned.
void discover(Api& api, QObject* context, std::function<void(base::Result<Discovery>)> done);

/// The preferred version in which the type's group serves its plural; empty: none does. Asks nothing but that group.
void findVersion(Api& api, const ResourceType& type, QObject* context, std::function<void(base::Result<QString>)> done);

} // namespace kube
