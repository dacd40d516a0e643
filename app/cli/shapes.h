#pragma once

#include "core/flink/deployment.h"
#include "core/flink/pod.h"
#include "core/flink/rest.h"
#include "core/health/verdict.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

/// The JSON of the command line: keys are stable, numbers plain, times ISO 8601 in UTC. What is not known is null.
namespace cli::shapes {

QJsonValue time(const QDateTime& when);
QJsonValue text(const QString& text); ///< null when empty

/// The newest checkpoint somebody knows of: the operator by its path, Flink by its time, too.
struct LastCheckpoint
{
    QString path;
    QDateTime completedAt;
};
QJsonValue lastCheckpoint(const std::optional<LastCheckpoint>& checkpoint, const QDateTime& now);
/// What the custom resource alone knows.
std::optional<LastCheckpoint> knownToOperator(const flink::OperatorStatus& status);
/// What Flink knows, else the custom resource, which must be there.
std::optional<LastCheckpoint> lastKnown(const health::Evidence& evidence);

QString word(health::Source source);
/// Health, summary, and the sources it was judged on and without.
void addVerdict(QJsonObject& json, const health::Verdict& verdict);

QJsonObject deployment(const QString& context, const flink::Deployment& deployment,
                       const std::optional<LastCheckpoint>& checkpoint, const QDateTime& observedAt);
QJsonObject sessionJob(const QString& context, const flink::SessionJob& job, const QDateTime& observedAt);
QJsonObject snapshot(const QString& context, const flink::StateSnapshot& snapshot, const QDateTime& observedAt);
QJsonObject blueGreen(const QString& context, const flink::BlueGreenDeployment& deployment,
                      const QDateTime& observedAt);

QJsonObject job(const flink::JobOverview& job);
QJsonObject jobDetail(const flink::JobDetail& detail); ///< job() with type and vertices
QJsonObject checkpoint(const flink::Checkpoint& checkpoint);
QJsonObject counts(const flink::CheckpointCounts& counts);
QJsonObject pod(const flink::Pod& pod);
QJsonObject event(const flink::Event& event);

} // namespace cli::shapes
