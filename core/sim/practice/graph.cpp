#include "core/sim/practice/graph.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sim::practice {

Graph::Graph(const QString& program, const QString& entryClass, int parallelism)
    : m_parallelism(parallelism)
{
    m_spec.name = program;
    m_spec.entryClass = entryClass;
}

std::vector<flink::Operator> Graph::operators(const QStringList& names) const
{
    static const QRegularExpression separators(u"[^a-z0-9]+"_s);
    std::vector<flink::Operator> chain;
    for (const QString& name : names)
        chain.push_back({name, name.toLower().replace(separators, u"-"_s)});
    return chain;
}

int Graph::source(const QStringList& chain, const Records& records, double busy)
{
    flink::Vertex vertex{operators(chain)};
    vertex.chain.front().state = flink::Operator::State::Source;
    vertex.parallelism = m_parallelism;
    vertex.capacity = records.rate / (m_parallelism * busy);
    vertex.recordBytes = records.bytes;
    vertex.feed = {records.rate, records.wave, records.topic, records.partitions, true};
    m_spec.vertices.push_back(std::move(vertex));
    m_out.push_back(records.rate);
    m_bytes.push_back(records.bytes);
    return int(m_spec.vertices.size()) - 1;
}

int Graph::task(const QStringList& chain, const QList<int>& inputs, const Work& work)
{
    flink::Vertex vertex{operators(chain)};
    double rate = 0;
    double bytes = 0;
    for (const int input : inputs) {
        vertex.inputs.push_back({input, work.ship});
        rate += m_out[std::size_t(input)];
        bytes += m_out[std::size_t(input)] * m_bytes[std::size_t(input)];
    }
    vertex.parallelism = m_parallelism;
    vertex.keyOf = work.keyOf;
    vertex.system = work.system;
    vertex.selectivity = work.selectivity;
    vertex.recordBytes = bytes / rate;
    vertex.capacity = rate / (m_parallelism * work.busy);
    if (work.state.limit > 0) {
        vertex.chain.front().state = flink::Operator::State::Keyed;
        vertex.chain.front().stateName = work.state.name;
        vertex.stateLimit = qint64(work.state.limit);
        vertex.stateBytesPerRecord = work.state.bytesPerRecord;
    }
    m_bytes.push_back(vertex.recordBytes);
    m_spec.vertices.push_back(std::move(vertex));
    m_out.push_back(rate * work.selectivity);
    return int(m_spec.vertices.size()) - 1;
}

} // namespace sim::practice
