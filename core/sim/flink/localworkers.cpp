#include "core/sim/flink/localworkers.h"

using namespace Qt::StringLiterals;

namespace sim::flink {

namespace {

constexpr int firstDataPort = 40'611;

} // namespace

LocalWorkers::LocalWorkers(World& world, JobManager& manager, Duration start, int limit)
    : m_world(world)
    , m_manager(manager)
    , m_start(start)
    , m_limit(limit)
{
}

LocalWorkers::~LocalWorkers()
{
    for (const auto& [worker, ticket] : m_coming)
        m_world.clock.cancel(ticket);
}

void LocalWorkers::request(const QString& worker)
{
    if (m_count >= m_limit)
        return;
    ++m_count;
    m_coming[worker] = m_world.clock.after(m_start, [this, worker] { add(worker); });
}

void LocalWorkers::add(const QString& worker)
{
    m_coming.erase(worker);
    Worker fresh;
    fresh.id = worker;
    fresh.host = u"10.244.1.%1"_s.arg(++m_addresses);
    fresh.dataPort = firstDataPort + m_addresses;
    fresh.slotCount = m_manager.slotsPerWorker();
    fresh.log = std::make_shared<Log>();
    fresh.end = [this, worker](int code, const QString& reason) { kill(worker, code, reason); };
    m_manager.addWorker(std::move(fresh));
}

void LocalWorkers::release(const QString& worker)
{
    kill(worker, 0, u"Completed"_s);
}

void LocalWorkers::kill(const QString& worker, int code, const QString& reason)
{
    --m_count;
    // The process is gone before its JobManager hears of it; and the one who kills may stand in the JobManager itself.
    m_coming[worker] = m_world.clock.after(std::chrono::milliseconds(50), [this, worker, code, reason] {
        m_coming.erase(worker);
        m_manager.removeWorker(worker,
                               code == 0 ? QString() : terminationStatus(u"flink-main-container"_s, code, reason));
    });
}

QString terminationStatus(const QString& container, int code, const QString& reason)
{
    return u"%1(exitCode=%2, reason=%3, message=null)"_s.arg(container).arg(code).arg(reason);
}

} // namespace sim::flink
