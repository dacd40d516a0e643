#include "ui/deployment/checkpointtexts.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"

namespace deployment {

using namespace Qt::StringLiterals;

QList<LineModel::Title> CheckpointTexts::titles()
{
    constexpr auto right = LineModel::Align::Right;
    return {{tr("Id")},
            {tr("Result")},
            {tr("Type")},
            {tr("Triggered")},
            {tr("Duration"), right},
            {tr("Full size"), right},
            {tr("Increment"), right},
            {tr("Done"), right},
            {tr("Cause of failure")}};
}

base::Health CheckpointTexts::familyOf(const QString& status)
{
    if (status == u"COMPLETED")
        return base::Health::Healthy;
    if (status == u"FAILED")
        return base::Health::Broken;
    return status == u"IN_PROGRESS" ? base::Health::Changing : base::Health::Unknown;
}

QString CheckpointTexts::statusWord(const QString& status)
{
    if (status == u"COMPLETED")
        return tr("Completed");
    if (status == u"FAILED")
        return tr("Failed");
    if (status == u"IN_PROGRESS")
        return tr("In progress");
    return base::visibleText(status, 64);
}

QString CheckpointTexts::typeWord(const flink::Checkpoint& checkpoint)
{
    if (checkpoint.isSavepoint)
        return checkpoint.savepointFormat.isEmpty()
                   ? tr("Savepoint")
                   : tr("Savepoint, %1").arg(base::visibleText(checkpoint.savepointFormat, 32).toLower());
    return checkpoint.type == u"UNALIGNED_CHECKPOINT" ? tr("Unaligned checkpoint") : tr("Checkpoint");
}

Line CheckpointTexts::line(const flink::Checkpoint& checkpoint)
{
    const bool isDone = checkpoint.status == u"COMPLETED";
    Cell state = stateCell(familyOf(checkpoint.status), statusWord(checkpoint.status));
    if (isDone && checkpoint.discarded)
        state.secondary = tr("discarded");
    Cell cause = textCell(checkpoint.failureMessage, 300);
    const Cell none = textCell({});
    return {QString::number(checkpoint.id),
            {textCell(u"chk-%1"_s.arg(checkpoint.id)), state, textCell(typeWord(checkpoint)),
             timeCell(checkpoint.triggeredAt), durationCell(checkpoint.durationMs),
             isDone ? bytesCell(checkpoint.stateSize) : none, isDone ? bytesCell(checkpoint.checkpointedSize) : none,
             textCell(u"%1 / %2"_s.arg(checkpoint.acknowledged).arg(checkpoint.subtasks)), cause}};
}

QString CheckpointTexts::configuration(const flink::CheckpointConfig& config)
{
    const auto duration = [](qint64 ms) { return base::durationText(std::chrono::milliseconds(ms)); };
    QStringList parts;
    parts.append(config.intervalMs ? tr("every %1").arg(duration(*config.intervalMs)) : tr("no periodic checkpoints"));
    parts.append(tr("time-out %1").arg(duration(config.timeoutMs)));
    if (config.minPauseMs > 0)
        parts.append(tr("pause at least %1").arg(duration(config.minPauseMs)));
    if (!config.mode.isEmpty())
        parts.append(base::visibleText(config.mode, 64));
    parts.append(config.unaligned ? tr("unaligned") : tr("aligned"));
    parts.append(tr("%n failure(s) tolerated", nullptr, config.tolerableFailures));
    if (!config.stateBackend.isEmpty())
        parts.append(base::visibleText(config.stateBackend, 64));
    if (!config.storage.isEmpty())
        parts.append(base::visibleText(config.storage, 64));
    parts.append(config.externalized
                     ? config.deleteOnCancellation ? tr("deleted when cancelled") : tr("kept when cancelled")
                     : tr("not retained"));
    return parts.join(u" · "_s);
}

} // namespace deployment
