#pragma once

#include "core/base/result.h"
#include "core/flink/rest.h"

#include <QByteArray>

namespace flink {

/// Decoders of the bodies of Flink's REST answers, 1.16 to 2.x. They forgive: absent or odd fields stay at their
/// defaults, "NaN", negative amounts and Long.MAX mean "not set". They fail with Decode only when a body is not JSON of
/// the promised shape at all.
base::Result<ClusterOverview> decodeClusterOverview(const QByteArray& body);
base::Result<QList<JobOverview>> decodeJobs(const QByteArray& body);
base::Result<JobDetail> decodeJob(const QByteArray& body);
base::Result<CheckpointHistory> decodeCheckpoints(const QByteArray& body);
base::Result<CheckpointConfig> decodeCheckpointConfig(const QByteArray& body);
base::Result<CheckpointDetail> decodeCheckpointDetail(const QByteArray& body);
base::Result<QList<SubtaskCheckpoint>> decodeCheckpointSubtasks(const QByteArray& body);
base::Result<ExceptionHistory> decodeExceptions(const QByteArray& body);
base::Result<QList<TaskManager>> decodeTaskManagers(const QByteArray& body);
base::Result<KeyValues> decodeKeyValues(const QByteArray& body);
base::Result<QList<Metric>> decodeMetrics(const QByteArray& body);
base::Result<TriggerResult> decodeTriggerResult(const QByteArray& body);
base::Result<ResourceRequirements> decodeRequirements(const QByteArray& body);
base::Result<QList<Jar>> decodeJars(const QByteArray& body);
base::Result<QJsonObject> decodeObject(const QByteArray& body);

/// The texts of Flink's own error body {"errors": […]}; empty: the body is not Flink's.
QStringList flinkErrors(const QByteArray& body);

} // namespace flink
