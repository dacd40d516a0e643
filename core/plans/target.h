#pragma once

#include "core/kube/api.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>

namespace plans {

/// The place of one object in a cluster.
struct Target
{
    kube::ResourceType type;
    QString kind;
    QString nameSpace; ///< empty: it lives in none
    QString name;

    kube::ObjectPath path() const { return {type, nameSpace, name, {}}; }
    QString label() const; ///< "FlinkDeployment payments/orders"
    friend bool operator==(const Target&, const Target&) = default;
};

/// Of a kind of flink.apache.org: "flinkdeployments" of "FlinkDeployment"; empty: it is none of them.
QString pluralOf(const QString& kind);

/// Where a manifest belongs; `nameSpace`: of what names none. Asks the server only about kinds that are not Flink's. An
/// Error when the manifest says too little, or the server does not know the kind.
void locate(kube::Api& api, const QJsonObject& manifest, const QString& nameSpace, QObject* context,
            std::function<void(base::Result<Target>)> done);

/// What of a manifest may be applied: not what the API server writes itself.
QJsonObject applicable(QJsonObject manifest);

/// Who owns the fields that Drey applies.
inline constexpr QStringView fieldManager = u"drey";

enum class Rehearsal { DryRun, Real };
enum class Conflicts { Refuse, TakeOver };
/// Server-side apply, read strictly. A dry run changes nothing, so that it is a read to our own rules, too.
http::Request applyRequest(const Target& target, const QJsonObject& manifest, Rehearsal rehearsal, Conflicts conflicts);
/// A JSON patch, read strictly.
http::Request patchRequest(const Target& target, const QJsonArray& patch, Rehearsal rehearsal);

} // namespace plans
