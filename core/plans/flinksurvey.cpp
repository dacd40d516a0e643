#include "core/plans/flinksurvey.h"

#include "core/plans/checks.h"

#include <algorithm>

namespace plans {

using namespace Qt::StringLiterals;
using Verb = Intent::Verb;

FlinkIntent flinkIntentOf(const Intent& intent)
{
    FlinkIntent made;
    made.verb = intent.verb;
    made.job = intent.name;
    made.drains = intent.drains;
    made.withSavepoint = intent.withSavepoint;
    if (intent.format != Intent::Format::Unset)
        made.format = intent.format == Intent::Format::Native ? flink::SavepointFormat::Native
                                                              : flink::SavepointFormat::Canonical;
    for (const SpecChange::Entry& entry : intent.change.entries) {
        if (entry.path.last() == u"parallelism")
            made.parallelism = entry.to.toInt();
    }
    return made;
}

bool canDo(Intent::Verb verb)
{
    return verb == Verb::Savepoint || verb == Verb::Checkpoint || verb == Verb::Suspend || verb == Verb::Resume ||
           verb == Verb::Rescale || verb == Verb::Delete;
}

bool isOver(const flink::JobOverview& job)
{
    return job.state == u"FAILED" || job.state == u"CANCELED" || job.state == u"FINISHED";
}

bool isWhole(const flink::JobOverview& job)
{
    const int up = job.tasks.value(u"running"_s) + job.tasks.value(u"finished"_s);
    return job.state == u"RUNNING" && up == job.tasks.value(u"total"_s);
}

flink::ResourceRequirements FlinkSurvey::wanted() const
{
    flink::ResourceRequirements all = requirements.value.value_or(flink::ResourceRequirements());
    for (auto vertex = all.begin(); vertex != all.end(); ++vertex) {
        const int parallelism = intent.vertices.value(vertex.key(), intent.parallelism);
        if (parallelism > 0)
            *vertex = {std::min(vertex->lower, parallelism), parallelism};
    }
    return all;
}

QString FlinkSurvey::source() const
{
    if (!intent.run.savepoint.isEmpty())
        return intent.run.savepoint;
    const flink::CheckpointHistory history = checkpoints.value.value_or(flink::CheckpointHistory());
    const auto usable = [](const std::optional<flink::Checkpoint>& one) {
        return one && !one->discarded && one->externalPath.contains(u'/');
    };
    const std::optional<flink::Checkpoint>& checkpoint = history.latestCompleted;
    const std::optional<flink::Checkpoint>& savepoint = history.latestSavepoint;
    if (usable(savepoint) && (!usable(checkpoint) || savepoint->id > checkpoint->id))
        return savepoint->externalPath;
    if (usable(checkpoint))
        return checkpoint->externalPath;
    // Newest first. Only what ended the job is as new as its end.
    const auto ending = std::ranges::find_if(earlier, [](const workflow::Operation& operation) {
        return operation.plan.operation == verbWord(Verb::Suspend) ||
               operation.plan.operation == verbWord(Verb::Delete);
    });
    return ending == earlier.end() ? QString() : ending->facts[u"path"].toString();
}

std::optional<flink::Jar> FlinkSurvey::jar() const
{
    const QList<flink::Jar> all = jars.value.value_or(QList<flink::Jar>());
    const QString& wanted = intent.run.jar;
    std::optional<flink::Jar> found;
    for (const flink::Jar& one : all) {
        const bool isMeant = wanted.isEmpty() ? all.size() == 1 : one.id == wanted || one.name == wanted;
        if (isMeant && (!found || one.uploadedAt > found->uploadedAt))
            found = one;
    }
    return found;
}

bool FlinkSurvey::isJobOver() const
{
    return job.value && isOver(job.value->overview);
}

QString FlinkSurvey::name() const
{
    return job.value && !job.value->overview.name.isEmpty() ? job.value->overview.name : intent.job;
}

FlinkSurveying::FlinkSurveying(const FlinkSite& site, const FlinkIntent& intent, QObject* parent)
    : QObject(parent)
    , m_site(site)
{
    m_survey.intent = intent;
}

template <typename T>
auto FlinkSurveying::taking(base::Observed<T>& place)
{
    ++m_open;
    return [this, &place](const base::Result<T>& answer) {
        if (answer)
            place.succeed(*answer, QDateTime::currentDateTimeUtc());
        else
            place.fail(answer.error());
        finishOne();
    };
}

void FlinkSurveying::start()
{
    const QString& id = m_survey.intent.job;
    Past past =
        pastOf(m_site.journal, [&id](const workflow::Operation& operation) { return operation.plan.uid == id; });
    m_survey.other = std::move(past.open);
    m_survey.earlier = std::move(past.succeeded);
    flink::RestClient& rest = *m_site.rest;
    rest.overview(this, taking(m_survey.cluster));
    rest.job(id, this, taking(m_survey.job));
    rest.checkpoints(id, this, taking(m_survey.checkpoints));
    rest.jobManagerConfig(this, taking(m_survey.configuration));
    if (m_survey.intent.verb == Verb::Rescale)
        rest.requirements(id, this, taking(m_survey.requirements));
    if (m_survey.intent.verb == Verb::Resume)
        rest.jars(this, taking(m_survey.jars));
}

void FlinkSurveying::finishOne()
{
    if (--m_open > 0)
        return;
    // Flink forgets jobs that have ended, and where from one is to be started may be known all the same.
    const bool isForgotten = m_survey.intent.verb == Verb::Resume && m_survey.job.problem &&
                             m_survey.job.problem->kind == base::Error::Kind::NotFound;
    if (m_survey.job.value || isForgotten)
        emit finished(m_survey);
    else
        emit failed(*m_survey.job.problem);
}

} // namespace plans
