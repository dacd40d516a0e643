#include "core/plans/preflight.h"

#include "core/base/visibletext.h"
#include "core/plans/applyrecord.h"
#include "core/plans/checks.h"
#include "core/plans/colours.h"
#include "core/plans/confirmation.h"
#include "core/plans/quotas.h"
#include "core/plans/retention.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

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

QDateTime seen(const Survey& survey)
{
    return survey.prospect.observedAt;
}

QString questionText(const kube::AccessQuestion& question)
{
    QString what = question.type.plural;
    if (!question.subresource.isEmpty())
        what += u'/' + question.subresource;
    if (!question.name.isEmpty())
        what += u' ' + question.name;
    return question.verb + u' ' + what;
}

Check rights(const Survey& survey)
{
    Check check{u"rights"_s, Verdict::Ok, Text::tr("You have the rights that are needed."), {}, seen(survey)};
    QStringList asked;
    QStringList missing;
    QStringList open;
    for (const NeededRight& right : survey.rights) {
        const QString text = questionText(right.question);
        asked.append(text);
        // Without these one only sees less.
        const bool isForSeeing = right.question.subresource == u"proxy" || right.question.type.plural == u"pods";
        if (right.permission.verdict == kube::Permission::Verdict::Unknown)
            open.append(text);
        else if (right.permission.verdict == kube::Permission::Verdict::Denied)
            (isForSeeing ? open : missing).append(text);
    }
    check.evidence = asked.join(u", "_s);
    if (!missing.isEmpty()) {
        check.verdict = Verdict::Fail;
        check.message = Text::tr("You may not: %1.").arg(missing.join(u", "_s));
    } else if (!open.isEmpty()) {
        check.verdict = Verdict::Warn;
        check.message = Text::tr("Not allowed, or not known whether it is: %1. Less can be seen of what happens.")
                            .arg(open.join(u", "_s));
    }
    return check;
}

Check protection(const Site& site)
{
    if (!site.isProtected)
        return {u"protected"_s, Verdict::Ok, Text::tr("The context takes changes."), site.context, {}};
    return {u"protected"_s,
            Verdict::Fail,
            Text::tr("The context '%1' is protected: nothing is sent to it.").arg(site.context),
            site.context,
            {}};
}

QList<Check> ownership(const Survey& survey)
{
    if (survey.prospect.change.isEmpty() && survey.intent.verb != Verb::Delete)
        return {}; // the object itself stays as it is
    QList<Check> checks;
    const QList<manifest::Keeper> keepers = manifest::keepersOf(survey.live()[u"metadata"].toObject());
    for (const manifest::Keeper& keeper : keepers) {
        const bool isHarmless = keeper.habit == manifest::Keeper::Habit::Tolerates ||
                                keeper.tool == manifest::Keeper::Tool::Autoscaler ||
                                keeper.tool == manifest::Keeper::Tool::Kubectl;
        checks.append({u"ownership"_s, isHarmless ? Verdict::Ok : Verdict::Warn, manifest::keeperText(keeper),
                       base::visibleText(keeper.sign), seen(survey)});
    }
    if (checks.isEmpty())
        checks.append({u"ownership"_s, Verdict::Ok, Text::tr("Nothing changes it back by itself."), {}, seen(survey)});
    return checks;
}

Check jobState(const Survey& survey)
{
    const manifest::LiveObject object = survey.object();
    Check check{u"job-state"_s, Verdict::Ok, {}, {}, survey.jobs.observedAt};
    const std::optional<flink::JobOverview> job = survey.job();
    if (!manifest::hasJob(object.spec)) {
        check.message = Text::tr("It is a session cluster without a job of its own.");
        return check;
    }
    if (!job) {
        check.observedAt = seen(survey);
        check.evidence = object.jobState;
        const bool isDown = object.lifecycle == u"SUSPENDED" || manifest::isSuspended(object.spec);
        const bool needsJob = takesSnapshot(survey.intent);
        check.verdict = needsJob ? (isDown ? Verdict::Fail : Verdict::Unknown)
                        : isDown ? Verdict::Ok
                                 : Verdict::Unknown;
        check.message = isDown ? Text::tr("The job is suspended.")
                        : survey.jobs.problem
                            ? Text::tr("Flink does not answer; the operator saw the job as %1.")
                                  .arg(object.jobState.isEmpty() ? u"–"_s : base::visibleText(object.jobState))
                            : Text::tr("Flink knows no job of the id that the operator names.");
        return check;
    }
    check.evidence = u"/jobs/%1 %2"_s.arg(job->id, job->state);
    const int tasks = job->tasks.value(u"total"_s);
    const int up = job->tasks.value(u"running"_s) + job->tasks.value(u"finished"_s);
    if (job->state == u"RUNNING" && up == tasks) {
        check.message = Text::tr("The job runs with all its tasks.");
    } else if (job->state == u"RUNNING") {
        check.verdict = takesSnapshot(survey.intent) ? Verdict::Fail : Verdict::Warn;
        check.message = Text::tr("%1 of %2 tasks run: a savepoint needs all of them.").arg(up).arg(tasks);
    } else {
        check.verdict = takesSnapshot(survey.intent) ? Verdict::Fail : Verdict::Warn;
        check.message = Text::tr("The job is %1.").arg(base::visibleText(job->state));
    }
    return check;
}

QList<Check> highAvailability(const Survey& survey)
{
    const manifest::LiveObject object = survey.object();
    if (object.kind != manifest::Subject::Kind::Deployment || !manifest::hasJob(object.spec))
        return {};
    Check check{u"ha-metadata"_s, Verdict::Ok, {}, {}, seen(survey)};
    const manifest::FlatConfiguration configuration = manifest::flatConfiguration(object.spec[u"flinkConfiguration"]);
    const std::optional<bool> has = survey.prospect.around.hasHaMetadata;
    if (!has) {
        check.verdict = Verdict::Unknown;
        check.message = Text::tr("The ConfigMaps of high availability could not be listed.");
    } else if (*has) {
        check.message = Text::tr("The metadata of high availability is there.");
    } else if (manifest::isHighlyAvailable(configuration) && !manifest::isSuspended(object.spec)) {
        check.verdict = Verdict::Warn;
        check.message = Text::tr("High availability is on, and its metadata is gone.");
    } else {
        check.message = Text::tr("There is no metadata of high availability, and none is needed.");
    }
    return {check};
}

QList<Check> savepointDirectory(const Survey& survey)
{
    const manifest::LiveObject object = survey.object();
    const bool isNeeded = (takesSnapshot(survey.intent) && survey.intent.verb != Verb::Checkpoint) ||
                          survey.effect.decision.way == manifest::Decision::Way::Savepoint;
    if (!isNeeded)
        return {};
    const QJsonObject spec = survey.prospect.around.session ? survey.prospect.around.session->spec : object.spec;
    QString directory = manifest::savepointDirectory(manifest::flatConfiguration(object.spec[u"flinkConfiguration"]));
    if (directory.isEmpty())
        directory = manifest::savepointDirectory(manifest::flatConfiguration(spec[u"flinkConfiguration"]));
    if (directory.isEmpty())
        directory = manifest::savepointDirectory(survey.prospect.around.defaults);
    if (!directory.isEmpty())
        return {{u"savepoint-directory"_s, Verdict::Ok, Text::tr("Savepoints have a directory."),
                 base::visibleText(directory), seen(survey)}};
    return {{u"savepoint-directory"_s,
             Verdict::Warn,
             Text::tr("No directory for savepoints is set (execution.checkpointing.savepoint-dir), unless the "
                      "operator's own configuration does it."),
             {},
             seen(survey)}};
}

QList<Check> rehearsal(const Survey& survey)
{
    if (survey.prospect.change.isEmpty())
        return {};
    if (survey.prospect.refusal)
        return {{u"dry-run"_s, Verdict::Fail,
                 Text::tr("The server would refuse it: %1").arg(base::visibleText(survey.prospect.refusal->message)),
                 u"dryRun=All"_s, seen(survey)}};
    if (!survey.prospect.planned)
        return {{u"dry-run"_s, Verdict::Unknown, Text::tr("It could not be rehearsed on the server."),
                 base::visibleText(survey.prospect.doubts.join(u' ')), seen(survey)}};
    return {{u"dry-run"_s, Verdict::Ok, Text::tr("The server and its webhooks would take it."), u"dryRun=All"_s,
             seen(survey)}};
}

QList<Check> decision(const Survey& survey)
{
    const manifest::Decision& decision = survey.effect.decision;
    if (survey.prospect.change.isEmpty() || survey.intent.verb == Verb::Savepoint ||
        survey.intent.verb == Verb::Checkpoint)
        return {};
    using Way = manifest::Decision::Way;
    Check check{u"operator-decision"_s, Verdict::Ok, manifest::reasonText(survey.effect), {}, seen(survey)};
    if (decision.way == Way::Refused)
        check.verdict = Verdict::Fail;
    else if (losesState(survey.effect) || decision.way == Way::Wait)
        check.verdict = Verdict::Warn;
    const QStringList doubts = manifest::doubtTexts(survey.effect);
    if (check.verdict == Verdict::Ok && !doubts.isEmpty())
        check.verdict = Verdict::Unknown;
    check.evidence = doubts.join(u' ');
    return {check};
}

QList<Check> operatorState(const Survey& survey)
{
    const manifest::LiveObject object = survey.object();
    QList<Check> checks;
    if (!survey.effect.operatorError.isEmpty())
        checks.append({u"operator-error"_s, Verdict::Warn,
                       Text::tr("The operator reports: %1").arg(base::visibleText(survey.effect.operatorError)),
                       u"status.error"_s, seen(survey)});
    if (survey.effect.isBehind)
        checks.append({u"operator-behind"_s, Verdict::Warn,
                       Text::tr("The operator has not taken up an earlier change yet."),
                       u"metadata.generation %1"_s.arg(object.generation), seen(survey)});
    if (object.isSavepointPending)
        checks.append({u"pending-savepoint"_s, takesSnapshot(survey.intent) ? Verdict::Fail : Verdict::Warn,
                       Text::tr("A savepoint is under way already; the operator waits for it."),
                       u"status.jobStatus.savepointInfo.triggerId"_s, seen(survey)});
    if (survey.live()[u"metadata"][u"deletionTimestamp"].isString())
        checks.append({u"deletion"_s, survey.intent.verb == Verb::Delete ? Verdict::Warn : Verdict::Fail,
                       Text::tr("The object is being deleted."), u"metadata.deletionTimestamp"_s, seen(survey)});
    return checks;
}

/// Before 1.8 the operator resumes from what it calls the last savepoint, and may have put an older checkpoint there
/// that Flink has deleted since: seen with 1.7 right after a suspension.
QList<Check> resumeSource(const Survey& survey)
{
    const QJsonObject job = survey.live()[u"status"][u"jobStatus"].toObject();
    const QJsonObject info = job[u"savepointInfo"].toObject();
    const QJsonObject last = info[u"lastSavepoint"].toObject();
    if (survey.intent.verb != Verb::Resume || survey.needsNewObject ||
        !job[u"upgradeSavepointPath"].toString().isEmpty() || last.isEmpty())
        return {};
    QJsonObject newest = last;
    for (const QJsonValue savepoint : info[u"savepointHistory"].toArray()) {
        if (savepoint[u"timeStamp"].toInteger() > newest[u"timeStamp"].toInteger())
            newest = savepoint.toObject();
    }
    const QString path = base::visibleText(last[u"location"].toString());
    if (newest[u"location"] == last[u"location"])
        return {{u"resume-source"_s, Verdict::Ok, Text::tr("The operator resumes from its newest savepoint."), path,
                 seen(survey)}};
    return {
        {u"resume-source"_s, Verdict::Fail,
         Text::tr("The operator would resume from %1, and the newest savepoint is %2: state would be lost, or the job "
                  "would not start.")
             .arg(path, base::visibleText(newest[u"location"].toString())),
         u"status.jobStatus.savepointInfo"_s, seen(survey)}};
}

/// Pods come and go while a job is started anew: a quota that is full keeps them away, and the custom resource says
/// nothing of it.
QList<Check> room(const Survey& survey)
{
    const Verb verb = survey.intent.verb;
    const bool isStarted = !survey.prospect.change.isEmpty() && verb != Verb::Suspend && verb != Verb::Savepoint &&
                           verb != Verb::Checkpoint && verb != Verb::Delete;
    if (!isStarted)
        return {};
    if (!survey.quotas)
        return {{u"room"_s,
                 Verdict::Unknown,
                 Text::tr("The quotas of the namespace could not be listed."),
                 {},
                 seen(survey)}};
    const QStringList full = fullQuotas(*survey.quotas);
    if (full.isEmpty())
        return {{u"room"_s, Verdict::Ok, Text::tr("No quota of the namespace is full."),
                 QString::number(survey.quotas->size()), seen(survey)}};
    return {{u"room"_s, Verdict::Warn,
             Text::tr("A quota of the namespace is full: new pods may have to wait until old ones are gone."),
             base::visibleText(full.join(u", "_s)), seen(survey)}};
}

/// A tag that names another Flink than flinkVersion is a mistake that only shows when the job is started.
QList<Check> image(const Survey& survey)
{
    const QJsonObject spec = survey.prospect.wantedOf({})[u"spec"].toObject();
    const QString name = spec[u"image"].toString();
    const bool isChanged = std::ranges::any_of(survey.prospect.change.entries, [](const SpecChange::Entry& entry) {
        return entry.path == QStringList{u"spec"_s, u"image"_s} ||
               entry.path == QStringList{u"spec"_s, u"flinkVersion"_s};
    });
    if (!isChanged || name.isEmpty())
        return {};
    static const QRegularExpression version(u"(?:^|[^0-9.])([12])[.]([0-9]{1,2})(?:[^0-9]|$)"_s);
    const QString tag = name.section(u'/', -1).section(u':', 1);
    const QRegularExpressionMatch found = version.match(tag);
    const QString wanted = spec[u"flinkVersion"].toString();
    const QString named = found.hasMatch() ? u"v%1_%2"_s.arg(found.captured(1), found.captured(2)) : QString();
    if (tag.isEmpty() || tag == u"latest")
        return {{u"image"_s, Verdict::Warn, Text::tr("The image has no tag of its own: what runs can change unseen."),
                 base::visibleText(name), seen(survey)}};
    if (!named.isEmpty() && !wanted.isEmpty() && named != wanted)
        return {{u"image"_s, Verdict::Warn,
                 Text::tr("The tag sounds like Flink %1.%2, and flinkVersion is %3.")
                     .arg(found.captured(1), found.captured(2), base::visibleText(wanted)),
                 base::visibleText(name), seen(survey)}};
    return {{u"image"_s, Verdict::Unknown, Text::tr("Whether the image can be pulled is not known before a pod tries."),
             base::visibleText(name), seen(survey)}};
}

/// Between its deletion and the new one only the journal has it, where nothing secret is written.
QList<Check> newObject(const Survey& survey)
{
    if (!survey.needsNewObject)
        return {};
    const QJsonObject object = newObjectOf(survey.live(), survey.prospect.change);
    if (withoutSecrets(object) != object)
        return {{u"new-object"_s, Verdict::Fail,
                 Text::tr("The object has to be deleted and made anew, and holds values that look like secrets: nobody "
                          "would have them if Drey were stopped in between. Move them to a Secret, or do it by hand."),
                 u"status.observedGeneration –"_s, seen(survey)}};
    return {{u"new-object"_s, Verdict::Warn,
             Text::tr("The object is deleted and made anew: its uid, its status and what the operator recorded of its "
                      "savepoints go away."),
             u"status.observedGeneration –"_s, seen(survey)}};
}

/// Blue and green run side by side for a while.
QList<Check> colours(const Survey& survey)
{
    const manifest::LiveObject object = survey.object();
    if (object.kind != manifest::Subject::Kind::BlueGreen)
        return {};
    const Colours colours = coloursOf(object);
    const QString state = base::visibleText(object.blueGreenState);
    using Because = manifest::Decision::Because;
    const Because because = survey.effect.decision.because;
    if (colours.isInTransition)
        return {{u"colours"_s, Verdict::Fail, Text::tr("A transition is under way already."), state, seen(survey)}};
    if (colours.active.isEmpty() || (because != Because::SecondColour && because != Because::Redeploys))
        return {{u"colours"_s, Verdict::Fail,
                 Text::tr("This change would not start the other colour: apply it to the object instead."), state,
                 seen(survey)}};
    return {{u"colours"_s, Verdict::Ok,
             Text::tr("%1 is active. %2 starts beside it: for a while there must be room for both.")
                 .arg(colours.active, colours.other),
             state, seen(survey)}};
}

/// What there is nothing to do about, and what is asked for that cannot be.
QList<Check> sense(const Survey& survey)
{
    const manifest::LiveObject object = survey.object();
    const auto fail = [&](const QString& message) {
        return QList<Check>{{u"intent"_s, Verdict::Fail, message, {}, seen(survey)}};
    };
    const Intent& intent = survey.intent;
    const bool hasJob = manifest::hasJob(object.spec);
    if (!hasJob && intent.verb != Verb::Restart && intent.verb != Verb::Upgrade && intent.verb != Verb::Delete &&
        intent.verb != Verb::Rollback)
        return fail(Text::tr("A session cluster has no job of its own: name its session job."));
    if (intent.verb == Verb::Suspend && manifest::isSuspended(object.spec))
        return fail(Text::tr("It is suspended already."));
    if (stopsDrained(intent, survey.live()) && survey.effect.decision.way != manifest::Decision::Way::Savepoint)
        return fail(Text::tr("Only a job that runs can be drained: this one would not stop with a savepoint."));
    if (intent.verb == Verb::Resume && !manifest::isSuspended(object.spec))
        return fail(Text::tr("It is not suspended."));
    if (intent.verb == Verb::Recover && survey.job() && survey.job()->state == u"RUNNING")
        return fail(Text::tr("The job runs: there is nothing to recover. To start it from elsewhere, redeploy it."));
    const bool isFromSnapshot = intent.verb == Verb::Redeploy || (intent.verb == Verb::Recover && !intent.isEmpty);
    if (isFromSnapshot && intent.from.isEmpty())
        return fail(Text::tr("There is no snapshot to start from."));
    if (intent.verb == Verb::Rollback && !intent.spec && !object.stable)
        return fail(Text::tr("The operator has recorded no spec that was stable."));
    const bool isEdit = intent.verb == Verb::Upgrade || intent.verb == Verb::Rescale || intent.verb == Verb::Rollback;
    if (isEdit && survey.prospect.change.isIn(survey.live()))
        return fail(Text::tr("Nothing would change: the object says all of that already."));
    if (survey.prospect.change.isMasked())
        return fail(
            Text::tr("It would need values that look like secrets, and the journal has none of them: set them by "
                     "hand."));
    return {};
}

} // namespace

QList<Check> preflightOf(const Survey& survey, const Site& site)
{
    QList<Check> checks = sense(survey);
    checks.append(rights(survey));
    checks.append(protection(site));
    checks.append(otherOperation(survey.other, seen(survey)));
    checks.append(ownership(survey));
    checks.append(jobState(survey));
    if (survey.job())
        checks.append(lastCheckpoint(survey.checkpoints, survey.prospect.around.now));
    checks.append(highAvailability(survey));
    checks.append(savepointDirectory(survey));
    checks.append(resumeSource(survey));
    checks.append(retentionOf(survey));
    checks.append(newObject(survey));
    checks.append(colours(survey));
    checks.append(room(survey));
    checks.append(image(survey));
    checks.append(operatorState(survey));
    checks.append(rehearsal(survey));
    checks.append(decision(survey));
    return checks;
}

} // namespace plans
