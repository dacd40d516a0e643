#include "core/sim/flink/job.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// How a job takes its state, fails, restarts and ends.
namespace sim::flink {

namespace {

const QString masterLogger = u"org.apache.flink.runtime.jobmaster.JobMaster"_s;
const QString coordinatorLogger = u"org.apache.flink.runtime.checkpoint.CheckpointCoordinator"_s;
const QString graphLogger = u"org.apache.flink.runtime.executiongraph.ExecutionGraph"_s;
constexpr std::size_t mostFailures = 16; ///< web.exception-history-size

} // namespace

std::optional<RestoreFailure> Job::restoreState()
{
    m_restoreFailure.reset();
    m_restoredBytes = 0;
    if (const StateSnapshot* latest = m_coordinator.latest(); latest && !m_spec.checkpointing.folder.isEmpty()) {
        m_coordinator.synchronise();
        return takeSnapshot(latest->folder, JobStart::From::HighAvailability);
    }
    if (m_start.from != JobStart::From::Nothing)
        return takeSnapshot(m_start.path, m_start.from);
    write(coordinatorLogger, u"No checkpoint found during restore."_s);
    for (int v = 0; v < int(m_spec.vertices.size()); ++v) {
        m_traffic.setStateBytes(v, 0);
        if (m_attempt == 0)
            m_traffic.moveToEnd(v);
    }
    return {};
}

std::optional<RestoreFailure> Job::takeSnapshot(const QString& uri, JobStart::From from)
{
    const auto read = readSnapshot(m_around.storage, uri, m_spec, m_around.version, m_start.unclaimed);
    if (const auto* failure = std::get_if<RestoreFailure>(&read))
        return *failure;
    const RestoredSnapshot& snapshot = std::get<RestoredSnapshot>(read);
    m_restoreFailure = snapshot.failure;
    const bool isOwn = from == JobStart::From::HighAvailability;
    write(coordinatorLogger, isOwn ? u"Restoring job %1 from Checkpoint %2 @ 0 for %1 located at %3."_s.arg(id())
                                         .arg(snapshot.id)
                                         .arg(snapshot.uri)
                                   : u"Starting job %1 from savepoint %2 ()"_s.arg(id(), snapshot.uri));
    if (isOwn && !m_coordinator.latest())
        m_coordinator.adopt(snapshot.id, snapshot.uri);
    m_coordinator.continueAfter(snapshot.id);
    m_coordinator.log().restored({snapshot.id, m_around.clock.now(), !isOwn, snapshot.uri});
    applySnapshot(snapshot);
    return {};
}

void Job::applySnapshot(const RestoredSnapshot& snapshot)
{
    for (int v = 0; v < int(m_spec.vertices.size()); ++v) {
        m_traffic.setStateBytes(v, 0);
        for (const Operator& part : m_spec.vertices[std::size_t(v)].chain) {
            for (const OperatorState& state : snapshot.operators) {
                if (state.part.uid != part.uid)
                    continue;
                if (part.state == Operator::State::Source)
                    m_traffic.moveTo(v, double(state.subtasks[0].position));
                if (part.state == Operator::State::Keyed)
                    m_traffic.setStateBytes(v, double(state.subtasks[0].keyed));
                m_restoredBytes += double(state.subtasks[0].keyed);
            }
        }
    }
}

void Job::makeSavepoint(const SnapshotKind& kind, const QString& folder, Coordinator::Done done)
{
    const bool stops = kind.after != SnapshotKind::After::GoOn;
    m_coordinator.makeSavepoint(kind, folder, [this, stops, done = std::move(done)](const SnapshotResult& result) {
        if (stops && !result.failure)
            finish(JobState::Finished);
        done(result);
    });
}

void Job::makeCheckpoint(Coordinator::Done done)
{
    m_coordinator.makeCheckpoint(std::move(done));
}

void Job::setBounds(const std::vector<Bounds>& bounds)
{
    m_bounds = bounds;
    bool isOther = false;
    for (std::size_t v = 0; v < bounds.size(); ++v) {
        const int wanted = std::min(bounds[v].upper, m_spec.maxParallelism);
        isOther = isOther || wanted != m_spec.vertices[v].parallelism;
        m_spec.vertices[v].parallelism = wanted;
    }
    if (!isOther || isTerminal(m_state))
        return;
    settle();
    ++m_rescales;
    ++m_attempt;
    m_traffic.end();
    m_coordinator.suspend();
    enter(JobState::Restarting);
    if (const auto refused = restoreState()) {
        giveUp({say::couldNotStart(refused->cause), m_around.clock.now(), {}, {}, {}, {}});
        return;
    }
    m_traffic.setSpec(m_spec);
    m_coordinator.setSpec(m_spec);
    m_tasks.clear();
    enter(JobState::Created);
    m_next.set(1s, [this] { schedule(); });
}

void Job::failTask(int vertex, int subtask, const JavaException& what)
{
    if (m_tasks.empty() || isTerminal(m_state))
        return;
    Task& task = m_tasks[std::size_t(vertex)][std::size_t(subtask)];
    const QString name = taskName(vertex, subtask);
    task.enter(TaskState::Failed, m_around.clock.now());
    m_around.host.write(Level::Info, graphLogger,
                        u"%1 (%2) switched from RUNNING to FAILED on %3 @ %4 (dataPort=%5).\n%6"_s
                            .arg(name, attemptId(vertex, subtask), task.slot.worker, task.slot.host)
                            .arg(task.slot.dataPort)
                            .arg(what.stackTrace().trimmed()));
    m_around.host.writeOn(task.slot.worker, Level::Warn, u"org.apache.flink.runtime.taskmanager.Task"_s,
                          u"%1#%2 (%3) switched from RUNNING to FAILED with failure cause:\n%4"_s.arg(name)
                              .arg(task.attempt)
                              .arg(attemptId(vertex, subtask), what.stackTrace().trimmed()));
    fail({what,
          m_around.clock.now(),
          u"%1 - execution #%2"_s.arg(name).arg(task.attempt),
          task.slot.endpoint(),
          task.slot.worker,
          {}});
}

void Job::failGlobally(const JavaException& what)
{
    fail({what, m_around.clock.now(), {}, {}, {}, {}});
}

void Job::failForGood(const JavaException& what)
{
    if (isTerminal(m_state) || m_state == JobState::Failing)
        return;
    settle();
    m_traffic.end();
    m_coordinator.suspend();
    giveUp({what, m_around.clock.now(), {}, {}, {}, {}});
}

void Job::workerLost(const QString& worker, const JavaException& what)
{
    for (std::size_t v = m_tasks.size(); v-- > 0;) {
        for (std::size_t i = m_tasks[v].size(); i-- > 0;) {
            if (m_tasks[v][i].slot.worker == worker && m_state == JobState::Running) {
                failTask(int(v), int(i), what);
                return;
            }
        }
    }
}

void Job::setDisturbance(const Disturbance& disturbance)
{
    m_traffic.setDisturbance(disturbance);
    m_coordinator.replan();
}

void Job::remember(const Failure& failure)
{
    m_failures.push_front(failure);
    if (m_failures.size() > mostFailures)
        m_failures.pop_back();
}

void Job::fail(Failure failure)
{
    if (isTerminal(m_state) || m_state == JobState::Restarting || m_state == JobState::Failing ||
        m_state == JobState::Cancelling)
        return;
    settle();
    m_traffic.end();
    m_coordinator.suspend();
    const auto delay = restartDelay();
    if (!delay) {
        giveUp(failure);
        return;
    }
    remember(failure);
    write(masterLogger, u"%1 tasks will be restarted to recover from a failure."_s.arg(m_spec.subtasks()));
    enter(JobState::Restarting);
    cancelTasks();
    m_next.set(*delay, [this] { restart(); });
}

void Job::cancelTasks()
{
    for (auto& vertex : m_tasks) {
        for (Task& task : vertex) {
            if (task.ended() < 0)
                task.enter(TaskState::Canceled, m_around.clock.now());
        }
    }
}

std::optional<Duration> Job::restartDelay()
{
    const Restarting& r = m_spec.restarting;
    const Instant now = m_around.clock.now();
    const bool isCalm = m_failureTimes.empty() || now - m_failureTimes.back() > r.calmAfter;
    m_failureTimes.push_back(now);
    if (m_failureTimes.size() > 1000)
        m_failureTimes.pop_front();
    switch (r.strategy) {
    case Restarting::Strategy::None:
        return {};
    case Restarting::Strategy::FixedDelay:
        return int(m_failureTimes.size()) > r.attempts ? std::nullopt : std::optional(r.delay);
    case Restarting::Strategy::FailureRate: {
        const auto recent = std::ranges::count_if(m_failureTimes, [&](Instant at) { return now - at < r.interval; });
        return recent > r.attempts ? std::nullopt : std::optional(r.delay);
    }
    case Restarting::Strategy::ExponentialDelay:
        break;
    }
    m_backOff = isCalm ? r.delay : std::min(r.highestDelay, Duration(qint64(double(m_backOff.count()) * r.factor)));
    const qint64 jitter = m_backOff.count() / 10;
    return m_backOff + Duration(m_chance.between(-jitter, jitter));
}

void Job::restart()
{
    ++m_restarts;
    ++m_attempt;
    if (const auto refused = restoreState()) {
        // In place, Flink has the metadata in its memory: only files that tasks need can be missing.
        m_restoreFailure = RestoreFailure{RestoreFailure::Stage::Task, refused->cause, 0, 0};
    }
    schedule();
}

void Job::giveUp(const Failure& failure)
{
    // The end is the job's own failure; the task's that led to it stands beside it.
    Failure last{say::recoverySuppressed(strategyText(m_spec.restarting), failure.what), failure.at, {}, {}, {}, {}};
    if (!failure.task.isEmpty())
        last.concurrent = {failure};
    remember(last);
    enter(JobState::Failing);
    cancelTasks();
    m_next.set(Duration(m_chance.between(40, 140)), [this] { finish(JobState::Failed); });
}

void Job::cancel()
{
    if (isTerminal(m_state) || m_state == JobState::Cancelling)
        return;
    settle();
    m_traffic.end();
    m_coordinator.suspend();
    enter(JobState::Cancelling);
    m_next.set(Duration(m_chance.between(40, 120)), [this] { finish(JobState::Canceled); });
}

void Job::finish(JobState state)
{
    settle();
    m_next.stop();
    m_traffic.end();
    const TaskState last = state == JobState::Finished ? TaskState::Finished : TaskState::Canceled;
    for (auto& vertex : m_tasks) {
        for (Task& task : vertex) {
            if (task.ended() < 0)
                task.enter(last, m_around.clock.now());
        }
    }
    // FAILED and retained: the externalized ones stay. FINISHED: none is needed any more.
    m_coordinator.shutDown(state == JobState::Failed ||
                           (state == JobState::Canceled && m_spec.checkpointing.keepOnCancel));
    enter(state);
    m_around.host.freeSlots(*this);
}

} // namespace sim::flink
