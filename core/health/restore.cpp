#include "core/health/restore.h"

#include "core/base/quantity.h"
#include "core/health/situation.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace health {

namespace {

using Outlook = RestoreOutlook::Verdict;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(health::Text)
};

QString kindOf(const QString& path)
{
    return snapshotName(path).startsWith(u"savepoint") ? u"savepoint"_s : u"checkpoint"_s;
}

RestoreOutlook aged(RestoreOutlook outlook, const QDateTime& now)
{
    if (!outlook.completedAt.isValid()) {
        outlook.verdict = Outlook::Ready;
        outlook.reason = Text::tr("The state to restore is known by its path; its age is not.");
        return outlook;
    }
    const std::chrono::milliseconds age(outlook.completedAt.msecsTo(now));
    outlook.verdict = age < restoreFreshFor    ? Outlook::Ready
                      : age < restoreUsableFor ? Outlook::Stale
                                               : Outlook::AtRisk;
    outlook.reason = Text::tr("The newest state that is known to be complete is %1 old.").arg(base::durationText(age));
    return outlook;
}

RestoreOutlook nothing(Outlook verdict, const QString& reason)
{
    RestoreOutlook outlook;
    outlook.verdict = verdict;
    outlook.reason = reason;
    return outlook;
}

std::optional<RestoreOutlook> fromFlink(const Situation& situation)
{
    if (!situation.checkpoints || !situation.checkpoints->latestCompleted)
        return {};
    const flink::Checkpoint& latest = *situation.checkpoints->latestCompleted;
    RestoreOutlook outlook;
    outlook.kind = u"checkpoint"_s;
    outlook.path = latest.externalPath;
    outlook.completedAt =
        latest.latestAckAt.isValid() ? latest.latestAckAt : latest.triggeredAt.addMSecs(latest.durationMs);
    return aged(outlook, situation.now);
}

/// The operator's error that says that it has given up finding state; 1.7 leaves out the "is".
bool saysNothingToRestore(const flink::OperatorStatus& status)
{
    return status.error && (status.error->message.contains(u"HA metadata is not available") ||
                            status.error->message.contains(u"HA metadata not available"));
}

} // namespace

RestoreOutlook restoreOutlook(const Evidence& evidence, const base::Observed<QList<flink::HaPointer>>& ha)
{
    const Situation situation(evidence);
    if (!situation.resource)
        return nothing(Outlook::Unknown, Text::tr("The deployment could not be read."));
    const flink::Deployment& resource = *situation.resource;
    if (resource.isSession())
        return nothing(Outlook::Unknown, Text::tr("A session cluster has no state of its own."));
    if (resource.isStateless())
        return nothing(Outlook::Impossible,
                       Text::tr("Nothing, by design: with upgradeMode stateless the operator starts the job empty."));
    if (const auto outlook = fromFlink(situation))
        return *outlook;
    const QString path = resumePath(resource);
    if (!path.isEmpty() && !situation.isRunning()) {
        RestoreOutlook outlook;
        outlook.kind = kindOf(path);
        outlook.path = path;
        return aged(outlook, situation.now);
    }
    if (ha.isFresh() && !ha.value->isEmpty()) {
        const qint64 newest = std::ranges::max(*ha.value, {}, &flink::HaPointer::checkpoint).checkpoint;
        RestoreOutlook outlook;
        outlook.kind = u"checkpoint"_s;
        outlook.verdict = Outlook::Ready;
        outlook.reason = Text::tr("The high-availability metadata points to checkpoint %1.").arg(newest);
        return outlook;
    }
    if (saysNothingToRestore(resource.status))
        return nothing(
            Outlook::Impossible,
            Text::tr("The operator finds no state to restore; look for checkpoints and savepoints on the storage."));
    if (situation.checkpoints && situation.checkpoints->enabled)
        return nothing(Outlook::AtRisk, Text::tr("No checkpoint has completed yet: a restart would begin empty."));
    return nothing(Outlook::Unknown, Text::tr("No source tells what would be restored."));
}

} // namespace health
