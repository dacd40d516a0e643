#include "core/http/client.h"

#include "core/http/call.h"
#include "core/http/replystream.h"
#include "core/http/session.h"

namespace http {

class Client::Private
{
public:
    Private(Target target, std::shared_ptr<CredentialSource> credentials)
        : session(std::move(target), std::move(credentials))
    {
    }

    Session session;
};

Client::Client(Target target, std::shared_ptr<CredentialSource> credentials, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(target), std::move(credentials)))
{
    connect(&d->session, &Session::answered, this, &Client::answered);
    connect(&d->session, &Session::warned, this, &Client::warned);
}

Client::~Client() = default;

const Target& Client::target() const
{
    return d->session.target;
}

void Client::setAccess(Access access)
{
    d->session.target.access = access;
}

void Client::setTrust(const Trust& trust)
{
    d->session.setTrust(trust);
}

void Client::setLimits(const Limits& limits)
{
    d->session.setLimits(limits);
}

std::chrono::seconds Client::clockSkew() const
{
    return d->session.clockSkew();
}

void Client::send(const Request& request, QObject* context, Done done)
{
    (new Call(d->session, request, context, std::move(done)))->start();
}

std::unique_ptr<Stream> Client::open(const Request& request)
{
    return std::make_unique<ReplyStream>(d->session, request);
}

void Client::reconnect()
{
    d->session.reconnect();
}

} // namespace http
