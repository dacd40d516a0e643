#pragma once

#include <QTest>

#include <chrono>

namespace live {

/// Asks again and again, with the event loop running in between; for questions that cost a request each.
template <typename Condition>
[[nodiscard]] bool comesTrue(Condition condition, std::chrono::milliseconds patience)
{
    constexpr int pauseMilliseconds = 100;
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        QTest::qWait(pauseMilliseconds);
    }
    return true;
}

} // namespace live
