#pragma once

#include "core/http/budget.h"
#include "core/http/credentialgate.h"
#include "core/http/failure.h"
#include "core/http/wire.h"

#include <QNetworkAccessManager>

#include <memory>

namespace http {

using Pool = std::shared_ptr<QNetworkAccessManager>;

/// What the requests of one client have in common. Requests are its children and die with it.
class Session : public QObject
{
    Q_OBJECT
public:
    Session(Target target, std::shared_ptr<CredentialSource> credentials);

    Target target;
    Limits limits;
    CredentialGate gate;

    /// How long a request of this priority has to wait, and a stream.
    std::chrono::milliseconds admit(Priority priority);
    std::chrono::milliseconds admitStream() { return m_streams.take(); }

    /// Shared by all reads; another one when `credential` shows another client certificate than the last, or brings
    /// other roots of trust.
    base::Result<Pool> sharedPool(const Credential& credential);
    /// For one request: a stream that must not starve others, a write that must not meet a stale connection.
    base::Result<Pool> ownPool() const;
    /// Later reads use new connections; those that run keep theirs until they are done.
    void retire(const Pool& pool);
    void reconnect();
    void setLimits(const Limits& limits);
    void setTrust(const Trust& trust);

    Scene scene() const;
    void learn(const Answer& answer);
    std::chrono::seconds clockSkew() const { return m_clockSkew; }

signals:
    void dropAll();
    void answered(std::chrono::milliseconds took);

private:
    Budget m_interactive{limits.interactive}, m_background{limits.background}, m_streams{limits.streams};
    Pool m_shared;
    QList<QSslCertificate> m_shownCertificates;
    std::optional<QList<QSslCertificate>> m_roots; ///< that a credential brought
    std::chrono::seconds m_clockSkew{0};
};

/// The Date header as UTC; invalid: absent or not a date.
QDateTime dateOf(const Answer& answer);

} // namespace http
