#pragma once

#include "core/sim/api/kubeconfig.h"
#include "core/sim/api/server.h"
#include "core/sim/documents/definitions.h"
#include "core/sim/world/world.h"

#include <functional>
#include <memory>

namespace sim {

class Api;

/// How a practice cluster is to run.
struct HostOptions
{
    int port = 0; ///< 0: any free one
    quint64 seed = 1;
    /// The cluster's time when it begins; unset: now.
    std::optional<Instant> start = {};
    double speed = 1; ///< seconds of the cluster in a real second; 0: its time stands still
    documents::OperatorRelease release = documents::OperatorRelease::V1_15;
    QString ownNamespace = QStringLiteral("default"); ///< of the context practice-operator
    /// The controllers run that fill each namespace; an API server that stands alone has none.
    bool hasControllers = true;
    ServerLimits limits = {};
};

/// A practice cluster that runs: a world, its API server and their thread. Everything but the constructor's `fill` and
/// what is given to post() runs in the caller's thread and may be called from one thread only.
class Host
{
public:
    /// Runs in the thread of the cluster.
    using Task = std::function<void(World& world, Api& api)>;

    /// Starts to serve; returns when clients are answered. `fill` puts into the fresh world what shall be there from
    /// the start.
    explicit Host(const HostOptions& options, const Task& fill = {});
    ~Host();
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;

    /// What kept it from serving, in the system's words; empty: it serves.
    const QString& problem() const { return m_problem; }
    /// https://127.0.0.1:PORT
    const QString& server() const { return m_server; }
    /// With the contexts practice (admin, current), practice-operator (one namespace) and practice-viewer (read only).
    QByteArray kubeconfig() const;
    /// The certificate authority, PEM.
    QByteArray authority() const { return m_authority.certificate(); }
    QByteArray adminToken() const { return m_contexts.first().token; }
    const QList<KubeconfigContext>& contexts() const { return m_contexts; }

    /// A fresh world behind the same address, authority and tokens: clients find it as after a restart of the API
    /// server. Of the options port, limits and ownNamespace stay what they were. `before` runs in the thread of the
    /// cluster when the old world stands still, and lets go of it. Returns when clients are answered.
    void restart(const HostOptions& options, const Task& fill = {}, const std::function<void()>& before = {});
    /// Serves no more, for good; the world stays as it is until this dies.
    void stop();
    /// Runs `task` soon, in the thread of the cluster.
    void post(Task task);
    /// Runs it and waits until it is done. Never from the thread of the cluster.
    void run(const Task& task);
    /// From now on; 0 stops the time of the cluster.
    void setSpeed(double speed);
    /// Lets so much time of the cluster pass at once, and waits until what was due is done.
    void step(Duration duration);
    /// New connections are shown a certificate of this validity. From any thread.
    void showCertificate(const Validity& validity);
    /// Ends every connection without a word. From any thread.
    void cutConnections();

private:
    class Running;

    void found(const HostOptions& options, const Task& fill);
    void here(const std::function<void()>& task);

    Authority m_authority;
    QString m_problem;
    QString m_server;
    QList<KubeconfigContext> m_contexts;
    std::unique_ptr<Running> m_running;
};

} // namespace sim
