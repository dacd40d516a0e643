#pragma once

#include "core/kube/kubeconfig.h"

#include <QUrl>

namespace kube {

/// Where the API server of a cluster is: without a scheme https when any TLS field is set, else http; a path prefix is
/// kept, user info, query and fragment are dropped. Fails with Configuration.
base::Result<QUrl> serverUrl(const ClusterEntry& cluster);

} // namespace kube
