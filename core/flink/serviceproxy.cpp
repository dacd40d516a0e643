#include "core/flink/serviceproxy.h"

#include "core/http/request.h"

using namespace Qt::StringLiterals;

namespace flink {

kube::ObjectKey clusterOf(const SessionJob& job)
{
    return {job.metadata.nameSpace, job.deploymentName};
}

QString serviceProxyPath(const kube::ObjectKey& deployment)
{
    return u"/api/v1/namespaces/%1/services/%2-rest:rest/proxy"_s.arg(http::encodeSegment(deployment.nameSpace),
                                                                      http::encodeSegment(deployment.name));
}

} // namespace flink
