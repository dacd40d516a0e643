#include "core/health/inquiry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace health {

namespace {

bool isOver(const QString& state)
{
    return state == u"FINISHED" || state == u"CANCELED" || state == u"FAILED";
}

} // namespace

const flink::JobOverview* judgedJob(const QList<flink::JobOverview>& jobs, const flink::Deployment* resource)
{
    if (resource && resource->isSession())
        return nullptr;
    const auto named = resource ? std::ranges::find(jobs, resource->status.jobId, &flink::JobOverview::id) : jobs.end();
    if (named != jobs.end() && !isOver(named->state))
        return &*named;
    const auto isBetter = [](const flink::JobOverview& a, const flink::JobOverview& b) {
        if (isOver(a.state) != isOver(b.state))
            return isOver(a.state);
        return a.startTime < b.startTime;
    };
    const auto best = std::ranges::max_element(jobs, isBetter);
    if (best == jobs.end())
        return nullptr;
    return isOver(best->state) && named != jobs.end() ? &*named : &*best;
}

Inquiry::Inquiry(Observer observer, Resource resource, Pods pods, QObject* parent)
    : QObject(parent)
    , m_observer(std::move(observer))
    , m_resource(std::move(resource))
    , m_pods(pods)
{
    if (m_pods == Pods::Listed)
        m_observer->followPods();
    connect(m_observer.get(), &flink::ClusterObserver::updated, this, [this] {
        followJob();
        emit learned();
    });
    connect(m_observer.get(), &flink::ClusterObserver::settled, this, &Inquiry::settled);
    followJob();
}

Inquiry::~Inquiry()
{
    stop();
}

void Inquiry::stop()
{
    m_observer->disconnect(this);
    m_attention.reset();
    if (!m_job.isEmpty())
        m_observer->unfollow(m_job);
    m_job.clear();
    if (m_pods == Pods::Listed)
        m_observer->unfollowPods();
    m_pods = Pods::WatchedElsewhere;
}

void Inquiry::setPace(flink::ClusterObserver::Pace pace)
{
    // The new one first: letting go of the last one would stop what is asked.
    m_attention = m_observer->attend(pace);
}

void Inquiry::followJob()
{
    const auto& jobs = m_observer->view().jobs.value;
    if (!jobs)
        return;
    const auto resource = m_resource();
    const flink::JobOverview* job = judgedJob(*jobs, resource.get());
    const QString wanted = job ? job->id : QString();
    if (wanted == m_job)
        return;
    if (!m_job.isEmpty())
        m_observer->unfollow(m_job);
    m_job = wanted;
    if (!m_job.isEmpty())
        m_observer->follow(m_job);
}

Evidence Inquiry::evidence() const
{
    const flink::ClusterView& view = m_observer->view();
    Evidence evidence;
    evidence.jobs = view.jobs;
    evidence.detail = view.details.value(m_job);
    evidence.checkpoints = view.checkpoints.value(m_job);
    evidence.checkpointConfig = view.checkpointConfigs.value(m_job);
    evidence.exceptions = view.exceptions.value(m_job);
    evidence.restarts = view.restarts.value(m_job);
    if (m_pods == Pods::Listed)
        evidence.pods = view.pods;
    return evidence;
}

} // namespace health
