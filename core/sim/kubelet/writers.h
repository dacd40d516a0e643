#pragma once

#include "core/sim/world/objects.h"

/// Under which names the parts of Kubernetes stand in managedFields.
namespace sim::kubelet {

inline Write byControllerManager()
{
    return Write::by(QStringLiteral("kube-controller-manager"));
}
inline Write byScheduler()
{
    return Write::by(QStringLiteral("kube-scheduler"));
}
inline Write byKubelet()
{
    return Write::by(QStringLiteral("kubelet"));
}

} // namespace sim::kubelet
