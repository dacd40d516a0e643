#pragma once

#include "core/flink/clusterobserver.h"
#include "core/flink/connectionsettings.h"
#include "core/flink/connectionstate.h"
#include "core/flink/deployment.h"
#include "core/flink/objects.h"
#include "core/flink/pod.h"
#include "core/flink/serviceproxy.h"
#include "core/kube/access.h"
#include "core/kube/store.h"

#include <QObject>

#include <memory>

namespace flink {

/// The pauses and limits of a connection; tests shorten them.
struct ConnectionTimes
{
    std::chrono::milliseconds staleAfter{60'000};
    std::chrono::milliseconds probeAfter{30'000}; ///< without a sign of life the server is asked for its version
    std::chrono::milliseconds tick{10'000};       ///< how often age, life and the clock are looked at
    std::chrono::milliseconds clockJump{15'000};  ///< a wall clock this much ahead of the ticks: the machine slept
    kube::WatchTimes watch;
    PollTimes poll;
};

/// One open connection: a kubeconfig context with its watches, or a bare Flink REST address. Owns everything that talks
/// to it.
class Connection : public QObject
{
    Q_OBJECT
public:
    enum class Type { Context, Endpoint };

    /// Opens nothing before open().
    static std::unique_ptr<Connection> toContext(const kube::ContextAccess& access, ConnectionSettings settings,
                                                 ConnectionTimes times = {});
    static std::unique_ptr<Connection> toEndpoint(const QUrl& address,
                                                  std::shared_ptr<http::CredentialSource> credentials,
                                                  http::Trust trust, ConnectionSettings settings,
                                                  ConnectionTimes times = {});
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
    /// Ends the credential plugin that waits for the user; reconnect() lets it run again.
    void cancelSignIn();

    // A context has these; an endpoint has none (null).
    kube::Api* api() const;
    const Objects<Deployment>* deployments() const; ///< merged over the watched namespaces
    const Objects<SessionJob>* sessionJobs() const;
    const Objects<StateSnapshot>* snapshots() const;

    /// The observer of one deployment's Flink cluster (through the service proxy), or of the endpoint (empty key).
    /// Shared; it lives as long as somebody holds it, also beyond the connection. A session job's cluster is
    /// clusterOf() it. Null: a context was asked without a key.
    std::shared_ptr<ClusterObserver> observer(const kube::ObjectKey& deployment = {});
    /// To ask a deployment's Flink cluster, or that of the endpoint (empty key), once in a while, without watching it;
    /// the connection must outlive it.
    std::unique_ptr<RestClient> restClient(const kube::ObjectKey& deployment) const;
    /// Watches the pods and events of one deployment, and its full document, as long as somebody holds them.
    std::shared_ptr<kube::Store<Pod>> pods(const kube::ObjectKey& deployment);
    std::shared_ptr<kube::Store<Event>> events(const kube::ObjectKey& deployment);
    std::shared_ptr<kube::Store<Deployment>> document(const kube::ObjectKey& deployment);

signals:
    void stateChanged();
    void settingsChanged();
    void warned(const QString& text); ///< the server's words, safe to show; see http::Client::warned

private:
    class Private;
    explicit Connection(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace flink
