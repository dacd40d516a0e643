#pragma once

#include "core/base/observed.h"
#include "core/flink/restclient.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace flink {

/// What Flink's REST says about one cluster, kept up to date by polling while somebody looks.
struct ClusterView
{
    base::Observed<ClusterOverview> overview;
    base::Observed<QList<JobOverview>> jobs;
    QHash<QString, base::Observed<JobDetail>> details;            ///< by job id; only of the jobs that are looked at
    QHash<QString, base::Observed<CheckpointHistory>> checkpoints;
    QHash<QString, base::Observed<CheckpointConfig>> checkpointConfigs;
    QHash<QString, base::Observed<ExceptionHistory>> exceptions;
    QHash<QString, base::Observed<qint64>> restarts;              ///< metric numRestarts
    base::Observed<QList<TaskManager>> taskManagers;
};

/// Polls one Flink cluster: overview and jobs, and the parts that were asked for. Answers keep their time; a failed poll keeps
/// the last values, dated. Slows down when nobody looks, stops when told.
class ClusterObserver : public QObject
{
    Q_OBJECT
public:
    enum class Pace { Stopped, Background, Foreground }; ///< never, every 30 s, every 3 s (Flink itself caches for 3 s)

    ClusterObserver(std::unique_ptr<RestClient> rest, QObject* parent = nullptr);
    ~ClusterObserver() override;

    const ClusterView& view() const;
    RestClient& rest() const;
    void setPace(Pace pace);
    void follow(const QString& jobId); ///< detail, checkpoints and exceptions of this job, too
    void unfollow(const QString& jobId);
    void refresh();

signals:
    void updated();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace flink
