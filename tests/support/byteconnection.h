#pragma once

#include "tests/support/byteserver.h"

#include <QTcpSocket>
#include <QTimer>

namespace support {

/// One accepted connection: reads requests, follows its script. Deletes itself when the client goes.
class ByteConnection : public QObject
{
    Q_OBJECT
public:
    ByteConnection(ByteServer& server, QTcpSocket* socket, int number, std::optional<Script> script);

    void begin();
    void read();
    void write(const QByteArray& bytes);
    void close();
    void reset();
    void tunnelTo(quint16 port);
    void freeze();
    qint64 bytesWaiting() const { return m_socket->bytesToWrite(); }

private:
    bool takeRequest();
    void advance();
    bool step(Script::Step now); ///< false: wait
    void serve();

    ByteServer& m_server;
    QTcpSocket* m_socket;
    int m_number;
    std::optional<Script> m_script;
    QByteArray m_buffer; ///< not yet a whole request
    qsizetype m_bytesSinceWait = 0;
    std::deque<Recorded> m_pending; ///< whole requests nobody has answered or awaited
    QTimer m_timer;
    QTcpSocket* m_tunnel = nullptr;
    bool m_frozen = false;
};

} // namespace support
