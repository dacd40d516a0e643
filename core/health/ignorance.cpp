#include "core/base/visibletext.h"
#include "core/health/situation.h"

#include <QCoreApplication>

namespace health {

namespace {

using base::Health;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(health::Text)
};

} // namespace

QList<Finding> ignoranceFindings(const Situation& situation)
{
    const Evidence& evidence = situation.evidence;
    QList<Finding> found;
    const auto because = [](const std::optional<base::Error>& problem) {
        return problem ? QStringList{base::visibleText(problem->message, 400)} : QStringList();
    };
    if (!situation.isEndpoint() && !situation.resource)
        found.append({Health::Unknown,
                      evidence.resource.isKnown() ? Text::tr("There is no recent news of the deployment.")
                                                  : Text::tr("The deployment could not be read."),
                      because(evidence.resource.problem)});
    const auto& problem = evidence.jobs.problem;
    const bool isForbidden = problem && problem->kind == base::Error::Kind::Forbidden;
    const bool claimsRunning =
        situation.resource && situation.resource->jobManagerStatus == u"READY" && !situation.isSuspending();
    if (problem && isForbidden && claimsRunning)
        found.append({Health::Healthy, Text::tr("The operator reports no trouble; you may not ask Flink itself."),
                      because(problem)});
    else if (problem && (claimsRunning || situation.isEndpoint()))
        found.append({Health::Unknown,
                      situation.isEndpoint()
                          ? Text::tr("Flink does not answer.")
                          : Text::tr("Flink does not answer; the operator's last sample says it runs."),
                      because(problem)});
    else if (evidence.jobs.isKnown() && !situation.jobs && !problem)
        found.append({Health::Unknown, Text::tr("There is no recent answer of Flink."), {}});
    else if (situation.isEndpoint() && !evidence.jobs.isKnown())
        found.append({Health::Unknown, Text::tr("Flink has not been asked yet."), {}});
    return found;
}

QList<Source> notHeard(const Situation& situation, Health health)
{
    const Evidence& evidence = situation.evidence;
    const bool isLeaving = situation.resource && situation.resource->metadata.deletedAt.isValid();
    // Where nothing is to run, there is nobody to ask.
    if (isLeaving || health == Health::Suspended)
        return {};
    const auto& problem = evidence.jobs.problem;
    const bool wasInVain = problem && problem->kind != base::Error::Kind::Forbidden;
    QList<Source> missing;
    if (!situation.hasHeardFlink() && !wasInVain)
        missing.append(Source::FlinkRest);
    if (!situation.isEndpoint() && !situation.pods)
        missing.append(Source::Pods);
    return missing;
}

} // namespace health
