#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QTcpSocket;

namespace support {

/// One request as it came off the wire.
struct Recorded
{
    int connection = 0; ///< counted from 0 in order of arrival
    QByteArray bytes;   ///< exactly what was sent: head and body
    QByteArray method;
    QString path; ///< without the query; still percent-encoded
    QUrlQuery query;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body; ///< without chunk framing

    QByteArray header(QByteArrayView name) const; ///< compared without case; empty: none
};

/// What a connection does, step by step. Steps are taken in order; after the last one the connection stays silent.
///
///     server.next(Script().awaitRequest().send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab").close());
class Script
{
public:
    Script& awaitRequest();              ///< until one (more) whole request has come
    Script& awaitBytes(qsizetype count); ///< until so many bytes have come since the last wait
    Script& send(const QByteArray& bytes);
    Script& trickle(const QByteArray& bytes, std::chrono::milliseconds each); ///< one byte at a time
    Script& pause(std::chrono::milliseconds time);
    Script& close(); ///< FIN, after everything sent has left
    Script& reset(); ///< RST: what was sent may be lost, too
    Script& serve(); ///< from here on the request handler answers

private:
    friend class ByteConnection;
    enum class Act { AwaitRequest, AwaitBytes, Send, Trickle, Pause, Close, Reset, Serve };
    struct Step
    {
        Act act;
        QByteArray bytes;
        qsizetype count = 0;
        std::chrono::milliseconds time{0};
    };
    std::deque<Step> m_steps;
};

class ByteConnection;

/// One request and the means to answer it, now or later. Copies mean the same exchange; when the client is gone,
/// what is sent is dropped.
class Exchange
{
public:
    const Recorded& request() const { return m_request; }
    const QByteArray& method() const { return m_request.method; }
    const QString& path() const { return m_request.path; }
    const QUrlQuery& query() const { return m_request.query; }
    const QByteArray& body() const { return m_request.body; }

    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    /// A whole answer with Content-Length; the connection stays open.
    void reply(int status, const QByteArray& body = {}, const Headers& headers = {}) const;
    void replyJson(int status, const QByteArray& json) const;
    /// An answer that goes on: head now, then chunk() as often as wanted, then finish().
    void startChunked(int status = 200, const Headers& headers = {}) const;
    void chunk(const QByteArray& bytes) const;
    void finish() const;

    void sendRaw(const QByteArray& bytes) const; ///< as it is, e.g. a broken head
    void close() const;                          ///< FIN
    void reset() const;                          ///< RST
    /// Answers a CONNECT with 200 and from then on carries bytes to and from 127.0.0.1:port.
    void tunnelTo(quint16 port) const;
    bool isAlive() const;        ///< the client still listens
    qint64 bytesWaiting() const; ///< sent by us and not taken by the client's side yet

private:
    friend class ByteConnection;
    Exchange(Recorded request, ByteConnection* connection);

    Recorded m_request;
    QPointer<ByteConnection> m_connection;
};

/// A server in this process on 127.0.0.1 that does to a client what real networks do: any bytes, at any pace, cut
/// anywhere. Records every request. Connections for which a Script was queued with next() follow it; all others are
/// served by the handler given to onRequest(), or are left without an answer when there is none.
///
///     support::ByteServer server;
///     server.onRequest([](support::Exchange& exchange) { exchange.reply(200, "hello"); });
///     QVERIFY(server.listen());
///     http::Client client({.base = server.url()}, nullptr);
class ByteServer : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<void(Exchange&)>;

    explicit ByteServer(QObject* parent = nullptr);
    ~ByteServer() override;

    /// Before listen(): speak TLS as told (see support::Authority for certificates). Scripts then begin inside the
    /// channel.
    void useTls(const QSslConfiguration& configuration);

    /// Port 0: a free one. False: the port is taken.
    bool listen(quint16 port = 0);
    /// Refuses new connections and resets those there are; listen(port) brings it back.
    void stop();
    quint16 port() const;
    /// http://127.0.0.1:port, or https://localhost:port with TLS, and `path`.
    QUrl url(const QString& path = {}) const;

    void onRequest(Handler handler);
    void next(const Script& script); ///< for the next connection that has none
    /// Accept connections and read nothing from them from now on: a frozen server.
    void freeze();

    const QList<Recorded>& requests() const { return m_requests; }
    qsizetype count(QByteArrayView method) const;         ///< requests of that method
    int connections() const { return m_connectionCount; } ///< accepted so far
    int openConnections() const;
    /// Everything that came on a connection, whether or not it was a request: zero bytes are provable.
    QByteArray received(int connection) const;
    qint64 totalReceived() const;

signals:
    void requested(const support::Recorded& request);

private:
    friend class ByteConnection;
    class Listener;

    void accept(QTcpSocket* socket);

    std::unique_ptr<Listener> m_listener;
    std::optional<QSslConfiguration> m_tls;
    Handler m_handler;
    std::deque<Script> m_scripts;
    QList<Recorded> m_requests;
    QHash<int, QByteArray> m_received;
    QList<QPointer<ByteConnection>> m_open;
    int m_connectionCount = 0;
    quint16 m_port = 0;
    bool m_frozen = false;
};

} // namespace support
