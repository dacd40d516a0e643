#pragma once

#include "core/sim/api/server.h"
#include "core/sim/api/serverrequest.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

namespace sim {

/// One client: TLS, then one request after the other, each answered whole or as a stream.
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    using Socket = boost::asio::ip::tcp::socket;

    Connection(Socket socket, boost::asio::ssl::context& tls, const ServerLimits& limits,
               const Server::Handler& handler);

    void start();
    /// At once and without a word.
    void cut();
    bool isOpen() const { return m_open; }
    /// How little is lost with it: a client that has not even shown that it speaks TLS, one that has brought no whole
    /// request, one that is being answered.
    enum class Worth { Silent, Idle, Answered };
    Worth worth() const { return !m_isSecure ? Worth::Silent : m_isAnswering ? Worth::Answered : Worth::Idle; }

    // Of the stream that is being answered.
    void writePiece(const QByteArray& bytes);
    void endStream();

private:
    using Error = boost::beast::error_code;

    void refuseHandshake(const Error& error);
    void awaitRequest();
    void readHead();
    void readBody();
    void takeRequest();
    void refuse(const Error& error);
    void answer(const Reply& reply);
    void writeWhole(QByteArray head, const QByteArray& body);
    void writeRest();
    void afterAnswer();
    void startStream(QByteArray head, const Reply& reply);
    /// While something is answered: the client may go, or send the next request.
    void watchForEnd();
    void limitIdleness();
    void flush();
    void drainThenClose();
    void close();
    QByteArray headOf(const Reply& reply, bool streams) const;
    boost::beast::tcp_stream& socket() { return boost::beast::get_lowest_layer(m_stream); }

    boost::beast::ssl_stream<boost::beast::tcp_stream> m_stream;
    const ServerLimits& m_limits;
    const Server::Handler& m_handler;
    boost::asio::steady_timer m_idle; ///< where the stream's own clock is not asked: the read began before
    boost::beast::flat_buffer m_buffer;
    std::optional<WireParser> m_parser;
    QByteArray m_writing; ///< handed to the stream
    QByteArray m_waiting; ///< comes after it
    std::size_t m_drained = 0;
    quint64 m_request = 0; ///< answers that come late belong to an earlier one
    bool m_open = true;
    bool m_isSecure = false;
    bool m_keepAlive = false;
    bool m_refused = false;     ///< the request was not read to its end
    bool m_isAnswering = false; ///< what is read meanwhile is the beginning of the next request
    bool m_chunked = false;
    bool m_streaming = false;
    bool m_ending = false;
    bool m_isWriting = false;
    bool m_isReading = false;
};

} // namespace sim
