#pragma once

#include <QJsonObject>
#include <QList>
#include <QTcpServer>

namespace live {

/// Whom the cluster's Alertmanager tells its alerts: a web hook at the node's address.
class AlertListener : public QObject
{
    Q_OBJECT

public:
    /// Call it in the network of the cluster.
    [[nodiscard]] bool listen();
    /// Each alert that was told, as Alertmanager's web hook has it: status, labels, annotations; the first first.
    [[nodiscard]] const QList<QJsonObject>& alerts() const { return m_alerts; }

private:
    void take(QTcpSocket* from, QByteArray& received);

    QTcpServer m_server;
    QList<QJsonObject> m_alerts;
};

} // namespace live
