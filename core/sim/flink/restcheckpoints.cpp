#include "core/sim/flink/rest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::flink {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

qint64 ms(Instant at)
{
    return at.time_since_epoch().count();
}

QStringView statusText(CheckpointRecord::Status status)
{
    switch (status) {
    case CheckpointRecord::Status::InProgress:
        return u"IN_PROGRESS";
    case CheckpointRecord::Status::Completed:
        return u"COMPLETED";
    case CheckpointRecord::Status::Failed:
        return u"FAILED";
    }
    return {};
}

QStringView className(CheckpointRecord::Status status)
{
    switch (status) {
    case CheckpointRecord::Status::InProgress:
        return u"in_progress";
    case CheckpointRecord::Status::Completed:
        return u"completed";
    case CheckpointRecord::Status::Failed:
        return u"failed";
    }
    return {};
}

QStringView typeText(const CheckpointRecord& record)
{
    if (!record.kind.isSavepoint)
        return record.unaligned ? u"UNALIGNED_CHECKPOINT" : u"CHECKPOINT";
    return record.kind.after == SnapshotKind::After::GoOn ? u"SAVEPOINT" : u"SYNC_SAVEPOINT";
}

/// The part of a record that belongs to one vertex.
CheckpointRecord partOf(const CheckpointRecord& record, std::size_t vertex)
{
    CheckpointRecord part = record;
    part.vertices = {record.vertices[vertex]};
    return part;
}

/// What a record of all, or of one vertex, counts.
void writeCounters(Json& json, const CheckpointRecord& record, Instant now)
{
    const auto ack = record.latestAck();
    json.field(u"latest_ack_timestamp", ack ? ms(*ack) : -1);
    json.field(u"checkpointed_size", record.total(&SubtaskAck::checkpointedSize));
    json.field(u"state_size", record.total(&SubtaskAck::stateSize));
    json.field(u"end_to_end_duration", record.duration(now).count()).field(u"alignment_buffered", 0);
    json.field(u"processed_data", record.total(&SubtaskAck::processed));
    json.field(u"persisted_data", record.total(&SubtaskAck::persisted));
    json.field(u"num_subtasks", record.subtasks()).field(u"num_acknowledged_subtasks", record.acknowledged());
}

/// Without a histogram Flink knows no percentiles.
void writeSpread(Json& json, QStringView key, const std::vector<qint64>& values, double percentile)
{
    Statistics all;
    for (const qint64 value : values)
        all.add(value);
    json.object(key).field(u"min", all.minimum()).field(u"max", all.maximum()).field(u"avg", all.average());
    for (const QStringView name :
         {QStringView(u"p50"), QStringView(u"p90"), QStringView(u"p95"), QStringView(u"p99"), QStringView(u"p999")})
        json.field(name, percentile);
    json.end();
}

std::vector<qint64> valuesOf(const std::vector<SubtaskAck>& acks, auto value)
{
    std::vector<qint64> values;
    for (const SubtaskAck& ack : acks) {
        if (ack.acknowledged)
            values.push_back(value(ack));
    }
    return values;
}

void writeSubtaskSummary(Json& json, const std::vector<SubtaskAck>& acks)
{
    const auto spread = [&json, &acks](QStringView key, auto value) {
        writeSpread(json, key, valuesOf(acks, value), nan);
    };
    json.object(u"summary");
    spread(u"checkpointed_size", [](const SubtaskAck& ack) { return ack.checkpointedSize; });
    spread(u"state_size", [](const SubtaskAck& ack) { return ack.stateSize; });
    spread(u"end_to_end_duration", [](const SubtaskAck& ack) { return qint64(ack.duration().count()); });
    json.object(u"checkpoint_duration");
    spread(u"sync", [](const SubtaskAck& ack) { return qint64(ack.sync.count()); });
    spread(u"async", [](const SubtaskAck& ack) { return qint64(ack.async.count()); });
    json.end().object(u"alignment");
    writeSpread(json, u"buffered", {}, 0.0);
    spread(u"processed", [](const SubtaskAck& ack) { return ack.processed; });
    spread(u"persisted", [](const SubtaskAck& ack) { return ack.persisted; });
    spread(u"duration", [](const SubtaskAck& ack) { return qint64(ack.alignment.count()); });
    json.end();
    spread(u"start_delay", [](const SubtaskAck& ack) { return qint64(ack.startDelay.count()); });
    json.end();
}

void writeAck(Json& json, const SubtaskAck& ack, std::size_t index, Instant triggered)
{
    json.object().field(u"className", ack.acknowledged ? u"completed"_s : u"pending"_s).field(u"index", index);
    if (ack.acknowledged) {
        json.field(u"ack_timestamp", ms(triggered + ack.duration()));
        json.field(u"end_to_end_duration", ack.duration().count());
        json.field(u"checkpointed_size", ack.checkpointedSize).field(u"state_size", ack.stateSize);
        json.object(u"checkpoint").field(u"sync", ack.sync.count()).field(u"async", ack.async.count()).end();
        json.object(u"alignment").field(u"buffered", 0).field(u"processed", ack.processed);
        json.field(u"persisted", ack.persisted).field(u"duration", ack.alignment.count()).end();
        json.field(u"start_delay", ack.startDelay.count()).field(u"unaligned_checkpoint", ack.unaligned);
        json.field(u"aborted", false);
    }
    json.field(u"status", ack.acknowledged ? u"completed"_s : u"pending_or_failed"_s).end();
}

} // namespace

void Rest::writeStatistics(Json& json, QStringView key, const Statistics& statistics) const
{
    json.object(key).field(u"min", statistics.minimum()).field(u"max", statistics.maximum());
    json.field(u"avg", statistics.average()).field(u"p50", statistics.percentile(50));
    json.field(u"p90", statistics.percentile(90)).field(u"p95", statistics.percentile(95));
    json.field(u"p99", statistics.percentile(99)).field(u"p999", statistics.percentile(99.9)).end();
}

void Rest::writeCheckpoint(Json& json, const Record& record, const Job& job, bool withTasks) const
{
    json.object().field(u"className", className(record->status)).field(u"id", record->id);
    json.field(u"status", statusText(record->status)).field(u"is_savepoint", record->kind.isSavepoint);
    json.key(u"savepointFormat");
    if (record->kind.isSavepoint)
        json.value(record->kind.format == Format::Canonical ? u"CANONICAL"_s : u"NATIVE"_s);
    else
        json.null();
    json.field(u"trigger_timestamp", ms(record->triggered));
    writeCounters(json, *record, m_now);
    json.field(u"checkpoint_type", typeText(*record)).object(u"tasks");
    for (std::size_t v = 0; withTasks && v < record->vertices.size() && v < job.spec().vertices.size(); ++v) {
        json.object(hex(job.spec().vertices[v].id())).field(u"id", record->id);
        json.field(u"status", statusText(record->status));
        writeCounters(json, partOf(*record, v), m_now);
        json.end();
    }
    json.end();
    if (record->status == CheckpointRecord::Status::Completed)
        json.field(u"external_path", record->path).field(u"discarded", record->discarded);
    if (record->status == CheckpointRecord::Status::Failed)
        json.field(u"failure_timestamp", ms(record->ended)).field(u"failure_message", record->failure);
    json.end();
}

Reply Rest::checkpoints(const Call& call)
{
    const Job& job = jobOf(
        call,
        u"org.apache.flink.runtime.rest.handler.job.checkpoints.AbstractCheckpointStatsHandler.lambda$handleRequest$2(AbstractCheckpointStatsHandler.java:102)"_s);
    const CheckpointLog& log = job.coordinator().log();
    Json json;
    json.object().object(u"counts").field(u"restored", log.counts().restored).field(u"total", log.counts().total);
    json.field(u"in_progress", log.counts().inProgress).field(u"completed", log.counts().completed);
    json.field(u"failed", log.counts().failed).end();
    json.object(u"summary");
    writeStatistics(json, u"checkpointed_size", log.summary().checkpointedSize);
    writeStatistics(json, u"state_size", log.summary().stateSize);
    writeStatistics(json, u"end_to_end_duration", log.summary().duration);
    // Not measured any more: zeros, even where there is nothing to tell.
    writeSpread(json, u"alignment_buffered", {}, 0.0);
    writeStatistics(json, u"processed_data", log.summary().processed);
    writeStatistics(json, u"persisted_data", log.summary().persisted);
    json.end().object(u"latest");
    const std::initializer_list<std::pair<QStringView, const Record&>> latest{
        {u"completed", log.latestCompleted()}, {u"savepoint", log.latestSavepoint()}, {u"failed", log.latestFailed()}};
    for (const auto& [name, record] : latest) {
        json.key(name);
        if (record)
            writeCheckpoint(json, record, job, false);
        else
            json.null();
    }
    json.key(u"restored");
    if (const auto& restored = log.latestRestored())
        json.object()
            .field(u"id", restored->id)
            .field(u"restore_timestamp", ms(restored->at))
            .field(u"is_savepoint", restored->isSavepoint)
            .field(u"external_path", restored->path)
            .end();
    else
        json.null();
    json.end().array(u"history");
    for (const Record& record : log.history())
        writeCheckpoint(json, record, job, false);
    json.end().end();
    return reply(json);
}

Reply Rest::checkpointConfig(const Call& call)
{
    const Job& job = jobOf(call, {});
    const Checkpointing& c = job.spec().checkpointing;
    Json json;
    json.object().field(u"mode", u"exactly_once"_s);
    json.field(u"interval", c.interval.count() > 0 ? c.interval.count() : std::numeric_limits<qint64>::max());
    json.field(u"timeout", c.timeout.count()).field(u"min_pause", c.minPause.count()).field(u"max_concurrent", 1);
    json.object(u"externalization").field(u"enabled", c.keepOnCancel);
    json.field(u"delete_on_cancellation", !c.keepOnCancel).end();
    json.field(u"state_backend",
               job.spec().backend == Backend::HashMap ? u"HashMapStateBackend"_s : u"EmbeddedRocksDBStateBackend"_s);
    json.field(u"checkpoint_storage",
               c.folder.isEmpty() ? u"JobManagerCheckpointStorage"_s : u"FileSystemCheckpointStorage"_s);
    json.field(u"unaligned_checkpoints", c.unaligned).field(u"tolerable_failed_checkpoints", c.tolerableFailures);
    json.field(u"aligned_checkpoint_timeout", c.alignedTimeout.count()).field(u"checkpoints_after_tasks_finish", true);
    json.field(u"state_changelog_enabled", false).field(u"changelog_periodic_materialization_interval", 600000);
    json.field(u"changelog_storage", u"memory"_s).end();
    return reply(json);
}

Record Rest::recordOf(const Call& call, const Job& job) const
{
    bool isNumber = false;
    const qint64 id = call.argument(1).toLongLong(&isNumber);
    if (!isNumber)
        refuse(
            400,
            u"Bad request, could not parse parameters: Cannot resolve path parameter (checkpointid) from value \"%1\"."_s
                .arg(call.argument(1)),
            u"org.apache.flink.runtime.rest.handler.AbstractHandler.respondAsLeader(AbstractHandler.java:188)"_s);
    const Record record = job.coordinator().log().find(id);
    if (!record)
        refuse(
            404, u"Could not find checkpointing statistics for checkpoint %1."_s.arg(id),
            u"org.apache.flink.runtime.rest.handler.job.checkpoints.AbstractCheckpointHandler.handleCheckpointStatsRequest(AbstractCheckpointHandler.java:95)"_s);
    return record;
}

Reply Rest::checkpoint(const Call& call)
{
    const Job& job = jobOf(call, {});
    const Record record = recordOf(call, job);
    Json json;
    writeCheckpoint(json, record, job, true);
    return reply(json);
}

Reply Rest::checkpointVertex(const Call& call)
{
    const Job& job = jobOf(call, {});
    const Record record = recordOf(call, job);
    const auto found = findVertex(call, job);
    const auto v = std::size_t(found.value_or(0));
    if (!found || v >= record->vertices.size())
        refuse(
            404,
            u"org.apache.flink.runtime.rest.NotFoundException: There is no checkpoint statistics for task %1."_s.arg(
                call.argument(2)),
            u"org.apache.flink.runtime.rest.handler.job.checkpoints.TaskCheckpointStatisticDetailsHandler.handleCheckpointRequest(TaskCheckpointStatisticDetailsHandler.java:93)"_s);
    Json json;
    json.object().field(u"id", record->id).field(u"status", statusText(record->status));
    writeCounters(json, partOf(*record, v), m_now);
    writeSubtaskSummary(json, record->vertices[v]);
    json.array(u"subtasks");
    for (std::size_t i = 0; i < record->vertices[v].size(); ++i)
        writeAck(json, record->vertices[v][i], i, record->triggered);
    json.end().end();
    return reply(json);
}

} // namespace sim::flink
