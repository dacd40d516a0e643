#include "core/sim/flink/job.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sim::flink {

namespace {

const QString masterLogger = u"org.apache.flink.runtime.jobmaster.JobMaster"_s;
const QString graphLogger = u"org.apache.flink.runtime.executiongraph.ExecutionGraph"_s;
const QString taskLogger = u"org.apache.flink.runtime.taskmanager.Task"_s;
constexpr Duration slotTimeout = 5min; ///< slot.request.timeout
constexpr Duration heapWatch = 10s;
constexpr Duration stabilization = 10s; ///< jobmanager.adaptive-scheduler.resource-stabilization-timeout

} // namespace

Job::Job(Surroundings around, JobSpec spec, JobStart start, const Chance& chance)
    : m_around(around)
    , m_spec(std::move(spec))
    , m_start(std::move(start))
    , m_chance(chance.stream(m_start.id))
    , m_seed(m_chance.next())
    , m_slotSharingGroup(m_chance.hex(32))
    , m_graphId(m_chance.hex(32))
    , m_traffic(around.clock, around.broker, m_spec)
    , m_coordinator({around.clock, around.version, around.storage, m_traffic, m_tasks,
                     [this](const QString& logger, const QString& text) { write(logger, text); },
                     [this](const JavaException& what) { failGlobally(what); },
                     [this] { m_around.host.checkpointsChanged(*this); }, [this] { return m_around.host.canNote(); }},
                    m_spec, m_start.id, m_chance)
    , m_next(around.clock)
    , m_heap(around.clock)
{
    for (const Vertex& vertex : m_spec.vertices)
        m_bounds.push_back({1, vertex.parallelism});
    m_coordinator.continueAfter(m_start.checkpointsBefore);
    m_broker =
        around.broker.follow([this] { m_traffic.settle(); }, [this] { setDisturbance(m_traffic.disturbance()); });
}

qint64 Job::endTime() const
{
    return isTerminal(m_state) ? m_entered[std::size_t(m_state)] : -1;
}

void Job::enter(JobState state)
{
    const JobState before = m_state;
    m_state = state;
    m_entered[std::size_t(state)] = m_around.clock.now().time_since_epoch().count();
    m_lastModified = m_entered[std::size_t(state)];
    if (before != state)
        write(graphLogger,
              u"Job %1 (%2) switched from state %3 to %4."_s.arg(m_spec.name, id(), text(before), text(state)));
    m_around.host.jobChanged(*this);
}

void Job::settle()
{
    m_traffic.settle();
    m_coordinator.settle();
}

void Job::begin()
{
    enter(JobState::Initializing);
    write(masterLogger, u"Initializing job '%1' (%2)."_s.arg(m_spec.name, id()));
    write(masterLogger, u"Using restart back off time strategy %1 for %2 (%3)."_s.arg(strategyText(m_spec.restarting),
                                                                                      m_spec.name, id()));
    m_next.set(Duration(m_chance.between(180, 420)), [this] { initialize(); });
}

void Job::initialize()
{
    if (const auto refused = restoreState()) {
        const JavaException what = say::couldNotStart(refused->cause);
        m_failures.push_front({what, m_around.clock.now(), {}, {}, {}, {}});
        m_around.host.write(Level::Error, masterLogger, what.stackTrace().trimmed());
        enter(JobState::Failed);
        return;
    }
    m_hasGraph = true;
    enter(JobState::Created);
    m_next.set(Duration(m_chance.between(60, 160)), [this] { created(); });
}

void Job::created()
{
    write(masterLogger,
          u"Starting execution of job '%1' (%2) under job master id %3."_s.arg(m_spec.name, id(), QString(32, u'0')));
    schedule();
}

void Job::schedule()
{
    if (m_spec.scheduler == Scheduler::Adaptive) {
        if (m_state != JobState::Created)
            enter(JobState::Created);
        m_tasks.clear();
    } else {
        enter(JobState::Running);
        newTasks(m_attempt);
        enterTasks(TaskState::Scheduled);
        m_coordinator.start();
    }
    m_next.stop();
    waitForSlots(m_around.host.slotsFor(*this, m_spec.slotsNeeded()));
}

void Job::waitForSlots(const std::vector<Slot>& places)
{
    if (takeSlots(places))
        return;
    if (m_next.isSet())
        return;
    if (m_spec.scheduler == Scheduler::Adaptive) {
        m_next.set(stabilization, [this] { adapt(m_around.host.slotsFor(*this, m_spec.slotsNeeded())); });
        return;
    }
    m_next.set(slotTimeout, [this] {
        failGlobally(
            say::noResources(u"Slot request bulk is not fulfillable! Could not allocate the required slot within "
                             u"slot request timeout"_s));
    });
}

bool Job::takeSlots(const std::vector<Slot>& places)
{
    if (int(places.size()) < m_spec.slotsNeeded())
        return false;
    if (m_spec.scheduler == Scheduler::Adaptive) {
        newTasks(m_attempt);
        enterTasks(TaskState::Scheduled);
        enter(JobState::Running);
        m_coordinator.start();
    }
    for (auto& vertex : m_tasks) {
        for (std::size_t i = 0; i < vertex.size(); ++i)
            vertex[i].slot = places[i];
    }
    m_next.set(Duration(m_chance.between(20, 90)), [this] { deploy(); });
    return true;
}

/// Runs with what there is, each vertex as wide as fits.
void Job::adapt(const std::vector<Slot>& places)
{
    int lowest = 1;
    for (const Bounds& bounds : m_bounds)
        lowest = std::max(lowest, bounds.lower);
    if (int(places.size()) < lowest) {
        m_next.set(stabilization, [this] { adapt(m_around.host.slotsFor(*this, m_spec.slotsNeeded())); });
        return;
    }
    for (std::size_t v = 0; v < m_spec.vertices.size(); ++v)
        m_spec.vertices[v].parallelism = std::min(m_bounds[v].upper, int(places.size()));
    m_traffic.setSpec(m_spec);
    m_coordinator.setSpec(m_spec);
    takeSlots(places);
}

void Job::slotsChanged()
{
    const bool isWaiting = m_spec.scheduler == Scheduler::Adaptive
                               ? m_state == JobState::Created && m_hasGraph && m_tasks.empty()
                               : m_state == JobState::Running && !m_tasks.empty() &&
                                     m_tasks[0][0].state == TaskState::Scheduled && m_tasks[0][0].slot.worker.isEmpty();
    if (isWaiting)
        waitForSlots(m_around.host.slotsFor(*this, m_spec.slotsNeeded()));
}

void Job::newTasks(int attempt)
{
    m_tasks.clear();
    for (const Vertex& vertex : m_spec.vertices) {
        Task task;
        task.attempt = attempt;
        task.enter(TaskState::Created, m_around.clock.now() - Duration(m_chance.between(40, 130)));
        m_tasks.emplace_back(std::size_t(vertex.parallelism), task);
    }
}

void Job::enterTasks(TaskState state)
{
    const Instant now = m_around.clock.now();
    m_lastModified = now.time_since_epoch().count();
    int order = 0;
    for (std::size_t v = 0; v < m_tasks.size(); ++v) {
        for (std::size_t i = 0; i < m_tasks[v].size(); ++i) {
            Task& task = m_tasks[v][i];
            const TaskState before = task.state;
            if (isTerminal(m_state) && task.ended() >= 0)
                continue;
            // One after the other, a few milliseconds apart; the last of them now.
            const Duration earlier{std::min(12, 3 * order++) % 13};
            task.enter(state, now - (Duration(12) - earlier));
            write(graphLogger, u"%1 (%2) switched from %3 to %4."_s.arg(
                                   taskName(int(v), int(i)), attemptId(int(v), int(i)), text(before), text(state)));
        }
    }
    m_around.host.jobChanged(*this);
}

void Job::deploy()
{
    enterTasks(TaskState::Deploying);
    m_next.set(Duration(m_chance.between(350, 650)), [this] { tasksInitializing(); });
}

void Job::tasksInitializing()
{
    enterTasks(TaskState::Initializing);
    if (m_attempt > 0)
        m_around.host.classesLoadedAgain(*this);
    // State is read at about 100 MB/s and slot.
    const double seconds = m_restoredBytes / (100e6 * std::max(1, m_spec.slotsNeeded()));
    const Duration restoring = Duration(m_chance.between(200, 420)) + Duration(qint64(seconds * 1000));
    m_next.set(restoring, [this] { tasksRunning(); });
}

void Job::tasksRunning()
{
    if (m_restoreFailure) {
        const RestoreFailure failure = *m_restoreFailure;
        const Vertex& vertex = m_spec.vertices[std::size_t(failure.vertex)];
        const QString name =
            u"%1_%2_(%3/%4)"_s.arg(vertex.chain.front().name.simplified().remove(u' '), hex(vertex.id()))
                .arg(failure.subtask + 1)
                .arg(vertex.parallelism);
        failTask(failure.vertex, std::min(failure.subtask, vertex.parallelism - 1),
                 say::couldNotRestore(name, failure.cause));
        return;
    }
    if (!fitsIntoHeap()) {
        failTask(largestState(), 0, say::heapSpace());
        return;
    }
    enterTasks(TaskState::Running);
    for (std::size_t v = 0; v < m_tasks.size(); ++v) {
        for (std::size_t i = 0; i < m_tasks[v].size(); ++i)
            m_around.host.writeOn(m_tasks[v][i].slot.worker, Level::Info, taskLogger,
                                  u"%1#%2 (%3) switched from INITIALIZING to RUNNING."_s.arg(taskName(int(v), int(i)))
                                      .arg(m_tasks[v][i].attempt)
                                      .arg(attemptId(int(v), int(i))));
    }
    m_traffic.forgetCounters();
    m_traffic.begin();
    watchHeap();
}

/// State on the heap may grow until it does not fit any more.
void Job::watchHeap()
{
    qint64 most = 0;
    for (const Vertex& vertex : m_spec.vertices)
        most += vertex.stateLimit / vertex.parallelism;
    if (m_spec.backend != Backend::HashMap || most < m_around.host.heapPerSlot())
        return;
    m_heap.set(heapWatch, [this] {
        if (!m_traffic.isRunning())
            return;
        settle();
        if (fitsIntoHeap())
            watchHeap();
        else
            failTask(largestState(), 0, say::heapSpace());
    });
}

int Job::largestState() const
{
    int largest = 0;
    for (int v = 1; v < int(m_spec.vertices.size()); ++v) {
        if (m_traffic.stateBytes(v) >= m_traffic.stateBytes(largest))
            largest = v;
    }
    return largest;
}

bool Job::fitsIntoHeap() const
{
    if (m_spec.backend != Backend::HashMap)
        return true;
    double perSlot = 0;
    for (int v = 0; v < int(m_spec.vertices.size()); ++v)
        perSlot += m_traffic.stateBytes(v) / m_spec.vertices[std::size_t(v)].parallelism;
    return perSlot < double(m_around.host.heapPerSlot());
}

QString Job::taskName(int vertex, int subtask) const
{
    return u"%1 (%2/%3)"_s.arg(m_spec.vertices[std::size_t(vertex)].name())
        .arg(subtask + 1)
        .arg(m_tasks[std::size_t(vertex)].size());
}

QString Job::attemptId(int vertex, int subtask) const
{
    return u"%1_%2_%3_%4"_s.arg(m_graphId, hex(m_spec.vertices[std::size_t(vertex)].id()))
        .arg(subtask)
        .arg(m_tasks[std::size_t(vertex)][std::size_t(subtask)].attempt);
}

} // namespace sim::flink
