#pragma once

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <algorithm>
#include <chrono>

namespace kube {

/// The pause before the next attempt: doubles with each failure, up to twice as long at random so that many clients do
/// not come back at once, and starts anew after a quiet time.
class Backoff
{
public:
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest, std::chrono::milliseconds healthyAfter)
        : m_first(first)
        , m_longest(longest)
        , m_healthyAfter(healthyAfter)
    {
    }

    /// Whether there was no trouble lately: a first failure may be answered at once.
    bool isFresh() const { return !m_since.isValid() || m_since.hasExpired((m_healthyAfter + m_last).count()); }

    /// Never longer than `atMost` before the part at random.
    std::chrono::milliseconds next(std::chrono::milliseconds atMost = std::chrono::milliseconds::max())
    {
        m_step = isFresh() ? m_first : std::min(m_step * 2, m_longest);
        const std::chrono::milliseconds step = std::min(m_step, atMost);
        m_last = step +
                 std::chrono::milliseconds(qint64(double(step.count()) * QRandomGenerator::global()->generateDouble()));
        m_since.start();
        return m_last;
    }

private:
    std::chrono::milliseconds m_first, m_longest, m_healthyAfter;
    std::chrono::milliseconds m_step{0}, m_last{0};
    QElapsedTimer m_since;
};

} // namespace kube
