#pragma once

#include "core/http/client.h"

#include <QElapsedTimer>

namespace http {

/// How many requests a second one server gets from us, after a burst. A token bucket: what was not used is saved up to
/// the size of the burst.
class Budget
{
public:
    explicit Budget(const Rate& rate);

    /// Takes one request out of the budget and tells how long it must wait.
    std::chrono::milliseconds take();

private:
    Rate m_rate;
    double m_left;
    QElapsedTimer m_since;
};

} // namespace http
