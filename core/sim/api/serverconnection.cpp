#include "core/sim/api/serverconnection.h"

#include "core/sim/api/connectionsink.h"
#include "core/sim/world/clock.h"

#include <boost/asio/ssl/error.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>

#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;

namespace sim {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace {

using std::chrono::seconds;

/// How much of what a refused client goes on to send is read, so that it can read why it was refused.
constexpr std::size_t drainedBytes = 8 * 1024 * 1024;
constexpr std::size_t readSize = 16 * 1024;

QByteArray bytes(const beast::string_view& text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

QByteArray reasonPhrase(int status)
{
    return bytes(http::obsolete_reason(http::status(status)));
}

bool isProxied(const beast::string_view& target)
{
    return target.find("/proxy") != beast::string_view::npos;
}

Reply statusReply(int code, const QString& reason, const QString& message)
{
    auto reply = Reply::json(Refusal{code, reason, message}.status(), code);
    reply.headers += std::pair<QByteArray, QByteArray>("Connection", "close");
    return reply;
}

} // namespace

Connection::Connection(Socket socket, asio::ssl::context& tls, const ServerLimits& limits,
                       const Server::Handler& handler)
    : m_stream(beast::tcp_stream(std::move(socket)), tls)
    , m_limits(limits)
    , m_handler(handler)
    , m_idle(m_stream.get_executor())
{
}

void Connection::start()
{
    socket().expires_after(m_limits.handshake);
    m_stream.async_handshake(asio::ssl::stream_base::server, [self = shared_from_this()](const Error& error) {
        self->m_isSecure = !error;
        if (error)
            self->refuseHandshake(error);
        else
            self->awaitRequest();
    });
}

void Connection::refuseHandshake(const Error& error)
{
    const bool isPlain = error.category() == asio::error::get_ssl_category() &&
                         ERR_GET_REASON(static_cast<unsigned long>(error.value())) == SSL_R_HTTP_REQUEST;
    if (!isPlain) {
        cut();
        return;
    }
    m_writing = "HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n";
    asio::async_write(socket(), asio::buffer(m_writing.constData(), std::size_t(m_writing.size())),
                      [self = shared_from_this()](const Error&, std::size_t) { self->cut(); });
}

void Connection::awaitRequest()
{
    if (m_buffer.size() > 0) {
        readHead();
        return;
    }
    socket().expires_after(m_limits.idle);
    m_stream.async_read_some(m_buffer.prepare(readSize),
                             [self = shared_from_this()](const Error& error, std::size_t got) {
                                 if (error) {
                                     self->close();
                                     return;
                                 }
                                 self->m_buffer.commit(got);
                                 self->readHead();
                             });
}

void Connection::readHead()
{
    m_parser.emplace();
    m_parser->header_limit(m_limits.headerBytes);
    // Decided by the path, once that is known.
    m_parser->body_limit(m_limits.proxyBodyBytes);
    socket().expires_after(m_limits.header);
    http::async_read_header(m_stream, m_buffer, *m_parser,
                            [self = shared_from_this()](const Error& error, std::size_t) {
                                if (error)
                                    self->refuse(error);
                                else
                                    self->readBody();
                            });
}

void Connection::readBody()
{
    const auto& message = m_parser->get();
    // Where such a body ends nobody can say: what follows must not be taken for a request.
    const bool isOdd = message.count(http::field::transfer_encoding) > 0 && !m_parser->chunked();
    if (isOdd || (!message.target().starts_with('/') && message.target().find("://") == beast::string_view::npos)) {
        refuse(isOdd ? http::error::bad_transfer_encoding : http::error::bad_target);
        return;
    }
    if (!isProxied(message.target())) {
        m_parser->body_limit(m_limits.bodyBytes);
        const auto length = m_parser->content_length();
        if (length && *length > m_limits.bodyBytes) {
            refuse(http::error::body_limit);
            return;
        }
    }
    const auto readRest = [self = shared_from_this()] {
        self->socket().expires_after(self->m_limits.body);
        http::async_read(self->m_stream, self->m_buffer, *self->m_parser, [self](const Error& error, std::size_t) {
            if (error)
                self->refuse(error);
            else
                self->takeRequest();
        });
    };
    if (!beast::iequals(message[http::field::expect], "100-continue")) {
        readRest();
        return;
    }
    m_writing = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(m_stream, asio::buffer(m_writing.constData(), std::size_t(m_writing.size())),
                      [self = shared_from_this(), readRest](const Error& error, std::size_t) {
                          if (error)
                              self->cut();
                          else
                              readRest();
                      });
}

void Connection::takeRequest()
{
    if (!m_open)
        return;
    const auto& message = m_parser->get();
    m_keepAlive = message.keep_alive();
    m_chunked = message.version() >= 11;
    const auto request = requestOf(message);
    m_parser.reset();
    socket().expires_never();
    m_isAnswering = true;
    const auto number = ++m_request;
    // The answer may take its time: until then this lives for as long as the client does. Where the next request is
    // here already the client's end cannot be seen, and it lives until the answer.
    const auto kept = m_buffer.size() > 0 ? shared_from_this() : nullptr;
    m_handler(request, [weak = weak_from_this(), kept, number](const Reply& reply) {
        const auto self = weak.lock();
        if (self && self->m_open && self->m_request == number)
            self->answer(reply);
    });
    if (m_open && m_request == number)
        watchForEnd();
}

void Connection::refuse(const Error& error)
{
    m_keepAlive = false;
    m_refused = true;
    if (error == http::error::body_limit)
        answer(statusReply(413, u"RequestEntityTooLarge"_s,
                           u"Request entity too large: limit is %1"_s.arg(m_limits.bodyBytes)));
    else if (error == http::error::header_limit || error == http::error::buffer_overflow)
        answer(statusReply(431, {}, u"Request header fields too large"_s));
    else if (error.category() == make_error_code(http::error::bad_method).category() &&
             error != http::error::end_of_stream && error != http::error::partial_message)
        answer(statusReply(400, u"BadRequest"_s, u"malformed HTTP request"_s));
    else
        close();
}

QByteArray Connection::headOf(const Reply& reply, bool streams) const
{
    auto head = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reasonPhrase(reply.status) + "\r\n";
    for (const auto& [name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    if (header(reply.headers, "Date").isEmpty())
        head += "Date: " + httpDate(std::chrono::floor<Duration>(std::chrono::system_clock::now())) + "\r\n";
    if (!streams)
        head += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    else if (m_chunked)
        head += "Transfer-Encoding: chunked\r\n";
    if (!m_keepAlive && header(reply.headers, "Connection").isEmpty())
        head += "Connection: close\r\n";
    return head + "\r\n";
}

void Connection::answer(const Reply& reply)
{
    ++m_request;
    if (!reply.failure.isEmpty()) {
        cut();
        return;
    }
    const bool streams = bool(reply.stream);
    if (streams && !m_chunked)
        m_keepAlive = false;
    const auto head = headOf(reply, streams);
    if (streams)
        startStream(head, reply);
    else
        writeWhole(head, reply.body);
}

void Connection::writeWhole(QByteArray head, const QByteArray& body)
{
    // One buffer at a time: Boost 1.74 takes an answer of two, the second of them large, for done after the first.
    constexpr qsizetype copied = 64 * 1024;
    m_writing = std::move(head);
    if (body.size() <= copied)
        m_writing += body;
    else
        m_waiting = body;
    writeRest();
}

void Connection::writeRest()
{
    socket().expires_after(m_limits.write);
    asio::async_write(m_stream, asio::buffer(m_writing.constData(), std::size_t(m_writing.size())),
                      [self = shared_from_this()](const Error& error, std::size_t) {
                          self->m_writing = std::exchange(self->m_waiting, {});
                          if (error)
                              self->cut();
                          else if (self->m_writing.isEmpty())
                              self->afterAnswer();
                          else
                              self->writeRest();
                      });
}

void Connection::afterAnswer()
{
    m_isAnswering = false;
    if (m_keepAlive && m_isReading)
        limitIdleness();
    else if (m_keepAlive)
        awaitRequest();
    else if (m_refused)
        drainThenClose();
    else
        close();
}

void Connection::startStream(QByteArray head, const Reply& reply)
{
    m_streaming = true;
    m_ending = false;
    m_waiting = std::move(head);
    flush();
    watchForEnd();
    reply.stream(std::make_shared<ConnectionSink>(shared_from_this()));
}

void Connection::watchForEnd()
{
    if (m_isReading || m_buffer.size() > 0)
        return;
    m_isReading = true;
    m_stream.async_read_some(m_buffer.prepare(readSize),
                             [self = shared_from_this()](const Error& error, std::size_t got) {
                                 self->m_isReading = false;
                                 self->m_idle.cancel();
                                 if (error) {
                                     self->cut();
                                     return;
                                 }
                                 self->m_buffer.commit(got);
                                 if (!self->m_isAnswering)
                                     self->readHead();
                             });
}

void Connection::limitIdleness()
{
    m_idle.expires_after(m_limits.idle);
    m_idle.async_wait([weak = weak_from_this()](const Error& cancelled) {
        const auto self = weak.lock();
        if (!cancelled && self && self->worth() != Worth::Answered)
            self->cut();
    });
}

void Connection::writePiece(const QByteArray& piece)
{
    if (!m_open || !m_streaming || m_ending)
        return;
    if (m_chunked)
        m_waiting += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    else
        m_waiting += piece;
    if (std::size_t(m_waiting.size()) > m_limits.unsentBytes)
        cut();
    else
        flush();
}

void Connection::endStream()
{
    if (!m_open || !m_streaming)
        return;
    m_ending = true;
    if (m_chunked)
        m_waiting += "0\r\n\r\n";
    flush();
}

void Connection::flush()
{
    if (m_isWriting)
        return;
    if (m_waiting.isEmpty()) {
        socket().expires_never();
        if (!std::exchange(m_ending, false))
            return;
        m_streaming = false;
        afterAnswer();
        return;
    }
    m_isWriting = true;
    m_writing = std::exchange(m_waiting, {});
    socket().expires_after(m_limits.write);
    asio::async_write(m_stream, asio::buffer(m_writing.constData(), std::size_t(m_writing.size())),
                      [self = shared_from_this()](const Error& error, std::size_t) {
                          self->m_isWriting = false;
                          if (error)
                              self->cut();
                          else if (self->m_open)
                              self->flush();
                      });
}

void Connection::drainThenClose()
{
    socket().expires_after(seconds(2));
    m_buffer.clear();
    m_stream.async_read_some(m_buffer.prepare(readSize),
                             [self = shared_from_this()](const Error& error, std::size_t got) {
                                 self->m_drained += got;
                                 if (error || self->m_drained > drainedBytes)
                                     self->close();
                                 else
                                     self->drainThenClose();
                             });
}

void Connection::close()
{
    if (!m_open)
        return;
    socket().expires_after(seconds(2));
    // Our goodbye is sent, the client's is not waited for.
    SSL_set_shutdown(m_stream.native_handle(), SSL_RECEIVED_SHUTDOWN);
    m_stream.async_shutdown([self = shared_from_this()](const Error&) { self->cut(); });
}

void Connection::cut()
{
    if (!std::exchange(m_open, false))
        return;
    m_idle.cancel();
    Error ignored;
    socket().socket().close(ignored);
}

} // namespace sim
