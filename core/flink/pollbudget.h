#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace flink {

/// Lets only so many of the Flink clusters behind one connection be polled at once: they share the way through its API
/// server.
class PollBudget
{
public:
    /// Room for one poll, given back when it is destroyed.
    using Slot = std::shared_ptr<void>;

    explicit PollBudget(int atOnce = 8);
    ~PollBudget();

    /// Calls `start` when there is room: now, or later in order of asking; never after `context` is gone.
    void enter(QObject* context, std::function<void(Slot)> start);

private:
    class Queue;
    std::shared_ptr<Queue> m_queue;
};

} // namespace flink
