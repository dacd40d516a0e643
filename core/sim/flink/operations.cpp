#include "core/sim/flink/operations.h"

using namespace std::chrono_literals;

namespace sim::flink {

namespace {

constexpr Duration kept = 5min;

} // namespace

std::shared_ptr<Operation> Operations::add(const QString& key)
{
    forget();
    const auto [place, isNew] = m_operations.try_emplace(key, nullptr);
    if (!isNew)
        return nullptr;
    place->second = std::make_shared<Operation>();
    return place->second;
}

void Operations::end(const std::shared_ptr<Operation>& operation, const SnapshotResult& result)
{
    operation->result = result;
    operation->ended = m_clock.now();
}

std::shared_ptr<const Operation> Operations::find(const QString& key)
{
    forget();
    const auto found = m_operations.find(key);
    return found == m_operations.end() ? nullptr : found->second;
}

void Operations::forget()
{
    std::erase_if(m_operations, [this](const auto& entry) {
        return entry.second->result && m_clock.now() - entry.second->ended > kept;
    });
}

} // namespace sim::flink
