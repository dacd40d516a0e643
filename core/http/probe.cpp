#include "core/http/probe.h"

#include "core/http/probestep.h"
#include "core/http/proxy.h"
#include "core/http/wire.h"

#include <QHostInfo>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace http {

class Probe::Private
{
public:
    Target target;
    std::chrono::milliseconds patience;
};

Probe::Probe(Target target, std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(Private{std::move(target), patience}))
{
}

Probe::~Probe() = default;

base::Result<QString> Probe::proxy() const
{
    const base::Result<QNetworkProxy> chosen = proxyFor(d->target);
    if (!chosen)
        return chosen.error();
    return chosen->type() == QNetworkProxy::NoProxy ? QString() : nameOf(*chosen);
}

void Probe::resolve(QObject* context, Done<Resolved> done)
{
    new LookupStep(*this, d->target, d->patience, context, std::move(done));
}

void Probe::connectTcp(const QHostAddress& address, quint16 port, QObject* context, Done<Connected> done)
{
    new TcpStep(*this, d->target, d->patience, {address, port}, context, std::move(done));
}

void Probe::handshake(const Credential& credential, QObject* context, Done<Secured> done)
{
    new TlsStep(*this, d->target, d->patience, credential, context, std::move(done));
}

} // namespace http
