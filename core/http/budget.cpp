#include "core/http/budget.h"

#include <algorithm>

namespace http {

Budget::Budget(const Rate& rate)
    : m_rate(rate)
    , m_left(rate.burst)
{
    m_since.start();
}

std::chrono::milliseconds Budget::take()
{
    const double seconds = static_cast<double>(m_since.nsecsElapsed()) / 1e9;
    m_since.start();
    m_left = std::min(m_rate.burst, m_left + seconds * m_rate.perSecond) - 1;
    if (m_left >= 0)
        return std::chrono::milliseconds(0);
    return std::chrono::milliseconds(static_cast<qint64>(-m_left / m_rate.perSecond * 1000) + 1);
}

} // namespace http
