#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace support {

/// What happens to one deployment of the sample fleet.
enum class Plight {
    Healthy,
    RestartLoop,  ///< TaskManagers run out of memory; the operator still says STABLE
    NoJobManager, ///< its JobManager is gone, and nothing to restore from is known
    FailingCheckpoints,
    Backpressured,
    Restarted, ///< a few restarts today, running again
    Upgrading,
    Starting,
    Silent, ///< its REST does not answer
    Suspended,
    Session, ///< a session cluster
};

/// One deployment of the sample fleet, in the words of a person; everything else is made from it.
struct SampleDeployment
{
    QString nameSpace, name;
    Plight plight = Plight::Healthy;
    QString flinkVersion = QStringLiteral("1.20"); ///< recordings exist for 1.20 and 2.2; others borrow the nearer one
    int parallelism = 4;
    QString owner;              ///< "Argo CD", "Flux", "Helm", "kubectl"
    int checkpointSeconds = 60; ///< interval
    qint64 checkpoint = 1000;   ///< number of the newest when the server starts
    double stateGiB = 1;
    int busyPercent = 30;
    int changedMinutes = 1440; ///< since its spec last changed

    QString jobId() const;
    int slotCount() const { return parallelism > 4 ? 4 : 2; } ///< of each TaskManager
    int taskManagers() const { return (parallelism + slotCount() - 1) / slotCount(); }
    bool isRunning() const; ///< there is a JobManager that answers
    bool isSession() const { return plight == Plight::Session; }
    QString release() const; ///< "1.20.4"
};

/// A job in a session cluster.
struct SampleSessionJob
{
    QString nameSpace, name, cluster;
    int parallelism = 2;
    bool isLost = false; ///< the cluster does not know it any more

    QString jobId() const;
};

struct SampleFleet
{
    QString context; ///< also the connection's name in the kubeconfig
    QList<SampleDeployment> deployments;
    QList<SampleSessionJob> sessionJobs;
};

/// The fleets of all contexts: "sample" holds everything, prod-seoul, prod-busan, stage-seoul and dev-local their part.
QList<SampleFleet> sampleFleets();

/// A number that belongs to `name`, the same in every run.
quint32 sampleNumber(const QString& name);
/// 32 hexadecimal digits that belong to `name`.
QString sampleHex(const QString& name, int digits = 32);

} // namespace support
