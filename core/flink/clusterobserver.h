#pragma once

#include "core/base/observed.h"
#include "core/flink/pod.h"
#include "core/flink/pollbudget.h"
#include "core/flink/restclient.h"
#include "core/kube/api.h"
#include "core/kube/watch.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace flink {

/// What Flink's REST, and the API server about its pods, say about one cluster, kept up to date by polling while
/// somebody looks.
struct ClusterView
{
    base::Observed<ClusterOverview> overview;
    base::Observed<QList<JobOverview>> jobs;
    QHash<QString, base::Observed<JobDetail>> details; ///< by job id; only of the jobs that are looked at
    QHash<QString, base::Observed<CheckpointHistory>> checkpoints;
    QHash<QString, base::Observed<CheckpointConfig>> checkpointConfigs;
    QHash<QString, base::Observed<ExceptionHistory>> exceptions;
    QHash<QString, base::Observed<qint64>> restarts; ///< metric numRestarts
    base::Observed<QList<TaskManager>> taskManagers; ///< only while somebody looks closely
    base::Observed<QList<Pod>> pods;                 ///< only while they are asked for
};

/// Where the pods of a cluster are listed; without an API server nowhere.
struct PodSource
{
    kube::Api* api = nullptr;
    kube::ObjectKey deployment;
};

/// The pauses of an observer; tests shorten them.
struct PollTimes
{
    std::chrono::milliseconds foreground{3'000},
        background{30'000}; ///< between polls; in the background twice as long while there is no answer
    std::chrono::milliseconds secondQuestion{1'000};    ///< after a metric that was answered empty
    std::chrono::milliseconds configurationAge{60'000}; ///< checkpoint settings are asked again when older
    std::chrono::milliseconds detailAge{300'000}; ///< in the background: vertices, too, which change with the job only
    std::chrono::milliseconds gather{30};         ///< answers of that time make one updated()
    std::chrono::milliseconds impatience{10'000}; ///< what is not answered by then counts as a problem until it is
};

/// Polls one Flink cluster: overview and jobs, and the parts that were asked for. Answers keep their time; a failed
/// poll keeps the last values, dated, and so does one that goes on without an answer. Slows down when nobody looks, and
/// then asks with the priority of background work; stops when told. A cluster that does not answer its overview is not
/// asked for the rest; its pods are.
class ClusterObserver : public QObject
{
    Q_OBJECT
public:
    enum class Pace { Stopped, Background, Foreground }; ///< never, every 30 s, every 3 s (Flink itself caches for 3 s)

    /// Without a budget it polls whenever it is due. The API server of `pods` must outlive it.
    explicit ClusterObserver(std::unique_ptr<RestClient> rest, PollTimes times = {},
                             std::shared_ptr<PollBudget> budget = {}, PodSource pods = {}, QObject* parent = nullptr);
    ~ClusterObserver() override;

    const ClusterView& view() const;
    RestClient& rest() const;
    /// Asks for a pace as long as it is held. Of all that is asked for, also by setPace(), the fastest holds.
    using Attention = std::shared_ptr<void>;
    [[nodiscard]] Attention attend(Pace pace);

    Pace pace() const; ///< that holds
    void setPace(Pace pace);
    /// Detail, checkpoints, exceptions and restarts of this job, too, until unfollowed as often as it was followed.
    /// Asks about it at once.
    void follow(const QString& jobId);
    void unfollow(const QString& jobId);
    /// The same for the pods, from the next poll on.
    void followPods();
    void unfollowPods();
    void refresh(); ///< polls now, whatever the pace

signals:
    void updated(); ///< the view has changed; several answers at once
    void settled(); ///< after updated(): every question has its answer, and none was added meanwhile

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace flink
