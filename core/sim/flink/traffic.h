#pragma once

#include "core/sim/flink/broker.h"
#include "core/sim/flink/flow.h"

namespace sim::flink {

/// What a subtask has done since its attempt began.
struct Counters
{
    double recordsIn = 0, recordsOut = 0; ///< between tasks; a source reads none, a sink writes none
    double bytesIn = 0, bytesOut = 0;
    double taken = 0; ///< records it worked on, also a source's
    double busyMs = 0, heldMs = 0, idleMs = 0;
};

/// The records of a running job: how many have gone where. Nothing happens between two calls; each call makes up for
/// the time since the last one, in closed form from one change to the next.
class Traffic
{
public:
    Traffic(Clock& clock, Broker& broker, const JobSpec& spec);

    /// All tasks run from now on.
    void begin();
    /// Tasks do nothing from now on.
    void end();
    bool isRunning() const { return m_running; }
    void settle();
    /// The attempt is over: counters of tasks begin at 0.
    void forgetCounters();

    void setDisturbance(const Disturbance& disturbance);
    const Disturbance& disturbance() const { return m_disturbance; }
    /// Other parallelism, same records.
    void setSpec(const JobSpec& spec);

    /// The present rates; all zero while the tasks do not run.
    const Load& load() const { return m_load; }
    const Counters& counters(int vertex, int subtask) const
    {
        return m_counters[std::size_t(vertex)][std::size_t(subtask)];
    }
    /// Records read by this source since its topic is there.
    double position(int vertex) const { return m_position[std::size_t(vertex)]; }
    /// Records that wait in the topic of this source.
    double backlog(int vertex) const;
    /// How old the oldest of them is.
    double lagSeconds(int vertex) const;
    /// Bytes of keyed state of this vertex.
    double stateBytes(int vertex) const;
    /// How long a record is under way from the sources until it has been through this vertex.
    double pathSeconds(int vertex) const;

    /// A source reads on from there; without a snapshot it begins with what arrives next.
    void moveTo(int vertex, double position) { m_position[std::size_t(vertex)] = position; }
    void moveToEnd(int vertex);
    void setStateBytes(int vertex, double bytes);

private:
    bool hasTopic(int vertex) const;
    Disturbance effective() const;
    std::vector<double> demand(Instant moment) const;
    void noteWhoIsBehind(Instant moment);
    void rebalance(Instant moment);
    Instant sliceEnd(Instant from, Instant to) const;
    void runLong(Instant now);
    void run(double seconds);
    void runVertex(std::size_t vertex, double seconds);

    Clock& m_clock;
    Broker& m_broker;
    JobSpec m_spec;
    Disturbance m_disturbance;
    bool m_running = false;
    Instant m_settled;
    std::vector<double> m_demand;
    std::vector<int> m_consumers;       ///< of each vertex
    std::vector<double> m_writtenBytes; ///< of a record to the next task
    std::vector<double> m_position;
    std::vector<double> m_waiting;   ///< in the topic
    std::vector<bool> m_isBehind;    ///< it reads as fast as it can
    std::vector<double> m_processed; ///< records that made the state
    std::vector<std::vector<Counters>> m_counters;
    Load m_load;
};

} // namespace sim::flink
