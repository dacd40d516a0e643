#pragma once

#include "core/base/result.h"
#include "core/http/client.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QObject>
#include <QSslCertificate>

#include <chrono>
#include <functional>
#include <memory>

class QTcpSocket;

namespace http {

/// The way to a server, step by step and timed, as the connection doctor shows it. Each step calls back once, from the
/// event loop, in the thread of `context`, never after its death; that death ends the step. No step sends a request or
/// a credential other than the client certificate of the handshake.
class Probe : public QObject
{
    Q_OBJECT
public:
    template <typename T>
    using Done = std::function<void(base::Result<T>)>;

    /// The addresses of a name. An address is its own answer.
    struct Resolved
    {
        QString host; ///< that was looked up: the server's, or the proxy's when one is in the way
        QList<QHostAddress> addresses;
        std::chrono::milliseconds took{0};
    };
    struct Connected
    {
        QString peer;  ///< "address:port" that took the connection: the server's or the proxy's
        QString proxy; ///< "host:port"; empty: none in the way
        std::chrono::milliseconds took{0};
    };
    struct Secured
    {
        QString protocol; ///< "TLS 1.3"
        QString cipher;
        QString subject, issuer;           ///< display names of the server's certificate
        QStringList names;                 ///< host names and addresses it is for
        QDateTime validFrom, validTo;      ///< UTC
        QString fingerprint;               ///< SHA-256, "AB:CD:…"
        bool verified = false;             ///< false: the target asks for no verification
        std::chrono::milliseconds took{0}; ///< TCP and proxy included
    };

    explicit Probe(Target target, std::chrono::milliseconds patience = std::chrono::seconds(15),
                   QObject* parent = nullptr);
    ~Probe() override;

    /// "host:port" of the proxy that requests to this target go through; empty: none. Fails with Configuration for a
    /// proxy that cannot be used.
    base::Result<QString> proxy() const;

    /// Looks up the server, or the proxy when there is one: then the proxy looks up the server.
    void resolve(QObject* context, Done<Resolved> done);
    /// Opens and closes a TCP connection to one address of the server, or to the proxy when there is one (`address` is
    /// then one of the proxy's). `port` 0: as the target or the proxy says.
    void connectTcp(const QHostAddress& address, quint16 port, QObject* context, Done<Connected> done);
    /// Connects, through the proxy if any, and makes the TLS channel as requests do. Fails with Tls and a text for each
    /// cause; fails with Configuration when the target is not https.
    void handshake(const Credential& credential, QObject* context, Done<Secured> done);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace http
