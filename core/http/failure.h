#pragma once

#include "core/base/error.h"
#include "core/http/client.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslError>

namespace http {

/// "label (host:port)", or "host:port" without a label.
QString placeOf(const Target& target);
/// "host:port"; the port of the scheme when the address names none.
QString hostOf(const Target& target);

/// Which patience ran out.
enum class Clock { Queue, Connect, Silence, Total };

/// Where and under which circumstances a request failed.
struct Scene
{
    Target target;
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
    std::chrono::seconds clockSkew{0};
};

/// How far a request had come when it failed: before its channel stood, a proxy in the way is at fault.
enum class Progress { Connecting, Underway };

/// The Error for a reply that brought no complete answer. Names the proxy when the proxy is at fault.
base::Error failureOf(const QNetworkReply& reply, Progress progress, const QList<QSslError>& tlsErrors,
                      const Scene& scene);
/// The same for a socket without a request.
base::Error failureOf(QAbstractSocket::SocketError error, const QString& words, const Scene& scene);
base::Error lateness(Clock clock, std::chrono::milliseconds patience, const Scene& scene);
/// An answer shorter than it said.
base::Error brokenOff(const Scene& scene);
/// For a write that was sent and whose answer is missing because of `cause`.
base::Error unknownOutcome(const base::Error& cause, const Scene& scene);
/// Compressed in a way we did not ask for, or damaged.
base::Error badEncoding(const Scene& scene);
base::Error tooLarge(qint64 limit, const Scene& scene);
base::Error protectedTarget(const Scene& scene);
base::Error dropped(const Scene& scene);

bool isRedirect(int status);

} // namespace http
