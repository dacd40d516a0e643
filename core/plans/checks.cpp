#include "core/plans/checks.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/plans/preflight.h"

#include <QCoreApplication>

#include <algorithm>

namespace plans {

using namespace Qt::StringLiterals;
using workflow::Check;
using Verdict = Check::Verdict;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(plans::Text)
};

} // namespace

Past pastOf(const workflow::Journal* journal, const std::function<bool(const workflow::Operation&)>& isOfIt)
{
    Past past;
    const QList<workflow::Operation> all = journal ? journal->operations() : QList<workflow::Operation>();
    for (const workflow::Operation& operation : all) {
        if (!isOfIt(operation))
            continue;
        if (operation.isOpen() && !past.open)
            past.open = operation;
        if (operation.state == workflow::Operation::State::Succeeded)
            past.succeeded.append(operation);
    }
    return past;
}

Check otherOperation(const std::optional<workflow::Operation>& open, const QDateTime& observedAt)
{
    if (!open)
        return {u"other-operation"_s, Verdict::Ok, Text::tr("No other operation of Drey is at it."), {}, observedAt};
    return {u"other-operation"_s, Verdict::Fail,
            Text::tr("Operation %1 (%2) is still open: continue it or abandon it first.")
                .arg(open->id, open->plan.operation),
            workflow::stateWord(open->state), observedAt};
}

Check lastCheckpoint(const base::Observed<flink::CheckpointHistory>& checkpoints, qint64 now)
{
    Check check{u"last-checkpoint"_s, Verdict::Ok, {}, {}, checkpoints.observedAt};
    if (!checkpoints.value) {
        check.verdict = Verdict::Unknown;
        check.message = Text::tr("Flink could not be asked for its checkpoints.");
        if (checkpoints.problem)
            check.evidence = base::visibleText(checkpoints.problem->message);
        return check;
    }
    const flink::CheckpointHistory& history = *checkpoints.value;
    const auto& last = history.latestCompleted;
    if (!history.enabled || !last) {
        check.verdict = Verdict::Warn;
        check.message = history.enabled ? Text::tr("No checkpoint has completed since the JobManager came up.")
                                        : Text::tr("The job does not checkpoint.");
        return check;
    }
    // Its clock may be ahead of ours.
    const std::chrono::milliseconds age(std::max<qint64>(0, now - last->triggeredAt.toMSecsSinceEpoch()));
    check.evidence = base::visibleText(last->externalPath);
    check.message = Text::tr("Checkpoint %1 completed %2 ago: %3 in %4.")
                        .arg(last->id)
                        .arg(base::compactDuration(age), base::bytesText(last->stateSize),
                             base::compactDuration(std::chrono::milliseconds(last->durationMs)));
    const auto failing = std::ranges::find_if_not(
        history.history, [](const flink::Checkpoint& one) { return one.status != u"COMPLETED"; });
    const auto failed = std::count_if(history.history.begin(), failing,
                                      [](const flink::Checkpoint& one) { return one.status == u"FAILED"; });
    if (failed > 0) {
        check.verdict = Verdict::Warn;
        check.message += u' ' + Text::tr("The last %n attempt(s) failed.", nullptr, int(failed));
    } else if (age > oldCheckpoint) {
        check.verdict = Verdict::Warn;
    }
    return check;
}

} // namespace plans
