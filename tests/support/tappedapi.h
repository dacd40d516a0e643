#pragma once

#include "core/kube/api.h"

#include <functional>
#include <memory>

namespace support {

/// An API server with somebody on the line who can answer in its place.
class TappedApi : public kube::Api
{
public:
    explicit TappedApi(std::unique_ptr<kube::Api> api)
        : m_api(std::move(api))
    {
    }

    /// What becomes of a request; `go` sends it. False: it goes its way.
    using Tap =
        std::function<bool(const http::Request& request, const BytesDone& done, const std::function<void()>& go)>;

    void send(const http::Request& request, QObject* context, BytesDone done) override
    {
        requests.append(request);
        const auto go = [this, request, context, done] { m_api->send(request, context, done); };
        if (!tap || !tap(request, done, go))
            go();
    }
    /// Sends it, and tells `error` in place of the answer.
    void sendAndLose(const http::Request& request, QObject* context, const BytesDone& done, const base::Error& error)
    {
        m_api->send(request, context, [done, error](const base::Result<http::Answer>&) { done(error); });
    }
    std::unique_ptr<http::Stream> open(const http::Request& request) override { return m_api->open(request); }
    void reconnect() override { m_api->reconnect(); }
    QString label() const override { return m_api->label(); }

    Tap tap;
    QList<http::Request> requests;

private:
    std::unique_ptr<kube::Api> m_api;
};

} // namespace support
