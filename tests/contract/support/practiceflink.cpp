#include "tests/contract/support/practiceflink.h"

#include "core/sim/world/path.h"
#include "tests/contract/support/countingjob.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sim::put;
namespace type = sim::type;

namespace contract {

namespace {

const QString space = u"default"_s;
const QString pod = u"session-1"_s;

QJsonObject named(const QString& name)
{
    QJsonObject document;
    put(document, {u"metadata", u"name"}, name);
    put(document, {u"metadata", u"namespace"}, space);
    return document;
}

void addPod(sim::World& world)
{
    auto document = named(pod);
    put(document, {u"metadata", u"labels", u"app"}, u"session"_s);
    put(document, {u"spec", u"containers"}, QJsonArray{QJsonObject{{u"name"_s, u"main"_s}, {u"image"_s, u"flink"_s}}});
    (void)world.objects.create(type::pods, document);
    (void)world.objects.change(type::pods, space, pod, sim::Part::Status, [](QJsonObject& object) {
        put(object, {u"status", u"podIP"}, u"10.244.0.4"_s);
        put(object, {u"status", u"conditions"},
            QJsonArray{QJsonObject{{u"type"_s, u"Ready"_s}, {u"status"_s, u"True"_s}}});
    });
    auto service = named(u"session-rest"_s);
    put(service, {u"spec", u"selector", u"app"}, u"session"_s);
    put(service, {u"spec", u"ports"}, QJsonArray{QJsonObject{{u"name"_s, u"rest"_s}, {u"port"_s, 8081}}});
    (void)world.objects.create(type::services, service);
}

QMap<QString, QString> configurationOf(QMap<QString, QString> given, int taskSlots)
{
    QMap<QString, QString> all{
        {u"taskmanager.numberOfTaskSlots"_s, QString::number(taskSlots)},
        {u"taskmanager.memory.process.size"_s, u"900 mb"_s},
        {u"taskmanager.memory.managed.size"_s, u"32m"_s},
        {u"jobmanager.memory.process.size"_s, u"900 mb"_s},
        {u"execution.checkpointing.interval"_s, u"1s"_s},
        {u"execution.checkpointing.dir"_s, u"file:///flink/checkpoints"_s},
        {u"execution.checkpointing.savepoint-dir"_s, u"file:///flink/savepoints"_s},
        {u"execution.checkpointing.externalized-checkpoint-retention"_s, u"RETAIN_ON_CANCELLATION"_s},
        {u"restart-strategy.type"_s, u"fixed-delay"_s},
        {u"restart-strategy.fixed-delay.attempts"_s, u"3"_s},
        {u"restart-strategy.fixed-delay.delay"_s, u"1s"_s},
    };
    all.insert(given);
    return all;
}

} // namespace

/// What lives in the thread of the practice cluster.
struct PracticeFlink::Cluster
{
    Cluster(sim::World& world, const QString& folder, const QString& version,
            const QMap<QString, QString>& configuration)
        : broker(world.clock)
        , manager(world, broker, sim::flink::Storage(folder),
                  {.ns = space,
                   .cluster = u"session"_s,
                   .pod = pod,
                   .ip = u"10.244.0.4"_s,
                   .version = sim::flink::Version::of(version),
                   .configuration = sim::flink::Configuration(configuration),
                   .programs = {{u"counting-job.jar"_s, countingJob()}},
                   .boot = 0ms})
        , log(std::make_shared<sim::Log>())
    {
        manager.start();
    }

    sim::flink::Broker broker;
    sim::flink::JobManager manager;
    std::shared_ptr<sim::Log> log;
};

PracticeFlink::PracticeFlink(const QString& version, const QMap<QString, QString>& configuration, int taskSlots)
{
    m_host = std::make_unique<sim::Host>(sim::HostOptions(), [&](sim::World& world, sim::Api&) {
        addPod(world);
        m_cluster =
            std::make_unique<Cluster>(world, m_folder.path(), version, configurationOf(configuration, taskSlots));
        world.clock.advance(1ms);
        sim::flink::Worker worker;
        worker.id = u"127.0.0.1:40611-c0ffee"_s;
        worker.host = u"127.0.0.1"_s;
        worker.dataPort = 40'612;
        worker.slotCount = taskSlots;
        worker.log = m_cluster->log;
        m_cluster->manager.addWorker(std::move(worker));
    });
}

PracticeFlink::~PracticeFlink()
{
    if (m_host->problem().isEmpty())
        m_host->run([this](sim::World&, sim::Api&) { m_cluster.reset(); });
}

Side PracticeFlink::side() const
{
    return {m_host->server() + u"/api/v1/namespaces/default/services/session-rest:rest/proxy"_s, m_host->adminToken(),
            m_host->authority()};
}

void PracticeFlink::with(const std::function<void(sim::flink::JobManager&)>& task)
{
    m_host->run([&](sim::World&, sim::Api&) { task(m_cluster->manager); });
}

} // namespace contract
