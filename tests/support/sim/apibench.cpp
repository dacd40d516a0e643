#include "tests/support/sim/apibench.h"

using namespace Qt::StringLiterals;

namespace support {

namespace {

const sim::Instant start{std::chrono::sys_days(std::chrono::year(2026) / 1 / 2)};

class AnswerSink : public sim::Sink
{
public:
    explicit AnswerSink(const std::shared_ptr<ApiAnswer>& answer)
        : m_answer(answer)
    {
    }
    void write(const QByteArray& bytes) override
    {
        if (const auto answer = m_answer.lock())
            answer->body += bytes;
    }
    void end() override
    {
        if (const auto answer = m_answer.lock())
            answer->hasEnded = true;
    }
    bool isOpen() const override { return !m_answer.expired(); }

private:
    std::weak_ptr<ApiAnswer> m_answer;
};

} // namespace

QList<QJsonObject> ApiAnswer::takeEvents()
{
    QList<QJsonObject> events;
    for (const auto& line : std::exchange(body, {}).split('\n')) {
        if (!line.isEmpty())
            events += QJsonDocument::fromJson(line).object();
    }
    return events;
}

std::shared_ptr<ApiAnswer> ask(sim::Api& api, const ApiQuestion& question)
{
    sim::Request request;
    const auto mark = question.target.indexOf('?');
    request.method = question.method;
    request.path = QString::fromUtf8(mark < 0 ? question.target : question.target.first(mark));
    request.query = mark < 0 ? QByteArray() : question.target.sliced(mark + 1);
    request.body = question.body;
    request.headers = question.headers;
    if (!question.token.isEmpty())
        request.headers.append({"authorization", "Bearer " + question.token});
    if (!question.body.isEmpty())
        request.headers.append({"content-type", question.contentType});
    const auto answer = std::make_shared<ApiAnswer>();
    api.handle(request, [weak = std::weak_ptr(answer)](const sim::Reply& reply) {
        const auto taken = weak.lock();
        if (!taken)
            return;
        taken->status = reply.status;
        taken->headers = reply.headers;
        taken->body = reply.body;
        taken->isStream = bool(reply.stream);
        taken->hasEnded = !reply.stream;
        if (reply.stream)
            reply.stream(std::make_shared<AnswerSink>(taken));
    });
    return answer;
}

ApiBench::ApiBench()
    : world(start, 1)
    , wall(start)
    , api(world, wall)
    , registry(world, api.kinds())
{
    sim::bootstrap(world, sim::documents::OperatorRelease::V1_15, u"default"_s);
    api.users().add("admin", sim::adminUser());
    api.users().add("operator", sim::operatorUser());
    api.users().add("viewer", sim::viewerUser());
    api.users().add("stranger", {u"stranger"_s});
}

std::shared_ptr<ApiAnswer> ApiBench::ask(const QByteArray& method, const QByteArray& target, const QByteArray& body,
                                         const QByteArray& contentType)
{
    return support::ask(api, {method, target, body, contentType, m_token, std::exchange(m_headers, {})});
}

std::shared_ptr<ApiAnswer> ApiBench::get(const QByteArray& target, const QByteArray& accept)
{
    if (!accept.isEmpty())
        send("accept", accept);
    return ask("GET", target);
}

void ApiBench::pass(sim::Duration duration)
{
    world.clock.advance(duration);
    wall.advance(duration);
}

} // namespace support
