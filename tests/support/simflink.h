#pragma once

#include "core/sim/flink/localworkers.h"
#include "core/sim/flink/rest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace support {

/// A practice Flink cluster for tests: the job "orders" of the recordings, alone, with time that moves when told.
class SimFlink
{
public:
    struct Options
    {
        QString version = QStringLiteral("1.20");
        quint64 seed = 1;
        QMap<QString, QString> configuration = {};
        bool isSession = false;
        double rate = 400; ///< records/s that arrive
        int parallelism = 2;
    };

    explicit SimFlink(Options options);

    /// The program of the recordings: source, keyed counter, sink.
    static sim::flink::JobSpec orders(double rate);

    sim::flink::JobManager& manager() { return *m_manager; }
    sim::World& world() { return m_world; }
    sim::flink::Broker& broker() { return m_broker; }
    sim::flink::LocalWorkers& workers() { return *m_workers; }
    const sim::flink::Storage& storage() const { return m_storage; }
    QString folder() const { return m_folder.path(); }
    sim::flink::Setup setup() const { return m_setup; }

    void advance(std::chrono::milliseconds time) { m_world.clock.advance(time); }
    /// Until all tasks run, at most so long.
    bool runUntilRunning(std::chrono::seconds most = std::chrono::seconds(120));
    /// The JobManager is killed and starts again, with the same TaskManagers gone.
    void restartManager();

    sim::Reply ask(const QByteArray& method, const QString& path, const QByteArray& body = {});
    QByteArray get(const QString& path) { return ask("GET", path).body; }
    QJsonObject object(const QString& path) { return QJsonDocument::fromJson(get(path)).object(); }
    QJsonArray array(const QString& path) { return QJsonDocument::fromJson(get(path)).array(); }

    /// The first job, as it is now.
    sim::flink::Job& job()
    {
        m_manager->jobs().front()->settle();
        m_manager->jobs().front()->synchroniseFiles();
        return *m_manager->jobs().front();
    }
    QString jobPath(const QString& rest = {}) { return QStringLiteral("/jobs/") + job().id() + rest; }
    QString vertexPath(int vertex, const QString& rest = {});
    double metric(int vertex, const QString& name, int subtask = 0);

private:
    void start();

    QTemporaryDir m_folder;
    sim::World m_world;
    sim::flink::Broker m_broker;
    sim::flink::Storage m_storage;
    sim::flink::Setup m_setup;
    std::unique_ptr<sim::flink::JobManager> m_manager;
    sim::flink::LocalWorkers* m_workers = nullptr;
};

inline sim::flink::JobSpec SimFlink::orders(double rate)
{
    using namespace sim::flink;
    using namespace Qt::StringLiterals;
    JobSpec spec;
    spec.name = u"orders"_s;
    spec.entryClass = u"com.example.Orders"_s;
    Vertex source;
    source.chain = {{u"Source: orders-source"_s, u"src"_s, Operator::State::Source}, {u"throttle"_s, u"map"_s}};
    source.capacity = 900;
    source.recordBytes = 21;
    source.feed = {rate, 0, u"orders"_s, 8, true};
    Vertex count;
    count.chain = {{u"count-per-customer"_s, u"count"_s, Operator::State::Keyed, u"n"_s}, {u"enrich"_s, u"post"_s}};
    count.capacity = 2000;
    count.recordBytes = 21;
    count.selectivity = 0.5;
    count.stateBytesPerRecord = 17;
    count.stateLimit = 200'000;
    count.inputs = {{0, Ship::Hash}};
    Vertex sink;
    sink.chain = {{u"Sink: orders-sink"_s, u"sink"_s}};
    sink.capacity = 1500;
    sink.recordBytes = 60;
    sink.inputs = {{1, Ship::Rebalance}};
    spec.vertices = {source, count, sink};
    return spec;
}

inline SimFlink::SimFlink(Options options)
    : m_world(*sim::fromTimestamp(u"2026-01-02T10:00:00Z"), options.seed)
    , m_broker(m_world.clock)
    , m_storage(m_folder.path())
{
    using namespace sim::flink;
    using namespace Qt::StringLiterals;
    QMap<QString, QString> entries{
        {u"execution.checkpointing.interval"_s, u"5s"_s},
        {u"execution.checkpointing.dir"_s, u"file:///flink-data/orders/ckpt"_s},
        {u"execution.checkpointing.savepoint-dir"_s, u"file:///flink-data/orders/sp"_s},
        {u"execution.checkpointing.externalized-checkpoint-retention"_s, u"RETAIN_ON_CANCELLATION"_s},
        {u"high-availability.type"_s, u"kubernetes"_s},
        {u"high-availability.storageDir"_s, u"file:///flink-data/orders/ha"_s},
        {u"taskmanager.numberOfTaskSlots"_s, u"2"_s},
        {u"taskmanager.memory.process.size"_s, u"900 mb"_s},
        {u"taskmanager.memory.managed.size"_s, u"32m"_s},
        {u"jobmanager.memory.process.size"_s, u"900 mb"_s}};
    entries.insert(options.configuration);
    const Configuration configuration(entries);
    const JobSpec spec = configured(orders(options.rate), configuration, options.parallelism);
    m_setup = {u"default"_s, u"orders"_s, u"orders-85f79b5b9b-sjw8h"_s, u"10.244.0.4"_s, Version::of(options.version),
               configuration};
    if (options.isSession)
        m_setup.programs = {{u"orders.jar"_s, orders(options.rate)}};
    else
        m_setup.application = spec;
    (void)m_world.objects.create(u"namespaces", QJsonObject{{u"apiVersion"_s, u"v1"_s},
                                                            {u"kind"_s, u"Namespace"_s},
                                                            {u"metadata"_s, QJsonObject{{u"name"_s, u"default"_s}}}});
    start();
}

inline void SimFlink::start()
{
    using namespace sim::flink;
    m_manager = std::make_unique<JobManager>(m_world, m_broker, m_storage, m_setup);
    auto workers = std::make_unique<LocalWorkers>(m_world, *m_manager);
    m_workers = workers.get();
    m_manager->setWorkers(std::move(workers));
    m_manager->start();
}

inline void SimFlink::restartManager()
{
    m_manager.reset();
    start();
}

inline bool SimFlink::runUntilRunning(std::chrono::seconds most)
{
    using namespace std::chrono_literals;
    for (std::chrono::milliseconds passed = 0ms; passed < most; passed += 100ms) {
        if (!m_manager->jobs().empty() && job().traffic().isRunning())
            return true;
        advance(100ms);
    }
    return false;
}

inline sim::Reply SimFlink::ask(const QByteArray& method, const QString& path, const QByteArray& body)
{
    sim::Request request;
    request.method = method;
    request.path = path.section(u'?', 0, 0);
    request.query = path.section(u'?', 1).toLatin1();
    request.body = body;
    return m_manager->answer(request);
}

inline QString SimFlink::vertexPath(int vertex, const QString& rest)
{
    using namespace Qt::StringLiterals;
    return jobPath(u"/vertices/"_s + sim::flink::hex(job().spec().vertices[std::size_t(vertex)].id()) + rest);
}

inline double SimFlink::metric(int vertex, const QString& name, int subtask)
{
    using namespace Qt::StringLiterals;
    m_manager->hasMetrics(job().id());
    const QJsonArray found = array(vertexPath(vertex, u"/metrics?get=%1.%2"_s.arg(subtask).arg(name)));
    return found.isEmpty() ? std::numeric_limits<double>::quiet_NaN()
                           : found[0].toObject()["value"_L1].toString().toDouble();
}

} // namespace support
