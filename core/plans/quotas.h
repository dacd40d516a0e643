#pragma once

#include "core/kube/api.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace plans {

/// Lists the ResourceQuotas of a namespace. Callbacks as http::Client::send.
void listQuotas(kube::Api& api, const QString& nameSpace, QObject* context,
                std::function<void(base::Result<QList<QJsonObject>>)> done);

/// What has no room left for pods, a line each: "team: pods 10/10".
QStringList fullQuotas(const QList<QJsonObject>& quotas);

} // namespace plans
