#include "ui/fleet/rowbuilder.h"

#include "core/base/visibletext.h"
#include "core/health/verdict.h"

#include <algorithm>

namespace fleet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A name is cut here; whole texts are on the deployment's page.
constexpr qsizetype longestName = 256, longestSentence = 512;
/// What REST said longer ago no longer speaks for a row.
constexpr auto restLasts = 10min;
constexpr qsizetype sparklinePoints = 20;

/// Ages of a checkpoint without a known interval from which it is coloured: the zones of the restore gauge.
constexpr qint64 usualWarnMs = 5 * 60'000, usualBrokenMs = 60 * 60'000;

QString shortText(const QString& text)
{
    return base::visibleText(text, longestName);
}

qint64 msOf(const QDateTime& when)
{
    return when.isValid() ? when.toMSecsSinceEpoch() : 0;
}

bool isOver(const QString& state)
{
    return state == u"FINISHED" || state == u"FAILED" || state == u"CANCELED" || state == u"SUSPENDED";
}

/// "v1_20" of the resource is "1.20".
QString versionOf(const QString& flinkVersion)
{
    QString text = flinkVersion;
    if (text.startsWith(u'v'))
        text.remove(0, 1);
    return text.replace(u'_', u'.');
}

QList<double> durationsOf(const flink::CheckpointHistory& history)
{
    QList<double> durations;
    for (const flink::Checkpoint& checkpoint : history.history) {
        if (checkpoint.status == u"COMPLETED" && !checkpoint.isSavepoint && durations.size() < sparklinePoints)
            durations.prepend(double(checkpoint.durationMs));
    }
    return durations;
}

} // namespace

const flink::JobOverview* chiefJob(const QList<flink::JobOverview>& jobs)
{
    const auto youngest = std::max_element(jobs.begin(), jobs.end(), [](const auto& left, const auto& right) {
        return std::pair(!isOver(left.state), left.startTime) < std::pair(!isOver(right.state), right.startTime);
    });
    return youngest == jobs.end() ? nullptr : &*youngest;
}

RestFacts factsOf(const flink::ClusterView& view)
{
    RestFacts facts;
    facts.overview = view.overview;
    facts.jobs = view.jobs;
    const flink::JobOverview* job = view.jobs.value ? chiefJob(*view.jobs.value) : nullptr;
    if (!job)
        return facts;
    facts.checkpoints = view.checkpoints.value(job->id);
    facts.checkpointConfig = view.checkpointConfigs.value(job->id);
    facts.restarts = view.restarts.value(job->id);
    return facts;
}

Row RowBuilder::build(const RowInput& input)
{
    Row row;
    row.key = input.key;
    row.context = shortText(input.context);
    row.color = input.color;
    row.environment = input.environment;
    row.nameSpace = shortText(input.key.object.nameSpace);
    row.name = input.key.object.name.isEmpty() ? row.context : shortText(input.key.object.name);
    row.seenAt = msOf(input.seenAt);
    if (input.deployment)
        describeResource(input, &row);
    if (input.rest && input.rest->overview.observedAt.isValid() &&
        input.rest->overview.observedAt.addDuration(restLasts) > input.now)
        describeRest(*input.rest, &row);
    else if (input.rest && input.rest->overview.problem)
        row.checkpointProblem = base::visibleText(input.rest->overview.problem->message, longestSentence);
    judge(input, &row);
    if (input.trouble) {
        row.stale = true;
        row.staleReason = tr("No longer current: %1").arg(base::visibleText(input.trouble->message, longestSentence));
    }
    return row;
}

void RowBuilder::describeResource(const RowInput& input, Row* row)
{
    const flink::Deployment& deployment = *input.deployment;
    row->isSession = deployment.isSession();
    row->lifecycle = shortText(deployment.status.lifecycleState);
    row->flinkVersion = shortText(versionOf(deployment.flinkVersion));
    row->owner = shortText(deployment.metadata.owner);
    row->labels = deployment.metadata.labels;
    row->image = shortText(deployment.image);
    const int parallelism = deployment.parallelism();
    row->parallelism = parallelism > 0 ? parallelism : -1;
    row->changedAt =
        msOf(deployment.status.reconciledAt.isValid() ? deployment.status.reconciledAt : deployment.metadata.createdAt);
}

void RowBuilder::describeRest(const RestFacts& facts, Row* row)
{
    row->restSeenAt = msOf(facts.overview.observedAt);
    row->seenAt = std::max(row->seenAt, row->restSeenAt);
    if (facts.overview.value && !facts.overview.value->flinkVersion.isEmpty())
        row->flinkVersion = shortText(facts.overview.value->flinkVersion);
    if (facts.jobs.value) {
        row->jobsRunning = int(std::count_if(facts.jobs.value->begin(), facts.jobs.value->end(),
                                             [](const flink::JobOverview& job) { return !isOver(job.state); }));
    }
    row->restarts = facts.restarts.value;
    if (facts.checkpoints.problem)
        row->checkpointProblem = base::visibleText(facts.checkpoints.problem->message, longestSentence);
    if (!facts.checkpoints.value)
        return;
    const flink::CheckpointHistory& history = *facts.checkpoints.value;
    row->durations = durationsOf(history);
    if (!history.latestCompleted)
        return;
    const QDateTime acknowledged = history.latestCompleted->latestAckAt;
    row->lastCheckpointAt = msOf(acknowledged.isValid() ? acknowledged : history.latestCompleted->triggeredAt);
    const std::optional<qint64> interval =
        facts.checkpointConfig.value ? facts.checkpointConfig.value->intervalMs : std::nullopt;
    row->checkpointWarnMs = interval ? std::max<qint64>(*interval * 3, 60'000) : usualWarnMs;
    row->checkpointBrokenMs = interval ? std::max<qint64>(*interval * 10, 600'000) : usualBrokenMs;
}

void RowBuilder::judge(const RowInput& input, Row* row)
{
    if (!input.problem.isEmpty()) {
        row->summary = tr("This object could not be read: %1").arg(base::visibleText(input.problem, longestSentence));
        return;
    }
    health::Evidence evidence;
    evidence.now = input.now;
    if (input.deployment)
        evidence.resource.succeed(*input.deployment, input.seenAt);
    if (input.trouble)
        evidence.resource.fail(*input.trouble);
    if (input.rest) {
        evidence.jobs = input.rest->jobs;
        evidence.checkpoints = input.rest->checkpoints;
        evidence.checkpointConfig = input.rest->checkpointConfig;
        evidence.restarts = input.rest->restarts;
    }
    const health::Verdict verdict = health::assess(evidence);
    row->health = verdict.health;
    row->jobState = shortText(verdict.jobState);
    row->sourcesDisagree = verdict.sourcesDisagree;
    row->summary = base::visibleText(verdict.summary, longestSentence);
    for (const QString& reason : verdict.reasons.mid(0, 5))
        row->reasons.append(base::visibleText(reason, longestSentence));
    if (!verdict.jobStateSource)
        return;
    switch (*verdict.jobStateSource) {
    case health::Source::CustomResource:
        row->jobStateSource = tr("Operator status");
        break;
    case health::Source::FlinkRest:
        row->jobStateSource = tr("Flink REST");
        break;
    case health::Source::Pods:
        row->jobStateSource = tr("Kubernetes pods");
        break;
    }
}

} // namespace fleet
