#include "core/flink/hapointers.h"

#include "core/kube/listing.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace flink {

namespace {

constexpr QLatin1StringView checkpointKey = "checkpointID-"_L1;

base::Result<QList<HaPointer>> decodeConfigMap(QByteArrayView json)
{
    QList<HaPointer> pointers;
    const QJsonObject object = QJsonDocument::fromJson(json.toByteArray()).object();
    const QStringList names = object["data"_L1].toObject().keys();
    for (const QString& name : names) {
        bool ok = false;
        if (const qint64 number = name.mid(checkpointKey.size()).toLongLong(&ok); ok && name.startsWith(checkpointKey))
            pointers.append({name, number});
    }
    return pointers;
}

QList<HaPointer> joined(const QList<QList<HaPointer>>& maps)
{
    QList<HaPointer> all;
    for (const QList<HaPointer>& map : maps)
        all += map;
    return all;
}

} // namespace

void listHaPointers(kube::Api& api, const kube::ObjectKey& deployment, http::Priority priority, QObject* context,
                    std::function<void(base::Result<QList<HaPointer>>)> done)
{
    const QString selector = u"app=%1,configmap-type=high-availability"_s.arg(deployment.name);
    kube::listOnce(api, {kube::coreType(u"configmaps"_s), deployment.nameSpace, selector, {}},
                   kube::erased(decodeConfigMap), priority, context,
                   [done = std::move(done)](const base::Result<QList<kube::Item>>& items) {
                       if (items)
                           done(joined(kube::valuesOf<QList<HaPointer>>(*items)));
                       else
                           done(items.error());
                   });
}

} // namespace flink
