#include "core/plans/planning.h"

#include "core/base/visibletext.h"
#include "core/kube/kubectl.h"
#include "core/plans/applyrecord.h"
#include "core/plans/colours.h"
#include "core/plans/confirmation.h"
#include "core/plans/preflight.h"
#include "core/workflow/pace.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <algorithm>

namespace plans {

using namespace Qt::StringLiterals;
using manifest::Decision;
using workflow::Sending;
using workflow::Step;
using Verb = Intent::Verb;
using Way = Decision::Way;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(plans::Text)
};

/// The steps of one plan, in the making.
class Planner
{
public:
    Planner(const Survey& survey, const Site& site)
        : m_survey(survey)
        , m_site(site)
    {
    }

    QList<Step> steps();

private:
    Step step(QStringView kind, const QString& title, const QString& waitsFor) const;
    void snapshot(const QString& what);
    void snapshotByNonce(const QString& what);
    void changeSpec(const QString& title, const QString& lost);
    void start();
    void edit(const QString& title);
    void transition();
    void suspend(const QString& title);
    void remove();
    void deleteObject(const QString& lost);
    void waitUntilGone();
    void makeAnew();
    QString command(const QStringList& arguments) const;
    QString lostWhenStopped() const;
    const Intent& intent() const { return m_survey.intent; }
    const Decision& decision() const { return m_survey.effect.decision; }

    const Survey& m_survey;
    const Site& m_site;
    QList<Step> m_steps;
};

Step Planner::step(QStringView kind, const QString& title, const QString& waitsFor) const
{
    Step made;
    made.id = kind.toString();
    made.kind = kind.toString();
    made.title = title;
    made.waitsFor = waitsFor;
    return made;
}

QString Planner::command(const QStringList& arguments) const
{
    return kube::kubectlCommand(m_site.context, intent().nameSpace, arguments);
}

void Planner::snapshot(const QString& what)
{
    const bool isSavepoint = what == u"savepoint";
    const QString name = u"%1-drey-%2-%3"_s.arg(intent().name.left(40), what)
                             .arg(QRandomGenerator::system()->generate64() & 0xffffffff, 8, 16, QLatin1Char('0'));
    QJsonObject wanted;
    if (isSavepoint) {
        // A savepoint that somebody asked for belongs to him: it does not go away with its resource.
        wanted.insert(u"disposeOnDelete"_s, false);
        if (intent().format != Intent::Format::Unset)
            wanted.insert(u"formatType"_s, intent().format == Intent::Format::Native ? u"NATIVE"_s : u"CANONICAL"_s);
    }
    const QJsonObject body{{u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
                           {u"kind"_s, u"FlinkStateSnapshot"_s},
                           {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, intent().nameSpace}}},
                           {u"spec"_s, QJsonObject{{u"backoffLimit"_s, 1},
                                                   {u"jobReference"_s, QJsonObject{{u"kind"_s, intent().kind},
                                                                                   {u"name"_s, intent().name}}},
                                                   {what, wanted}}}};
    const kube::Collection snapshots{.type = kube::flinkType(u"flinkstatesnapshots"_s),
                                     .nameSpace = intent().nameSpace};
    Step create =
        step(stepkind::createSnapshot, isSavepoint ? Text::tr("Ask for a savepoint") : Text::tr("Ask for a checkpoint"),
             Text::tr("the FlinkStateSnapshot '%1' is there").arg(name));
    create.sends =
        Sending{u"POST"_s, snapshots.path(), body, u"application/json"_s, command({u"create"_s, u"-f"_s, u"-"_s})};
    create.details = {{u"name"_s, name}};
    m_steps.append(create);
    Step made = step(stepkind::snapshotMade,
                     isSavepoint ? Text::tr("The savepoint is made") : Text::tr("The checkpoint is made"),
                     Text::tr("the operator reports it as COMPLETED"));
    made.details = {{u"name"_s, name}};
    m_steps.append(made);
}

void Planner::snapshotByNonce(const QString& what)
{
    const bool isSavepoint = what == u"savepoint";
    changeSpec(isSavepoint ? Text::tr("Ask for a savepoint") : Text::tr("Ask for a checkpoint"), {});
    const QString nonce = what + u"TriggerNonce"_s;
    Step made = step(isSavepoint ? stepkind::savepointMade : stepkind::checkpointMade,
                     isSavepoint ? Text::tr("The savepoint is made") : Text::tr("The checkpoint is made"),
                     Text::tr("the operator reports the one of this nonce"));
    for (const SpecChange::Entry& entry : m_survey.prospect.change.entries) {
        if (entry.path.last() == nonce)
            made.details = {{u"nonce"_s, entry.to}};
    }
    m_steps.append(made);
}

void Planner::changeSpec(const QString& title, const QString& lost)
{
    const QJsonObject hidden = withoutSecrets(m_survey.live());
    const QJsonObject planned = withoutSecrets(m_survey.prospect.change.appliedTo(m_survey.live()));
    SpecChange shown;
    for (const SpecChange::Entry& entry : m_survey.prospect.change.entries) {
        QJsonValue to = planned;
        for (const QString& key : entry.path)
            to = to[key];
        shown.set(entry.path, to);
    }
    const QJsonArray patch = jsonPatch(hidden, shown);
    Step change = step(stepkind::changeSpec, title, Text::tr("the object says it"));
    change.lostIfStoppedHere = lost;
    const QString text = QString::fromUtf8(QJsonDocument(patch).toJson(QJsonDocument::Compact));
    change.sends = Sending{
        u"PATCH"_s, m_survey.prospect.target.path().path(), patch, u"application/json-patch+json"_s,
        command({u"patch"_s, m_survey.prospect.target.type.plural, intent().name, u"--type=json"_s, u"-p"_s, text})};
    change.details = {{u"change"_s, toJson(shown)}, {u"generation"_s, m_survey.object().generation}};
    m_steps.append(change);
}

QString Planner::lostWhenStopped() const
{
    const QString risk = manifest::riskText(m_survey.effect);
    return risk.isEmpty() ? Text::tr("Nothing: the operator goes on by itself.") : risk;
}

/// From the change of a spec until the job runs well.
void Planner::start()
{
    const manifest::LiveObject object = m_survey.object();
    Step taken = step(stepkind::takenUp, Text::tr("The operator takes it up"),
                      Text::tr("what it has reconciled last is the new spec"));
    taken.details = {{u"change"_s, m_steps.last().details[u"change"]}};
    if (decision().way == Way::Savepoint)
        taken.waitsFor = Text::tr("the job has stopped with a savepoint, and the new spec is reconciled");
    m_steps.append(taken);
    if (!manifest::hasJob(object.spec)) {
        m_steps.append(step(stepkind::sessionReady, Text::tr("The session cluster is ready"),
                            Text::tr("Flink answers, and all pods are ready")));
        return;
    }
    Step running =
        step(stepkind::running, Text::tr("The job runs"), Text::tr("Flink reports a new run with all its tasks"));
    if (const std::optional<flink::JobOverview> before = m_survey.job())
        running.details = {{u"jobBefore"_s, before->id}, {u"startBefore"_s, before->startTime.toMSecsSinceEpoch()}};
    running.details.insert(u"isSameRun"_s, decision().way == Way::InPlace || decision().way == Way::None);
    m_steps.append(running);
    if (decision().way == Way::InPlace || decision().way == Way::None)
        return;
    const bool isByPath = !intent().from.isEmpty();
    const bool isEmpty =
        !isByPath && !decision().restore && decision().way != Way::KeepHa && decision().way != Way::Cancel;
    Step restored = step(stepkind::restored, isEmpty ? Text::tr("It starts empty") : Text::tr("Its state is there"),
                         isEmpty ? Text::tr("Flink reports that nothing was restored")
                                 : Text::tr("Flink reports from what it has restored"));
    restored.details = {{u"mustRestore"_s, !isEmpty}};
    const bool isRecorded = decision().way == Way::Recorded && decision().restore && !decision().restore->isNew;
    if (isByPath || (isRecorded && !decision().restore->path.isEmpty()))
        restored.details.insert(u"path"_s, isByPath ? intent().from : decision().restore->path);
    m_steps.append(restored);
    m_steps.append(step(stepkind::checkpointed, Text::tr("The first new checkpoint"),
                        Text::tr("Flink has completed one since the job runs")));
    Step settled = step(stepkind::settled, Text::tr("It keeps running"),
                        Text::tr("no restart for %n second(s)", nullptr, int(intent().settle.count())));
    settled.details = {{u"seconds"_s, qint64(intent().settle.count())}};
    m_steps.append(settled);
}

void Planner::edit(const QString& title)
{
    changeSpec(title, lostWhenStopped());
    if (m_survey.object().kind == manifest::Subject::Kind::BlueGreen)
        transition();
    else
        start();
}

/// The steps of a start, at the colour that comes; then the one before it goes.
void Planner::transition()
{
    const Colours colours = coloursOf(m_survey.object());
    const qsizetype first = m_steps.size();
    start();
    Step coming = step(stepkind::transitioning, Text::tr("The other colour comes"),
                       Text::tr("the operator reports the transition to %1").arg(colours.other));
    coming.details = m_steps.at(first).details;
    m_steps[first] = coming;
    for (qsizetype i = first; i < m_steps.size(); ++i)
        m_steps[i].details.insert(u"colour"_s, colours.other);
    Step gone = step(stepkind::colourGone, Text::tr("The colour before it is gone"),
                     Text::tr("%1 is active, and no pod of %2 is left").arg(colours.other, colours.active));
    gone.details = {{u"colour"_s, colours.other}, {u"old"_s, colours.active}};
    m_steps.insert(m_steps.size() - 1, gone);
}

void Planner::suspend(const QString& title)
{
    changeSpec(title, lostWhenStopped());
    Step down = step(stepkind::suspended, Text::tr("Nothing runs any more"),
                     Text::tr("the operator reports it as suspended, and no job runs"));
    down.details = {{u"mustHaveSavepoint"_s, decision().way == Way::Savepoint}};
    m_steps.append(down);
}

void Planner::remove()
{
    if (stopsDrained(intent(), m_survey.live())) {
        suspend(Text::tr("Drain the job and stop it with a savepoint"));
    } else if (intent().withSavepoint && manifest::hasJob(m_survey.object().spec) && m_survey.job()) {
        if (m_survey.hasSnapshotResources.value_or(false))
            snapshot(u"savepoint"_s);
        else
            snapshotByNonce(u"savepoint"_s);
    }
    deleteObject(
        Text::tr("The cluster, its high-availability metadata and what the operator knows of its savepoints go away; "
                 "files of checkpoints and savepoints stay."));
}

void Planner::deleteObject(const QString& lost)
{
    Step removal = step(stepkind::deleteObject, Text::tr("Delete %1").arg(m_survey.prospect.target.label()),
                        Text::tr("the API server has taken the deletion"));
    removal.lostIfStoppedHere = lost;
    removal.sends =
        Sending{u"DELETE"_s, m_survey.prospect.target.path().path(),
                QJsonObject{{u"apiVersion"_s, u"v1"_s},
                            {u"kind"_s, u"DeleteOptions"_s},
                            {u"preconditions"_s, QJsonObject{{u"uid"_s, m_survey.object().uid}}}},
                u"application/json"_s, command({u"delete"_s, m_survey.prospect.target.type.plural, intent().name})};
    m_steps.append(removal);
    waitUntilGone();
}

void Planner::waitUntilGone()
{
    const std::optional<flink::JobOverview> job = m_survey.job();
    const bool isSession = m_survey.object().kind == manifest::Subject::Kind::SessionJob;
    Step gone = step(stepkind::gone, Text::tr("It is gone"),
                     isSession ? Text::tr("neither the object is there, nor does its job run")
                               : Text::tr("neither the object nor its pods are there"));
    gone.details = {{u"job"_s, job ? job->id : QString()}};
    gone.mayBeCancelled = !m_survey.needsNewObject;
    m_steps.append(gone);
}

/// What an operator before 1.8 needs to start from a chosen snapshot.
void Planner::makeAnew()
{
    deleteObject(Text::tr("The object stays deleted; this journal has it, as it is made anew."));
    const Target& target = m_survey.prospect.target;
    const QJsonObject object = newObjectOf(m_survey.live(), m_survey.prospect.change);
    const kube::Collection all{.type = target.type, .nameSpace = intent().nameSpace};
    Step make = step(stepkind::createObject, Text::tr("Make %1 anew").arg(target.label()),
                     Text::tr("the object is there, with the snapshot to start from"));
    make.sends = Sending{u"POST"_s, all.path(), withoutSecrets(object), u"application/json"_s,
                         command({u"create"_s, u"-f"_s, u"-"_s})};
    make.details = {{u"change"_s, toJson(m_survey.prospect.change)}};
    make.mayBeCancelled = false;
    m_steps.append(make);
    start();
}

QList<Step> Planner::steps()
{
    const bool hasResources = m_survey.hasSnapshotResources.value_or(false);
    if (m_survey.needsNewObject) {
        makeAnew();
        return m_steps;
    }
    switch (intent().verb) {
    case Verb::Savepoint:
    case Verb::Checkpoint: {
        const QString what = verbWord(intent().verb);
        if (hasResources)
            snapshot(what);
        else
            snapshotByNonce(what);
        break;
    }
    case Verb::Suspend:
        suspend(Text::tr("Suspend the job"));
        break;
    case Verb::Delete:
        remove();
        break;
    case Verb::Resume:
        changeSpec(Text::tr("Resume the job"), lostWhenStopped());
        start();
        break;
    case Verb::Restart:
        changeSpec(Text::tr("Ask for a restart"), lostWhenStopped());
        start();
        break;
    case Verb::Redeploy:
    case Verb::Recover:
        changeSpec(Text::tr("Start anew from the snapshot"), lostWhenStopped());
        start();
        break;
    case Verb::Rollback:
        edit(Text::tr("Write the earlier spec"));
        break;
    case Verb::Upgrade:
    case Verb::Rescale:
        edit(Text::tr("Write the new spec"));
        break;
    }
    return m_steps;
}

QString titleOf(const Survey& survey)
{
    const QString name = survey.intent.nameSpace + u'/' + survey.intent.name;
    const bool isTransition = survey.object().kind == manifest::Subject::Kind::BlueGreen;
    return isTransition ? Text::tr("Transition of %1").arg(name) : plans::titleOf(survey.intent.verb, name);
}

QString summaryOf(const Survey& survey)
{
    switch (survey.intent.verb) {
    case Verb::Savepoint:
    case Verb::Checkpoint:
        return Text::tr("The job goes on while it is made.");
    case Verb::Delete:
        if (stopsDrained(survey.intent, survey.live()))
            return Text::tr("The operator drains the job and stops it with a last savepoint: its windows and timers "
                            "fire, and it is not meant to be resumed from there. Then the object is deleted, and the "
                            "cluster and all that the operator knows of it go away.");
        return survey.intent.withSavepoint
                   ? Text::tr(
                         "A savepoint is taken first; then the cluster and all that the operator knows of it go away.")
                   : Text::tr("The job is cancelled without a savepoint; the cluster and all that the operator knows "
                              "of it go away.");
    default:
        break;
    }
    QStringList sentences{survey.needsNewObject
                              ? Text::tr("The object is deleted and made anew, for its operator starts a job from a "
                                         "chosen snapshot in no other way.")
                              : manifest::reasonText(survey.effect)};
    if (const QString restore = manifest::restoreText(survey.effect); !restore.isEmpty())
        sentences.append(Text::tr("It starts from: %1.").arg(restore));
    const QStringList& fallbacks = survey.intent.fallbacks;
    if (!fallbacks.isEmpty())
        sentences.append(
            Text::tr("Should Flink not be able to start from it, Drey goes on by itself with the next: %1.")
                .arg(base::visibleText(fallbacks.join(u", "_s))));
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

workflow::Confirmation confirmationOf(const Survey& survey, base::Environment environment)
{
    const Intent& intent = survey.intent;
    if (intent.verb == Verb::Savepoint || intent.verb == Verb::Checkpoint)
        return workflow::Confirmation::Undo;
    const bool isLoss = survey.needsNewObject         ? true
                        : intent.verb == Verb::Delete ? intent.drains || !intent.withSavepoint || !survey.job()
                                                      : losesState(survey.effect);
    return isLoss && confirmationOfLoss(environment) == Confirmation::TypeName ? workflow::Confirmation::TypeName
                                                                               : workflow::Confirmation::Dialog;
}

} // namespace

QString titleOf(Verb verb, const QString& name)
{
    switch (verb) {
    case Verb::Savepoint:
        return Text::tr("Savepoint of %1").arg(name);
    case Verb::Checkpoint:
        return Text::tr("Checkpoint of %1").arg(name);
    case Verb::Suspend:
        return Text::tr("Suspend %1").arg(name);
    case Verb::Resume:
        return Text::tr("Resume %1").arg(name);
    case Verb::Restart:
        return Text::tr("Restart %1").arg(name);
    case Verb::Upgrade:
        return Text::tr("Upgrade %1").arg(name);
    case Verb::Rescale:
        return Text::tr("Rescale %1").arg(name);
    case Verb::Rollback:
        return Text::tr("Roll %1 back").arg(name);
    case Verb::Redeploy:
        return Text::tr("Redeploy %1").arg(name);
    case Verb::Recover:
        return Text::tr("Recover %1").arg(name);
    case Verb::Delete:
        return Text::tr("Delete %1").arg(name);
    }
    return {};
}

workflow::Plan planOf(const Survey& survey, const Site& site)
{
    const QString spec = u"spec"_s;
    workflow::Plan plan;
    plan.operation = verbWord(survey.intent.verb);
    plan.context = site.context;
    plan.object = survey.prospect.target.label();
    plan.uid = survey.object().uid;
    plan.title = titleOf(survey);
    plan.summary = summaryOf(survey);
    plan.preflight = preflightOf(survey, site);
    plan.steps = Planner(survey, site).steps();
    plan.expected = workflow::usualTimeOf(survey.earlier, plan.operation);
    for (Step& step : plan.steps)
        step.expected = workflow::usualTimeOfStep(survey.earlier, step.kind);
    plan.confirmation = confirmationOf(survey, site.environment);
    plan.before = withoutSecrets(survey.live())[spec].toObject();
    plan.after = withoutSecrets(survey.prospect.wantedOf({}))[spec].toObject();
    plan.details = {{u"kind"_s, survey.intent.kind},
                    {u"namespace"_s, survey.intent.nameSpace},
                    {u"name"_s, survey.intent.name},
                    {u"cluster"_s, survey.cluster().name},
                    {u"predicted"_s, manifest::wayWord(survey.effect.decision.way)}};
    if (!survey.intent.fallbacks.isEmpty())
        plan.details.insert(u"fallbacks"_s, QJsonArray::fromStringList(survey.intent.fallbacks));
    return plan;
}

} // namespace plans
