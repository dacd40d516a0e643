#include "tests/live/support/freeport.h"

#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace live {

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost, 0) ? server.serverPort() : 0;
}

bool saysPortIsTaken(QStringView log)
{
    // The words of Go, of Java, and of Flink when its range has one port.
    return log.contains(u"address already in use"_s, Qt::CaseInsensitive) || log.contains(u"BindException"_s) ||
           log.contains(u"on any port in port range"_s);
}

} // namespace live
