#include "core/health/situation.h"

#include "core/health/inquiry.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace health {

namespace {

using base::Health;

/// A watch that is quiet proves its life by bookmarks, about once a minute.
constexpr std::chrono::milliseconds believedQuietly = 120s;
/// Beside a problem the last value is believed this long.
constexpr std::chrono::milliseconds believedInTrouble = 60s;
/// Image pulls, mounts and scheduling of a normal start are over by then.
constexpr auto startGrace = 120s;

template <typename T>
const T* believed(const base::Observed<T>& observed, const QDateTime& now,
                  std::chrono::milliseconds quietly = believedQuietly)
{
    const std::chrono::milliseconds limit = observed.problem ? believedInTrouble : quietly;
    const bool isRecent = observed.observedAt.isValid() && observed.observedAt.msecsTo(now) <= limit.count();
    return observed.value && isRecent ? &*observed.value : nullptr;
}

} // namespace

Situation::Situation(const Evidence& all)
    : evidence(all)
    , now(all.now)
    , resource(believed(all.resource, now) ? all.resource.value->get() : nullptr)
    , lastKnown(all.resource.value ? all.resource.value->get() : nullptr)
    , jobs(all.jobs.isFresh() ? believed(all.jobs, now, all.believedFor) : nullptr)
    , detail(all.detail.isFresh() ? believed(all.detail, now, all.believedFor) : nullptr)
    , checkpoints(believed(all.checkpoints, now, all.believedFor))
    , checkpointConfig(all.checkpointConfig.value ? &*all.checkpointConfig.value : nullptr)
    , exceptions(believed(all.exceptions, now, all.believedFor))
    , pods(believed(all.pods, now, all.believedFor))
{
    if (jobs)
        job = judgedJob(*jobs, lastKnown);
    if (const qint64* known = believed(all.restarts, now, all.believedFor))
        restarts = *known;
}

bool Situation::isEndpoint() const
{
    return !evidence.resource.isKnown() && !evidence.resource.problem;
}

bool Situation::isPlannedChange() const
{
    if (!resource)
        return false;
    const flink::OperatorStatus& status = resource->status;
    const QString& life = status.lifecycleState;
    return life == u"CREATED" || life == u"UPGRADING" || life == u"DEPLOYED" || life == u"ROLLING_BACK" ||
           status.reconciliationState == u"UPGRADING" || status.reconciliationState == u"ROLLING_BACK" ||
           (life.isEmpty() && status.reconciliationState.isEmpty());
}

bool Situation::isSuspending() const
{
    return resource && resource->job && resource->job->state == u"suspended";
}

bool Situation::isStarting() const
{
    return isPlannedChange() || (resource && isYoung(resource->status.reconciledAt, startGrace));
}

bool Situation::isRunning() const
{
    if (job)
        return job->state == u"RUNNING";
    return !jobs && resource && resource->status.jobState == u"RUNNING";
}

bool Situation::hasHeardFlink() const
{
    return jobs && (!job || evidence.checkpoints.isKnown() || evidence.checkpoints.problem);
}

bool Situation::isYoung(const QDateTime& since, std::chrono::milliseconds grace) const
{
    return since.isValid() && since.msecsTo(now) < grace.count();
}

QList<const flink::Pod*> Situation::podsOf(QStringView component) const
{
    QList<const flink::Pod*> found;
    if (!pods)
        return found;
    for (const flink::Pod& pod : *pods) {
        if (pod.component == component && !pod.metadata.deletedAt.isValid())
            found.append(&pod);
    }
    return found;
}

QString snapshotName(const QString& path)
{
    return path.section(u'/', -1, -1, QString::SectionSkipEmpty);
}

bool isRealPath(const QString& path)
{
    return !path.isEmpty() && path != u"KUBERNETES_OPERATOR_LAST_STATE" && path.contains(u'/');
}

QString resumePath(const flink::Deployment& resource)
{
    const flink::OperatorStatus& status = resource.status;
    if (isRealPath(status.upgradeSavepointPath))
        return status.upgradeSavepointPath;
    const bool isBySavepoint = resource.job && resource.job->upgradeMode == u"savepoint";
    return isBySavepoint && status.upgradeSavepointPath.isEmpty() ? status.lastSavepointPath : QString();
}

Health familyOfJobState(const QString& state)
{
    if (state == u"RUNNING" || state == u"FINISHED")
        return Health::Healthy;
    if (state == u"FAILED" || state == u"FAILING" || state == u"RESTARTING")
        return Health::Broken;
    if (state == u"CREATED" || state == u"INITIALIZING" || state == u"RECONCILING" || state == u"CANCELLING")
        return Health::Changing;
    return state == u"CANCELED" || state == u"SUSPENDED" ? Health::Suspended : Health::Unknown;
}

Health familyOfLifecycle(const QString& state)
{
    if (state == u"STABLE")
        return Health::Healthy;
    if (state == u"FAILED")
        return Health::Broken;
    if (state == u"ROLLED_BACK")
        return Health::AtRisk;
    if (state == u"SUSPENDED")
        return Health::Suspended;
    const bool isChange = state == u"CREATED" || state == u"UPGRADING" || state == u"DEPLOYED" ||
                          state == u"ROLLING_BACK" || state == u"DELETING" || state == u"DELETED";
    return isChange ? Health::Changing : Health::Unknown;
}

} // namespace health
