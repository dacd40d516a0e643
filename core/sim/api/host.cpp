#include "core/sim/api/host.h"

#include "core/sim/api/bootstrap.h"
#include "core/sim/api/registry.h"

#include <future>
#include <thread>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

using Steady = std::chrono::steady_clock;

Instant systemNow()
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

/// Moves a Clock as real time passes.
class Pace
{
public:
    Pace(Clock& clock, double speed)
        : m_clock(clock)
        , m_speed(speed)
        , m_base(clock.now())
    {
    }

    void advance()
    {
        const std::chrono::duration<double, std::milli> real = Steady::now() - m_since;
        m_clock.advanceTo(m_base + Duration(qint64(real.count() * m_speed)));
    }
    void setSpeed(double speed)
    {
        advance();
        m_base = m_clock.now();
        m_since = Steady::now();
        m_speed = speed;
    }
    void step(Duration duration)
    {
        advance();
        m_clock.advance(duration);
        m_base = m_clock.now();
        m_since = Steady::now();
    }
    /// When something is due; nothing: never, as long as nobody asks.
    std::optional<Steady::time_point> next() const
    {
        const auto due = m_clock.next();
        if (!due || m_speed <= 0)
            return std::nullopt;
        const auto millis = double((*due - m_base).count()) / m_speed;
        return m_since + std::chrono::microseconds(qint64(std::max(0.0, millis) * 1000) + 1000);
    }

private:
    Clock& m_clock;
    double m_speed;
    Instant m_base;
    Steady::time_point m_since = Steady::now();
};

} // namespace

/// What lives in the thread of the cluster.
class Host::Running
{
public:
    Running(const HostOptions& options, const Identity& identity)
        : world(options.start.value_or(systemNow()), options.seed)
        , wall(systemNow())
        , api(world, wall)
        , registry(world, api.kinds())
        , server(options.limits, identity,
                 [this](const Request& request, const Answer& answer) { take(request, answer); })
        , pace(world.clock, options.speed)
        , wallPace(wall, 1)
    {
    }
    ~Running()
    {
        if (!thread.joinable())
            return;
        server.post([this] { api.watcher().endAll(); });
        server.stop();
        thread.join();
    }

    void take(const Request& request, const Answer& answer)
    {
        advance();
        api.handle(request, answer);
        advance();
    }
    void advance()
    {
        wallPace.advance();
        pace.advance();
        const auto own = pace.next();
        const auto real = wallPace.next();
        if (own || real)
            server.wakeAt(std::min(own.value_or(Steady::time_point::max()), real.value_or(Steady::time_point::max())),
                          [this] { advance(); });
    }

    World world;
    Clock wall;
    Api api;
    Registry registry;
    Server server;
    Pace pace;
    Pace wallPace;
    std::thread thread;
};

Host::Host(const HostOptions& options, const Task& fill)
    : m_running(std::make_unique<Running>(options, m_authority.server()))
{
    m_contexts = {{u"practice"_s, newToken(), options.ownNamespace},
                  {u"practice-operator"_s, newToken(), options.ownNamespace},
                  {u"practice-viewer"_s, newToken(), options.ownNamespace}};
    auto& users = m_running->api.users();
    users.add(m_contexts[0].token, adminUser());
    users.add(m_contexts[1].token, operatorUser());
    users.add(m_contexts[2].token, viewerUser());
    const auto port = m_running->server.listen(options.port, m_problem);
    if (!port)
        return;
    const auto address = u"127.0.0.1:"_s + QString::number(*port);
    m_server = u"https://"_s + address;
    m_running->api.pages().setAddress(address);
    bootstrap(m_running->world, options.release, options.ownNamespace);
    if (fill)
        fill(m_running->world, m_running->api);
    m_running->thread = std::thread([running = m_running.get()] {
        running->advance();
        running->server.run();
    });
}

Host::~Host() = default;

QByteArray Host::kubeconfig() const
{
    return kubeconfigText(m_server, m_authority.certificate(), m_contexts);
}

void Host::post(Task task)
{
    auto* running = m_running.get();
    running->server.post([running, task = std::move(task)] {
        running->advance();
        task(running->world, running->api);
        running->advance();
    });
}

void Host::run(const Task& task)
{
    std::promise<void> done;
    post([&](World& world, Api& api) {
        task(world, api);
        done.set_value();
    });
    done.get_future().wait();
}

void Host::setSpeed(double speed)
{
    auto* running = m_running.get();
    run([running, speed](World&, Api&) { running->pace.setSpeed(speed); });
}

void Host::step(Duration duration)
{
    auto* running = m_running.get();
    run([running, duration](World&, Api&) { running->pace.step(duration); });
}

void Host::showCertificate(const Validity& validity)
{
    const auto identity = m_authority.server(validity);
    auto* running = m_running.get();
    run([running, identity](World&, Api&) { running->server.setIdentity(identity); });
}

} // namespace sim
