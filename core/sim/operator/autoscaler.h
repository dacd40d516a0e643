#pragma once

#include "core/sim/operator/configuration.h"
#include "core/sim/world/world.h"

#include <deque>

namespace sim::op {

/// What the autoscaler knows of a vertex at one moment.
struct VertexSample
{
    QString id;
    QString name;
    int parallelism = 1;
    int maxParallelism = 128;
    bool isSource = false;
    double load = 0;      ///< 0 … 1, of the busiest subtask
    double recordsIn = 0; ///< per second, all subtasks; of a source what it writes
    double lag = 0;       ///< records that wait in the source
};

struct MetricSample
{
    Instant at;
    std::vector<VertexSample> vertices; ///< in the order of the job graph
};

/// One vertex that is to run with another parallelism.
struct ScalingStep
{
    VertexSample vertex;
    int parallelism = 1;
    double capacity = 0; ///< records/s it can do now
    double expected = 0; ///< and after
    double target = 0;   ///< records/s it has to do
};

/// What the autoscaler remembers of one job from one reconciliation to the next.
struct AutoscalerMemory
{
    QString jobId;
    Instant stableFrom; ///< samples count from here on
    std::deque<MetricSample> samples;
    std::vector<std::pair<Instant, std::vector<ScalingStep>>> history;
    std::optional<Instant> lastScaling;
};

/// The parallelism that follows from the samples of a full window; empty: it is fine as it is.
std::vector<ScalingStep> decideScaling(const std::deque<MetricSample>& samples, const Configuration& conf,
                                       const std::optional<Instant>& lastScaling, Instant now);

// The texts of the ConfigMap autoscaler-NAME and of the events.
QString overridesText(const MetricSample& sample, const std::vector<ScalingStep>& steps);
QString scalingReport(const std::vector<ScalingStep>& steps);
QString memoryRecommendation(qint64 processBytes);
/// data of the ConfigMap.
QJsonObject autoscalerData(const AutoscalerMemory& memory, const QString& overrides);

/// base64(gzip(text)), as the operator stores what is large.
QString compressed(const QString& text);

} // namespace sim::op
