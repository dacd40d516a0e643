#include "core/plans/quotas.h"

#include "core/base/quantity.h"

#include <QJsonArray>

namespace plans {

using namespace Qt::StringLiterals;

void listQuotas(kube::Api& api, const QString& nameSpace, QObject* context,
                std::function<void(base::Result<QList<QJsonObject>>)> done)
{
    const kube::Collection all{.type = kube::coreType(u"resourcequotas"_s), .nameSpace = nameSpace};
    api.getJson(all.path(), context, [done = std::move(done)](const base::Result<QJsonObject>& list) {
        if (!list)
            return done(list.error());
        QList<QJsonObject> quotas;
        for (const QJsonValue quota : (*list)[u"items"].toArray())
            quotas.append(quota.toObject());
        done(quotas);
    });
}

QStringList fullQuotas(const QList<QJsonObject>& quotas)
{
    QStringList full;
    for (const QJsonObject& quota : quotas) {
        const QJsonObject hard = quota[u"status"][u"hard"].toObject(), used = quota[u"status"][u"used"].toObject();
        for (auto limit = hard.begin(); limit != hard.end(); ++limit) {
            const QString& resource = limit.key();
            const bool isOfPods = resource == u"pods" || resource == u"count/pods" || resource.contains(u"cpu"_s) ||
                                  resource.contains(u"memory"_s);
            const auto most = base::parseQuantity(limit.value().toString());
            const auto now = base::parseQuantity(used[resource].toString());
            if (isOfPods && most && now && *now >= *most)
                full.append(u"%1: %2 %3/%4"_s.arg(quota[u"metadata"][u"name"].toString(), resource,
                                                  used[resource].toString(), limit.value().toString()));
        }
    }
    return full;
}

} // namespace plans
