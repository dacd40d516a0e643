#include "core/http/probestep.h"

#include "core/base/visibletext.h"
#include "core/http/proxy.h"
#include "core/http/tlsfailure.h"
#include "core/http/wire.h"

#include <QCoreApplication>
#include <QHostInfo>
#include <QSslCipher>

using namespace Qt::StringLiterals;

namespace http {

/// The context of the texts below, always called by its whole name: in a function that returns a qualified type lupdate
/// would take it for another one.
struct ProbeText
{
    Q_DECLARE_TR_FUNCTIONS(http::ProbeText)
};

namespace {

constexpr qsizetype longestName = 256;

base::Error problemOf(base::Error::Kind kind, const QString& message, const QString& detail = {})
{
    base::Error error;
    error.kind = kind;
    error.message = message;
    error.detail = detail;
    return error;
}

quint16 portOf(const QUrl& base)
{
    return static_cast<quint16>(base.port(base.scheme() == u"https" ? 443 : 80));
}

bool isDirect(const QNetworkProxy& proxy)
{
    return proxy.type() == QNetworkProxy::NoProxy;
}

} // namespace

ProbeStep::ProbeStep(Probe& probe, Target target, std::chrono::milliseconds limit, QObject* context)
    : QObject(&probe)
    , scene{std::move(target), QNetworkProxy(QNetworkProxy::NoProxy), {}}
    , patience(limit)
    , m_context(context)
{
    connect(context, &QObject::destroyed, this, &QObject::deleteLater);
    m_clock.start();
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { expire(); });
    m_limit.start(patience);
}

void ProbeStep::end(std::function<void()> report)
{
    if (std::exchange(m_ended, true))
        return;
    m_limit.stop();
    QMetaObject::invokeMethod(
        this,
        [this, report = std::move(report)] {
            deleteLater();
            if (m_context)
                report();
        },
        Qt::QueuedConnection);
}

bool ProbeStep::findProxy(base::Error& problem)
{
    const base::Result<QNetworkProxy> proxy = proxyFor(scene.target);
    if (proxy)
        scene.proxy = *proxy;
    else
        problem = proxy.error();
    return static_cast<bool>(proxy);
}

LookupStep::LookupStep(Probe& probe, const Target& target, std::chrono::milliseconds limit, QObject* context,
                       Probe::Done<Probe::Resolved> done)
    : ProbeStep(probe, target, limit, context)
    , m_done(std::move(done))
{
    base::Error problem;
    if (!findProxy(problem)) {
        finish(problem);
        return;
    }
    m_host = isDirect(scene.proxy) ? scene.target.base.host() : scene.proxy.hostName();
    m_lookup = QHostInfo::lookupHost(m_host, this, [this](const QHostInfo& found) {
        m_lookup = -1;
        if (!found.addresses().isEmpty())
            return finish(Probe::Resolved{m_host, found.addresses(), took()});
        finish(problemOf(
            base::Error::Kind::Network,
            http::ProbeText::tr("The name '%1' could not be found. Check the address, the name service and the VPN.")
                .arg(m_host),
            found.errorString()));
    });
}

LookupStep::~LookupStep()
{
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
}

void LookupStep::expire()
{
    finish(problemOf(base::Error::Kind::Timeout,
                     http::ProbeText::tr("The name service gave no answer for '%1'.").arg(m_host)));
}

void LookupStep::finish(const base::Result<Probe::Resolved>& result)
{
    end([this, result] { m_done(result); });
}

TcpStep::TcpStep(Probe& probe, const Target& target, std::chrono::milliseconds limit, const Door& door,
                 QObject* context, Probe::Done<Probe::Connected> done)
    : ProbeStep(probe, target, limit, context)
    , m_done(std::move(done))
{
    base::Error problem;
    if (!findProxy(problem)) {
        finish(problem);
        return;
    }
    const quint16 usual = isDirect(scene.proxy) ? portOf(scene.target.base) : scene.proxy.port();
    const quint16 port = door.port == 0 ? usual : door.port;
    const bool isV6 = door.address.protocol() == QAbstractSocket::IPv6Protocol;
    m_peer = (isV6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(door.address.toString()).arg(port);
    m_socket.setProxy(QNetworkProxy::NoProxy);
    connect(&m_socket, &QTcpSocket::connected, this, [this] {
        finish(Probe::Connected{m_peer, isDirect(scene.proxy) ? QString() : nameOf(scene.proxy), took()});
    });
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] {
        const QString text = isDirect(scene.proxy)
                                 ? http::ProbeText::tr("No TCP connection to %1.").arg(m_peer)
                                 : http::ProbeText::tr("No TCP connection to the proxy at %1.").arg(m_peer);
        finish(problemOf(base::Error::Kind::Network, text, m_socket.errorString()));
    });
    m_socket.connectToHost(door.address, port);
}

void TcpStep::expire()
{
    m_socket.disconnect(this);
    m_socket.abort();
    finish(problemOf(
        base::Error::Kind::Timeout,
        http::ProbeText::tr("%1 does not answer. It may be down, or a firewall drops the packets.").arg(m_peer)));
}

void TcpStep::finish(const base::Result<Probe::Connected>& result)
{
    m_socket.disconnect(this);
    m_socket.disconnectFromHost();
    end([this, result] { m_done(result); });
}

TlsStep::TlsStep(Probe& probe, const Target& target, std::chrono::milliseconds limit, const Credential& credential,
                 QObject* context, Probe::Done<Probe::Secured> done)
    : ProbeStep(probe, target, limit, context)
    , m_done(std::move(done))
{
    base::Error problem;
    if (!findProxy(problem))
        finish(problem);
    else if (target.base.scheme() != u"https")
        finish(problemOf(base::Error::Kind::Configuration,
                         http::ProbeText::tr("%1 is not reached over https.").arg(placeOf(target))));
    else
        begin(credential);
}

void TlsStep::begin(const Credential& credential)
{
    const Trust& trust = scene.target.trust;
    m_socket.setProxy(scene.proxy);
    m_socket.setSslConfiguration(tlsOf(scene.target, credential));
    connect(&m_socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError>& errors) { m_errors = errors; });
    connect(&m_socket, &QSslSocket::encrypted, this, &TlsStep::secured);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &TlsStep::failed);
    const QString host = scene.target.base.host();
    m_socket.connectToHostEncrypted(host, portOf(scene.target.base),
                                    trust.serverName.isEmpty() ? host : trust.serverName);
}

void TlsStep::secured()
{
    const QSslCertificate leaf = m_socket.peerCertificate();
    if (const auto fault = nameFault(leaf, scene))
        return finish(*fault);
    Probe::Secured result;
    result.protocol = m_socket.sessionProtocol() == QSsl::TlsV1_3 ? u"TLS 1.3"_s : u"TLS 1.2"_s;
    result.cipher = m_socket.sessionCipher().name();
    result.subject = base::visibleText(leaf.subjectDisplayName(), longestName);
    result.issuer = base::visibleText(leaf.issuerDisplayName(), longestName);
    result.names = namesIn(leaf);
    result.validFrom = leaf.effectiveDate().toUTC();
    result.validTo = leaf.expiryDate().toUTC();
    result.fingerprint = fingerprintOf(leaf);
    result.verified = scene.target.trust.verification == Trust::Verification::Full;
    result.took = took();
    finish(result);
}

void TlsStep::failed()
{
    const bool atHandshake = m_socket.error() == QAbstractSocket::SslHandshakeFailedError;
    if (atHandshake)
        return finish(tlsFailure(m_errors, m_socket.peerCertificateChain(), m_socket.errorString(), scene));
    finish(failureOf(m_socket.error(), m_socket.errorString(), scene));
}

void TlsStep::expire()
{
    m_socket.disconnect(this);
    m_socket.abort();
    finish(lateness(Clock::Connect, patience, scene));
}

void TlsStep::finish(const base::Result<Probe::Secured>& result)
{
    m_socket.disconnect(this);
    m_socket.disconnectFromHost();
    end([this, result] { m_done(result); });
}

} // namespace http
