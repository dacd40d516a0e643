#pragma once

#include "core/base/result.h"
#include "core/flink/pod.h"
#include "core/kube/api.h"
#include "core/kube/watch.h"

#include <functional>

namespace flink {

/// The pods of a deployment: JobManagers and TaskManagers wear its name in both modes of the operator.
kube::Collection podsOf(const kube::ObjectKey& deployment);

/// Reads the pods of a deployment once. Those that cannot be decoded are left out. Callbacks as http::Client::send.
void listPods(kube::Api& api, const kube::ObjectKey& deployment, http::Priority priority, QObject* context,
              std::function<void(base::Result<QList<Pod>>)> done);

} // namespace flink
