#pragma once

#include "core/flink/pod.h"
#include "core/kube/api.h"

#include <functional>

namespace plans {

/// The end of what a container wrote before it was started again, at most 256 KiB. Empty: it was not started again, or
/// its log may not be read, or is gone. Callbacks as http::Client::send.
void readEndedLog(kube::Api& api, const flink::Pod& pod, const flink::ContainerState& container, QObject* context,
                  std::function<void(const QString& text)> done);

} // namespace plans
