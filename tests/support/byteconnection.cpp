#include "tests/support/byteconnection.h"

#include <QNetworkProxy>
#include <QSslSocket>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace support {

namespace {

/// Fills in `request` from the head; the length of the head, or 0 when it is not whole yet.
qsizetype parseHead(const QByteArray& bytes, Recorded& request)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return 0;
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    request.method = first.value(0);
    const QByteArray target = first.value(1);
    const qsizetype question = target.indexOf('?');
    request.path = QString::fromLatin1(question < 0 ? target : target.left(question));
    request.query = QUrlQuery(question < 0 ? QString() : QString::fromLatin1(target.mid(question + 1)));
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray line = lines[i].trimmed();
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    return end + 4;
}

/// Takes chunks off `bytes` from `at`; the position behind the last one, or -1 when it is not there yet.
qsizetype parseChunks(const QByteArray& bytes, qsizetype at, QByteArray& body)
{
    while (true) {
        const qsizetype lineEnd = bytes.indexOf("\r\n", at);
        if (lineEnd < 0)
            return -1;
        const qsizetype size = bytes.mid(at, lineEnd - at).toLongLong(nullptr, 16);
        if (bytes.size() < lineEnd + 2 + size + 2)
            return -1;
        body += bytes.mid(lineEnd + 2, size);
        at = lineEnd + 2 + size + 2;
        if (size == 0)
            return at;
    }
}

} // namespace

ByteConnection::ByteConnection(ByteServer& server, QTcpSocket* socket, int number, std::optional<Script> script)
    : QObject(&server)
    , m_server(server)
    , m_socket(socket)
    , m_number(number)
    , m_script(std::move(script))
{
    socket->setParent(this);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ByteConnection::advance);
    connect(socket, &QTcpSocket::readyRead, this, &ByteConnection::read);
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    auto* secure = qobject_cast<QSslSocket*>(socket);
    if (secure)
        connect(secure, &QSslSocket::encrypted, this, &ByteConnection::begin);
}

void ByteConnection::begin()
{
    advance();
    read();
}

void ByteConnection::freeze()
{
    m_frozen = true;
    m_timer.stop();
    m_socket->setReadBufferSize(1);
}

void ByteConnection::read()
{
    if (m_frozen)
        return;
    const QByteArray bytes = m_socket->readAll();
    m_server.m_received[m_number] += bytes;
    if (m_tunnel) {
        m_tunnel->write(bytes);
        return;
    }
    m_bytesSinceWait += bytes.size();
    m_buffer += bytes;
    while (takeRequest()) {
    }
    advance();
}

bool ByteConnection::takeRequest()
{
    Recorded request;
    request.connection = m_number;
    const qsizetype head = parseHead(m_buffer, request);
    if (head == 0)
        return false;
    qsizetype end = head + request.header("Content-Length").toLongLong();
    if (request.header("Transfer-Encoding") == "chunked")
        end = parseChunks(m_buffer, head, request.body);
    else if (end <= m_buffer.size())
        request.body = m_buffer.mid(head, end - head);
    if (end < 0 || end > m_buffer.size())
        return false;
    request.bytes = m_buffer.left(end);
    m_buffer.remove(0, end);
    m_pending.push_back(request);
    m_server.m_requests.append(request);
    emit m_server.requested(request);
    return true;
}

void ByteConnection::advance()
{
    if (m_frozen || m_timer.isActive())
        return;
    while (m_script && !m_script->m_steps.empty()) {
        const Script::Step now = m_script->m_steps.front();
        m_script->m_steps.pop_front();
        if (!step(now))
            return;
    }
    if (!m_script)
        serve();
}

bool ByteConnection::step(Script::Step now)
{
    switch (now.act) {
    case Script::Act::AwaitRequest:
        if (m_pending.empty()) {
            m_script->m_steps.push_front(now);
            return false;
        }
        m_pending.pop_front();
        m_bytesSinceWait = 0;
        return true;
    case Script::Act::AwaitBytes:
        if (m_bytesSinceWait < now.count) {
            m_script->m_steps.push_front(now);
            return false;
        }
        m_bytesSinceWait = 0;
        m_buffer.clear();
        return true;
    case Script::Act::Send:
        write(now.bytes);
        return true;
    case Script::Act::Trickle:
        if (now.bytes.isEmpty())
            return true;
        write(now.bytes.left(1));
        now.bytes.remove(0, 1);
        m_timer.start(now.time);
        m_script->m_steps.push_front(now);
        return false;
    case Script::Act::Pause:
        m_timer.start(now.time);
        return false;
    case Script::Act::Close:
        close();
        return false;
    case Script::Act::Reset:
        reset();
        return false;
    case Script::Act::Serve:
        m_script.reset();
        return false;
    }
    Q_UNREACHABLE();
}

void ByteConnection::serve()
{
    if (!m_server.m_handler)
        return;
    QPointer<ByteConnection> alive(this);
    while (alive && !m_pending.empty()) {
        Exchange exchange(std::move(m_pending.front()), this);
        m_pending.pop_front();
        m_server.m_handler(exchange);
    }
}

void ByteConnection::write(const QByteArray& bytes)
{
    if (m_socket->state() == QAbstractSocket::ConnectedState)
        m_socket->write(bytes);
}

void ByteConnection::close()
{
    m_socket->disconnectFromHost();
}

void ByteConnection::reset()
{
    const linger atOnce{1, 0};
    const auto descriptor = static_cast<int>(m_socket->socketDescriptor());
    ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    m_socket->abort();
}

void ByteConnection::tunnelTo(quint16 port)
{
    m_tunnel = new QTcpSocket(this);
    m_tunnel->setProxy(QNetworkProxy::NoProxy);
    connect(m_tunnel, &QTcpSocket::connected, this, [this] { write("HTTP/1.1 200 Connection established\r\n\r\n"); });
    connect(m_tunnel, &QTcpSocket::readyRead, this, [this] { write(m_tunnel->readAll()); });
    connect(m_tunnel, &QTcpSocket::disconnected, this, &ByteConnection::close);
    m_tunnel->connectToHost(u"127.0.0.1"_s, port);
}

} // namespace support
