#pragma once

#include "core/flink/deployment.h"
#include "core/kube/watch.h"

namespace flink {

/// The deployment whose Flink cluster runs this session job.
kube::ObjectKey clusterOf(const SessionJob& job);
/// Where a deployment's Flink REST is found behind its API server: the path of the operator's service, through the
/// proxy.
QString serviceProxyPath(const kube::ObjectKey& deployment);

} // namespace flink
