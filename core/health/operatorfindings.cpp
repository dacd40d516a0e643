#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/health/situation.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace health {

namespace {

using base::Health;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(health::Text)
};

/// The operator's own readiness time-out.
constexpr auto changeGrace = 300s;

/// Reasons that do not pass by themselves, unlike the mounts of a normal start.
bool isHardReason(const QString& reason)
{
    static constexpr std::array<QStringView, 8> hard{
        u"CrashLoopBackOff", u"ErrImagePull",      u"ImagePullBackOff",  u"FailedCreate",
        u"InvalidImageName", u"RunContainerError", u"ErrImageNeverPull", u"CreateContainerConfigError"};
    return std::ranges::find(hard, QStringView(reason)) != hard.end();
}

QString words(const flink::OperatorError& error)
{
    QString message = error.message;
    // Where the message only names the wrapper, the cause says more.
    if ((message.isEmpty() || message == error.type) && !error.causes.isEmpty())
        message = error.causes.last();
    const QString shown = base::visibleText(message, 400);
    return error.reason.isEmpty() ? shown : base::visibleText(error.reason, 60) + u": "_s + shown;
}

QStringList errorEvidence(const flink::OperatorStatus& status)
{
    if (!status.error)
        return {};
    return {Text::tr("Operator status: %1").arg(words(*status.error))};
}

bool isUsualOfAStart(const Situation& situation)
{
    const flink::OperatorStatus& status = situation.resource->status;
    return status.error && status.error->reason == u"FailedMount" && situation.isStarting() &&
           situation.isYoung(status.reconciledAt.isValid() ? status.reconciledAt
                                                           : situation.resource->metadata.createdAt,
                             changeGrace);
}

/// A later answer of Flink beats the operator's sample.
bool flinkSaysOtherwise(const Situation& situation)
{
    return situation.job && situation.job->state == u"RUNNING";
}

void addFailed(const Situation& situation, QList<Finding>& found)
{
    const flink::Deployment& resource = *situation.resource;
    const bool isMissing = resource.jobManagerStatus == u"MISSING";
    const bool hasFailed = resource.status.lifecycleState == u"FAILED" || resource.status.jobState == u"FAILED";
    if (flinkSaysOtherwise(situation))
        return;
    const bool isStuck =
        situation.isPlannedChange() && resource.status.error && isMissing && !isUsualOfAStart(situation);
    if (hasFailed && !isMissing)
        found.append(
            {Health::Broken, Text::tr("The job has failed and does not restart."), errorEvidence(resource.status)});
    else if (isStuck)
        found.append({Health::Broken, Text::tr("The operator cannot bring the new spec into effect, and nothing runs."),
                      errorEvidence(resource.status)});
    else if (isMissing && (hasFailed || !situation.isPlannedChange()))
        found.append(
            {Health::Broken, Text::tr("The JobManager is missing: nothing runs."), errorEvidence(resource.status)});
}

void addJobManagerError(const Situation& situation, QList<Finding>& found)
{
    const flink::Deployment& resource = *situation.resource;
    const auto& error = resource.status.error;
    const bool isDown = resource.jobManagerStatus == u"ERROR" || resource.jobManagerStatus == u"DEPLOYING";
    if (!isDown || !error || isUsualOfAStart(situation) || flinkSaysOtherwise(situation))
        return;
    // Pods know better than the first reason the operator ever met, which it keeps.
    if (!situation.podsOf(u"jobmanager").isEmpty())
        return;
    if (isHardReason(error->reason) || resource.jobManagerStatus == u"ERROR")
        found.append({Health::Broken, Text::tr("The JobManager does not start."), errorEvidence(resource.status)});
}

void addError(const Situation& situation, QList<Finding>& found)
{
    const flink::OperatorStatus& status = situation.resource->status;
    const bool isBehind =
        status.observedGeneration && *status.observedGeneration < situation.resource->metadata.generation;
    // Said only where it matters: this is judged for each row of a fleet.
    const auto generations = [&] {
        return QStringList{Text::tr("Generation %1 is wanted, the operator has taken up %2.")
                               .arg(situation.resource->metadata.generation)
                               .arg(status.observedGeneration.value_or(0))};
    };
    const bool isSerious = status.error && !isUsualOfAStart(situation) &&
                           !(situation.isStarting() && status.error->reason == u"FailedMount");
    if (isSerious && isBehind)
        found.append({Health::AtRisk, Text::tr("The newest change is not in effect: the operator reports an error."),
                      errorEvidence(status) + generations()});
    else if (isSerious && !situation.isPlannedChange())
        found.append({Health::AtRisk, Text::tr("The operator reports an error."), errorEvidence(status)});
    else if (isBehind)
        found.append(
            {Health::Changing, Text::tr("The operator has not taken up the newest change yet."), generations()});
}

QString changeSentence(const QString& life, const Situation& situation)
{
    if (life == u"ROLLING_BACK")
        return Text::tr("The operator is going back to the last stable spec.");
    if (life == u"UPGRADING")
        return situation.resource->status.jobId.isEmpty() ? Text::tr("The deployment is being created.")
                                                          : Text::tr("The operator is upgrading the deployment.");
    return Text::tr("The deployment is starting.");
}

QStringList reportedBy(const flink::Deployment& resource)
{
    const auto shown = [](const QString& state) { return base::visibleText(state.isEmpty() ? u"–"_s : state, 40); };
    return {Text::tr("Operator status: %1, JobManager %2")
                .arg(shown(resource.status.lifecycleState), shown(resource.jobManagerStatus))};
}

void addLifecycle(const Situation& situation, QList<Finding>& found)
{
    const flink::Deployment& resource = *situation.resource;
    const QString& life = resource.status.lifecycleState;
    const QDateTime since =
        resource.status.reconciledAt.isValid() ? resource.status.reconciledAt : resource.metadata.createdAt;
    if (life == u"ROLLED_BACK") {
        found.append({Health::AtRisk,
                      Text::tr("Rolled back: the last stable spec runs, not the one that is written down."),
                      reportedBy(resource)});
    } else if (situation.isPlannedChange()) {
        found.append({Health::Changing, changeSentence(life, situation), reportedBy(resource)});
        const bool isLong = since.isValid() && !situation.isYoung(since, changeGrace);
        if (isLong && !flinkSaysOtherwise(situation))
            found.append({Health::AtRisk,
                          Text::tr("The change has been under way for %1.")
                              .arg(base::durationText(std::chrono::milliseconds(since.msecsTo(situation.now)))),
                          reportedBy(resource)});
    } else if (resource.jobManagerStatus == u"DEPLOYING" || resource.jobManagerStatus == u"DEPLOYED_NOT_READY") {
        found.append({Health::Changing, Text::tr("The JobManager is being started."), reportedBy(resource)});
    }
}

/// Whether the spec's wish is fulfilled: nothing runs any more.
bool isAtRest(const Situation& situation)
{
    const flink::OperatorStatus& status = situation.resource->status;
    const bool flinkIsBusy = situation.job && familyOfJobState(situation.job->state) != Health::Suspended &&
                             situation.job->state != u"FINISHED" && situation.job->state != u"FAILED";
    return !flinkIsBusy &&
           (status.lifecycleState == u"SUSPENDED" || status.jobState == u"FINISHED" || status.jobState == u"CANCELED");
}

QString resumption(const flink::Deployment& resource)
{
    if (resource.isStateless())
        return Text::tr("It resumes empty: its upgradeMode is stateless.");
    if (const QString path = resumePath(resource); !path.isEmpty())
        return Text::tr("It resumes from %1.").arg(base::visibleText(path, 400));
    return Text::tr("The operator names no path to resume from; with high availability the pointer is in its "
                    "ConfigMaps.");
}

QList<Finding> suspensionFindings(const Situation& situation)
{
    const flink::OperatorStatus& status = situation.resource->status;
    if (status.error)
        return {{Health::AtRisk, Text::tr("The job is to be suspended, but the operator reports an error."),
                 errorEvidence(status)}};
    if (!isAtRest(situation))
        return {{Health::Changing, Text::tr("The job is being suspended."), {}}};
    return {{Health::Suspended, Text::tr("The job is suspended on purpose."), {resumption(*situation.resource)}}};
}

QList<Finding> withEvidence(QList<Finding> findings, const QStringList& more)
{
    for (Finding& finding : findings)
        finding.evidence += more;
    return findings;
}

} // namespace

QList<Finding> operatorFindings(const Situation& situation)
{
    if (!situation.resource)
        return {};
    if (situation.resource->metadata.deletedAt.isValid())
        return withEvidence(deletionFindings(situation), errorEvidence(situation.resource->status));
    if (situation.isSuspending())
        return suspensionFindings(situation);
    QList<Finding> found;
    addFailed(situation, found);
    addJobManagerError(situation, found);
    addError(situation, found);
    addLifecycle(situation, found);
    return found;
}

} // namespace health
