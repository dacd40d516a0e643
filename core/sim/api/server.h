#pragma once

#include "core/sim/api/certificates.h"
#include "core/sim/world/services.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace sim {

/// What a client may ask of the server before it is shown the door.
struct ServerLimits
{
    std::size_t connections = 512; ///< beyond it those that have brought no request go first
    std::uint32_t headerBytes = 64 * 1024;
    std::uint64_t bodyBytes = 3 * 1024 * 1024;       ///< as a real API server
    std::uint64_t proxyBodyBytes = 64 * 1024 * 1024; ///< of uploads through a proxy path
    std::size_t unsentBytes = 64 * 1024 * 1024;      ///< of a stream whose reader does not read
    std::chrono::milliseconds handshake = std::chrono::seconds(10);
    std::chrono::milliseconds header = std::chrono::seconds(15); ///< from its first byte to its last
    std::chrono::milliseconds body = std::chrono::seconds(60);
    std::chrono::milliseconds write = std::chrono::seconds(60); ///< an answer that nobody takes
    std::chrono::milliseconds idle = std::chrono::minutes(3);   ///< between two requests, and before the first
};

/// HTTPS (HTTP/1.1) on the loopback interface: connections, TLS, framing, limits. Knows nothing of Kubernetes.
/// Everything but post() and stop() belongs to the thread that calls run().
class Server
{
public:
    /// Called for every request that came whole. The Answer may be called at once or later, once.
    using Handler = std::function<void(const Request&, const Answer&)>;

    Server(const ServerLimits& limits, const Identity& identity, Handler handler);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Listens on 127.0.0.1; 0: any free port. The port; or nothing, and `error` of the system in words.
    std::optional<int> listen(int port, QString& error);
    /// Serves until stop(). Returns when every connection is closed.
    void run();

    /// From any thread: runs `task` in the thread of run().
    void post(std::function<void()> task);
    /// From any thread.
    void stop();

    /// Runs `task` once at that moment, instead of what was asked for before.
    void wakeAt(std::chrono::steady_clock::time_point moment, std::function<void()> task);
    /// New connections are shown this certificate.
    void setIdentity(const Identity& identity);
    /// Ends every connection without a word, as a server that restarts.
    void cutConnections();
    std::size_t connectionCount() const;

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace sim
