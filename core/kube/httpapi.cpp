#include "core/kube/api.h"

#include "core/http/failure.h"

#include <algorithm>

namespace kube {

namespace {

http::Request withAccept(const http::Request& request)
{
    const bool asks = std::ranges::any_of(request.headers, [](const http::Header& header) {
        return header.first.compare("Accept", Qt::CaseInsensitive) == 0;
    });
    http::Request complete = request;
    if (!asks)
        complete.headers.append(http::Header("Accept", "application/json"));
    return complete;
}

/// Somebody between us and the object gave up waiting: the write may have been done, or may yet be.
bool isOutcomeUnknown(http::Effect effect, int status)
{
    return effect == http::Effect::Write && (status == 502 || status == 504);
}

base::Error errorOf(http::Effect effect, const http::Answer& answer, const http::Target& target)
{
    const base::Error error = statusError(answer, target);
    if (!isOutcomeUnknown(effect, answer.status))
        return error;
    base::Error unknown = error;
    unknown.kind = base::Error::Kind::OutcomeUnknown;
    unknown.message = http::unknownOutcome(error, {.target = target}).message + u' ' + error.message;
    return unknown;
}

class HttpApi : public Api
{
public:
    explicit HttpApi(http::Client& client)
        : m_client(client)
    {
    }

    void send(const http::Request& request, QObject* context, BytesDone done) override
    {
        m_client.send(withAccept(request), context,
                      [effect = request.effect, target = m_client.target(),
                       done = std::move(done)](base::Result<http::Answer> answer) {
                          if (answer && answer->status >= 300 && answer->status != 304)
                              done(errorOf(effect, *answer, target));
                          else
                              done(std::move(answer));
                      });
    }

    std::unique_ptr<http::Stream> open(const http::Request& request) override
    {
        return m_client.open(withAccept(request));
    }
    void reconnect() override { m_client.reconnect(); }
    QString label() const override { return m_client.target().label; }

private:
    http::Client& m_client;
};

} // namespace

std::unique_ptr<Api> httpApi(http::Client& client)
{
    return std::make_unique<HttpApi>(client);
}

} // namespace kube
