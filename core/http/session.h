#pragma once

#include "core/http/budget.h"
#include "core/http/credentialgate.h"
#include "core/http/failure.h"
#include "core/http/wire.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QSet>

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
    /// Whom we show ourselves as from now on. With another client certificate than before, the streams that show the
    /// old one end, from the event loop: those who follow them open them again.
    void present(const Credential& credential);
    bool isPresented(const Credential& credential) const;
    /// For one request: a stream that must not starve others, a write that must not meet a stale connection.
    base::Result<Pool> ownPool() const;
    /// Later reads use new connections; those that run keep theirs until they are done.
    void retire(const Pool& pool);
    /// The server behind this pool is not who it should be: all that runs on it ends with `error`, before it is sent.
    void distrust(const Pool& pool, const base::Error& error);
    /// Requests on this pool share one connection of HTTP/2: so its answers have shown.
    void noteHttp2(const Pool& pool);
    bool isHttp2(const Pool& pool) const { return pool == m_shared && m_isHttp2; }
    /// A request on this pool was taken out of the queue. No new one of a connection that is going away ever is.
    void noteTaken(const Pool& pool);
    /// How long ago that was the last time; absent: never, or the pool is no longer shared.
    std::optional<std::chrono::milliseconds> sinceTaken(const Pool& pool) const;
    void reconnect();
    void setLimits(const Limits& limits);
    void setTrust(const Trust& trust);

    Scene scene() const;
    /// Takes from the head of an answer what holds for the server as a whole, and passes on its warnings: so receivers
    /// have them before the answer. One of them may end the client, and with it this.
    void learn(const Answer& answer, Effect effect);
    std::chrono::seconds clockSkew() const { return m_clockSkew; }

signals:
    void dropAll();
    void distrusted(const http::Pool& pool, const base::Error& error);
    void certificateReplaced(); ///< see present()
    void answered(std::chrono::milliseconds took);
    void warned(const QString& text);

private:
    void pass(const QStringList& warnings, Effect effect);

    Budget m_interactive{limits.interactive}, m_view{limits.view};
    Budget m_background{limits.background}, m_streams{limits.streams};
    Pool m_shared;
    QList<QSslCertificate> m_shownCertificates; ///< by the shared pool
    std::optional<QList<QSslCertificate>> m_presented;
    std::optional<QList<QSslCertificate>> m_roots; ///< that a credential brought
    std::chrono::seconds m_clockSkew{0};
    bool m_isHttp2 = false;    ///< the shared pool
    QElapsedTimer m_lastTaken; ///< from the queue of the shared pool
    QSet<QString> m_toldWarnings;
};

/// The Date header as UTC; invalid: absent or not a date.
QDateTime dateOf(const Answer& answer);

} // namespace http
