#pragma once

#include "tests/support/byteserver.h"
#include "tests/support/simflink.h"

namespace support {

/// A practice Flink cluster behind a socket of its own: a REST endpoint without Kubernetes.
class FlinkServer
{
public:
    explicit FlinkServer(const SimFlink::Options& options)
        : flink(options)
    {
        server.onRequest([this](Exchange& exchange) {
            if (!tap || !tap(exchange))
                answer(exchange);
        });
    }

    /// What the cluster says to a request, which is done then.
    sim::Reply ask(const Exchange& exchange)
    {
        const QString query = exchange.query().toString();
        const QString path = query.isEmpty() ? exchange.path() : exchange.path() + u'?' + query;
        sim::Reply reply = flink.ask(exchange.method(), path, exchange.body());
        if (exchange.method() != "GET" && reply.status < 300)
            taken.append(exchange.method() + ' ' + exchange.path().toUtf8());
        return reply;
    }
    /// Of a session cluster: uploads the program of the recordings and runs it.
    void runOrders()
    {
        flink.advance(std::chrono::seconds(10));
        (void)flink.ask("POST", QStringLiteral("/jars/upload"),
                        "--x\r\nContent-Disposition: form-data; name=\"jarfile\"; "
                        "filename=\"orders.jar\"\r\n\r\nPK\r\n--x--");
        const QString jar = flink.object(QStringLiteral("/jars"))[u"files"][0][u"id"].toString();
        (void)flink.ask("POST", QStringLiteral("/jars/%1/run").arg(jar), R"({"parallelism": 2})");
    }
    void answer(Exchange& exchange)
    {
        const sim::Reply reply = ask(exchange);
        exchange.replyJson(reply.status, reply.body);
    }

    SimFlink flink;
    ByteServer server;
    std::function<bool(Exchange&)> tap; ///< true: it has answered itself
    QList<QByteArray> taken;            ///< "POST /jobs/…/stop": what has changed something
};

} // namespace support
