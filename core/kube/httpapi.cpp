#include "core/kube/api.h"

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
                      [target = m_client.target(), done = std::move(done)](base::Result<http::Answer> answer) {
                          if (answer && answer->status >= 300 && answer->status != 304)
                              done(statusError(*answer, target));
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
