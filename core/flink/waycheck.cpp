#include "core/flink/waycheck.h"

#include "core/base/visibletext.h"

using namespace Qt::StringLiterals;

namespace flink {

namespace {

using Verdict = DoctorStep::Verdict;
using http::Probe;

constexpr qint64 daysOfWarning = 14;

} // namespace

WayCheck::WayCheck(QObject* parent)
    : QObject(parent)
{
}

void WayCheck::setTarget(const http::Target& target, std::shared_ptr<http::CredentialSource> credentials,
                         Certificate certificate, PlainText plainText)
{
    m_target = target;
    m_credentials = std::move(credentials);
    m_certificate = certificate;
    m_plainText = plainText;
    m_probe = std::make_unique<Probe>(target);
}

void WayCheck::resolve(Done done)
{
    m_probe->resolve(this, [this, done = std::move(done)](const base::Result<Probe::Resolved>& resolved) {
        if (!resolved) {
            done(Finding::failed(resolved.error()));
            return;
        }
        m_addresses = resolved->addresses;
        done(foundAddresses(*resolved));
    });
}

Finding WayCheck::foundAddresses(const Probe::Resolved& resolved) const
{
    const QString host = base::visibleText(resolved.host, 300);
    if (!QHostAddress(resolved.host).isNull())
        return {Verdict::Ok, tr("%1 is an address: there is no name to look up.").arg(host)};
    QStringList addresses;
    for (const QHostAddress& address : resolved.addresses)
        addresses.append(address.toString());
    return {Verdict::Ok, tr("%1 is %2.").arg(host, addresses.join(u", "_s))};
}

void WayCheck::connectTcp(Done done)
{
    tryAddress(0, std::move(done));
}

/// One address that takes the connection is enough, as it is for a request.
void WayCheck::tryAddress(qsizetype index, Done done)
{
    m_probe->connectTcp(m_addresses.value(index), 0, this,
                        [this, index, done = std::move(done)](const base::Result<Probe::Connected>& connected) {
                            if (!connected && index + 1 < m_addresses.size())
                                tryAddress(index + 1, done);
                            else if (!connected)
                                done(Finding::failed(connected.error()));
                            else if (connected->proxy.isEmpty())
                                done({Verdict::Ok, tr("%1 takes connections.").arg(connected->peer)});
                            else
                                done({Verdict::Ok, tr("The proxy %1 takes connections.").arg(connected->proxy)});
                        });
}

void WayCheck::handshake(Done done)
{
    if (m_target.base.scheme() != u"https") {
        const bool isExpected = m_plainText == PlainText::Expected;
        done({isExpected ? Verdict::Ok : Verdict::Warning,
              tr("Plain http: nothing is encrypted, and no credentials are sent.")});
        return;
    }
    if (m_certificate == Certificate::None || !m_credentials) {
        handshakeAs({}, std::move(done));
        return;
    }
    m_credentials->obtain(this, [this, done = std::move(done)](const base::Result<http::Credential>& credential) {
        if (credential)
            handshakeAs(*credential, done);
        else
            done(Finding::failed(credential.error()));
    });
}

void WayCheck::handshakeAs(const http::Credential& credential, Done done)
{
    m_probe->handshake(credential, this, [this, done = std::move(done)](const base::Result<Probe::Secured>& secured) {
        done(secured ? findingOf(*secured) : Finding::failed(secured.error()));
    });
}

Finding WayCheck::findingOf(const Probe::Secured& secured) const
{
    const QString subject = base::visibleText(secured.subject, 200);
    QStringList lines{
        tr("Certificate: %1").arg(subject),
        tr("Issued by: %1").arg(base::visibleText(secured.issuer, 200)),
        tr("For: %1").arg(base::visibleText(secured.names.join(u", "_s), 1000)),
        tr("Valid from %1 to %2").arg(secured.validFrom.toString(Qt::ISODate), secured.validTo.toString(Qt::ISODate)),
        tr("SHA-256: %1").arg(secured.fingerprint),
        tr("Cipher: %1").arg(secured.cipher)};
    const QString detail = lines.join(u'\n');
    if (!secured.verified)
        return {Verdict::Warning, tr("%1, but the identity of the server is not checked.").arg(secured.protocol),
                detail};
    const qint64 days = QDateTime::currentDateTimeUtc().daysTo(secured.validTo);
    if (days < daysOfWarning) {
        return {Verdict::Warning,
                tr("The certificate of the server expires at %1.").arg(secured.validTo.toString(Qt::ISODate)), detail};
    }
    return {Verdict::Ok, tr("%1, the server is %2.").arg(secured.protocol, subject), detail};
}

} // namespace flink
