#include "core/sim/flink/coordinator.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sim::flink {

namespace {

const QString coordinatorLogger = u"org.apache.flink.runtime.checkpoint.CheckpointCoordinator"_s;
const QString failureLogger = u"org.apache.flink.runtime.checkpoint.CheckpointFailureManager"_s;
constexpr QStringView expired = u"Checkpoint expired before completing.";
constexpr Duration noteRetry = 100ms;
constexpr QStringView suspending = u"Checkpoint Coordinator is suspending.";

} // namespace

Coordinator::Coordinator(Surroundings around, const JobSpec& spec, QString jobId, const Chance& chance)
    : m_around(std::move(around))
    , m_spec(spec)
    , m_jobId(std::move(jobId))
    , m_chance(chance.stream(u"checkpoints"))
    , m_seed(m_chance.next())
    , m_lastTrigger(m_around.clock.now())
    , m_periodic(m_around.clock)
    , m_end(m_around.clock)
{
}

void Coordinator::start()
{
    m_isStarted = true;
    m_failures = 0;
    if (m_spec.checkpointing.interval <= 0ms)
        return;
    const qint64 first = m_chance.between(m_spec.checkpointing.minPause.count(), m_spec.checkpointing.interval.count());
    schedule(m_around.clock.now() + Duration(first));
}

void Coordinator::suspend()
{
    m_isStarted = false;
    m_periodic.stop();
    const std::deque<Wish> wishes = std::exchange(m_wishes, {});
    if (m_pending)
        abort(suspending.toString());
    for (const Wish& wish : wishes)
        refuse(wish, suspending.toString());
}

void Coordinator::shutDown(bool keepCheckpoints)
{
    suspend();
    m_around.write(coordinatorLogger, u"Stopping checkpoint coordinator for job %1."_s.arg(m_jobId));
    if (!keepCheckpoints) {
        for (const auto& [id, record] : m_keptRecords)
            record->discarded = true;
        m_keptRecords.clear();
        m_kept.clear();
        m_filesAreOld = true;
    }
    synchronise();
    m_around.stored();
}

void Coordinator::makeSavepoint(const SnapshotKind& kind, const QString& folder, Done done)
{
    m_wishes.push_back({kind, folder, true, std::move(done)});
    nextWish();
}

void Coordinator::makeCheckpoint(Done done)
{
    m_wishes.push_back({SnapshotKind(), {}, true, std::move(done)});
    nextWish();
}

void Coordinator::nextWish()
{
    if (m_pending || m_wishes.empty())
        return;
    Wish wish = std::move(m_wishes.front());
    m_wishes.pop_front();
    trigger(std::move(wish));
}

void Coordinator::schedule(Instant at)
{
    m_periodic.setAt(at, [this, at] {
        countUnseen(at);
        triggerPeriodically();
    });
}

/// A world that has slept was not idle: what is triggered regularly was, as far as anybody can tell.
void Coordinator::countUnseen(Instant due)
{
    const qint64 missed = (m_around.clock.now() - due) / m_spec.checkpointing.interval;
    if (missed <= 0 || m_pending || missingTask())
        return;
    m_nextId += missed;
    m_log.addUnseen(missed);
}

void Coordinator::triggerPeriodically()
{
    m_lastTrigger = m_around.clock.now();
    // One at a time: what is under way triggers the next when it ends.
    if (!m_pending)
        trigger({});
    if (!m_pending)
        schedule(m_lastTrigger + m_spec.checkpointing.interval);
}

std::optional<QString> Coordinator::missingTask() const
{
    if (m_around.tasks.empty())
        return m_spec.vertices.front().name();
    for (std::size_t v = 0; v < m_around.tasks.size(); ++v) {
        for (std::size_t i = 0; i < m_around.tasks[v].size(); ++i) {
            const TaskState state = m_around.tasks[v][i].state;
            if (state != TaskState::Running && state != TaskState::Finished)
                return u"%1 (%2/%3)"_s.arg(m_spec.vertices[v].name()).arg(i + 1).arg(m_around.tasks[v].size());
        }
    }
    return {};
}

QString Coordinator::typeText(const SnapshotKind& kind) const
{
    if (!kind.isSavepoint)
        return u"CheckpointType{name='Checkpoint', sharingFilesStrategy=FORWARD_BACKWARD}"_s;
    const bool goesOn = kind.after == SnapshotKind::After::GoOn;
    const bool suspends = kind.after == SnapshotKind::After::Suspend;
    return u"SavepointType{name='%1', postCheckpointAction=%2, formatType=%3}"_s.arg(
        goesOn     ? u"Savepoint"_s
        : suspends ? u"Suspend Savepoint"_s
                   : u"Terminate Savepoint"_s,
        goesOn     ? u"NONE"_s
        : suspends ? u"SUSPEND"_s
                   : u"TERMINATE"_s,
        kind.format == Format::Canonical ? u"CANONICAL"_s : u"NATIVE"_s);
}

void Coordinator::refuse(const Wish& wish, const QString& why)
{
    if (wish.done)
        wish.done({0, {}, say::checkpointException(why)});
}

QString Coordinator::checkpointFolder() const
{
    const QString base = m_spec.checkpointing.folder;
    return base.isEmpty() ? QString() : Storage::shown(base) + u'/' + m_jobId;
}

void Coordinator::trigger(Wish wish)
{
    if (const auto task = missingTask()) {
        m_around.write(
            failureLogger,
            u"Failed to trigger checkpoint for job %1 since Checkpoint triggering task %2 of job %1 is not being "
            u"executed at the moment. Aborting checkpoint. Failure reason: Not all required tasks are currently "
            u"running.."_s.arg(m_jobId, *task));
        m_log.addFailedTrigger();
        refuse(wish,
               u"Checkpoint triggering task %1 of job %2 is not being executed at the moment. Aborting checkpoint. "
               u"Failure reason: Not all required tasks are currently running."_s.arg(*task, m_jobId));
        nextWish();
        return;
    }
    m_around.traffic.settle();
    auto record = std::make_shared<CheckpointRecord>();
    record->id = m_nextId++;
    record->kind = wish.kind;
    record->triggered = m_around.clock.now();
    record->unaligned = m_spec.checkpointing.unaligned && !wish.kind.isSavepoint;
    record->vertices = plan(wish.kind);
    m_log.add(record);
    m_around.write(coordinatorLogger, u"Triggering checkpoint %1 (type=%2) @ %3 for job %4."_s.arg(record->id)
                                          .arg(typeText(wish.kind))
                                          .arg(record->triggered.time_since_epoch().count())
                                          .arg(m_jobId));
    QString folder = checkpointFolder() + u"/chk-%1"_s.arg(record->id);
    if (wish.kind.isSavepoint)
        folder = Storage::shown(wish.folder) + u"/savepoint-%1-%2"_s.arg(m_jobId.left(6), m_chance.hex(12));
    m_pending = Pending{record, std::move(wish), folder};
    const auto& fault = m_pending->wish.kind.isSavepoint ? m_savepointFault : m_checkpointFault;
    const bool isWritable = !m_pending->wish.kind.isSavepoint ||
                            (!m_around.storage.isDenied(folder) && m_around.storage.makeFolder(folder));
    if (!isWritable || (fault && fault->when == SnapshotFault::When::AtTrigger)) {
        m_end.set(26ms, [this, why = fault ? fault->reason : QString()] {
            abort(why.isEmpty() ? u"An Exception occurred while triggering the checkpoint. IO-problem detected."_s
                                : why);
        });
        return;
    }
    setEnd();
}

Duration Coordinator::longest(const Record& record) const
{
    Duration longest{0};
    for (const auto& vertex : record->vertices) {
        for (const SubtaskAck& ack : vertex)
            longest = std::max(longest, ack.duration());
    }
    return longest;
}

void Coordinator::setEnd()
{
    const Duration needed = longest(m_pending->record);
    const auto& fault = m_pending->wish.kind.isSavepoint ? m_savepointFault : m_checkpointFault;
    const bool failsInTask = fault && fault->when == SnapshotFault::When::AtTask;
    const Duration until = std::min(failsInTask ? needed / 2 : needed, m_spec.checkpointing.timeout);
    m_end.setAt(m_pending->record->triggered + until, [this] { ended(); });
}

void Coordinator::settle()
{
    if (!m_pending)
        return;
    const Duration passed = m_around.clock.now() - m_pending->record->triggered;
    for (auto& vertex : m_pending->record->vertices) {
        for (SubtaskAck& ack : vertex)
            ack.acknowledged = ack.duration() <= passed;
    }
}

void Coordinator::replan()
{
    if (!m_pending)
        return;
    settle();
    const auto fresh = plan(m_pending->wish.kind);
    const double passed = double((m_around.clock.now() - m_pending->record->triggered).count());
    const double whole = std::max(1.0, double(longest(m_pending->record).count()));
    const double rest = std::clamp(1 - passed / whole, 0.0, 1.0);
    for (std::size_t v = 0; v < fresh.size(); ++v) {
        for (std::size_t i = 0; i < fresh[v].size() && i < m_pending->record->vertices[v].size(); ++i) {
            SubtaskAck& ack = m_pending->record->vertices[v][i];
            if (ack.acknowledged)
                continue;
            ack = fresh[v][i];
            // Barriers that are under way have the rest of the new way before them.
            ack.startDelay = Duration(qint64(passed + rest * double(ack.startDelay.count())));
        }
    }
    setEnd();
}

void Coordinator::ended()
{
    settle();
    const Duration needed = longest(m_pending->record);
    if (needed > m_spec.checkpointing.timeout) {
        m_around.write(coordinatorLogger,
                       u"Checkpoint %1 of job %2 expired before completing."_s.arg(m_pending->record->id).arg(m_jobId));
        abort(expired.toString());
        return;
    }
    const auto fault = m_pending->wish.kind.isSavepoint ? m_savepointFault : m_checkpointFault;
    if (fault && fault->when != SnapshotFault::When::AtTrigger) {
        abort(fault->reason);
        return;
    }
    if (!m_pending->wish.kind.isSavepoint && m_around.storage.isDenied(m_pending->folder)) {
        // Who asked for it hears of the folder; the history tells of the checkpoint.
        const QString text = u"java.io.IOException: Mkdirs failed to create %1"_s.arg(m_pending->folder);
        abort(u"Failure to finalize checkpoint."_s,
              wrapped(u"java.util.concurrent.CompletionException: "_s + text, exception(text)));
        return;
    }
    // It is complete when it stands in the ConfigMap.
    if (!m_pending->wish.kind.isSavepoint && !m_around.canNote()) {
        m_end.set(noteRetry, [this] { ended(); });
        return;
    }
    complete();
}

void Coordinator::abort(const QString& why, const std::optional<JavaException>& told)
{
    m_end.stop();
    settle();
    const Pending pending = std::move(*m_pending);
    m_pending.reset();
    pending.record->status = CheckpointRecord::Status::Failed;
    pending.record->ended = m_around.clock.now();
    pending.record->failure = why;
    m_log.fail(pending.record);
    m_around.write(failureLogger,
                   u"Failed to trigger or complete checkpoint %1 for job %2. (%3 consecutive failed attempts so "
                   u"far): %4"_s.arg(pending.record->id)
                       .arg(m_jobId)
                       .arg(m_failures)
                       .arg(why));
    if (pending.wish.kind.isSavepoint)
        m_around.storage.removeFolder(pending.folder);
    if (m_isStarted && m_spec.checkpointing.interval > 0ms)
        schedule(std::max(m_around.clock.now() + m_spec.checkpointing.minPause,
                          m_lastTrigger + m_spec.checkpointing.interval));
    if (pending.wish.done)
        pending.wish.done({0, {}, told.value_or(say::checkpointException(why))});
    if (!pending.wish.kind.isSavepoint && m_isStarted)
        countFailure(why);
    nextWish();
}

void Coordinator::countFailure(const QString& why)
{
    if (++m_failures <= m_spec.checkpointing.tolerableFailures)
        return;
    m_failures = 0;
    m_around.failJob(say::checkpointsFailedTooOften(why));
}

void Coordinator::complete()
{
    m_end.stop();
    Pending pending = std::move(*m_pending);
    m_pending.reset();
    const Record& record = pending.record;
    StateSnapshot snapshot = snapshotOf(pending);
    const bool isAddressable = record->kind.isSavepoint || !m_spec.checkpointing.folder.isEmpty();
    record->status = CheckpointRecord::Status::Completed;
    // Later than planned only in a world that has slept.
    record->ended = std::min(m_around.clock.now(), record->triggered + longest(record));
    record->path = isAddressable ? pending.folder : u"<checkpoint-not-externally-addressable>"_s;
    m_log.complete(record);
    const qint64 bytes = record->total(&SubtaskAck::checkpointedSize);
    m_around.write(coordinatorLogger,
                   u"Completed checkpoint %1 for job %2 (%3 bytes, checkpointDuration=%4 ms, finalizationTime=%5 ms)."_s
                       .arg(record->id)
                       .arg(m_jobId)
                       .arg(bytes)
                       .arg(record->duration(record->ended).count())
                       .arg(1 + record->id % 4));
    if (record->kind.isSavepoint) {
        write(snapshot);
    } else {
        m_failures = 0;
        keep(std::move(snapshot), record);
    }
    if (m_isStarted && m_spec.checkpointing.interval > 0ms) {
        countUnseen(record->ended + m_spec.checkpointing.interval);
        schedule(std::max(m_around.clock.now() + m_spec.checkpointing.minPause,
                          m_lastTrigger + m_spec.checkpointing.interval));
    }
    if (pending.wish.done)
        pending.wish.done({record->id, pending.folder, {}});
    nextWish();
}

} // namespace sim::flink
