#pragma once

#include "core/base/result.h"
#include "core/flink/restvertex.h"

#include <QByteArray>

namespace flink {

/// Decoders of what Flink's REST says about the graph of a job; as forgiving as those of restdecode.h.
base::Result<JobPlan> decodeJobPlan(const QByteArray& body);
base::Result<QList<MetricSpread>> decodeMetricSpreads(const QByteArray& body);
base::Result<QList<Subtask>> decodeSubtasks(const QByteArray& body);
base::Result<VertexLoad> decodeVertexLoad(const QByteArray& body);

} // namespace flink
