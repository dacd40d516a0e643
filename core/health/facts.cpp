#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/health/situation.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace health {

namespace {

using base::Health;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(health::Text)
};

QString shown(const QString& text, qsizetype longest = 300)
{
    return base::visibleText(text, longest);
}

QString joined(const QStringList& parts)
{
    return parts.join(u" · "_s);
}

/// The three statements of a row, dated, with the reason where a source could not be heard.
class Row
{
public:
    Row(const Situation& situation, const QString& name)
        : m_situation(situation)
    {
        m_fact.name = name;
    }

    Row& operatorSays(const QString& text) { return add(Source::CustomResource, text, m_situation.evidence.resource); }
    Row& flinkSays(const QString& text) { return add(Source::FlinkRest, text, m_situation.evidence.jobs); }
    template <typename T>
    Row& flinkSays(const QString& text, const base::Observed<T>& part)
    {
        return add(Source::FlinkRest, text, part);
    }
    Row& podsSay(const QString& text) { return add(Source::Pods, text, m_situation.evidence.pods); }

    Row& in(Health family)
    {
        if (!m_isShown)
            return *this;
        m_fact.statements.last().family = family;
        m_fact.statements.last().colored = !m_fact.statements.last().text.isEmpty();
        return *this;
    }
    Fact fact(bool disagree = false)
    {
        m_fact.disagree = disagree;
        return m_fact;
    }

private:
    template <typename T>
    Row& add(Source source, const QString& text, const base::Observed<T>& observed)
    {
        Statement statement;
        statement.source = source;
        statement.text = text;
        statement.observedAt = observed.observedAt;
        if (observed.problem)
            statement.problem = shown(observed.problem->message, 400);
        else if (!observed.isKnown())
            statement.problem = Text::tr("not asked");
        m_isShown = !m_situation.isEndpoint() || source == Source::FlinkRest;
        if (m_isShown)
            m_fact.statements.append(statement);
        return *this;
    }

    const Situation& m_situation;
    Fact m_fact;
    bool m_isShown = false; ///< a bare endpoint has one source only
};

QString stateOfResource(const flink::Deployment& resource)
{
    const flink::OperatorStatus& status = resource.status;
    QStringList parts{status.lifecycleState.isEmpty() ? status.reconciliationState : status.lifecycleState};
    if (resource.jobManagerStatus != u"READY")
        parts.append(resource.jobManagerStatus);
    parts.append(status.jobState);
    parts.removeAll(QString());
    return shown(joined(parts));
}

Health familyOfResource(const flink::Deployment& resource)
{
    const flink::OperatorStatus& status = resource.status;
    const Health job = status.jobState.isEmpty() ? Health::Healthy : familyOfJobState(status.jobState);
    const Health life = status.lifecycleState.isEmpty() ? job : familyOfLifecycle(status.lifecycleState);
    if (life == Health::Suspended)
        return life;
    const bool isDown = resource.jobManagerStatus == u"MISSING" || resource.jobManagerStatus == u"ERROR";
    return std::min({life, job, isDown && life == Health::Healthy ? Health::Broken : Health::Healthy});
}

QString stateOfJob(const flink::JobOverview& job)
{
    const int total = job.tasks.value(u"total"_s);
    const int running = job.tasks.value(u"running"_s) + job.tasks.value(u"finished"_s);
    if (job.state == u"RUNNING" && running < total)
        return Text::tr("%1 · %2 of %3 tasks run").arg(shown(job.state, 40)).arg(running).arg(total);
    return shown(job.state, 40);
}

Health familyOfJob(const flink::JobOverview& job)
{
    const int running = job.tasks.value(u"running"_s) + job.tasks.value(u"finished"_s);
    if (job.state == u"RUNNING" && running < job.tasks.value(u"total"_s))
        return Health::AtRisk;
    return familyOfJobState(job.state);
}

struct PodState
{
    QString text;
    Health family = Health::Healthy;
};

bool isOutOfMemory(const flink::Pod& pod)
{
    return std::ranges::any_of(pod.containers,
                               [](const auto& container) { return container.lastEndReason == u"OOMKilled"; });
}

QString waitingReason(const flink::Pod& pod)
{
    for (const flink::ContainerState& container : pod.containers) {
        if (container.waitingReason.endsWith(u"BackOff") || container.waitingReason.startsWith(u"Err"))
            return container.waitingReason;
    }
    return pod.reason;
}

PodState stateOfPods(const Situation& situation)
{
    const auto pods = situation.podsOf(u"jobmanager") + situation.podsOf(u"taskmanager");
    if (pods.isEmpty())
        return {Text::tr("no pods"), situation.isSuspending() ? Health::Suspended : Health::Broken};
    int ready = 0, killed = 0, homeless = 0, waiting = 0;
    QString reason;
    for (const flink::Pod* pod : pods) {
        ready += pod->isReady() ? 1 : 0;
        killed += isOutOfMemory(*pod) ? 1 : 0;
        homeless += pod->unschedulable.isEmpty() ? 0 : 1;
        const QString why = waitingReason(*pod);
        waiting += why.isEmpty() ? 0 : 1;
        reason = why.isEmpty() ? reason : why;
    }
    const int all = int(pods.size());
    if (waiting > 0)
        return {Text::tr("%1 of %2 %3").arg(waiting).arg(all).arg(shown(reason, 60)), Health::Broken};
    if (killed > 0)
        return {Text::tr("%1 of %2 %3").arg(killed).arg(all).arg(u"OOMKilled"_s), Health::Broken};
    if (homeless > 0)
        return {Text::tr("%1 of %2 unschedulable").arg(homeless).arg(all), Health::Broken};
    return {Text::tr("%1 of %2 ready").arg(ready).arg(all), ready == all ? Health::Healthy : Health::Changing};
}

/// A source that calls it fine beside one that does not.
bool familiesDisagree(const Fact& fact)
{
    bool fine = false, troubled = false;
    for (const Statement& statement : fact.statements) {
        if (!statement.colored || !statement.problem.isEmpty())
            continue;
        fine |= statement.family == Health::Healthy;
        troubled |= statement.family == Health::Broken || statement.family == Health::AtRisk ||
                    statement.family == Health::Changing;
    }
    return fine && troubled;
}

Fact stateFact(const Situation& situation)
{
    Row row(situation, Text::tr("State"));
    const flink::Deployment* resource = situation.lastKnown;
    row.operatorSays(resource ? stateOfResource(*resource) : QString());
    if (resource)
        row.in(familyOfResource(*resource));
    const bool isSession = resource && resource->isSession();
    if (situation.job)
        row.flinkSays(stateOfJob(*situation.job)).in(familyOfJob(*situation.job));
    else if (situation.jobs && isSession)
        row.flinkSays(Text::tr("%n job(s)", nullptr, int(situation.jobs->size()))).in(Health::Healthy);
    else if (situation.jobs)
        row.flinkSays(Text::tr("no job"))
            .in(situation.isStarting() || situation.isSuspending() ? Health::Changing : Health::Broken);
    else
        row.flinkSays({});
    const PodState pods = situation.pods ? stateOfPods(situation) : PodState();
    row.podsSay(pods.text);
    if (situation.pods && !situation.isEndpoint())
        row.in(pods.family);
    Fact fact = row.fact();
    fact.disagree = familiesDisagree(fact);
    return fact;
}

QString timeText(const QDateTime& when, const QDateTime& now)
{
    if (!when.isValid())
        return {};
    return when.secsTo(now) < 12 * 3600 ? base::clockTime(when) : base::absoluteTime(when);
}

Fact sinceFact(const Situation& situation, bool statesDisagree)
{
    const flink::Deployment* resource = situation.lastKnown;
    const bool isSticky = resource && resource->status.lifecycleState == u"STABLE" && statesDisagree;
    QDateTime sampled = resource ? resource->status.updateTime : QDateTime();
    QString sampledText = timeText(sampled, situation.now);
    if (isSticky && !sampledText.isEmpty())
        sampledText = Text::tr("%1 (sticky)").arg(sampledText);
    const QDateTime changed = situation.job ? situation.job->lastModification : QDateTime();
    QDateTime started;
    for (const auto* pod : situation.podsOf(u"jobmanager") + situation.podsOf(u"taskmanager"))
        started = std::max(started, pod->startedAt);
    Row row(situation, Text::tr("Since"));
    row.operatorSays(sampledText).flinkSays(timeText(changed, situation.now)).podsSay(timeText(started, situation.now));
    const bool differ = sampled.isValid() && changed.isValid() && std::abs(sampled.secsTo(changed)) > 30;
    return row.fact(statesDisagree && differ);
}

Fact jobIdFact(const Situation& situation)
{
    const flink::Deployment* resource = situation.lastKnown;
    const QString sampled = resource ? resource->status.jobId : QString();
    const QString answered = situation.job ? situation.job->id : QString();
    Row row(situation, Text::tr("Job id"));
    row.operatorSays(shown(sampled)).flinkSays(shown(answered)).podsSay({});
    return row.fact(!sampled.isEmpty() && !answered.isEmpty() && sampled != answered);
}

Fact restartsFact(const Situation& situation)
{
    Row row(situation, Text::tr("Restarts"));
    row.operatorSays({});
    row.flinkSays(situation.restarts ? base::countText(*situation.restarts) : QString(), situation.evidence.restarts);
    if (situation.restarts && *situation.restarts > 0)
        row.in(Health::AtRisk);
    int restarts = 0;
    for (const auto* pod : situation.podsOf(u"jobmanager") + situation.podsOf(u"taskmanager"))
        restarts += pod->restarts();
    row.podsSay(situation.pods ? Text::tr("%n of containers", nullptr, restarts) : QString());
    return row.fact();
}

Fact imageFact(const Situation& situation)
{
    const flink::Deployment* resource = situation.lastKnown;
    const QString wanted = resource ? resource->image : QString();
    QStringList images;
    for (const auto* pod : situation.podsOf(u"jobmanager") + situation.podsOf(u"taskmanager"))
        images.append(pod->image);
    images.removeDuplicates();
    images.removeAll(QString());
    Row row(situation, Text::tr("Image"));
    row.operatorSays(shown(wanted)).flinkSays({}).podsSay(shown(images.join(u", "_s)));
    return row.fact(!wanted.isEmpty() && !images.isEmpty() && images != QStringList{wanted});
}

Fact parallelismFact(const Situation& situation)
{
    const flink::Deployment* resource = situation.lastKnown;
    const int wanted = resource && !resource->isSession() ? resource->parallelism() : 0;
    int widest = 0;
    if (situation.detail) {
        for (const flink::Vertex& vertex : situation.detail->vertices)
            widest = std::max(widest, vertex.parallelism);
    }
    const qsizetype managers = situation.podsOf(u"taskmanager").size();
    Row row(situation, Text::tr("Parallelism"));
    row.operatorSays(wanted > 0 ? base::countText(wanted) : QString());
    row.flinkSays(widest > 0 ? base::countText(widest) : QString(), situation.evidence.detail);
    row.podsSay(situation.pods ? Text::tr("%n TaskManager(s)", nullptr, int(managers)) : QString());
    return row.fact(wanted > 0 && widest > 0 && wanted != widest);
}

QString completedText(const flink::Checkpoint& checkpoint, const QDateTime& now)
{
    const QDateTime at = checkpoint.latestAckAt.isValid() ? checkpoint.latestAckAt
                                                          : checkpoint.triggeredAt.addMSecs(checkpoint.durationMs);
    const QString name =
        checkpoint.externalPath.isEmpty() ? u"chk-%1"_s.arg(checkpoint.id) : snapshotName(checkpoint.externalPath);
    return joined({shown(name), base::relativeTime(at, now)});
}

Fact checkpointFact(const Situation& situation)
{
    const flink::Deployment* resource = situation.lastKnown;
    const QString path = resource ? resource->status.upgradeSavepointPath : QString();
    QString answered;
    if (situation.checkpoints && !situation.checkpoints->enabled)
        answered = Text::tr("checkpointing is off");
    else if (situation.checkpoints && situation.checkpoints->latestCompleted)
        answered = completedText(*situation.checkpoints->latestCompleted, situation.now);
    else if (situation.checkpoints)
        answered = Text::tr("none completed");
    Row row(situation, Text::tr("Last checkpoint"));
    row.operatorSays(isRealPath(path) ? shown(snapshotName(path)) : QString());
    row.flinkSays(answered, situation.evidence.checkpoints).podsSay({});
    return row.fact();
}

} // namespace

QList<Fact> factsOf(const Situation& situation)
{
    const Fact state = stateFact(situation);
    return {state,
            sinceFact(situation, state.disagree),
            jobIdFact(situation),
            restartsFact(situation),
            imageFact(situation),
            parallelismFact(situation),
            checkpointFact(situation)};
}

} // namespace health
