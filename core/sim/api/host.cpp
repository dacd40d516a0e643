#include "core/sim/api/host.h"

#include "core/sim/api/bootstrap.h"
#include "core/sim/api/namespacecontents.h"
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

/// For what is due at a stretch; then requests have their turn.
constexpr auto patience = std::chrono::milliseconds(50);

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
        const Instant due = m_base + Duration(qint64(real.count() * m_speed));
        // Whoever moved the clock on has moved it on.
        if (m_clock.now() > due)
            m_base += m_clock.now() - due;
        else
            catchUp(due);
    }
    void setSpeed(double speed)
    {
        advance();
        rest();
        m_speed = speed;
    }
    void step(Duration duration)
    {
        advance();
        m_clock.advance(duration);
        rest();
    }
    /// What has passed until now does not count.
    void rest()
    {
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
    /// A cluster that cannot keep up with its speed runs slower, instead of keeping everybody waiting who asks it.
    void catchUp(Instant due)
    {
        const auto end = Steady::now() + patience;
        for (auto next = m_clock.next(); next && *next <= due; next = m_clock.next()) {
            if (Steady::now() > end) {
                rest();
                return;
            }
            m_clock.advanceTo(*next);
        }
        m_clock.advanceTo(due);
    }

    Clock& m_clock;
    double m_speed;
    Instant m_base;
    Steady::time_point m_since = Steady::now();
};

} // namespace

/// One world with all that knows it.
struct Inhabited
{
    explicit Inhabited(const HostOptions& options)
        : world(options.start.value_or(systemNow()), options.seed)
        , wall(systemNow())
        , api(world, wall)
        , registry(world, api.kinds())
        , pace(world.clock, options.speed)
        , wallPace(wall, 1)
    {
    }

    World world;
    Clock wall;
    Api api;
    Registry registry;
    std::optional<NamespaceContents> contents;
    Pace pace;
    Pace wallPace;
};

/// What lives in the thread of the cluster.
class Host::Running
{
public:
    Running(const HostOptions& options, const Identity& identity)
        : server(options.limits, identity,
                 [this](const Request& request, const Answer& answer) { take(request, answer); })
        , home(std::make_unique<Inhabited>(options))
        , ownNamespace(options.ownNamespace)
    {
    }
    ~Running() { stop(); }
    void stop()
    {
        if (!thread.joinable())
            return;
        server.post([this] { home->api.watcher().endAll(); });
        server.stop();
        thread.join();
    }

    void take(const Request& request, const Answer& answer)
    {
        advance();
        // The machine's clock is the cluster's.
        home->api.handle(request, [this, answer](Reply reply) {
            reply.headers += std::pair<QByteArray, QByteArray>("Date", httpDate(home->world.clock.now()));
            answer(reply);
        });
        advance();
    }
    void advance()
    {
        home->wallPace.advance();
        home->pace.advance();
        const auto own = home->pace.next();
        const auto real = home->wallPace.next();
        if (own || real)
            server.wakeAt(std::min(own.value_or(Steady::time_point::max()), real.value_or(Steady::time_point::max())),
                          [this] { advance(); });
    }

    Server server;
    std::unique_ptr<Inhabited> home; ///< ends first: streams in it have connections of the server
    QString ownNamespace;
    QString address;
    std::thread thread;
};

Host::Host(const HostOptions& options, const Task& fill)
    : m_running(std::make_unique<Running>(options, m_authority.server()))
{
    m_contexts = {{u"practice"_s, newToken(), options.ownNamespace},
                  {u"practice-operator"_s, newToken(), options.ownNamespace},
                  {u"practice-viewer"_s, newToken(), options.ownNamespace}};
    const auto port = m_running->server.listen(options.port, m_problem);
    if (!port)
        return;
    m_running->address = u"127.0.0.1:"_s + QString::number(*port);
    m_server = u"https://"_s + m_running->address;
    found(options, fill);
    m_running->thread = std::thread([running = m_running.get()] {
        running->advance();
        running->server.run();
    });
}

void Host::found(const HostOptions& options, const Task& fill)
{
    auto& home = *m_running->home;
    home.api.users().add(m_contexts[0].token, adminUser());
    home.api.users().add(m_contexts[1].token, operatorUser());
    home.api.users().add(m_contexts[2].token, viewerUser());
    home.api.pages().setAddress(m_running->address);
    if (options.hasControllers)
        home.contents.emplace(home.world, m_authority.certificate());
    bootstrap(home.world, options.release, m_running->ownNamespace);
    if (fill)
        fill(home.world, home.api);
    home.pace.rest();
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
        task(running->home->world, running->home->api);
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
    run([running, speed](World&, Api&) { running->home->pace.setSpeed(speed); });
}

void Host::step(Duration duration)
{
    auto* running = m_running.get();
    run([running, duration](World&, Api&) { running->home->pace.step(duration); });
}

void Host::restart(const HostOptions& options, const Task& fill, const std::function<void()>& before)
{
    auto* running = m_running.get();
    std::promise<void> done;
    running->server.post([&] {
        running->home->api.watcher().endAll();
        running->server.cutConnections();
        if (before)
            before();
        running->home.reset();
        running->home = std::make_unique<Inhabited>(options);
        found(options, fill);
        running->advance();
        done.set_value();
    });
    done.get_future().wait();
}

void Host::stop()
{
    m_running->stop();
}

void Host::here(const std::function<void()>& task)
{
    if (std::this_thread::get_id() == m_running->thread.get_id())
        task();
    else
        run([&task](World&, Api&) { task(); });
}

void Host::showCertificate(const Validity& validity)
{
    here([this, identity = m_authority.server(validity)] { m_running->server.setIdentity(identity); });
}

void Host::cutConnections()
{
    here([this] { m_running->server.cutConnections(); });
}

} // namespace sim
