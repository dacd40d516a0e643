#pragma once

#include "core/sim/practice/cluster.h"

#include <QMap>

namespace sim::practice {

/// The company's namespaces in which Flink runs.
inline const QStringList companyNamespaces{QStringLiteral("payments"), QStringLiteral("orders"),
                                           QStringLiteral("analytics")};

/// What the manifest of a FlinkDeployment, or of a FlinkSessionJob, is made of.
struct Application
{
    enum class Kind { Application, Session, SessionJob, BlueGreen };
    enum class Owner { ArgoCd, Helm, Kubectl };

    QString ns;
    QString name;
    QString flinkVersion; ///< "1.20"
    Owner owner = Owner::Kubectl;
    Kind kind = Kind::Application;
    int parallelism = 2;
    int slotsPerWorker = 2;
    QString workerMemory = QStringLiteral("4096m");
    QString upgradeMode = QStringLiteral("last-state");
    QString interval = QStringLiteral("60 s"); ///< of checkpoints
    QString session = {};                      ///< of a session job
    QMap<QString, QString> configuration = {}; ///< more of it
};

/// All of the company, in the order in which it was built up.
const QList<Application>& companyFleet();
/// The one of that name; there is one.
const Application& member(const QString& name);
/// Its manifest.
QJsonObject manifest(const Application& application);
QStringView typeOf(const Application& application);

/// The setting of the company's cluster.
Setting companySetting();
/// Installs the operator, the namespaces and the whole fleet, and lets the time pass until all of it runs.
void foundCompany(Cluster& cluster);

} // namespace sim::practice
