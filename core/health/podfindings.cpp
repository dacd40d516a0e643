#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/health/situation.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace health {

namespace {

using base::Health;
using flink::ContainerState;
using flink::Pod;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(health::Text)
};

/// A kill for memory is news for this long.
constexpr auto killIsNews = 15min;
/// A pod that finds no node at once may be waiting for one that is being made.
constexpr auto schedulingGrace = 60s;

struct Counted
{
    int pods = 0;
    QStringList evidence;

    void add(const Pod& pod, const QString& what)
    {
        ++pods;
        if (evidence.size() < 3)
            evidence.append(
                Text::tr("Pod %1: %2").arg(base::visibleText(pod.metadata.name, 253), base::visibleText(what, 300)));
    }
};

bool isPullReason(const QString& reason)
{
    return reason == u"ErrImagePull" || reason == u"ImagePullBackOff" || reason == u"InvalidImageName" ||
           reason == u"ErrImageNeverPull";
}

/// What keeps pods of one component from working.
struct Troubles
{
    Counted outOfMemory, crashing, imagePull, unschedulable, evicted;
    int ready = 0, all = 0;
};

void countContainer(const Situation& situation, const Pod& pod, const ContainerState& container, Troubles& troubles)
{
    const bool isNews = situation.isYoung(container.lastEndAt, killIsNews) || !container.lastEndAt.isValid();
    if (container.lastEndReason == u"OOMKilled" && isNews)
        troubles.outOfMemory.add(pod, u"OOMKilled, exit %1"_s.arg(container.lastExitCode));
    if (container.waitingReason == u"CrashLoopBackOff")
        troubles.crashing.add(pod, container.message.isEmpty() ? container.waitingReason : container.message);
    if (isPullReason(container.waitingReason))
        troubles.imagePull.add(pod, container.message.isEmpty() ? container.waitingReason : container.message);
}

Troubles troublesOf(const Situation& situation, const QList<const Pod*>& pods)
{
    Troubles troubles;
    for (const Pod* pod : pods) {
        ++troubles.all;
        troubles.ready += pod->isReady() ? 1 : 0;
        if (!pod->unschedulable.isEmpty() && !situation.isYoung(pod->metadata.createdAt, schedulingGrace))
            troubles.unschedulable.add(*pod, pod->unschedulable);
        if (pod->reason == u"Evicted")
            troubles.evicted.add(*pod, pod->reason);
        for (const ContainerState& container : pod->containers)
            countContainer(situation, *pod, container, troubles);
    }
    return troubles;
}

void addJobManager(const Situation& situation, QList<Finding>& found)
{
    const QList<const Pod*> pods = situation.podsOf(u"jobmanager");
    const Troubles troubles = troublesOf(situation, pods);
    if (pods.isEmpty()) {
        // Where Flink answers there is a JobManager, whatever labels its pod wears.
        const bool claims = situation.resource && situation.resource->jobManagerStatus == u"READY" && !situation.jobs;
        if (claims && !situation.isPlannedChange() && !situation.isSuspending())
            found.append({Health::Broken,
                          Text::tr("There is no JobManager pod, although the operator still reports it as ready."),
                          {}});
        return;
    }
    if (troubles.imagePull.pods > 0)
        found.append(
            {Health::Broken, Text::tr("The image of the JobManager cannot be pulled."), troubles.imagePull.evidence});
    else if (troubles.outOfMemory.pods > 0)
        found.append({Health::Broken, Text::tr("The JobManager was killed because it ran out of memory."),
                      troubles.outOfMemory.evidence});
    else if (troubles.crashing.pods > 0)
        found.append({Health::Broken, Text::tr("The JobManager crashes again and again. Its log tells why."),
                      troubles.crashing.evidence});
    else if (troubles.unschedulable.pods > 0)
        found.append(
            {Health::Broken, Text::tr("No node has room for the JobManager."), troubles.unschedulable.evidence});
    else if (troubles.ready == 0 && !situation.isPlannedChange())
        found.append({Health::Changing, Text::tr("The JobManager is starting again."), {}});
}

QString memorySentence(int killed, const Situation& situation)
{
    const bool restarts = situation.job && situation.job->state != u"RUNNING";
    return restarts ? Text::tr("%n TaskManager(s) were killed because they ran out of memory, and the job restarts.",
                               nullptr, killed)
                    : Text::tr("%n TaskManager(s) were killed because they ran out of memory.", nullptr, killed);
}

void addTaskManagers(const Situation& situation, QList<Finding>& found)
{
    const QList<const Pod*> pods = situation.podsOf(u"taskmanager");
    const Troubles troubles = troublesOf(situation, pods);
    const bool works = situation.job && situation.job->state == u"RUNNING" &&
                       situation.job->tasks.value(u"running"_s) + situation.job->tasks.value(u"finished"_s) >=
                           situation.job->tasks.value(u"total"_s);
    const Health family = works ? Health::AtRisk : Health::Broken;
    if (troubles.outOfMemory.pods > 0)
        found.append({family, memorySentence(troubles.outOfMemory.pods, situation), troubles.outOfMemory.evidence});
    if (troubles.imagePull.pods > 0)
        found.append({family,
                      Text::tr("The image of %n TaskManager(s) cannot be pulled.", nullptr, troubles.imagePull.pods),
                      troubles.imagePull.evidence});
    if (troubles.crashing.pods > 0)
        found.append({family, Text::tr("%n TaskManager(s) crash again and again.", nullptr, troubles.crashing.pods),
                      troubles.crashing.evidence});
    if (troubles.unschedulable.pods > 0)
        found.append({family, Text::tr("No node has room for %n TaskManager(s).", nullptr, troubles.unschedulable.pods),
                      troubles.unschedulable.evidence});
    if (troubles.evicted.pods > 0)
        found.append({Health::AtRisk,
                      Text::tr("%n TaskManager(s) were evicted from their node.", nullptr, troubles.evicted.pods),
                      troubles.evicted.evidence});
}

} // namespace

QList<Finding> podFindings(const Situation& situation)
{
    if (!situation.pods || situation.isSuspending())
        return {};
    if (situation.resource && situation.resource->metadata.deletedAt.isValid())
        return {};
    QList<Finding> found;
    addJobManager(situation, found);
    addTaskManagers(situation, found);
    return found;
}

} // namespace health
