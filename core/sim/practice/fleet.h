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
/// What that operator can deploy: an older Flink where it does not know the version, and no colours where it knows
/// none.
Application suited(Application application, op::Release release);
/// Its manifest.
QJsonObject manifest(const Application& application);
QStringView typeOf(const Application& application);
/// Who applies it, as it stands in managedFields.
QString managerOf(const Application& application);

/// The setting of the company's cluster.
Setting companySetting();
/// How long before its present the company's cluster was set up.
Duration companyPast();
/// Plays the company's history: the operator and the namespaces, then the fleet in the order in which it was built up,
/// the upgrades, savepoints and small failures since. Begins now and ends at `until`, companyPast() later or so.
void foundCompany(Cluster& cluster, Instant until);

} // namespace sim::practice
