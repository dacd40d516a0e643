#pragma once

#include <QtGlobal>

#include <deque>
#include <vector>

namespace sim::flink {

/// What Flink tells of many values: minimum, maximum, average over all, percentiles over the last 10,000.
class Statistics
{
public:
    void add(qint64 value);

    bool isEmpty() const { return m_count == 0; }
    qint64 minimum() const { return m_minimum; }
    qint64 maximum() const { return m_maximum; }
    qint64 sum() const { return m_sum; }
    /// Rounded down, as Flink has it; 0 when empty.
    qint64 average() const { return m_count > 0 ? m_sum / m_count : 0; }
    /// `percent` from 0 to 100, in the way of commons-math: NaN when empty.
    double percentile(double percent) const;

private:
    qint64 m_count = 0;
    qint64 m_sum = 0;
    qint64 m_minimum = 0;
    qint64 m_maximum = 0;
    std::deque<qint64> m_order;
    std::vector<qint64> m_sorted;
};

} // namespace sim::flink
