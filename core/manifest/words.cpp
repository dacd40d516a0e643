#include "core/manifest/words.h"

#include <array>

namespace manifest {

namespace {

const std::array<Words, 12> all{
    {{{u"execution.checkpointing.mode"}, u"EXACTLY_ONCE AT_LEAST_ONCE", {}, false},
     {{u"restart-strategy.type", u"restart-strategy"},
      u"none off disable disabled fixed-delay fixeddelay failure-rate failurerate exponential-delay exponentialdelay",
      {},
      true},
     {{u"high-availability.type", u"high-availability"}, u"NONE standalone kubernetes zookeeper", {}, true},
     {{u"jobmanager.scheduler"}, u"Default Adaptive AdaptiveBatch Ng", {}, false},
     {{u"scheduler-mode"}, u"REACTIVE", {}, false},
     {{u"execution.runtime-mode"}, u"STREAMING BATCH AUTOMATIC", {}, false},
     {{u"taskmanager.network.compression.codec"}, u"LZ4 LZO ZSTD|NONE", u"1.20", false},
     {{u"execution.state-recovery.claim-mode", u"execution.savepoint-restore-mode"},
      u"CLAIM NO_CLAIM LEGACY",
      {},
      false},
     {{u"execution.checkpointing.externalized-checkpoint-retention"},
      u"DELETE_ON_CANCELLATION RETAIN_ON_CANCELLATION NO_EXTERNALIZED_CHECKPOINTS",
      {},
      false},
     {{u"kubernetes.operator.savepoint.format.type"}, u"CANONICAL NATIVE", {}, false},
     {{u"kubernetes.rest-service.exposed.type"}, u"ClusterIP NodePort LoadBalancer Headless_ClusterIP", {}, false},
     {{u"job.autoscaler.metrics.busy-time.aggregator"}, u"AVG MAX MIN", {}, false}}};

} // namespace

std::span<const Words> enumerations()
{
    return all;
}

} // namespace manifest
