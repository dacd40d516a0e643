#include "core/sim/api/server.h"

#include "core/sim/api/serverconnection.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

namespace sim {

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;

namespace {

/// How long the server waits when the system has no file descriptors left.
constexpr auto acceptPause = std::chrono::milliseconds(100);

std::shared_ptr<asio::ssl::context> contextOf(const Identity& identity)
{
    auto context = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
    context->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                         asio::ssl::context::no_tlsv1_1);
    const auto& [certificate, key] = identity;
    context->use_certificate_chain(asio::buffer(certificate.constData(), std::size_t(certificate.size())));
    context->use_private_key(asio::buffer(key.constData(), std::size_t(key.size())), asio::ssl::context::pem);
    return context;
}

} // namespace

class Server::Private : public std::enable_shared_from_this<Private>
{
public:
    Private(const ServerLimits& serverLimits, const Identity& identity, Handler requestHandler)
        : limits(serverLimits)
        , handler(std::move(requestHandler))
        , tls(contextOf(identity))
        , acceptor(io)
        , timer(io)
        , pause(io)
        , work(asio::make_work_guard(io))
    {
    }

    void accept();
    void take(tcp::socket socket);
    void stop();
    void cut();
    bool makeRoom();
    std::size_t count();

    ServerLimits limits;
    Handler handler;
    asio::io_context io{1};
    std::shared_ptr<asio::ssl::context> tls;
    tcp::acceptor acceptor;
    asio::steady_timer timer;
    asio::steady_timer pause;
    asio::executor_work_guard<asio::io_context::executor_type> work;
    std::vector<std::weak_ptr<Connection>> connections;
    bool isStopped = false;
};

void Server::Private::accept()
{
    acceptor.async_accept([this](const Error& error, tcp::socket socket) {
        if (!acceptor.is_open())
            return;
        if (!error) {
            take(std::move(socket));
            accept();
            return;
        }
        pause.expires_after(acceptPause);
        pause.async_wait([this](const Error& cancelled) {
            if (!cancelled)
                accept();
        });
    });
}

void Server::Private::take(tcp::socket socket)
{
    Error ignored;
    if (count() >= limits.connections && !makeRoom()) {
        socket.close(ignored);
        return;
    }
    socket.set_option(tcp::no_delay(true), ignored);
    const auto connection = std::make_shared<Connection>(std::move(socket), *tls, limits, handler);
    connections.push_back(connection);
    connection->start();
}

/// Whoever says nothing must not lock out those who do: the oldest of the least worth goes. Follows count(): all that
/// are known are open.
bool Server::Private::makeRoom()
{
    for (const auto worth : {Connection::Worth::Silent, Connection::Worth::Idle}) {
        for (const auto& candidate : connections) {
            const auto connection = candidate.lock();
            if (connection && connection->worth() == worth) {
                connection->cut();
                return true;
            }
        }
    }
    return false;
}

std::size_t Server::Private::count()
{
    std::erase_if(connections, [](const auto& candidate) {
        const auto connection = candidate.lock();
        return !connection || !connection->isOpen();
    });
    return connections.size();
}

void Server::Private::stop()
{
    Error ignored;
    isStopped = true;
    acceptor.close(ignored);
    timer.cancel();
    pause.cancel();
    cut();
    work.reset();
}

void Server::Private::cut()
{
    for (const auto& candidate : connections) {
        if (const auto connection = candidate.lock())
            connection->cut();
    }
}

Server::Server(const ServerLimits& limits, const Identity& identity, Handler handler)
    : m_private(std::make_unique<Private>(limits, identity, std::move(handler)))
{
}

Server::~Server() = default;

std::optional<int> Server::listen(int port, QString& error)
{
    const tcp::endpoint address(asio::ip::address_v4::loopback(), static_cast<unsigned short>(port));
    Error failed;
    m_private->acceptor.open(address.protocol(), failed);
    if (!failed)
        m_private->acceptor.set_option(tcp::acceptor::reuse_address(true), failed);
    if (!failed)
        m_private->acceptor.bind(address, failed);
    if (!failed)
        m_private->acceptor.listen(asio::socket_base::max_listen_connections, failed);
    if (failed) {
        error = QString::fromLocal8Bit(failed.message());
        return std::nullopt;
    }
    m_private->accept();
    return m_private->acceptor.local_endpoint().port();
}

void Server::run()
{
    m_private->io.run();
}

void Server::post(std::function<void()> task)
{
    asio::post(m_private->io, std::move(task));
}

void Server::stop()
{
    // Not a share of it: a task that nobody runs any more would keep the loop that keeps the task.
    post([inner = m_private.get()] { inner->stop(); });
}

void Server::wakeAt(std::chrono::steady_clock::time_point moment, std::function<void()> task)
{
    // A request that was read before the end is answered after it, and must not keep the thread.
    if (m_private->isStopped)
        return;
    m_private->timer.expires_at(moment);
    m_private->timer.async_wait([task = std::move(task)](const Error& cancelled) {
        if (!cancelled)
            task();
    });
}

void Server::setIdentity(const Identity& identity)
{
    // Connections that stand hold what they were made of through OpenSSL's own count.
    m_private->tls = contextOf(identity);
}

void Server::cutConnections()
{
    m_private->cut();
}

std::size_t Server::connectionCount() const
{
    return m_private->count();
}

} // namespace sim
