#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/health/situation.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace health {

namespace {

using base::Health;
using flink::Checkpoint;
using std::chrono::milliseconds;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(health::Text)
};

/// Below this age no checkpoint is late, however short the interval.
constexpr milliseconds neverLate = 60s;
/// So many failures in a row are no accident any more.
constexpr int manyFailures = 3;

/// Failed checkpoints since the last completed one; savepoints do not count.
int failuresInARow(const flink::CheckpointHistory& checkpoints)
{
    int failures = 0;
    for (const Checkpoint& checkpoint : checkpoints.history) {
        if (checkpoint.status == u"COMPLETED")
            break;
        failures += checkpoint.status == u"FAILED" && !checkpoint.isSavepoint ? 1 : 0;
    }
    return failures;
}

/// The age at which the last completed checkpoint is late: three intervals, or one interval and what slow ones took
/// before.
milliseconds lateAfter(const Situation& situation)
{
    const milliseconds interval(*situation.checkpointConfig->intervalMs);
    const milliseconds slowest(qint64(situation.checkpoints->duration.max.value_or(0)));
    return std::max({neverLate, 3 * interval, interval + 2 * slowest});
}

QDateTime completedAt(const Checkpoint& checkpoint)
{
    return checkpoint.latestAckAt.isValid() ? checkpoint.latestAckAt
                                            : checkpoint.triggeredAt.addMSecs(checkpoint.durationMs);
}

/// Since when a checkpoint could have completed: the last one, else the start or the restore.
QDateTime countedFrom(const Situation& situation)
{
    const flink::CheckpointHistory& checkpoints = *situation.checkpoints;
    QDateTime from = situation.job->startTime;
    if (checkpoints.latestRestored && checkpoints.latestRestored->restoredAt > from)
        from = checkpoints.latestRestored->restoredAt;
    if (checkpoints.latestCompleted && completedAt(*checkpoints.latestCompleted) > from)
        from = completedAt(*checkpoints.latestCompleted);
    return from;
}

QStringList lastFailure(const flink::CheckpointHistory& checkpoints)
{
    if (!checkpoints.latestFailed || checkpoints.latestFailed->failureMessage.isEmpty())
        return {};
    return {Text::tr("Last failure: %1").arg(base::visibleText(checkpoints.latestFailed->failureMessage, 300))};
}

void addLate(const Situation& situation, QList<Finding>& found)
{
    const QDateTime from = countedFrom(situation);
    if (!from.isValid() || situation.isYoung(from, lateAfter(situation)))
        return;
    const QString age = base::durationText(milliseconds(from.msecsTo(situation.now)));
    const QStringList evidence = lastFailure(*situation.checkpoints)
                                 << Text::tr("The interval is %1.")
                                        .arg(base::durationText(milliseconds(*situation.checkpointConfig->intervalMs)));
    const bool never = situation.checkpoints->counts.completed == 0 && !situation.checkpoints->latestCompleted;
    found.append({Health::AtRisk,
                  never ? Text::tr("No checkpoint has completed for %1, since the job started.").arg(age)
                        : Text::tr("The last checkpoint completed %1 ago.").arg(age),
                  evidence});
}

} // namespace

QList<Finding> checkpointFindings(const Situation& situation)
{
    const bool isJudged = situation.isRunning() && situation.job && !situation.isSuspending();
    if (!isJudged || !situation.checkpoints || !situation.checkpoints->enabled)
        return {};
    QList<Finding> found;
    const flink::CheckpointHistory& checkpoints = *situation.checkpoints;
    const int failures = failuresInARow(checkpoints);
    // While tasks of a young job are not all running, the first checkpoints fail, and that is no alarm.
    const bool isBeginning = !checkpoints.latestCompleted && situation.isYoung(countedFrom(situation), neverLate);
    const int tolerated = situation.checkpointConfig ? situation.checkpointConfig->tolerableFailures : 0;
    if (failures >= std::max(manyFailures, std::min(tolerated, 10)) && !isBeginning)
        found.append({Health::AtRisk, Text::tr("The last %n checkpoint(s) failed.", nullptr, failures),
                      lastFailure(checkpoints)});
    if (situation.checkpointConfig && situation.checkpointConfig->intervalMs &&
        *situation.checkpointConfig->intervalMs > 0)
        addLate(situation, found);
    return found;
}

} // namespace health
