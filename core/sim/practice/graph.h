#pragma once

#include "core/sim/flink/jobspec.h"

#include <QStringList>

namespace sim::practice {

/// Draws the graph of a program task by task. How fast a task is follows from how busy it shall be at the average rate
/// with the program's usual parallelism.
class Graph
{
public:
    struct Records
    {
        QString topic;
        double rate = 0;    ///< a second
        double bytes = 200; ///< each
        double wave = 0.35; ///< more at midday, less at night
        int partitions = 12;
    };
    struct State
    {
        QString name;
        double limit = 0;          ///< bytes; nothing: the task has none
        double bytesPerRecord = 0; ///< how fast it gets there
    };
    struct Work
    {
        double busy = 0.3;      ///< 0 … 1
        double selectivity = 1; ///< records out for one in
        State state = {};
        flink::Ship ship = flink::Ship::Hash;
        QString keyOf = {};  ///< a topic by whose keys the records are dealt out
        QString system = {}; ///< that each record asks
    };

    Graph(const QString& program, const QString& entryClass, int parallelism);

    /// `chain`: the operators, the source first. The index of the task.
    int source(const QStringList& chain, const Records& records, double busy = 0.2);
    int task(const QStringList& chain, const QList<int>& inputs, const Work& work);

    const flink::JobSpec& spec() const { return m_spec; }

private:
    std::vector<flink::Operator> operators(const QStringList& names) const;

    flink::JobSpec m_spec;
    int m_parallelism;
    std::vector<double> m_out;   ///< records/s that a task writes
    std::vector<double> m_bytes; ///< of each of them
};

} // namespace sim::practice
