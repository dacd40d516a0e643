#pragma once

#include "core/base/observed.h"
#include "core/flink/rest.h"
#include "core/kube/watch.h"

#include <QStringList>

#include <chrono>
#include <optional>

namespace flink {

/// How a connection as a whole is doing, for the status bar and the freshness dot.
struct ConnectionState
{
    enum class Kind {
        Closed,
        Connecting,
        Live,
        Reconnecting, ///< trying again; `error`, `nextAttempt`, `attempt` tell
        Stale,        ///< the last contact is older than 60 s
        Unauthorized,
        NotPermitted, ///< may not list Flink deployments anywhere we were told to look
        NotInstalled, ///< connected, but the CRDs are not there
        Unreachable,  ///< never reached since it was opened
    };

    Kind kind = Kind::Closed;
    std::optional<base::Error> error; ///< beside Live: what holds for a part only, e.g. one namespace
    QDateTime lastContact, nextAttempt;
    int attempt = 0;
    std::chrono::milliseconds latency{-1}; ///< -1: not measured
    int watches = 0;
    QDateTime signInSince; ///< valid: since then a credential plugin has been waiting for the user
    QStringList unwatched; ///< namespaces left out because each costs a stream

    friend bool operator==(const ConnectionState&, const ConnectionState&) = default;
};

/// What one watch reports about itself.
struct WatchReport
{
    kube::Watch::State state = kube::Watch::State::Idle;
    std::optional<base::Error> error;
    QDateTime lastContact, nextAttempt;
    int attempt = 0;
};
WatchReport reportOf(const kube::Watch& watch);

/// Pure: the state told by the watches of the Flink deployments. `lastContact` is any other proof that the server
/// answers; the latest counts.
ConnectionState judge(const QList<WatchReport>& reports, const QDateTime& lastContact, const QDateTime& now,
                      std::chrono::milliseconds staleAfter);
/// Pure: the state told by the overview of a bare Flink endpoint.
ConnectionState judge(const base::Observed<ClusterOverview>& overview, const QDateTime& now,
                      std::chrono::milliseconds staleAfter);

} // namespace flink
