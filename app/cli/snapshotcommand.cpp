#include "app/cli/commands.h"
#include "app/cli/comparisonreport.h"
#include "app/cli/fitreport.h"
#include "app/cli/pathmappings.h"
#include "app/cli/routes.h"
#include "app/cli/session.h"
#include "core/plans/candidates.h"
#include "core/snapshot/localfolder.h"
#include "core/snapshot/reading.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using base::Result;
using snapshot::Integrity;

/// As tr() counts.
int number(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

Result<SnapshotReport> read(const QString& path)
{
    auto reading = snapshot::read(path);
    if (!reading)
        return reading.error();
    return SnapshotReport{path, reading->location, std::move(reading->metadata), {}, false};
}

void warn(Session& session, const SnapshotReport& report)
{
    using Verdict = snapshot::FileCheck::Verdict;
    const Integrity& integrity = report.integrity;
    if (const qsizetype unseen = integrity.count(Verdict::NotChecked); report.isVerified && unseen > 0)
        session.warn(
            Text::tr("%n file(s) could not be looked at, which does not mean that they are missing. Look where "
                     "they were written, or say with --map FROM=TO where they lie on this machine.",
                     nullptr, number(unseen)));
    if (const qsizetype moved = std::ranges::count(integrity.files, true, &snapshot::FileCheck::isMoved); moved > 0)
        session.warn(
            Text::tr("%n file(s) lie beside the snapshot, but not where it says. Flink will look for them where "
                     "they were written.",
                     nullptr, number(moved)));
    if (const qint64 more = report.metadata.properties.bytesAfter; more > 0)
        session.warn(Text::tr("%n byte(s) follow where the metadata should end. Flink leaves them unread.", nullptr,
                              number(more)));
}

ExitCode exitCodeOf(const SnapshotReport& report)
{
    const auto complete = completenessOf(report);
    if (complete == false)
        return ExitCode::Findings;
    return report.isVerified && !complete ? ExitCode::Unknown : ExitCode::Done;
}

void inspect(Session& session)
{
    const Invocation& invocation = session.invocation();
    if (invocation.arguments.size() > 2)
        return session.fail(ExitCode::Usage, Text::tr("'inspect' looks at one snapshot; 'compare' at two."));
    if (invocation.has(u"job"_s) || invocation.has(u"deployment"_s))
        return session.fail(ExitCode::Usage, Text::tr("A job belongs to 'compare'; 'inspect' asks no Flink."));
    const auto mappings = mappingsOf(invocation.values(u"map"_s));
    if (!mappings)
        return session.fail(
            ExitCode::Usage,
            Text::tr("'--map' needs FROM=TO: a path as it was recorded, and a folder of this machine."));
    auto report = read(invocation.arguments[1]);
    if (!report)
        return session.fail(report.error());
    report->isVerified = invocation.has(u"verify"_s) || (!mappings->isEmpty() && !invocation.has(u"deep"_s));
    const snapshot::LocalFolder folder(report->location, *mappings);
    if (report->isVerified)
        report->integrity = check(report->metadata, folder);
    else
        report->integrity.keyGroups = checkKeyGroups(report->metadata);
    if (invocation.has(u"deep"_s))
        readKeyedStates(report->metadata, folder);
    warn(session, *report);
    session.answer(
        snapshotJson(*report), [&] { return snapshotText(*report, session.colors()); }, exitCodeOf(*report));
}

void compareTwo(Session& session)
{
    const Invocation& invocation = session.invocation();
    auto before = read(invocation.arguments[1]);
    if (!before)
        return session.fail(before.error());
    auto after = read(invocation.arguments[2]);
    if (!after)
        return session.fail(after.error());
    const ComparisonReport report{*before, *after, snapshot::compare(before->metadata, after->metadata)};
    session.answer(
        comparisonJson(report), [&] { return comparisonText(report, session.colors()); },
        report.isInterchangeable() ? ExitCode::Done : ExitCode::Findings);
}

ExitCode exitCodeOf(snapshot::Compatibility::Verdict verdict)
{
    using Verdict = snapshot::Compatibility::Verdict;
    switch (verdict) {
    case Verdict::Compatible:
        return ExitCode::Done;
    case Verdict::WithAllowNonRestored:
    case Verdict::Incompatible:
        return ExitCode::Findings;
    case Verdict::Unknown:
        break;
    }
    return ExitCode::Unknown;
}

void answerFit(Session& session, const SnapshotReport& report, const ComparedJob& job)
{
    const FitReport fitted{report, job, snapshot::fit(report.metadata, job.graph)};
    session.answer(
        fitJson(fitted), [&] { return fitText(fitted, session.colors()); }, exitCodeOf(fitted.fit.verdict));
}

void compareWithJob(Session& session)
{
    const auto id = jobId(session, session.invocation().value(u"job"_s));
    if (!id)
        return;
    auto report = read(session.invocation().arguments[1]);
    if (!report)
        return session.fail(report.error());
    const auto route = flinkRoute(session);
    if (!route)
        return;
    // Which formats it reads is told by its version; without it, the rest can still be compared.
    route->rest->overview(&session, [&session, id = *id, route = route.get(), report = *std::move(report)](
                                        const base::Result<flink::ClusterOverview>& overview) {
        const QString version = overview ? overview->flinkVersion : QString();
        if (!overview)
            session.warn(Text::tr("The version of this Flink is not known: %1").arg(overview.error().message));
        route->rest->job(id, &session, [&session, route, report, version](const base::Result<flink::JobDetail>& job) {
            if (!job)
                return session.fail(job.error());
            answerFit(session, report, {job->overview, plans::graphOf(*job, version), route->endpoint});
        });
    });
}

void compare(Session& session)
{
    const Invocation& invocation = session.invocation();
    const bool hasOther = invocation.arguments.size() > 2;
    const bool hasJob = invocation.has(u"job"_s);
    if (hasOther == hasJob || (invocation.has(u"deployment"_s) && !hasJob))
        return session.fail(ExitCode::Usage, Text::tr("'compare' needs two snapshots, or one and a job ('--job ID')."));
    if (invocation.has(u"verify"_s) || invocation.has(u"deep"_s) || invocation.has(u"map"_s))
        return session.fail(ExitCode::Usage,
                            Text::tr("'compare' looks for no files: leave out '--verify', '--deep' and '--map'."));
    if (hasJob)
        return compareWithJob(session);
    compareTwo(session);
}

} // namespace

void readSnapshot(Session& session)
{
    if (session.invocation().arguments.first() == u"inspect")
        return inspect(session);
    compare(session);
}

} // namespace cli
