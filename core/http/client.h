#pragma once

#include "core/base/result.h"
#include "core/http/request.h"

#include <QObject>
#include <QSslCertificate>
#include <QSslKey>

#include <functional>
#include <memory>
#include <optional>

namespace http {

/// How the server proves who it is.
struct Trust
{
    enum class Verification { Full, None };

    std::optional<QList<QSslCertificate>>
        authorities;    ///< the only roots; absent: those of the system; empty: trust nothing
    QString serverName; ///< replaces the host for SNI and verification; empty: the host
    Verification verification = Verification::Full;
};

/// Who we are towards the server. `authorization` and the certificate never leave over plain http; `headers` do,
/// because a header typed for a bare http endpoint was meant for it.
struct Credential
{
    QByteArray authorization; ///< value of the Authorization header; empty: none; control characters are an error
    QList<QSslCertificate> certificateChain; ///< client certificate and its intermediates
    QSslKey privateKey;
    QList<Header> headers;  ///< sent with each request: impersonation, a user's own header
    quint64 generation = 0; ///< tells one credential of a source from the next
    /// The roots of trust have changed since the Target was made: replaces Trust::authorities. Counts as a new
    /// generation.
    std::optional<QList<QSslCertificate>> authorities = {};
    QString warning = {}; ///< translated: what is doubtful about this credential; empty: nothing
};

/// Where credentials come from. obtain() is asked before each request, so a source that can answer at once should;
/// while one question is under way no second one is asked.
class CredentialSource
{
public:
    using Done = std::function<void(base::Result<Credential>)>;

    virtual ~CredentialSource() = default;

    /// Calls back once, in the thread of `context`, never after its death; may take as long as a login.
    virtual void obtain(QObject* context, Done done) = 0;
    /// The server answered 401 to this credential: the next obtain() may have to make a new one.
    virtual void reject(const Credential& credential) = 0;
};

enum class Access { ReadWrite, ReadOnly };

/// Requests a second, after a burst.
struct Rate
{
    double perSecond = 20, burst = 40;
};

/// The clocks and sizes that are the same for every request of a client; tests shorten them.
struct Limits
{
    std::chrono::milliseconds connect{15'000};      ///< name, TCP, proxy and TLS together
    std::chrono::milliseconds queue{5'000};         ///< a read that waits longer for a connection gets a new pool
    std::chrono::milliseconds goingAway{1'000};     ///< so long a connection of HTTP/2 may take no request of a queue
    std::chrono::milliseconds refreshPause{30'000}; ///< between two credentials that were made because of a 401
    Rate interactive{50, 100}, view{20, 40}, background{5, 10};
    Rate streams{5, 20};                ///< how often streams are opened
    qint64 streamBuffer = 512LL * 1024; ///< bytes a paused stream takes before the sender feels it
    qint64 refusedBody = 64LL * 1024;   ///< of the body of a refused stream this much is kept
};

/// Where requests go, and the rules of the way there.
struct Target
{
    QUrl base; ///< scheme, host, port and a path prefix, which is kept
    Trust trust;
    QUrl proxy; ///< http or socks5; empty: HTTPS_PROXY, HTTP_PROXY and NO_PROXY of the environment
    bool compression = true;
    QString label; ///< how errors name it: the context's or endpoint's name
    Access access = Access::ReadWrite;
};

/// An answer that is read while it arrives: a watch, a log. Destroying it closes it. It closes with Network, too, when
/// its client has got another client certificate since it was opened.
class Stream : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Reading stops while paused, so that the sender feels it. Nothing is lost, and closed() waits for the rest.
    virtual void setPaused(bool paused) = 0;

signals:
    void opened(const http::Answer& head); ///< status < 400; body is empty
    void received(const QByteArray& bytes);
    /// Last signal. An HTTP error status arrives as an Answer with status >= 400 through refused() instead.
    void closed(const base::Result<base::Ok>& reason);
    void refused(const http::Answer& answer); ///< last signal: status >= 400 or a redirect, body capped
};

/// Sends requests to one server as one user. Never follows redirects, keeps no cookies, never sends a write twice,
/// notices dead peers, keeps streams from starving requests. A protected target refuses writes here and nowhere else.
class Client : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(base::Result<Answer>)>;

    Client(Target target, std::shared_ptr<CredentialSource> credentials, QObject* parent = nullptr);
    ~Client() override;

    const Target& target() const;
    void setAccess(Access access);
    /// For requests from now on: an authority file has changed.
    void setTrust(const Trust& trust);
    void setLimits(const Limits& limits); ///< for requests from now on; starts all budgets anew
    /// How far the server's clock is ahead of ours, by the Date of its last answer, to about two seconds; 0 before any.
    std::chrono::seconds clockSkew() const;

    /// Any HTTP status is an Answer; an Error means there was none. `done` runs in the thread of `context`, once,
    /// never after its death; that death aborts the request. A read answered 401 is repeated once with new credentials.
    /// A redirect is an Error that names where it points. The death of the client drops what runs without calling back.
    void send(const Request& request, QObject* context, Done done);
    /// Runs on a connection of its own, over HTTP/1.1, so that a reader who pauses is felt by the sender. `silence` and
    /// `total` of the request hold for it, too: set them to 0 for what may be quiet or endless. Signals come from the
    /// event loop only.
    std::unique_ptr<Stream> open(const Request& request);

    /// Drops all idle connections and aborts what runs, as after sleep or a change of network: streams close with
    /// Network and are expected to be opened again.
    void reconnect();

signals:
    void answered(std::chrono::milliseconds took); ///< for the latency in the status bar
    /// The server's words in a Warning header, safe to show. Each text once for all reads, and once for each write.
    void warned(const QString& text);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The Error for an answer with status >= 400 whose body is not a Kubernetes Status: names the host and the status and
/// quotes at most 2 KiB of its text without markup.
base::Error errorOf(const Answer& answer, const Target& target);

} // namespace http
