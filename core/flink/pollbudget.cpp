#include "core/flink/pollbudget.h"

#include <QPointer>

#include <deque>

namespace flink {

class PollBudget::Queue : public std::enable_shared_from_this<PollBudget::Queue>
{
public:
    explicit Queue(int atOnce)
        : m_free(atOnce)
    {
    }

    void add(QObject* context, std::function<void(Slot)> start)
    {
        m_waiting.push_back({context, std::move(start)});
        serve();
    }

private:
    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void(Slot)> start;
    };

    Slot takeSlot()
    {
        --m_free;
        // The slot keeps the queue alive, and so the others that wait in it.
        return Slot(this, [self = shared_from_this()](void*) {
            ++self->m_free;
            self->serve();
        });
    }

    void serve()
    {
        while (m_free > 0 && !m_waiting.empty()) {
            const Waiting next = std::move(m_waiting.front());
            m_waiting.pop_front();
            if (next.context)
                next.start(takeSlot());
        }
    }

    int m_free;
    std::deque<Waiting> m_waiting;
};

PollBudget::PollBudget(int atOnce)
    : m_queue(std::make_shared<Queue>(atOnce))
{
}

PollBudget::~PollBudget() = default;

void PollBudget::enter(QObject* context, std::function<void(Slot)> start)
{
    m_queue->add(context, std::move(start));
}

} // namespace flink
