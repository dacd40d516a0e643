#include "tests/support/byteserver.h"

#include "tests/support/byteconnection.h"

#include <QNetworkProxy>
#include <QSslSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace support {

QByteArray Recorded::header(QByteArrayView name) const
{
    for (const auto& [key, value] : headers) {
        if (QByteArrayView(key).compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Script& Script::awaitRequest()
{
    m_steps.push_back({Act::AwaitRequest, {}, 0, {}});
    return *this;
}

Script& Script::awaitBytes(qsizetype count)
{
    m_steps.push_back({Act::AwaitBytes, {}, count, {}});
    return *this;
}

Script& Script::send(const QByteArray& bytes)
{
    m_steps.push_back({Act::Send, bytes, 0, {}});
    return *this;
}

Script& Script::trickle(const QByteArray& bytes, std::chrono::milliseconds each)
{
    m_steps.push_back({Act::Trickle, bytes, 0, each});
    return *this;
}

Script& Script::pause(std::chrono::milliseconds time)
{
    m_steps.push_back({Act::Pause, {}, 0, time});
    return *this;
}

Script& Script::close()
{
    m_steps.push_back({Act::Close, {}, 0, {}});
    return *this;
}

Script& Script::reset()
{
    m_steps.push_back({Act::Reset, {}, 0, {}});
    return *this;
}

Script& Script::serve()
{
    m_steps.push_back({Act::Serve, {}, 0, {}});
    return *this;
}

Exchange::Exchange(Recorded request, ByteConnection* connection)
    : m_request(std::move(request))
    , m_connection(connection)
{
}

namespace {

QByteArray headOf(int status, const Exchange::Headers& headers)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Status\r\n";
    for (const auto& [name, value] : headers)
        head += name + ": " + value + "\r\n";
    return head;
}

} // namespace

void Exchange::reply(int status, const QByteArray& body, const Headers& headers) const
{
    sendRaw(headOf(status, headers) + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
            (method() == "HEAD" ? QByteArray() : body));
}

void Exchange::replyJson(int status, const QByteArray& json) const
{
    reply(status, json, {{"Content-Type", "application/json"}});
}

void Exchange::startChunked(int status, const Headers& headers) const
{
    sendRaw(headOf(status, headers) + "Transfer-Encoding: chunked\r\n\r\n");
}

void Exchange::chunk(const QByteArray& bytes) const
{
    if (!bytes.isEmpty())
        sendRaw(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

void Exchange::finish() const
{
    sendRaw("0\r\n\r\n");
}

void Exchange::sendRaw(const QByteArray& bytes) const
{
    if (m_connection)
        m_connection->write(bytes);
}

void Exchange::close() const
{
    if (m_connection)
        m_connection->close();
}

void Exchange::reset() const
{
    if (m_connection)
        m_connection->reset();
}

void Exchange::tunnelTo(quint16 port) const
{
    if (m_connection)
        m_connection->tunnelTo(port);
}

bool Exchange::isAlive() const
{
    return m_connection;
}

qint64 Exchange::bytesWaiting() const
{
    return m_connection ? m_connection->bytesWaiting() : 0;
}

class ByteServer::Listener : public QTcpServer
{
public:
    explicit Listener(ByteServer& server)
        : m_server(server)
    {
        setProxy(QNetworkProxy::NoProxy);
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        QTcpSocket* socket = m_server.m_tls ? new QSslSocket : new QTcpSocket;
        socket->setSocketDescriptor(descriptor);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_server.accept(socket);
    }

private:
    ByteServer& m_server;
};

ByteServer::ByteServer(QObject* parent)
    : QObject(parent)
    , m_listener(std::make_unique<Listener>(*this))
{
}

ByteServer::~ByteServer()
{
    stop();
}

void ByteServer::useTls(const QSslConfiguration& configuration)
{
    m_tls = configuration;
}

bool ByteServer::listen(quint16 port)
{
    const bool works = m_listener->listen(QHostAddress::LocalHost, port);
    m_port = works ? m_listener->serverPort() : m_port;
    return works;
}

void ByteServer::stop()
{
    m_listener->close();
    for (const QPointer<ByteConnection>& connection : std::exchange(m_open, {})) {
        if (connection) {
            connection->reset();
            delete connection.data();
        }
    }
}

quint16 ByteServer::port() const
{
    return m_port;
}

QUrl ByteServer::url(const QString& path) const
{
    QUrl url;
    url.setScheme(m_tls ? u"https"_s : u"http"_s);
    url.setHost(m_tls ? u"localhost"_s : u"127.0.0.1"_s);
    url.setPort(m_port);
    url.setPath(path);
    return url;
}

void ByteServer::onRequest(Handler handler)
{
    m_handler = std::move(handler);
}

void ByteServer::next(const Script& script)
{
    m_scripts.push_back(script);
}

void ByteServer::freeze()
{
    m_frozen = true;
    for (const QPointer<ByteConnection>& connection : std::as_const(m_open)) {
        if (connection)
            connection->freeze();
    }
}

qsizetype ByteServer::count(QByteArrayView method) const
{
    return std::count_if(m_requests.cbegin(), m_requests.cend(),
                         [method](const Recorded& one) { return one.method == method; });
}

int ByteServer::openConnections() const
{
    return static_cast<int>(
        std::count_if(m_open.cbegin(), m_open.cend(), [](const auto& one) { return !one.isNull(); }));
}

QByteArray ByteServer::received(int connection) const
{
    return m_received.value(connection);
}

qint64 ByteServer::totalReceived() const
{
    qint64 sum = 0;
    for (const QByteArray& bytes : m_received)
        sum += bytes.size();
    return sum;
}

void ByteServer::accept(QTcpSocket* socket)
{
    std::optional<Script> script;
    if (!m_scripts.empty()) {
        script = std::move(m_scripts.front());
        m_scripts.pop_front();
    }
    auto* connection = new ByteConnection(*this, socket, m_connectionCount++, std::move(script));
    m_open.append(connection);
    if (m_frozen)
        return connection->freeze();
    auto* secure = qobject_cast<QSslSocket*>(socket);
    if (!secure)
        return connection->begin();
    secure->setSslConfiguration(*m_tls);
    secure->startServerEncryption();
}

} // namespace support
