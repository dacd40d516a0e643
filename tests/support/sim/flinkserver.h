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
