#include "core/plans/flinkplan.h"

#include "core/base/visibletext.h"
#include "core/kube/kubectl.h"
#include "core/plans/applyrecord.h"
#include "core/plans/confirmation.h"
#include "core/plans/planning.h"
#include "core/workflow/pace.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace plans {

using namespace Qt::StringLiterals;
using workflow::Step;
using Verb = Intent::Verb;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(plans::Text)
};

const QString atEndpoint = u"Job"_s; ///< the kind of object that its plans name

/// The steps of one plan, in the making.
class Planner
{
public:
    Planner(const FlinkSurvey& survey, const FlinkSite& site)
        : m_survey(survey)
        , m_site(site)
        , m_trigger(flink::newFlinkId())
    {
    }

    QList<Step> steps();

private:
    Step& add(QStringView kind, const QString& title, const QString& waitsFor);
    void sends(Step& step, const flink::RestWrite& write) const;
    void snapshot(QStringView asked, QStringView made, const QString& title, const flink::RestWrite& write);
    void stop();
    void cancel();
    void rescale();
    void resume();
    void end(const QString& waitsFor, bool hasSavepoint);
    flink::SavepointOrder order() const
    {
        return {m_survey.intent.job, m_trigger, m_survey.intent.directory, m_survey.intent.format};
    }

    const FlinkSurvey& m_survey;
    const FlinkSite& m_site;
    const QString m_trigger; ///< a repeated request of the same id does nothing
    QList<Step> m_steps;
};

Step& Planner::add(QStringView kind, const QString& title, const QString& waitsFor)
{
    Step made;
    made.id = made.kind = kind.toString();
    made.title = title;
    made.waitsFor = waitsFor;
    m_steps.append(made);
    return m_steps.last();
}

void Planner::sends(Step& step, const flink::RestWrite& write) const
{
    QStringList words{u"curl"_s, u"-X"_s, QString::fromLatin1(write.method)};
    if (!write.body.isEmpty()) {
        const QByteArray body = QJsonDocument(write.body).toJson(QJsonDocument::Compact);
        words += {u"-H"_s, u"Content-Type: application/json"_s, u"-d"_s, QString::fromUtf8(body)};
    }
    words += m_site.rest->address() + write.path;
    for (QString& word : words)
        word = kube::shellQuoted(word);
    step.sends = workflow::Sending{QString::fromLatin1(write.method), write.path, write.body, u"application/json"_s,
                                   words.join(u' ')};
}

void Planner::snapshot(QStringView asked, QStringView made, const QString& title, const flink::RestWrite& write)
{
    const bool isSavepoint = made == flinkstep::savepointMade;
    QJsonObject details{{u"trigger"_s, m_trigger}};
    if (const auto& known = m_survey.checkpoints.value) {
        // What is newer was made after this.
        qint64 newest = 0;
        for (const flink::Checkpoint& one : known->history)
            newest = std::max(newest, one.id);
        details.insert(u"newest"_s, newest);
    }
    Step& ask = add(asked, title, Text::tr("Flink knows the request of the id %1").arg(m_trigger));
    sends(ask, write);
    ask.details = details;
    Step& wait = add(made, isSavepoint ? Text::tr("The savepoint is made") : Text::tr("The checkpoint is made"),
                     Text::tr("Flink reports it as completed, and its statistics tell of it"));
    wait.details = details;
}

void Planner::end(const QString& waitsFor, bool hasSavepoint)
{
    Step& over = add(flinkstep::ended, Text::tr("The job has ended"), waitsFor);
    over.details = {{u"mustHaveSavepoint"_s, hasSavepoint}};
}

void Planner::stop()
{
    const QString title = m_survey.intent.drains ? Text::tr("Drain the job and stop it with a savepoint")
                                                 : Text::tr("Stop the job with a savepoint");
    snapshot(flinkstep::askStop, flinkstep::savepointMade, title, flink::stopWrite(order(), m_survey.intent.drains));
    m_steps.first().lostIfStoppedHere = Text::tr("Nothing: Flink goes on by itself.");
    end(Text::tr("Flink reports it as FINISHED"), true);
}

void Planner::cancel()
{
    Step& ask = add(flinkstep::cancelJob, Text::tr("Cancel the job"), Text::tr("Flink cancels it"));
    sends(ask, flink::cancelWrite(m_survey.intent.job));
    ask.lostIfStoppedHere = Text::tr("What it has worked on since its last checkpoint.");
    end(Text::tr("Flink reports it as CANCELED"), false);
}

void Planner::rescale()
{
    const flink::ResourceRequirements wanted = m_survey.wanted();
    const auto bodyOf = [this](const flink::ResourceRequirements& requirements) {
        return flink::requirementsWrite(m_survey.intent.job, requirements).body;
    };
    Step& set = add(flinkstep::setRequirements, Text::tr("Require another parallelism"),
                    Text::tr("Flink has taken the requirements"));
    sends(set, flink::requirementsWrite(m_survey.intent.job, wanted));
    set.details = {{u"before"_s, bodyOf(m_survey.requirements.value.value_or(flink::ResourceRequirements()))}};
    QJsonObject parallelism;
    for (auto vertex = wanted.begin(); vertex != wanted.end(); ++vertex)
        parallelism.insert(vertex.key(), vertex->upper);
    Step& wait = add(flinkstep::rescaled, Text::tr("It runs with that parallelism"),
                     Text::tr("all tasks run, as many as are required"));
    wait.details = {{u"parallelism"_s, parallelism}};
}

void Planner::resume()
{
    flink::JarRun run = m_survey.intent.run;
    run.job = flink::newFlinkId(); // a second one of the same id is refused
    run.jar = m_survey.jar().value_or(flink::Jar()).id;
    run.savepoint = m_survey.source();
    // What a program is told may be secret: it is kept in no file.
    const bool isMasked = !run.arguments.isEmpty();
    for (QString& argument : run.arguments)
        argument = secretMask.toString();
    const QJsonObject details{{u"job"_s, run.job}, {u"path"_s, run.savepoint}, {u"isMasked"_s, isMasked}};
    Step& start = add(flinkstep::runJar, Text::tr("Run the jar from the snapshot"),
                      Text::tr("Flink has a job of the id %1").arg(run.job));
    sends(start, flink::jarRunWrite(run));
    start.details = details;
    add(flinkstep::running, Text::tr("The job runs"), Text::tr("Flink reports it with all its tasks")).details =
        details;
    add(flinkstep::restored, Text::tr("Its state is there"), Text::tr("Flink reports from what it has restored"))
        .details = details;
}

QList<Step> Planner::steps()
{
    const FlinkIntent& intent = m_survey.intent;
    switch (intent.verb) {
    case Verb::Savepoint:
        snapshot(flinkstep::askSavepoint, flinkstep::savepointMade, Text::tr("Ask for a savepoint"),
                 flink::savepointWrite(order()));
        break;
    case Verb::Checkpoint:
        snapshot(flinkstep::askCheckpoint, flinkstep::checkpointMade, Text::tr("Ask for a checkpoint"),
                 flink::checkpointWrite(intent.job, m_trigger));
        break;
    case Verb::Rescale:
        rescale();
        break;
    case Verb::Resume:
        resume();
        break;
    case Verb::Delete:
        if (intent.withSavepoint)
            stop();
        else
            cancel();
        break;
    default:
        stop();
        break;
    }
    return m_steps;
}

QString summaryOf(const FlinkSurvey& survey)
{
    const FlinkIntent& intent = survey.intent;
    switch (intent.verb) {
    case Verb::Savepoint:
    case Verb::Checkpoint:
        return Text::tr("The job goes on while it is made.");
    case Verb::Resume:
        return Text::tr("A new job is started with the uploaded jar, from: %1.")
            .arg(base::visibleText(survey.source()));
    case Verb::Rescale:
        return Text::tr("The job is restarted from its last checkpoint by its adaptive scheduler, as soon as there are "
                        "slots for it.");
    case Verb::Delete:
        if (!intent.withSavepoint)
            return Text::tr("The job is cancelled without a savepoint.");
        break;
    default:
        break;
    }
    return intent.drains ? Text::tr("The job works off what it has, makes a savepoint and ends. It is not meant to be "
                                    "resumed from that savepoint: its windows and timers have fired.")
                         : Text::tr("The job makes a savepoint and ends; it can be started from there.");
}

workflow::Confirmation confirmationOf(const FlinkIntent& intent, base::Environment environment)
{
    if (intent.verb == Verb::Savepoint || intent.verb == Verb::Checkpoint)
        return workflow::Confirmation::Undo;
    const bool isLoss =
        intent.drains || intent.run.allowsNonRestoredState || (intent.verb == Verb::Delete && !intent.withSavepoint);
    return isLoss && confirmationOfLoss(environment) == Confirmation::TypeName ? workflow::Confirmation::TypeName
                                                                               : workflow::Confirmation::Dialog;
}

} // namespace

workflow::Plan planOf(const FlinkSurvey& survey, const FlinkSite& site)
{
    workflow::Plan plan;
    plan.operation = verbWord(survey.intent.verb);
    plan.context = site.context;
    plan.object = atEndpoint + u' ' + survey.intent.job;
    plan.uid = survey.intent.job;
    plan.title = titleOf(survey.intent.verb, survey.name());
    plan.summary = summaryOf(survey);
    plan.preflight = preflightOf(survey, site);
    plan.steps = Planner(survey, site).steps();
    plan.expected = workflow::usualTimeOf(survey.earlier, plan.operation);
    for (Step& step : plan.steps)
        step.expected = workflow::usualTimeOfStep(survey.earlier, step.kind);
    plan.confirmation = confirmationOf(survey.intent, site.environment);
    plan.details = {{u"kind"_s, atEndpoint}, {u"name"_s, survey.name()}};
    return plan;
}

bool isAtEndpoint(const workflow::Plan& plan)
{
    return plan.details[u"kind"].toString() == atEndpoint;
}

} // namespace plans
