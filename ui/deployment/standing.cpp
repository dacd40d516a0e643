#include "ui/deployment/standing.h"

#include <QCoreApplication>

namespace deployment {

using namespace Qt::StringLiterals;
using Presence = Standing::Presence;
using Verb = plans::Intent::Verb;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(deployment::OperationBar)
};

Presence presenceOf(const flink::Metadata& metadata)
{
    return metadata.deletedAt.isValid() ? Presence::Going : Presence::Here;
}

bool isSuspended(const std::optional<flink::JobSpec>& job)
{
    return job && job->state == u"suspended";
}

} // namespace

Standing standingOf(const Subject& subject)
{
    Standing standing;
    standing.isProtected = subject.connection().settings().effectivelyProtected();
    standing.isBroken = subject.verdict().health == base::Health::Broken;
    if (const auto deployment = subject.deployment()) {
        standing.presence = subject.isGone() ? Presence::Gone : presenceOf(deployment->metadata);
        standing.hasJob = !deployment->isSession();
        standing.isSuspended = isSuspended(deployment->job);
        standing.isColour = !deployment->metadata.blueGreen.isEmpty();
    } else if (subject.isGone()) {
        standing.presence = Presence::Gone;
    }
    return standing;
}

Standing standingOf(const flink::SessionJob* job, const Subject& subject)
{
    Standing standing;
    standing.kind = u"FlinkSessionJob"_s;
    standing.isProtected = subject.connection().settings().effectivelyProtected();
    if (!job)
        return standing;
    standing.presence = presenceOf(job->metadata);
    standing.hasJob = true;
    standing.isSuspended = isSuspended(job->job);
    const QString& state = job->status.jobState;
    standing.isBroken = job->status.error || job->status.lifecycleState == u"FAILED" || state == u"FAILED" ||
                        state == u"FAILING" || state == u"RESTARTING";
    return standing;
}

Standing standingOf(const flink::JobOverview* job, const Subject& subject)
{
    Standing standing;
    standing.kind = plans::flinkJobKind.toString();
    standing.isProtected = subject.connection().settings().effectivelyProtected();
    if (!job)
        return standing;
    // What has ended is there no more for whoever wants to do something with it.
    standing.presence = job->endTime.isValid() ? Presence::Gone : Presence::Here;
    standing.hasJob = true;
    return standing;
}

QString obstacleTo(Verb verb, const Standing& standing)
{
    if (standing.presence == Presence::Gone && standing.kind == plans::flinkJobKind)
        return Text::tr("The job has ended.");
    if (standing.presence == Presence::Gone)
        return Text::tr("It does not exist any more.");
    if (standing.presence == Presence::Unknown)
        return Text::tr("Nothing is known of it yet.");
    if (standing.isProtected)
        return Text::tr(
            "This context is protected: Drey sends no change to it. The protection is taken off on the page "
            "of connections.");
    if (verb != Verb::Delete && standing.presence == Presence::Going)
        return Text::tr("It is being deleted.");
    const bool isOfJob =
        verb != Verb::Restart && verb != Verb::Upgrade && verb != Verb::Rollback && verb != Verb::Delete;
    if (isOfJob && !standing.hasJob)
        return Text::tr("A session cluster has no job of its own.");
    if (standing.isSuspended && (verb == Verb::Savepoint || verb == Verb::Checkpoint))
        return Text::tr("The job is suspended: there is nothing to take it of.");
    if (standing.isSuspended && verb == Verb::Suspend)
        return Text::tr("It is suspended already.");
    if (!standing.isSuspended && verb == Verb::Resume)
        return Text::tr("It is not suspended.");
    if (standing.isSuspended && verb == Verb::Restart)
        return Text::tr("The job is suspended: resume it instead.");
    return {};
}

} // namespace deployment
