#include "core/health/verdict.h"

#include "core/health/situation.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace health {

namespace {

using base::Health;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(health::Text)
};

QString quietSentence(const Situation& situation)
{
    if (situation.resource && situation.resource->isSession())
        return Text::tr("The session cluster is ready.");
    const bool sampledEnd = !situation.jobs && situation.resource && situation.resource->status.jobState == u"FINISHED";
    if (sampledEnd || (situation.job && situation.job->state == u"FINISHED"))
        return Text::tr("The job has finished.");
    if (situation.job && situation.checkpoints && situation.checkpoints->enabled &&
        situation.checkpoints->latestCompleted)
        return Text::tr("The job runs, and its checkpoints complete.");
    if (situation.job)
        return Text::tr("The job runs.");
    if (situation.jobs && situation.isEndpoint())
        return Text::tr("Flink answers; it has no job.");
    return Text::tr("The operator reports a running job; Flink itself was not asked.");
}

/// All findings, most urgent family first; within one the order in which the parts report them.
QList<Finding> allFindings(const Situation& situation)
{
    QList<Finding> all = podFindings(situation) + operatorFindings(situation) + jobFindings(situation) +
                         checkpointFindings(situation) + ignoranceFindings(situation);
    std::ranges::stable_sort(all, {}, &Finding::health);
    return all;
}

void believe(const Situation& situation, Verdict& verdict)
{
    if (situation.job) {
        verdict.jobState = situation.job->state;
        verdict.jobStateSource = Source::FlinkRest;
    } else if (!situation.jobs && situation.resource && !situation.resource->status.jobState.isEmpty()) {
        verdict.jobState = situation.resource->status.jobState;
        verdict.jobStateSource = Source::CustomResource;
    }
}

/// Whom we believe where sources disagree, and why.
QString trustSentence(const Situation& situation, bool stateDiffers)
{
    if (!stateDiffers)
        return Text::tr("Drey shows each source as it is: none of them is wrong for certain.");
    if (situation.jobs && situation.pods && !situation.podsOf(u"jobmanager").isEmpty())
        return Text::tr("Drey trusts Flink REST and the pods: the operator only samples them, and its STABLE does not "
                        "fall back on restarts.");
    if (situation.jobs)
        return Text::tr(
            "Drey trusts Flink REST: the operator only samples it, and its STABLE does not fall back on restarts.");
    return Text::tr("Drey trusts the pods: they are seen at once, while the operator's READY and STABLE outlive a dead "
                    "JobManager.");
}

QList<Source> judgedOn(const Situation& situation)
{
    QList<Source> sources;
    if (situation.resource)
        sources.append(Source::CustomResource);
    if (situation.jobs)
        sources.append(Source::FlinkRest);
    if (situation.pods)
        sources.append(Source::Pods);
    return sources;
}

Verdict judge(const Situation& situation)
{
    Verdict verdict;
    const QList<Finding> findings = allFindings(situation);
    for (const Finding& finding : findings) {
        if (finding.cause != findings.first().cause)
            verdict.reasons.append(finding.cause);
        verdict.reasons.append(finding.evidence);
    }
    verdict.reasons.removeDuplicates();
    verdict.health = findings.isEmpty() ? Health::Healthy : findings.first().health;
    verdict.summary = findings.isEmpty() ? quietSentence(situation) : findings.first().cause;
    believe(situation, verdict);
    verdict.judgedOn = judgedOn(situation);
    verdict.notHeard = notHeard(situation, verdict.health);
    return verdict;
}

void compare(const Situation& situation, const QList<Fact>& facts, Verdict& verdict)
{
    verdict.sourcesDisagree = std::ranges::any_of(facts, &Fact::disagree);
    if (verdict.sourcesDisagree)
        verdict.trust = trustSentence(situation, facts.first().disagree);
}

} // namespace

QString caveatOf(const QList<Source>& notHeard)
{
    if (notHeard.isEmpty())
        return {};
    if (notHeard == QList{Source::FlinkRest})
        return Text::tr("Flink itself was not heard, or not in full.");
    if (notHeard == QList{Source::Pods})
        return Text::tr("The pods were not seen.");
    return Text::tr("This is the operator's word alone: Flink was not heard, and the pods were not seen.");
}

Verdict judge(const Evidence& evidence)
{
    const Situation situation(evidence);
    Verdict verdict = judge(situation);
    // One source alone contradicts nobody.
    if (situation.jobs || situation.pods)
        compare(situation, factsOf(situation), verdict);
    return verdict;
}

Verdict assess(const Evidence& evidence)
{
    const Situation situation(evidence);
    Verdict verdict = judge(situation);
    verdict.facts = factsOf(situation);
    compare(situation, verdict.facts, verdict);
    return verdict;
}

} // namespace health
