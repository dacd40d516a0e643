#include "core/sim/flink/flow.h"

#include <algorithm>
#include <cmath>

namespace sim::flink {

namespace {

constexpr double bufferBytes = 32768;
/// Exclusive buffers of a channel and floating ones of a gate, as Flink's defaults.
constexpr double exclusiveBuffers = 2;
constexpr double floatingBuffers = 8;
/// A sender holds about half of what its receiver holds.
constexpr double withSender = 1.5;
constexpr double tolerance = 1e-9;

double valueOr(const std::map<int, double>& values, int key, double fallback)
{
    const auto found = values.find(key);
    return found == values.end() ? fallback : found->second;
}

bool isHashed(const Vertex& vertex)
{
    return std::ranges::any_of(vertex.inputs, [](const Input& input) { return input.ship == Ship::Hash; });
}

/// Partitions are dealt out; with fewer than subtasks some get none.
std::vector<double> sourceShares(const Vertex& vertex)
{
    const int p = vertex.parallelism;
    std::vector<double> shares(std::size_t(p), 1.0 / p);
    if (vertex.feed.partitions > 0) {
        std::ranges::fill(shares, 0.0);
        for (int i = 0; i < vertex.feed.partitions; ++i)
            shares[std::size_t(i % p)] += 1.0 / vertex.feed.partitions;
    }
    return shares;
}

/// Hashing deals keys out a little unevenly, and one hot key goes to one subtask.
std::vector<double> shares(const Vertex& vertex, double skew)
{
    if (vertex.isSource())
        return sourceShares(vertex);
    const int p = vertex.parallelism;
    std::vector<double> result(std::size_t(p), 1.0 / p);
    if (!isHashed(vertex) || p == 1)
        return result;
    const OperatorId id = vertex.id();
    double sum = 0;
    for (int i = 0; i < p; ++i) {
        const int wobble = static_cast<unsigned char>(id[std::size_t(i) % id.size()]) % 9 - 4;
        result[std::size_t(i)] = 1 + wobble / 100.0;
        sum += result[std::size_t(i)];
    }
    for (double& share : result)
        share *= (1 - skew) / sum;
    result[static_cast<unsigned char>(id[0]) % std::size_t(p)] += skew;
    return result;
}

struct Model
{
    const JobSpec& spec;
    std::vector<std::vector<double>> shares;
    std::vector<double> capacity; ///< of one subtask
    std::vector<double> limit;    ///< of the vertex: what its busiest subtask allows

    Model(const JobSpec& program, const Disturbance& disturbance)
        : spec(program)
    {
        for (int v = 0; v < int(spec.vertices.size()); ++v) {
            const Vertex& vertex = spec.vertices[std::size_t(v)];
            shares.push_back(flink::shares(vertex, valueOr(disturbance.skew, v, vertex.skew)));
            capacity.push_back(vertex.capacity / std::max(1e-6, valueOr(disturbance.slowness, v, 1)));
            limit.push_back(capacity.back() / std::ranges::max(shares.back()));
        }
    }

    std::vector<double> reading(const std::vector<double>& produced) const
    {
        std::vector<double> in(spec.vertices.size(), 0);
        for (std::size_t v = 0; v < in.size(); ++v) {
            const Vertex& vertex = spec.vertices[v];
            if (vertex.isSource())
                in[v] = produced[v];
            for (const Input& input : vertex.inputs) {
                const auto from = std::size_t(input.vertex);
                const double copies = input.ship == Ship::Broadcast ? vertex.parallelism : 1;
                in[v] += in[from] * spec.vertices[from].selectivity * copies;
            }
        }
        return in;
    }

    /// Slows the sources down until nobody gets more than he can do.
    std::vector<double> feasible(std::vector<double>& produced) const
    {
        std::vector<double> in = reading(produced);
        for (std::size_t v = 0; v < in.size(); ++v) {
            if (in[v] <= limit[v] * (1 + tolerance))
                continue;
            const double factor = limit[v] / in[v];
            const std::vector<bool> before = ancestors(spec, int(v));
            for (std::size_t u = 0; u <= v; ++u) {
                if (spec.vertices[u].isSource() && (before[u] || u == v))
                    produced[u] *= factor;
            }
            in = reading(produced);
        }
        return in;
    }
};

int channelsOf(const JobSpec& spec, const Vertex& vertex)
{
    int channels = 0;
    for (const Input& input : vertex.inputs)
        channels += input.ship == Ship::Forward ? 1 : spec.vertices[std::size_t(input.vertex)].parallelism;
    return channels;
}

void fillQueue(const Vertex& vertex, VertexLoad& load)
{
    if (vertex.isSource() || load.subtasks.empty())
        return;
    const double full = withSender * (load.channels * exclusiveBuffers + floatingBuffers) * bufferBytes;
    const auto hot = std::ranges::max_element(load.subtasks, {}, &SubtaskLoad::in);
    const double used = std::min(hot->busy, 0.999);
    const double waiting = used / (1 - used) * vertex.recordBytes;
    load.queuedBytes = load.saturated || load.held ? full : std::min(full, waiting);
    const double bytesPerSecond = hot->in * vertex.recordBytes;
    load.queueSeconds = bytesPerSecond > 0 ? load.queuedBytes / bytesPerSecond : 0;
}

void fillSubtasks(const Vertex& vertex, const Model& model, std::size_t v, VertexLoad& load)
{
    for (const double share : model.shares[v]) {
        SubtaskLoad subtask;
        subtask.share = share;
        subtask.in = load.in * share;
        subtask.out = subtask.in * vertex.selectivity;
        subtask.busy = std::min(1.0, subtask.in / model.capacity[v]);
        subtask.held = load.held ? 1 - subtask.busy : 0;
        subtask.idle = 1 - subtask.busy - subtask.held;
        load.subtasks.push_back(subtask);
    }
}

} // namespace

Load balance(const JobSpec& spec, const Disturbance& disturbance, const std::vector<double>& demand)
{
    const Model model(spec, disturbance);
    std::vector<double> produced(spec.vertices.size(), 0);
    for (std::size_t v = 0; v < produced.size(); ++v) {
        if (spec.vertices[v].isSource() && !disturbance.sourceDown)
            produced[v] = std::min(demand[v], model.limit[v]);
    }
    const std::vector<double> wanted = produced;
    const std::vector<double> in = model.feasible(produced);
    Load loads(spec.vertices.size());
    for (std::size_t v = 0; v < loads.size(); ++v) {
        loads[v].in = in[v];
        loads[v].out = in[v] * spec.vertices[v].selectivity;
        loads[v].saturated = in[v] > 0 && in[v] >= model.limit[v] * (1 - 1e-6);
        loads[v].channels = channelsOf(spec, spec.vertices[v]);
    }
    for (std::size_t v = 0; v < loads.size(); ++v) {
        // A source that is saturated holds nobody: it has only the outside before it.
        if (!loads[v].saturated || spec.vertices[v].isSource())
            continue;
        const std::vector<bool> before = ancestors(spec, int(v));
        for (std::size_t u = 0; u < v; ++u)
            loads[u].held = loads[u].held || (before[u] && !loads[u].saturated);
    }
    for (std::size_t v = 0; v < loads.size(); ++v) {
        fillSubtasks(spec.vertices[v], model, v, loads[v]);
        fillQueue(spec.vertices[v], loads[v]);
    }
    return loads;
}

double sourceLimit(const JobSpec& spec, const Disturbance& disturbance, int vertex)
{
    return Model(spec, disturbance).limit[std::size_t(vertex)];
}

std::vector<bool> ancestors(const JobSpec& spec, int vertex)
{
    std::vector<bool> before(spec.vertices.size(), false);
    std::vector<int> open{vertex};
    while (!open.empty()) {
        const int current = open.back();
        open.pop_back();
        for (const Input& input : spec.vertices[std::size_t(current)].inputs) {
            if (!before[std::size_t(input.vertex)]) {
                before[std::size_t(input.vertex)] = true;
                open.push_back(input.vertex);
            }
        }
    }
    return before;
}

} // namespace sim::flink
