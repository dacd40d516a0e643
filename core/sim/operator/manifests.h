#pragma once

#include "core/sim/operator/configuration.h"

#include <QJsonObject>

namespace sim::op {

/// Which FlinkDeployment the objects of a cluster belong to.
struct Owner
{
    QString ns;
    QString name;
    QString uid;
    qint64 generation = 0; ///< that is deployed; 0: what was deployed before is deployed again
};

/// The JobManager's Deployment as Flink's native Kubernetes client makes it.
QJsonObject jobManagerDeployment(const Owner& owner, const Spec& spec, const Configuration& shipped);
/// NAME-rest and, without HA, the headless NAME; owned by the Deployment of that uid.
QJsonObject restService(const Owner& owner, const QString& deploymentUid);
/// flink-config-NAME.
QJsonObject configurationMap(const Owner& owner, const QString& deploymentUid, const Spec& spec,
                             const Configuration& shipped);
/// pod-template-NAME.
QJsonObject podTemplateMap(const Owner& owner, const QString& deploymentUid, const QJsonObject& podTemplate);

/// The pod template a TaskManager starts from: the common one with the TaskManagers' own over it.
QJsonObject mergedTemplate(const Spec& spec, QStringView part);

} // namespace sim::op
