#pragma once

#include "core/flink/clusterobserver.h"
#include "core/flink/connectionsettings.h"
#include "core/flink/deployment.h"
#include "core/flink/objects.h"
#include "core/flink/pod.h"
#include "core/kube/access.h"
#include "core/kube/store.h"

#include <QObject>

#include <memory>

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
    std::optional<base::Error> error;
    QDateTime lastContact, nextAttempt;
    int attempt = 0;
    std::chrono::milliseconds latency{-1}; ///< -1: not measured
    int watches = 0;
};

/// One open connection: a kubeconfig context with its watches, or a bare Flink REST address. Owns everything that talks to it.
class Connection : public QObject
{
    Q_OBJECT
public:
    enum class Type { Context, Endpoint };

    /// Opens nothing before open().
    static std::unique_ptr<Connection> toContext(const kube::ContextAccess& access, ConnectionSettings settings);
    static std::unique_ptr<Connection> toEndpoint(const QUrl& address, std::shared_ptr<http::CredentialSource> credentials,
                                                  http::Trust trust, ConnectionSettings settings);
    ~Connection() override;

    Type type() const;
    QString id() const;
    const ConnectionSettings& settings() const;
    void setSettings(const ConnectionSettings& settings); ///< protection takes effect at once
    ConnectionState state() const;
    QString actingAs() const;

    void open();
    void close();
    void reconnect();

    // A context has these; an endpoint has none (null).
    kube::Api* api() const;
    const Objects<Deployment>* deployments() const; ///< merged over the watched namespaces
    const Objects<SessionJob>* sessionJobs() const;
    const Objects<StateSnapshot>* snapshots() const;

    /// The observer of one deployment's Flink cluster (through the service proxy), or of the endpoint (empty key). Shared; it
    /// lives as long as somebody holds it.
    std::shared_ptr<ClusterObserver> observer(const kube::ObjectKey& deployment = {});
    /// Watches the pods and events of one deployment, and its full document, as long as somebody holds them.
    std::shared_ptr<kube::Store<Pod>> pods(const kube::ObjectKey& deployment);
    std::shared_ptr<kube::Store<Event>> events(const kube::ObjectKey& deployment);
    std::shared_ptr<kube::Store<Deployment>> document(const kube::ObjectKey& deployment);

signals:
    void stateChanged();
    void settingsChanged();

private:
    Connection();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace flink
