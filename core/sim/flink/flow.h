#pragma once

#include "core/sim/flink/jobspec.h"

#include <map>

namespace sim::flink {

/// What is made worse on purpose.
struct Disturbance
{
    std::map<int, double> slowness; ///< vertex → how many times longer a record takes there
    std::map<int, double> skew;     ///< vertex → instead of Vertex::skew
    double feed = 1;                ///< how many times more records arrive
    bool sourceDown = false;        ///< nothing can be read; records go on arriving

    friend bool operator==(const Disturbance&, const Disturbance&) = default;
};

/// How one subtask spends its time; busy + held + idle is 1.
struct SubtaskLoad
{
    double share = 0; ///< of the vertex's records
    double in = 0;    ///< records/s; of a source: read from outside
    double out = 0;   ///< records/s
    double busy = 0, held = 0, idle = 1;
};

struct VertexLoad
{
    double in = 0, out = 0;
    bool saturated = false;  ///< it is the bottleneck
    bool held = false;       ///< something behind it is: back pressure
    double queuedBytes = 0;  ///< waiting before its busiest subtask
    double queueSeconds = 0; ///< how long a record, or a barrier, waits there
    int channels = 0;        ///< that bring records to one subtask
    std::vector<SubtaskLoad> subtasks;
};

using Load = std::vector<VertexLoad>;

/// The steady state: a fluid model in closed form. Sources produce what is asked of them, unless a subtask somewhere
/// gets more than it can do: then all sources before it slow down, and what lies between is back-pressured. `demand`:
/// records/s wanted of each vertex; only those of sources count.
Load balance(const JobSpec& spec, const Disturbance& disturbance, const std::vector<double>& demand);

/// Records/s that this source could read at most, alone.
double sourceLimit(const JobSpec& spec, const Disturbance& disturbance, int vertex);

/// The vertices before this one, itself not among them.
std::vector<bool> ancestors(const JobSpec& spec, int vertex);

} // namespace sim::flink
