#include "core/base/visibletext.h"
#include "core/manifest/spec.h"
#include "core/plans/checks.h"
#include "core/plans/flinkplan.h"

#include <QCoreApplication>
#include <QVersionNumber>

#include <algorithm>

namespace plans {

using namespace Qt::StringLiterals;
using workflow::Check;
using Verb = Intent::Verb;
using Verdict = Check::Verdict;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(plans::Text)
};

bool makesSavepoint(const FlinkIntent& intent)
{
    return intent.verb == Verb::Savepoint || intent.verb == Verb::Suspend ||
           (intent.verb == Verb::Delete && intent.withSavepoint);
}

/// The effective configuration of the cluster; empty: not known.
manifest::FlatConfiguration configurationOf(const FlinkSurvey& survey)
{
    QJsonObject entries;
    for (const auto& [key, value] : survey.configuration.value.value_or(flink::KeyValues()))
        entries.insert(key, value);
    return manifest::flatConfiguration(entries);
}

/// What a new job needs besides slots.
QList<Check> senseOfResuming(const FlinkSurvey& survey)
{
    const auto fail = [&](const QString& message, const QString& evidence = {}) {
        return QList<Check>{{u"intent"_s, Verdict::Fail, message, evidence, survey.jars.observedAt}};
    };
    if (survey.job.value && !survey.isJobOver())
        return fail(Text::tr("The job has not ended: stop it first."), u"/jobs/"_s + survey.intent.job);
    if (survey.source().isEmpty())
        return fail(Text::tr("There is no snapshot to start from: name one with --from."));
    if (!survey.jars.value)
        return fail(Text::tr("The cluster's jars could not be asked for: only a session cluster that takes jars "
                             "(web.submit.enable) starts a job."),
                    base::visibleText(survey.jars.problem->message));
    if (survey.jar())
        return {};
    QStringList names;
    for (const flink::Jar& jar : *survey.jars.value)
        names.append(jar.name);
    return fail(names.isEmpty() ? Text::tr("No jar has been uploaded.")
                                : Text::tr("Which of the uploaded jars? Name one with --jar."),
                base::visibleText(names.join(u", "_s)));
}

QList<Check> sense(const FlinkSurvey& survey)
{
    if (survey.intent.verb == Verb::Resume)
        return senseOfResuming(survey);
    if (survey.isJobOver())
        return {
            {u"intent"_s, Verdict::Fail,
             Text::tr("The job has ended already: it is %1.").arg(base::visibleText(survey.job.value->overview.state)),
             u"/jobs/"_s + survey.intent.job, survey.job.observedAt}};
    if (survey.intent.verb != Verb::Rescale || !survey.requirements.value)
        return {};
    for (const QString& vertex : survey.intent.vertices.keys()) {
        if (!survey.requirements.value->contains(vertex))
            return {{u"intent"_s, Verdict::Fail, Text::tr("The job has no vertex '%1'.").arg(base::visibleText(vertex)),
                     u"/resource-requirements"_s, survey.requirements.observedAt}};
    }
    if (survey.wanted() == survey.requirements.value)
        return {{u"intent"_s, Verdict::Fail, Text::tr("Nothing would change: that is required already."),
                 u"/resource-requirements"_s, survey.requirements.observedAt}};
    return {};
}

Check endpoint(const FlinkSurvey& survey, const FlinkSite& site)
{
    Check check{u"endpoint"_s, Verdict::Ok, {}, site.context, survey.cluster.observedAt};
    if (!survey.cluster.value) {
        check.verdict = Verdict::Unknown;
        check.message = Text::tr("Which Flink it is could not be asked.");
        return check;
    }
    const QString version = survey.cluster.value->flinkVersion;
    const QVersionNumber known = QVersionNumber::fromString(version);
    const bool isTooOld = (survey.intent.verb == Verb::Checkpoint && known < QVersionNumber(1, 17)) ||
                          (survey.intent.verb == Verb::Rescale && known < QVersionNumber(1, 18));
    check.message = Text::tr("Flink %1 answers.").arg(base::visibleText(version));
    if (isTooOld && !known.isNull()) {
        check.verdict = Verdict::Fail;
        check.message = Text::tr("Flink %1 cannot be asked for this: checkpoints take 1.17, another parallelism 1.18.")
                            .arg(base::visibleText(version));
    }
    return check;
}

Check protection(const FlinkSite& site)
{
    return {u"protected"_s,
            site.isProtected ? Verdict::Fail : Verdict::Ok,
            site.isProtected ? Text::tr("The endpoint '%1' is protected: nothing is sent to it.").arg(site.context)
                             : Text::tr("The endpoint takes changes."),
            site.context,
            {}};
}

/// The operator forbids the buttons of the web interface, and starts again what it has not stopped itself.
QList<Check> keeper(const FlinkSurvey& survey)
{
    const bool changesJob = survey.intent.verb != Verb::Savepoint && survey.intent.verb != Verb::Checkpoint;
    const manifest::FlatConfiguration configuration = configurationOf(survey);
    const bool isKept = configuration.contains(u"kubernetes.cluster-id"_s) &&
                        manifest::valueOf(configuration, {u"web.cancel.enable"}) == u"false";
    if (!changesJob || !isKept)
        return {};
    return {{u"ownership"_s, Verdict::Warn,
             Text::tr("The Flink operator seems to keep this cluster: it may start the job again, or lose track of it. "
                      "Choose its context, and name the deployment instead."),
             u"kubernetes.cluster-id, web.cancel.enable: false"_s, survey.configuration.observedAt}};
}

/// Of a new job.
QList<Check> freeSlots(const FlinkSurvey& survey)
{
    if (survey.intent.verb != Verb::Resume || !survey.cluster.value)
        return {};
    const int there = survey.cluster.value->slotsAvailable;
    const bool isEnough = there > 0 && there >= survey.intent.run.parallelism;
    return {{u"slots"_s, isEnough ? Verdict::Ok : Verdict::Warn,
             isEnough ? Text::tr("There are slots for it.")
                      : Text::tr("Free slots in the cluster: %1. The job waits until there are enough.").arg(there),
             QString::number(there), survey.cluster.observedAt}};
}

Check jobState(const FlinkSurvey& survey)
{
    if (!survey.job.value)
        return {u"job-state"_s,
                Verdict::Unknown,
                Text::tr("Flink does not know the job any more."),
                u"/jobs/"_s + survey.intent.job,
                {}};
    const flink::JobOverview& job = survey.job.value->overview;
    const bool needsAll = makesSavepoint(survey.intent) || survey.intent.verb == Verb::Checkpoint;
    Check check{u"job-state"_s, Verdict::Ok, Text::tr("The job runs with all its tasks."),
                u"/jobs/%1 %2"_s.arg(job.id, base::visibleText(job.state)), survey.job.observedAt};
    if (isWhole(job) || isOver(job)) {
        if (isOver(job))
            check.message = Text::tr("The job is %1.").arg(base::visibleText(job.state));
        return check;
    }
    check.verdict = needsAll ? Verdict::Fail : Verdict::Warn;
    if (job.state == u"RUNNING")
        check.message = Text::tr("%1 of %2 tasks run: a savepoint needs all of them.")
                            .arg(job.tasks.value(u"running"_s) + job.tasks.value(u"finished"_s))
                            .arg(job.tasks.value(u"total"_s));
    else
        check.message = Text::tr("The job is %1.").arg(base::visibleText(job.state));
    if (survey.intent.verb == Verb::Suspend || (survey.intent.verb == Verb::Delete && survey.intent.withSavepoint))
        check.message +=
            u' ' + Text::tr("It cannot stop with a savepoint now; 'delete --no-savepoint' ends it all the same.");
    return check;
}

/// Flink looks nowhere but in the request and in the configuration of its JobManager.
QList<Check> savepointDirectory(const FlinkSurvey& survey)
{
    if (!makesSavepoint(survey.intent))
        return {};
    Check check{u"savepoint-directory"_s, Verdict::Ok, Text::tr("Savepoints have a directory."),
                base::visibleText(survey.intent.directory), survey.configuration.observedAt};
    if (!survey.intent.directory.isEmpty())
        return {check};
    check.evidence = base::visibleText(manifest::savepointDirectory(configurationOf(survey)));
    if (!check.evidence.isEmpty())
        return {check};
    check.verdict = survey.configuration.value ? Verdict::Fail : Verdict::Unknown;
    check.message = survey.configuration.value
                        ? Text::tr("No directory for savepoints is set (execution.checkpointing.savepoint-dir): name "
                                   "one with --to-directory.")
                        : Text::tr("Whether a directory for savepoints is set could not be asked.");
    return {check};
}

/// One slot holds one subtask of each vertex, unless the program says otherwise.
Check room(const FlinkSurvey& survey)
{
    Check check{u"slots"_s,
                Verdict::Unknown,
                Text::tr("The slots of the cluster could not be asked for."),
                {},
                survey.cluster.observedAt};
    if (!survey.cluster.value)
        return check;
    int used = 0;
    for (const flink::Vertex& vertex : survey.job.value->vertices)
        used = std::max(used, vertex.parallelism);
    int needed = 0;
    for (const flink::ParallelismBounds& bounds : survey.wanted())
        needed = std::max(needed, bounds.upper);
    const int there = used + survey.cluster.value->slotsAvailable;
    check.evidence = u"%1 / %2"_s.arg(needed).arg(there);
    check.verdict = needed <= there ? Verdict::Ok : Verdict::Warn;
    check.message = needed <= there
                        ? Text::tr("There are slots for it.")
                        : Text::tr("It takes %1 slots, and %2 are there: it goes on as it is until there are more.")
                              .arg(needed)
                              .arg(there);
    return check;
}

QList<Check> scheduler(const FlinkSurvey& survey)
{
    if (survey.intent.verb != Verb::Rescale)
        return {};
    if (survey.requirements.value)
        return {{u"scheduler"_s, Verdict::Ok, Text::tr("The job has an adaptive scheduler."),
                 u"/resource-requirements"_s, survey.requirements.observedAt},
                room(survey)};
    const QString said = base::visibleText(survey.requirements.problem->message);
    return {
        {u"scheduler"_s, Verdict::Fail,
         Text::tr("The parallelism of a running job changes only with the adaptive scheduler (jobmanager.scheduler: "
                  "adaptive). Stop it with a savepoint, and start it from there with another one."),
         said, survey.job.observedAt}};
}

} // namespace

QList<Check> preflightOf(const FlinkSurvey& survey, const FlinkSite& site)
{
    QList<Check> checks = sense(survey);
    checks.append(endpoint(survey, site));
    checks.append(protection(site));
    checks.append(otherOperation(survey.other, survey.job.observedAt));
    checks.append(keeper(survey));
    checks.append(jobState(survey));
    if (survey.job.value)
        checks.append(lastCheckpoint(survey.checkpoints, QDateTime::currentMSecsSinceEpoch()));
    checks.append(savepointDirectory(survey));
    checks.append(scheduler(survey));
    checks.append(freeSlots(survey));
    return checks;
}

} // namespace plans
