#include "core/sim/operator/rest.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

using namespace std::chrono_literals;

constexpr auto retryPause = 1s;
constexpr auto travelTime = 10ms;
const QString restPort = u"rest"_s;

QString problemOf(const QJsonObject& body)
{
    QStringList lines;
    for (const QJsonValue& line : body[u"errors"].toArray())
        lines.append(line.toString());
    return lines.join(u'\n');
}

} // namespace

struct Rest::Call
{
    Call(Clock& clock)
        : timer(clock)
        , deadline(clock)
    {
    }

    Cluster cluster;
    Request request;
    Done done;
    quint64 attempts = 0;
    bool finished = false;
    Alarm timer;
    Alarm deadline;
};

Rest::Rest(Clock& clock, const Services& services, Duration timeout)
    : m_clock(clock)
    , m_services(services)
    , m_timeout(timeout)
{
}

void Rest::get(const Cluster& cluster, const QString& path, Done done)
{
    start(cluster,
          {"GET", path.section(u'?', 0, 0), path.section(u'?', 1).toUtf8(), {{"Accept", "application/json"}}, {}, {}},
          std::move(done));
}

void Rest::send(const QByteArray& method, const Cluster& cluster, const QString& path, const QJsonObject& body,
                Done done)
{
    Request request{
        method, path, {}, {{"Content-Type", "application/json"}}, QJsonDocument(body).toJson(QJsonDocument::Compact),
        {}};
    if (const qsizetype mark = path.indexOf(u'?'); mark >= 0) {
        request.query = path.mid(mark + 1).toUtf8();
        request.path = path.left(mark);
    }
    start(cluster, std::move(request), std::move(done));
}

void Rest::upload(const Cluster& cluster, const QString& fileName, Done done)
{
    const QByteArray boundary = "operatorjarupload";
    const QByteArray body =
        "--" + boundary + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"" + fileName.toUtf8() +
        "\"\r\nContent-Type: application/x-java-archive\r\n\r\nPK\x03\x04\r\n--" + boundary + "--\r\n";
    start(cluster,
          {"POST", u"/jars/upload"_s, {}, {{"Content-Type", "multipart/form-data; boundary=" + boundary}}, body, {}},
          std::move(done));
}

void Rest::start(const Cluster& cluster, Request request, Done done)
{
    auto call = std::make_shared<Call>(m_clock);
    call->cluster = cluster;
    call->request = std::move(request);
    call->request.user.name = u"system:serviceaccount:flink-operator:flink-operator"_s;
    call->done = std::move(done);
    // The deadline keeps the call alive.
    call->deadline.set(m_timeout, [this, call] {
        finish(call, {RestAnswer::Kind::TimedOut, 0, {}, u"java.util.concurrent.TimeoutException"_s});
    });
    attempt(call);
}

void Rest::attempt(const std::shared_ptr<Call>& call)
{
    const quint64 number = ++call->attempts;
    const auto refused =
        m_services.callService(call->cluster.ns, call->cluster.name + "-rest"_L1, restPort, call->request,
                               [this, weak = std::weak_ptr(call), number](const Reply& reply) {
                                   m_clock.after(travelTime, [this, weak, number, reply] {
                                       if (const auto alive = weak.lock())
                                           take(alive, number, reply);
                                   });
                               });
    if (refused)
        take(call, number, Reply::unreachable(refused->message));
}

void Rest::take(const std::shared_ptr<Call>& call, quint64 attempt, const Reply& reply)
{
    if (call->finished || attempt != call->attempts)
        return;
    if (!reply.failure.isEmpty() || reply.status == 503) {
        call->timer.set(retryPause, [this, weak = std::weak_ptr(call)] {
            if (const auto alive = weak.lock(); alive && !alive->finished)
                this->attempt(alive);
        });
        return;
    }
    const QJsonDocument body = QJsonDocument::fromJson(reply.body);
    RestAnswer answer{RestAnswer::Kind::Answered,
                      reply.status,
                      body.isArray() ? QJsonObject{{u"list"_s, body.array()}} : body.object(),
                      {}};
    if (reply.status >= 400) {
        answer.kind = RestAnswer::Kind::Refused;
        answer.problem = problemOf(answer.body);
    }
    finish(call, answer);
}

void Rest::finish(const std::shared_ptr<Call>& call, const RestAnswer& answer)
{
    if (call->finished)
        return;
    call->finished = true;
    // Posted: the alarms of the call must not end while one of them rings.
    m_clock.after(0ms, [call, answer] {
        call->timer.stop();
        call->deadline.stop();
        const Done done = std::move(call->done);
        done(answer);
    });
}

void Rest::probe(const Cluster& cluster, std::function<void(bool)> done)
{
    const auto answered = std::make_shared<bool>(false);
    const auto tell = [this, answered, done](bool open) {
        if (*answered)
            return;
        *answered = true;
        m_clock.after(travelTime, [done, open] { done(open); });
    };
    const Request request{"GET", u"/config"_s, {}, {}, {}, {}};
    const auto refused = m_services.callService(cluster.ns, cluster.name + "-rest"_L1, restPort, request,
                                                [tell](const Reply& reply) { tell(reply.failure.isEmpty()); });
    if (refused)
        tell(false);
    else
        m_clock.after(retryPause, [tell] { tell(false); });
}

} // namespace sim::op
