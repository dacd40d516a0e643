#include "ui/deployment/jobnumbers.h"

#include "core/base/quantity.h"
#include "ui/deployment/tab.h"
#include "ui/widgets/timedisplay.h"

#include <algorithm>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

const QString unknown = u"?"_s;
constexpr qsizetype seriesPoints = 30;

std::chrono::milliseconds since(const QDateTime& when, const QDateTime& now)
{
    return std::chrono::milliseconds(std::max<qint64>(0, when.msecsTo(now)));
}

} // namespace

/// What stands under a number that is not known, or is old.
template <typename T>
void JobNumbers::explain(const base::Observed<T>& observed, Number* number)
{
    number->isStale = observed.isKnown() && observed.problem.has_value();
    if (observed.isKnown())
        return;
    number->value = unknown;
    number->detail = observed.problem ? problemText(*observed.problem) : tr("not asked yet");
}

Number JobNumbers::uptime(const Subject& subject, const QDateTime& now)
{
    Number number;
    number.title = tr("Running for");
    explain(subject.view().jobs, &number);
    const flink::JobOverview* job = subject.jobOverview();
    if (!subject.view().jobs.isKnown())
        return number;
    if (!job) {
        number.value = u"–"_s;
        number.detail = tr("no job");
        return number;
    }
    const QDateTime running =
        subject.view().details.value(job->id).value.value_or(flink::JobDetail()).stateTimes.value(u"RUNNING"_s);
    if (job->state == u"RUNNING" && running.isValid()) {
        number.value = base::compactDuration(since(running, now));
        number.detail = tr("since %1").arg(widgets::shortText(running, now));
    } else {
        number.value = job->state == u"RUNNING" ? base::compactDuration(since(job->startTime, now)) : u"–"_s;
        number.detail = job->state;
    }
    return number;
}

Number JobNumbers::checkpointAge(const Subject& subject, const QDateTime& now)
{
    Number number;
    number.title = tr("Checkpoint age");
    const auto history = subject.view().checkpoints.value(subject.job());
    explain(history, &number);
    if (!history.value)
        return number;
    for (const flink::Checkpoint& checkpoint : history.value->history) {
        if (checkpoint.status == u"COMPLETED" && number.series.size() < seriesPoints)
            number.series.prepend(double(checkpoint.durationMs));
    }
    if (!history.value->enabled) {
        number.value = u"–"_s;
        number.detail = tr("checkpointing is off");
        return number;
    }
    if (!history.value->latestCompleted) {
        number.value = u"–"_s;
        number.detail = tr("none completed");
        return number;
    }
    const flink::Checkpoint& latest = *history.value->latestCompleted;
    const auto age = since(latest.latestAckAt.isValid() ? latest.latestAckAt : latest.triggeredAt, now);
    number.value = base::compactDuration(age);
    number.detail = tr("took %1").arg(base::compactDuration(std::chrono::milliseconds(latest.durationMs)));
    const auto config = subject.view().checkpointConfigs.value(subject.job());
    if (config.value && config.value->intervalMs) {
        const qint64 interval = *config.value->intervalMs;
        number.detail = tr("every %1").arg(base::compactDuration(std::chrono::milliseconds(interval)));
        if (age.count() > std::max<qint64>(interval * 10, 600'000))
            number.family = base::Health::Broken;
        else if (age.count() > std::max<qint64>(interval * 3, 60'000))
            number.family = base::Health::AtRisk;
    }
    return number;
}

Number JobNumbers::checkpoints(const Subject& subject)
{
    Number number;
    number.title = tr("Checkpoints");
    const auto history = subject.view().checkpoints.value(subject.job());
    explain(history, &number);
    if (!history.value)
        return number;
    number.value = base::countText(history.value->counts.completed);
    number.unit = tr("completed");
    number.detail = tr("%n failed", nullptr, int(std::min<qint64>(history.value->counts.failed, 1'000'000)));
    if (history.value->counts.failed > 0)
        number.family = base::Health::AtRisk;
    return number;
}

Number JobNumbers::restarts(const Subject& subject)
{
    Number number;
    number.title = tr("Restarts");
    const auto restarts = subject.view().restarts.value(subject.job());
    explain(restarts, &number);
    if (!restarts.value)
        return number;
    number.value = base::countText(*restarts.value);
    number.detail = tr("since JobManager start");
    if (*restarts.value > 0)
        number.family = base::Health::AtRisk;
    return number;
}

Number JobNumbers::slots_(const Subject& subject)
{
    Number number;
    number.title = tr("TaskManagers");
    const auto& overview = subject.view().overview;
    explain(overview, &number);
    if (!overview.value)
        return number;
    number.value = base::countText(overview.value->taskManagers);
    number.detail = tr("%1 of %2 slots free").arg(overview.value->slotsAvailable).arg(overview.value->slotsTotal);
    return number;
}

QList<Number> JobNumbers::of(const Subject& subject, const QDateTime& now)
{
    return {uptime(subject, now), checkpointAge(subject, now), checkpoints(subject), restarts(subject),
            slots_(subject)};
}

} // namespace deployment
