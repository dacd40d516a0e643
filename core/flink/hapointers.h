#pragma once

#include "core/base/result.h"
#include "core/kube/api.h"
#include "core/kube/watch.h"

#include <functional>

namespace flink {

/// One completed checkpoint that the high-availability metadata of a job keeps: an entry of a ConfigMap that the
/// JobManager writes (KubernetesStateHandleStore).
struct HaPointer
{
    QString name; ///< "checkpointID-0000000000000000012" is checkpoint 12
    qint64 checkpoint = 0;

    friend bool operator==(const HaPointer&, const HaPointer&) = default;
};

/// Reads the pointers of a deployment once; only their names are looked at. None: there are no such ConfigMaps, or they
/// keep no checkpoint. Callbacks as http::Client::send.
void listHaPointers(kube::Api& api, const kube::ObjectKey& deployment, http::Priority priority, QObject* context,
                    std::function<void(base::Result<QList<HaPointer>>)> done);

} // namespace flink
