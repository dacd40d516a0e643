#include "core/flink/podlisting.h"

#include "core/kube/listing.h"

using namespace Qt::StringLiterals;

namespace flink {

kube::Collection podsOf(const kube::ObjectKey& deployment)
{
    return {kube::coreType(u"pods"_s), deployment.nameSpace, u"app="_s + deployment.name, {}};
}

void listPods(kube::Api& api, const kube::ObjectKey& deployment, http::Priority priority, QObject* context,
              std::function<void(base::Result<QList<Pod>>)> done)
{
    kube::listOnce(api, podsOf(deployment), kube::erased(decodePod), priority, context,
                   [done = std::move(done)](const base::Result<QList<kube::Item>>& items) {
                       if (items)
                           done(kube::valuesOf<Pod>(*items));
                       else
                           done(items.error());
                   });
}

} // namespace flink
