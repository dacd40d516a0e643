#include "core/sim/flink/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sim::flink {

namespace {

constexpr std::size_t window = 10'000;

} // namespace

void Statistics::add(qint64 value)
{
    m_minimum = m_count == 0 ? value : std::min(m_minimum, value);
    m_maximum = m_count == 0 ? value : std::max(m_maximum, value);
    ++m_count;
    m_sum += value;
    m_order.push_back(value);
    m_sorted.insert(std::ranges::upper_bound(m_sorted, value), value);
    if (m_order.size() > window) {
        m_sorted.erase(std::ranges::lower_bound(m_sorted, m_order.front()));
        m_order.pop_front();
    }
}

double Statistics::percentile(double percent) const
{
    if (m_sorted.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const auto n = double(m_sorted.size());
    const double position = percent * (n + 1) / 100;
    if (position < 1)
        return double(m_sorted.front());
    if (position >= n)
        return double(m_sorted.back());
    const double whole = std::floor(position);
    const auto index = std::size_t(whole);
    const auto lower = double(m_sorted[index - 1]);
    return lower + (position - whole) * (double(m_sorted[index]) - lower);
}

} // namespace sim::flink
