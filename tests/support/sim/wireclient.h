#pragma once

#include <QElapsedTimer>
#include <QSslConfiguration>
#include <QSslSocket>

namespace support {

/// A client that says exactly the bytes it is told.
class WireClient
{
public:
    /// `authority` is PEM.
    WireClient(const QByteArray& authority, int port)
    {
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromData(authority));
        m_socket.setSslConfiguration(tls);
        m_socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), quint16(port));
        m_isReady = m_socket.waitForEncrypted(5000);
    }

    bool isReady() const { return m_isReady; }
    QSslSocket& socket() { return m_socket; }
    void say(const QByteArray& bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    /// Everything that comes until `end` has come, the server closes, or five seconds are over.
    QByteArray hear(const QByteArray& end = {})
    {
        QByteArray heard;
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 5000) {
            heard += m_socket.readAll();
            if ((!end.isEmpty() && heard.contains(end)) || m_socket.state() != QAbstractSocket::ConnectedState)
                break;
            m_socket.waitForReadyRead(50);
        }
        return heard + m_socket.readAll();
    }
    bool isClosed() { return hear().isEmpty() && m_socket.state() == QAbstractSocket::UnconnectedState; }

private:
    QSslSocket m_socket;
    bool m_isReady = false;
};

} // namespace support
