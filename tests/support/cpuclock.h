#pragma once

#include <chrono>
#include <ctime>

namespace support {

/// The processor time of this program since it was made: what a computation costs, however busy the machine is.
class CpuClock
{
public:
    std::chrono::milliseconds elapsed() const
    {
        return std::chrono::milliseconds((std::clock() - m_begin) * 1000 / CLOCKS_PER_SEC);
    }

private:
    std::clock_t m_begin = std::clock();
};

} // namespace support
