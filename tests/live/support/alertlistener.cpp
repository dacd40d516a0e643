#include "tests/live/support/alertlistener.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpSocket>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

/// As tests/live/cluster/alertmanager.yaml has it.
constexpr auto nodeAddress = "10.98.0.1"_L1;
constexpr quint16 port = 9094;

} // namespace

namespace live {

bool AlertListener::listen()
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        QTcpSocket* from = m_server.nextPendingConnection();
        connect(from, &QTcpSocket::disconnected, from, &QObject::deleteLater);
        connect(from, &QTcpSocket::readyRead, this,
                [this, from, received = QByteArray()]() mutable { take(from, received); });
    });
    return m_server.listen(QHostAddress(QString(nodeAddress)), port);
}

void AlertListener::take(QTcpSocket* from, QByteArray& received)
{
    received += from->readAll();
    static const QRegularExpression length(u"\\r\\nContent-Length: (\\d+)\\r\\n"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const qsizetype body = received.indexOf("\r\n\r\n") + 4;
    const auto told = length.match(QString::fromLatin1(received.left(body)));
    if (body < 4 || !told.hasMatch() || received.size() < body + told.captured(1).toLongLong())
        return;
    const QJsonArray alerts = QJsonDocument::fromJson(received.mid(body))[u"alerts"].toArray();
    for (const QJsonValue& alert : alerts)
        m_alerts.append(alert.toObject());
    received.clear();
    from->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    from->disconnectFromHost();
}

} // namespace live
