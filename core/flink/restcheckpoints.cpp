#include "core/flink/restbody.h"
#include "core/flink/restdecode.h"
#include "core/flink/restfields.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace flink {

using namespace rest;

namespace {

Statistics statisticsOf(const QJsonValue& value)
{
    const QJsonObject o = value.toObject();
    return {realOf(o[u"min"]), realOf(o[u"max"]), realOf(o[u"avg"]), realOf(o[u"p50"]),
            realOf(o[u"p90"]), realOf(o[u"p95"]), realOf(o[u"p99"]), realOf(o[u"p999"])};
}

Checkpoint checkpointOf(const QJsonObject& o)
{
    Checkpoint c;
    c.id = amountOf(o[u"id"]);
    c.status = o[u"status"].toString();
    c.type = o[u"checkpoint_type"].toString();
    c.isSavepoint = truthOf(o[u"is_savepoint"]);
    c.discarded = truthOf(o[u"discarded"]);
    c.savepointFormat = o[u"savepointFormat"].toString();
    c.triggeredAt = timeOf(o[u"trigger_timestamp"]);
    c.latestAckAt = timeOf(o[u"latest_ack_timestamp"]);
    c.failedAt = timeOf(o[u"failure_timestamp"]);
    c.durationMs = amountOf(o[u"end_to_end_duration"]);
    c.stateSize = amountOf(o[u"state_size"]);
    c.checkpointedSize = o.contains(u"checkpointed_size") ? amountOf(o[u"checkpointed_size"]) : c.stateSize;
    c.processedData = amountOf(o[u"processed_data"]);
    c.persistedData = amountOf(o[u"persisted_data"]);
    c.alignmentBuffered = amountOf(o[u"alignment_buffered"]);
    c.subtasks = countOf(o[u"num_subtasks"]);
    c.acknowledged = countOf(o[u"num_acknowledged_subtasks"]);
    c.externalPath = o[u"external_path"].toString();
    c.failureMessage = o[u"failure_message"].toString();
    return c;
}

std::optional<Checkpoint> latestOf(const QJsonValue& value)
{
    return value.isObject() ? std::optional(checkpointOf(value.toObject())) : std::nullopt;
}

std::optional<RestoredCheckpoint> restoredOf(const QJsonValue& value)
{
    if (!value.isObject())
        return {};
    const QJsonObject o = value.toObject();
    return RestoredCheckpoint{amountOf(o[u"id"]), timeOf(o[u"restore_timestamp"]), truthOf(o[u"is_savepoint"]),
                              o[u"external_path"].toString()};
}

SubtaskCheckpoint subtaskOf(const QJsonObject& o)
{
    SubtaskCheckpoint s;
    const QJsonObject phases = o[u"checkpoint"].toObject();
    s.index = countOf(o[u"index"]);
    s.status = o[u"status"].toString();
    s.acknowledgedAt = timeOf(o[u"ack_timestamp"]);
    s.durationMs = amountOf(o[u"end_to_end_duration"]);
    s.stateSize = amountOf(o[u"state_size"]);
    s.checkpointedSize = amountOf(o[u"checkpointed_size"]);
    s.syncMs = amountOf(phases[u"sync"]);
    s.asyncMs = amountOf(phases[u"async"]);
    s.alignmentMs = amountOf(o[u"alignment"].toObject()[u"duration"]);
    s.startDelayMs = amountOf(o[u"start_delay"]);
    s.unaligned = truthOf(o[u"unaligned_checkpoint"]);
    s.aborted = truthOf(o[u"aborted"]);
    return s;
}

} // namespace

base::Result<CheckpointHistory> decodeCheckpoints(const QByteArray& body)
{
    const auto object = objectWith(body, u"history");
    if (!object)
        return object.error();
    const QJsonObject counts = (*object)[u"counts"].toObject();
    const QJsonObject summary = (*object)[u"summary"].toObject();
    const QJsonObject latest = (*object)[u"latest"].toObject();
    CheckpointHistory h;
    h.counts = {amountOf(counts[u"total"]), amountOf(counts[u"in_progress"]), amountOf(counts[u"completed"]),
                amountOf(counts[u"failed"]), amountOf(counts[u"restored"])};
    h.duration = statisticsOf(summary[u"end_to_end_duration"]);
    h.stateSize = statisticsOf(summary[u"state_size"]);
    h.checkpointedSize = statisticsOf(summary[u"checkpointed_size"]);
    h.processedData = statisticsOf(summary[u"processed_data"]);
    h.persistedData = statisticsOf(summary[u"persisted_data"]);
    h.latestCompleted = latestOf(latest[u"completed"]);
    h.latestSavepoint = latestOf(latest[u"savepoint"]);
    h.latestFailed = latestOf(latest[u"failed"]);
    h.latestRestored = restoredOf(latest[u"restored"]);
    h.history = allOf((*object)[u"history"], checkpointOf);
    return h;
}

base::Result<CheckpointConfig> decodeCheckpointConfig(const QByteArray& body)
{
    const auto object = objectWith(body, u"interval");
    if (!object)
        return object.error();
    const QJsonObject& o = *object;
    const QJsonObject externalization = o[u"externalization"].toObject();
    CheckpointConfig c;
    c.mode = o[u"mode"].toString();
    c.stateBackend = o[u"state_backend"].toString();
    c.storage = o[u"checkpoint_storage"].toString();
    if (const qint64 interval = amountOf(o[u"interval"]); interval > 0)
        c.intervalMs = interval;
    c.timeoutMs = amountOf(o[u"timeout"]);
    c.minPauseMs = amountOf(o[u"min_pause"]);
    c.maxConcurrent = countOf(o[u"max_concurrent"]);
    c.tolerableFailures = countOf(o[u"tolerable_failed_checkpoints"]);
    c.externalized = truthOf(externalization[u"enabled"]);
    c.deleteOnCancellation = truthOf(externalization[u"delete_on_cancellation"]);
    c.unaligned = truthOf(o[u"unaligned_checkpoints"]);
    c.changelog = truthOf(o[u"state_changelog_enabled"]);
    return c;
}

base::Result<CheckpointDetail> decodeCheckpointDetail(const QByteArray& body)
{
    const auto object = objectWith(body, u"id");
    if (!object)
        return object.error();
    CheckpointDetail d;
    d.checkpoint = checkpointOf(*object);
    const QJsonObject tasks = (*object)[u"tasks"].toObject();
    for (auto it = tasks.begin(); it != tasks.end(); ++it) {
        const Checkpoint c = checkpointOf(it.value().toObject());
        d.tasks += TaskCheckpoint{it.key(),    c.status,           c.latestAckAt, c.durationMs,
                                  c.stateSize, c.checkpointedSize, c.subtasks,    c.acknowledged};
    }
    return d;
}

base::Result<QList<SubtaskCheckpoint>> decodeCheckpointSubtasks(const QByteArray& body)
{
    return listUnder(u"subtasks", body, subtaskOf);
}

} // namespace flink
