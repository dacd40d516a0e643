#pragma once

#include "core/flink/connection.h"
#include "tests/support/byteserver.h"
#include "tests/support/recordings.h"

#include <algorithm>
#include <map>

/// What tests of a connection work with: an API server with a Flink behind it, and settings for both.
namespace support::connection {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline const QString job = u"87c67fdf93b515b347e2de50360963b2"_s;
inline const QString proxy = u"/api/v1/namespaces/default/services/orders-rest:rest/proxy"_s;

inline QByteArray deployment(const QString& nameSpace, const QString& name)
{
    return QByteArray(R"({"metadata":{"name":"%1","namespace":"%2","uid":"%2-%1","resourceVersion":"5"},"spec":{}})")
        .replace("%1", name.toUtf8())
        .replace("%2", nameSpace.toUtf8());
}

inline QByteArray listOf(const QList<QByteArray>& items)
{
    return R"({"apiVersion":"v1","kind":"List","metadata":{"resourceVersion":"7"},"items":[)" + items.join(',') + "]}";
}

inline QByteArray forbidden()
{
    return R"({"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Forbidden","message":"forbidden","code":403})";
}

/// An API server with lists, quiet watches and a Flink cluster behind its service proxy.
class Server
{
public:
    Server()
    {
        m_server.onRequest([this](Exchange& exchange) { answer(exchange); });
        const bool listens = m_server.listen();
        if (!listens)
            qFatal("no port");
    }

    ByteServer& wire() { return m_server; }
    void serve(const QString& path, const QByteArray& body, int status = 200) { m_answers[path] = {status, body}; }
    void serveLists(const QString& nameSpace, const QList<QByteArray>& deployments, int status = 200)
    {
        const QString base = u"/apis/flink.apache.org/v1beta1/"_s +
                             (nameSpace.isEmpty() ? QString() : u"namespaces/%1/"_s.arg(nameSpace));
        serve(base + u"flinkdeployments"_s, status == 200 ? listOf(deployments) : forbidden(), status);
        for (const QString& kind : {u"flinksessionjobs"_s, u"flinkstatesnapshots"_s})
            serve(base + kind, status == 200 ? listOf({}) : forbidden(), status);
    }
    void serveFlink(const QString& prefix)
    {
        const auto add = [&](const QString& way, const QString& name) {
            serve(prefix + way, recording(u"rest/1.20/"_s + name));
        };
        add(u"/overview"_s, u"overview"_s);
        add(u"/jobs/overview"_s, u"jobs-overview"_s);
        add(u"/taskmanagers"_s, u"taskmanagers"_s);
        add(u"/jobs/"_s + job, u"job"_s);
        add(u"/jobs/%1/checkpoints"_s.arg(job), u"job-checkpoints"_s);
        add(u"/jobs/%1/checkpoints/config"_s.arg(job), u"job-checkpoints-config"_s);
        add(u"/jobs/%1/exceptions"_s.arg(job), u"job-exceptions"_s);
        serve(prefix + u"/jobs/%1/metrics"_s.arg(job), R"([{"id":"numRestarts","value":"2"}])");
    }
    int asked(const QString& path) const
    {
        return int(std::ranges::count_if(m_server.requests(), [&](const auto& request) {
            return QUrl::fromPercentEncoding(request.path.toLatin1()) == path;
        }));
    }
    int asked() const { return int(m_server.requests().size()); }
    /// Answers what was asked for meanwhile, and is not silent any more.
    void speak()
    {
        isSilentAt.clear();
        for (Exchange& exchange : std::exchange(m_waiting, {}))
            answer(exchange);
    }
    QList<Exchange> streams;
    QByteArray warning; ///< a header of each answer
    QString isSilentAt; ///< the path whose questions stay without an answer

private:
    void answer(Exchange& exchange)
    {
        const QString path = QUrl::fromPercentEncoding(exchange.path().toLatin1());
        const auto found = m_answers.find(path);
        if (path == isSilentAt) {
            m_waiting.append(exchange);
        } else if (found == m_answers.end()) {
            exchange.reply(404, "404 page not found", {{"Content-Type", "text/plain"}});
        } else if (exchange.query().hasQueryItem(u"watch"_s)) {
            exchange.startChunked(200, {{"Content-Type", "application/json"}});
            streams.append(exchange);
        } else {
            exchange.reply(found->second.first, found->second.second,
                           {{"Content-Type", "application/json"}, {"Warning", warning}});
        }
    }

    ByteServer m_server;
    std::map<QString, std::pair<int, QByteArray>> m_answers;
    QList<Exchange> m_waiting;
};

inline kube::ContextAccess accessTo(Server& server)
{
    kube::ContextAccess access;
    access.target.base = server.wire().url();
    access.target.label = u"here"_s;
    access.nameSpace = u"default"_s;
    return access;
}

inline flink::ConnectionSettings settings(const QString& name = u"here"_s)
{
    flink::ConnectionSettings made;
    made.id = u"context:"_s + name;
    made.name = name;
    return made;
}

/// Short pauses, and long ones where a second poll would be in the way.
inline flink::ConnectionTimes quick()
{
    flink::ConnectionTimes times;
    times.tick = 10ms;
    times.watch.firstPause = 5ms;
    times.watch.longestPause = 20ms;
    times.watch.restartPause = 5ms;
    times.poll.foreground = 20ms;
    times.poll.background = 60'000ms;
    times.poll.secondQuestion = 5ms;
    times.poll.gather = 1ms;
    return times;
}

} // namespace support::connection
