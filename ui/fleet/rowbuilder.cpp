#include "ui/fleet/rowbuilder.h"

#include "core/base/visibletext.h"

#include <algorithm>

namespace fleet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A name is cut here; whole texts are on the deployment's page.
constexpr qsizetype longestName = 256, longestSentence = 512;
/// What Flink and the pods said longer ago no longer speaks for a row: rows out of view wait for their turn, and in a
/// large fleet that may take this long.
constexpr std::chrono::milliseconds restLasts = 30min;
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

const RestFacts* currentFacts(const RowInput& input)
{
    if (!input.rest)
        return nullptr;
    const base::Observed<flink::ClusterOverview>& overview = input.rest->overview;
    const bool isRecent = overview.observedAt.isValid() && overview.observedAt.addDuration(restLasts) > input.now;
    return isRecent || overview.problem ? input.rest.get() : nullptr;
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

Row RowBuilder::build(const RowInput& input)
{
    Row row;
    row.key = input.key;
    row.context = input.context;
    row.color = input.color;
    row.environment = input.environment;
    row.nameSpace = shortText(input.key.object.nameSpace);
    row.name = input.key.object.name.isEmpty() ? row.context : shortText(input.key.object.name);
    row.seenAt = msOf(input.seenAt);
    if (input.deployment)
        describeResource(input, &row);
    if (const RestFacts* facts = currentFacts(input))
        describeRest(*facts, &row);
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
    const health::Evidence& said = facts.evidence;
    row->restSeenAt = msOf(facts.overview.observedAt);
    row->seenAt = std::max(row->seenAt, row->restSeenAt);
    if (facts.overview.value && !facts.overview.value->flinkVersion.isEmpty())
        row->flinkVersion = shortText(facts.overview.value->flinkVersion);
    if (said.jobs.value) {
        row->jobsRunning = int(std::count_if(said.jobs.value->begin(), said.jobs.value->end(),
                                             [](const flink::JobOverview& job) { return !isOver(job.state); }));
    }
    row->restarts = said.restarts.value;
    if (const auto& problem = facts.overview.problem ? facts.overview.problem : said.checkpoints.problem)
        row->checkpointProblem = base::visibleText(problem->message, longestSentence);
    if (!said.checkpoints.value)
        return;
    const flink::CheckpointHistory& history = *said.checkpoints.value;
    row->durations = durationsOf(history);
    if (!history.latestCompleted)
        return;
    const QDateTime acknowledged = history.latestCompleted->latestAckAt;
    row->lastCheckpointAt = msOf(acknowledged.isValid() ? acknowledged : history.latestCompleted->triggeredAt);
    const std::optional<qint64> interval =
        said.checkpointConfig.value ? said.checkpointConfig.value->intervalMs : std::nullopt;
    row->checkpointWarnMs = interval ? std::max<qint64>(*interval * 3, 60'000) : usualWarnMs;
    row->checkpointBrokenMs = interval ? std::max<qint64>(*interval * 10, 600'000) : usualBrokenMs;
}

void RowBuilder::judge(const RowInput& input, Row* row)
{
    if (!input.problem.isEmpty()) {
        row->summary = tr("This object could not be read: %1").arg(base::visibleText(input.problem, longestSentence));
        return;
    }
    const RestFacts* facts = currentFacts(input);
    health::Evidence evidence = facts ? facts->evidence : health::Evidence();
    evidence.now = input.now;
    evidence.believedFor = restLasts;
    if (input.deployment)
        evidence.resource.succeed(input.deployment, input.seenAt);
    if (input.trouble)
        evidence.resource.fail(*input.trouble);
    const health::Verdict verdict = health::judge(evidence);
    row->health = verdict.health;
    row->jobState = shortText(verdict.jobState);
    row->sourcesDisagree = verdict.sourcesDisagree;
    row->summary = base::visibleText(verdict.summary, longestSentence);
    row->tentative = verdict.isTentative();
    row->notHeard = verdict.notHeard;
    row->jobStateSource = verdict.jobStateSource;
    for (const QString& reason : verdict.reasons.mid(0, 5))
        row->reasons.append(base::visibleText(reason, longestSentence));
}

QString RowBuilder::sourceText(health::Source source)
{
    switch (source) {
    case health::Source::CustomResource:
        return tr("Operator status");
    case health::Source::FlinkRest:
        return tr("Flink REST");
    case health::Source::Pods:
        return tr("Kubernetes pods");
    }
    return {};
}

} // namespace fleet
