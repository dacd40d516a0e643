#include "app/cli/commands.h"
#include "app/cli/comparisonreport.h"
#include "app/cli/pathmappings.h"
#include "app/cli/session.h"
#include "core/snapshot/localfolder.h"
#include "core/snapshot/metadatareader.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using base::Error;
using base::Result;
using snapshot::Integrity;

/// As tr() counts.
int number(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

Result<SnapshotReport> read(const QString& path)
{
    const auto location = snapshot::locate(path);
    if (!location)
        return location.error();
    // The reader has a window of its own.
    QFile file(location->metadata);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{Error::Kind::Invalid,
                     Text::tr("'%1' cannot be read: %2").arg(location->metadata, file.errorString())};
    auto metadata = snapshot::readMetadata(file);
    if (!metadata)
        return Error{metadata.error().kind, metadata.error().message, location->metadata};
    return SnapshotReport{path, *location, *std::move(metadata), {}, false};
}

/// Looks for the names of keyed states in the files they are described in. What is not there stays unknown.
void lookDeeper(snapshot::Metadata& metadata, const snapshot::LocalFolder& folder)
{
    for (snapshot::Operator& each : metadata.operators) {
        if (!each.keyedHead || !each.keyedStates.isEmpty())
            continue;
        const auto file = metadata.files.at(each.keyedHead->file);
        const snapshot::Found found = folder.find(file.path, file.base);
        if (found.standing != snapshot::Found::Standing::Present)
            continue;
        QFile stream(found.place);
        if (stream.open(QIODevice::ReadOnly) && stream.seek(each.keyedHead->start))
            each.keyedStates = snapshot::keyedStatesIn(stream.read(each.keyedHead->length));
    }
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
        lookDeeper(report->metadata, folder);
    warn(session, *report);
    session.answer(
        snapshotJson(*report), [&] { return snapshotText(*report, session.colors()); }, exitCodeOf(*report));
}

void compare(Session& session)
{
    const Invocation& invocation = session.invocation();
    if (invocation.arguments.size() < 3)
        return session.fail(ExitCode::Usage, Text::tr("'compare' needs two snapshots."));
    if (invocation.has(u"verify"_s) || invocation.has(u"deep"_s) || invocation.has(u"map"_s))
        return session.fail(ExitCode::Usage,
                            Text::tr("'compare' looks for no files: leave out '--verify', '--deep' and '--map'."));
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

} // namespace

void readSnapshot(Session& session)
{
    if (session.invocation().arguments.first() == u"inspect")
        return inspect(session);
    compare(session);
}

} // namespace cli
