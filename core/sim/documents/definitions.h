#pragma once

#include <QJsonObject>
#include <QList>

namespace sim::documents {

/// The releases of the Flink operator whose resource definitions can be played.
enum class OperatorRelease { V1_7, V1_12, V1_15, V1_16 };

/// The CustomResourceDefinitions a release installs (FlinkDeployment, FlinkSessionJob, from 1.10 FlinkStateSnapshot,
/// from 1.14 FlinkBlueGreenDeployment), without metadata the server gives and without status.
QList<QJsonObject> flinkDefinitions(OperatorRelease release);
/// `definition` with the status of one that is established.
QJsonObject established(QJsonObject definition, const QString& time);

} // namespace sim::documents
