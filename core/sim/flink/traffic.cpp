#include "core/sim/flink/traffic.h"

#include <algorithm>

namespace sim::flink {

namespace {

/// "As many as it can."
constexpr double everything = 1e15;
/// Less than that in a topic is none.
constexpr double nothing = 0.5;
/// A source falls behind when so many seconds' worth of records wait, and has caught up when none do. Were it the same
/// number, two sources before one bottleneck would take turns every millisecond.
constexpr double behindSeconds = 1;
/// Longer than anybody waits who looks at all.
constexpr Duration longTime = std::chrono::hours(1);

double secondsOf(Duration duration)
{
    return double(duration.count()) / 1000.0;
}

} // namespace

Traffic::Traffic(Clock& clock, Broker& broker, const JobSpec& spec)
    : m_clock(clock)
    , m_broker(broker)
    , m_settled(clock.now())
    , m_position(spec.vertices.size(), 0)
    , m_waiting(spec.vertices.size(), 0)
    , m_isBehind(spec.vertices.size(), false)
    , m_processed(spec.vertices.size(), 0)
{
    for (const Vertex& vertex : spec.vertices) {
        if (vertex.isSource() && !vertex.feed.topic.isEmpty())
            m_broker.addTopic(vertex.feed.topic, vertex.feed.rate, vertex.feed.wave);
    }
    setSpec(spec);
}

void Traffic::setSpec(const JobSpec& spec)
{
    settle();
    m_spec = spec;
    const std::size_t vertices = spec.vertices.size();
    m_consumers.assign(vertices, 0);
    m_writtenBytes.assign(vertices, 0);
    for (const Vertex& vertex : spec.vertices) {
        for (const Input& input : vertex.inputs) {
            ++m_consumers[std::size_t(input.vertex)];
            m_writtenBytes[std::size_t(input.vertex)] += vertex.recordBytes;
        }
    }
    forgetCounters();
    m_demand.clear();
    m_load = balance(m_spec, effective(), std::vector<double>(vertices, 0));
}

void Traffic::forgetCounters()
{
    m_counters.clear();
    for (const Vertex& vertex : m_spec.vertices)
        m_counters.emplace_back(std::size_t(vertex.parallelism));
}

void Traffic::begin()
{
    settle();
    m_running = true;
    for (std::size_t v = 0; v < m_waiting.size(); ++v) {
        m_waiting[v] = backlog(int(v));
        m_isBehind[v] = m_waiting[v] > nothing;
    }
    m_demand.clear();
    rebalance(m_settled);
}

void Traffic::end()
{
    settle();
    m_running = false;
    m_load = balance(m_spec, effective(), std::vector<double>(m_spec.vertices.size(), 0));
}

void Traffic::setDisturbance(const Disturbance& disturbance)
{
    settle();
    m_disturbance = disturbance;
    m_demand.clear();
    if (m_running)
        rebalance(m_settled);
}

/// What was made worse here, and what the world outside is like now.
Disturbance Traffic::effective() const
{
    Disturbance all = m_disturbance;
    for (int v = 0; v < int(m_spec.vertices.size()); ++v) {
        const Vertex& vertex = m_spec.vertices[std::size_t(v)];
        if (const double part = vertex.keyOf.isEmpty() ? 0 : m_broker.hotKey(vertex.keyOf); part > 0)
            all.skew.try_emplace(v, std::max(vertex.skew, part));
        if (vertex.system.isEmpty())
            continue;
        const Broker::System system = m_broker.system(vertex.system);
        double& slowness = all.slowness.try_emplace(v, 1.0).first->second;
        slowness = std::max(slowness, system.slowness);
        // The callers get equal parts of what the system can do.
        if (system.callsPerSecond > 0)
            slowness =
                std::max(slowness, vertex.capacity * vertex.parallelism / (system.callsPerSecond * vertex.batch));
    }
    return all;
}

bool Traffic::hasTopic(int vertex) const
{
    return !m_spec.vertices[std::size_t(vertex)].feed.topic.isEmpty();
}

double Traffic::backlog(int vertex) const
{
    if (!hasTopic(vertex))
        return 0;
    const double waiting = m_broker.arrived(m_spec.vertices[std::size_t(vertex)].feed.topic) - position(vertex);
    return waiting > nothing ? waiting : 0;
}

double Traffic::lagSeconds(int vertex) const
{
    if (!hasTopic(vertex))
        return 0;
    const double rate = m_broker.rate(m_spec.vertices[std::size_t(vertex)].feed.topic, m_clock.now());
    return rate > 0 ? backlog(vertex) / rate : 0;
}

double Traffic::stateBytes(int vertex) const
{
    const Vertex& v = m_spec.vertices[std::size_t(vertex)];
    if (!v.hasState())
        return 0;
    const double x = m_processed[std::size_t(vertex)] * v.stateBytesPerRecord / double(v.stateLimit);
    return double(v.stateLimit) * x / (1 + x);
}

void Traffic::setStateBytes(int vertex, double bytes)
{
    const Vertex& v = m_spec.vertices[std::size_t(vertex)];
    if (!v.hasState() || v.stateBytesPerRecord <= 0)
        return;
    const double part = std::clamp(bytes / double(v.stateLimit), 0.0, 0.999999);
    m_processed[std::size_t(vertex)] = part / (1 - part) * double(v.stateLimit) / v.stateBytesPerRecord;
}

double Traffic::pathSeconds(int vertex) const
{
    double longest = 0;
    for (const Input& input : m_spec.vertices[std::size_t(vertex)].inputs)
        longest = std::max(longest, pathSeconds(input.vertex));
    return longest + m_load[std::size_t(vertex)].queueSeconds;
}

void Traffic::moveToEnd(int vertex)
{
    if (hasTopic(vertex))
        m_position[std::size_t(vertex)] = m_broker.arrived(m_spec.vertices[std::size_t(vertex)].feed.topic);
}

std::vector<double> Traffic::demand(Instant moment) const
{
    std::vector<double> wanted(m_spec.vertices.size(), 0);
    for (std::size_t v = 0; v < wanted.size(); ++v) {
        const Vertex& vertex = m_spec.vertices[v];
        if (!vertex.isSource() || (m_broker.isDown() && hasTopic(int(v))))
            continue;
        if (!hasTopic(int(v))) {
            wanted[v] = vertex.feed.rate * m_disturbance.feed;
            continue;
        }
        wanted[v] = m_isBehind[v] ? everything : m_broker.rate(vertex.feed.topic, moment);
    }
    return wanted;
}

void Traffic::noteWhoIsBehind(Instant moment)
{
    for (std::size_t v = 0; v < m_waiting.size(); ++v) {
        if (!hasTopic(int(v)))
            continue;
        const double most =
            m_isBehind[v] ? nothing : m_broker.rate(m_spec.vertices[v].feed.topic, moment) * behindSeconds;
        m_isBehind[v] = m_waiting[v] > std::max(nothing, most);
    }
}

void Traffic::rebalance(Instant moment)
{
    noteWhoIsBehind(moment);
    std::vector<double> wanted = demand(moment);
    if (wanted == m_demand)
        return;
    m_load = balance(m_spec, effective(), wanted);
    m_demand = std::move(wanted);
}

Instant Traffic::sliceEnd(Instant from, Instant to) const
{
    Instant end = std::min(to, Broker::nextChange(from));
    for (std::size_t v = 0; v < m_waiting.size(); ++v) {
        if (!hasTopic(int(v)))
            continue;
        const double rate = m_broker.rate(m_spec.vertices[v].feed.topic, from);
        const double shrinking = m_load[v].in - rate;
        const double left = m_isBehind[v] ? m_waiting[v] : m_waiting[v] - rate * behindSeconds;
        // Until it has caught up, or has fallen behind.
        if (shrinking == 0 || left / shrinking < 0)
            continue;
        const double ms = std::min(left / shrinking * 1000.0 + 1, 1e12);
        end = std::min(end, from + Duration(std::max<qint64>(1, qint64(ms))));
    }
    return end;
}

void Traffic::settle()
{
    const Instant now = m_clock.now();
    if (!m_running) {
        m_settled = now;
        return;
    }
    if (now - m_settled > longTime)
        runLong(now);
    while (m_settled < now) {
        rebalance(m_settled);
        const Instant end = sliceEnd(m_settled, now);
        const double seconds = secondsOf(end - m_settled);
        for (std::size_t v = 0; v < m_waiting.size(); ++v) {
            if (!hasTopic(int(v)))
                continue;
            const double grown = m_broker.rate(m_spec.vertices[v].feed.topic, m_settled) - m_load[v].in;
            m_waiting[v] = std::max(0.0, m_waiting[v] + grown * seconds);
        }
        run(seconds);
        m_settled = end;
    }
    rebalance(m_settled);
}

/// Without a bottleneck at the busiest hour everything is proportional to what arrives: one step does for days.
void Traffic::runLong(Instant now)
{
    rebalance(m_settled);
    std::vector<double> average(m_spec.vertices.size(), 0);
    std::vector<double> highest = average;
    const double seconds = secondsOf(now - m_settled);
    for (std::size_t v = 0; v < average.size(); ++v) {
        const Vertex& vertex = m_spec.vertices[v];
        if (!vertex.isSource())
            continue;
        if (m_isBehind[v] || m_broker.isDown())
            return;
        const bool isRead = hasTopic(int(v));
        highest[v] = isRead ? m_broker.highestRate(vertex.feed.topic) : vertex.feed.rate * m_disturbance.feed;
        average[v] =
            isRead ? (m_broker.arrived(vertex.feed.topic) - m_position[v] - m_waiting[v]) / seconds : highest[v];
    }
    const Load peak = balance(m_spec, effective(), highest);
    if (std::ranges::any_of(peak, &VertexLoad::saturated))
        return;
    m_load = balance(m_spec, effective(), average);
    m_demand = std::move(average);
    run(seconds);
    m_settled = now;
}

void Traffic::run(double seconds)
{
    for (std::size_t v = 0; v < m_load.size(); ++v) {
        runVertex(v, seconds);
        m_processed[v] += m_load[v].in * seconds;
        m_position[v] += m_load[v].in * seconds;
    }
}

void Traffic::runVertex(std::size_t vertex, double seconds)
{
    const Vertex& v = m_spec.vertices[vertex];
    for (std::size_t i = 0; i < m_counters[vertex].size(); ++i) {
        const SubtaskLoad& load = m_load[vertex].subtasks[i];
        Counters& counters = m_counters[vertex][i];
        counters.taken += load.in * seconds;
        if (!v.isSource()) {
            counters.recordsIn += load.in * seconds;
            counters.bytesIn += load.in * v.recordBytes * seconds;
        }
        counters.recordsOut += load.out * m_consumers[vertex] * seconds;
        counters.bytesOut += load.out * m_writtenBytes[vertex] * seconds;
        counters.busyMs += load.busy * seconds * 1000;
        counters.heldMs += load.held * seconds * 1000;
        counters.idleMs += load.idle * seconds * 1000;
    }
}

} // namespace sim::flink
