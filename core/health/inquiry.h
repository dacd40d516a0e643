#pragma once

#include "core/health/verdict.h"

#include <QObject>

#include <functional>
#include <memory>

namespace health {

/// The job a deployment is judged by: the one its operator names, unless that has ended; else the one that still goes
/// on, newest first; else the newest. Null: Flink has none. `resource`: null for a bare endpoint. A session cluster is
/// not judged by any one of its jobs.
const flink::JobOverview* judgedJob(const QList<flink::JobOverview>& jobs, const flink::Deployment* resource);

/// Asks all sources beside the custom resource what a judgement over one deployment needs, by way of its observer: so
/// that a table, a page and a command line that look at the same deployment judge by the same evidence.
class Inquiry : public QObject
{
    Q_OBJECT
public:
    using Observer = std::shared_ptr<flink::ClusterObserver>;
    /// The newest known state of the custom resource; null: there is none.
    using Resource = std::function<std::shared_ptr<const flink::Deployment>()>;
    enum class Pods {
        Listed,           ///< with each poll
        WatchedElsewhere, ///< evidence() leaves them to the caller
    };

    Inquiry(Observer observer, Resource resource, Pods pods, QObject* parent = nullptr);
    ~Inquiry() override;

    const Observer& observer() const { return m_observer; }
    /// How often to ask; the first time now. Until told nothing is asked.
    void setPace(flink::ClusterObserver::Pace pace);
    /// Asks and follows nothing any more.
    void stop();
    /// All but the resource and the time of judgement.
    Evidence evidence() const;

signals:
    void learned(); ///< evidence() has changed
    void settled(); ///< everything that was asked has been answered, or has failed

private:
    void followJob();

    Observer m_observer;
    Resource m_resource;
    Pods m_pods;
    flink::ClusterObserver::Attention m_attention;
    QString m_job; ///< that is judged; empty: none
};

} // namespace health
