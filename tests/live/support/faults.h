#pragma once

#include "tests/live/support/clusterscene.h"

namespace live {

/// What tests do to a cluster and to the deployment of a scene, each in one call that answers whether it was done. What
/// has a counterpart is undone by it and not by itself.
class Faults
{
public:
    /// The scene must outlive it.
    explicit Faults(const ClusterScene& scene);

    // Its pods and what keeps them.
    [[nodiscard]] bool killTaskManager() const;
    [[nodiscard]] bool killJobManager() const;
    [[nodiscard]] bool deleteJobManagerDeployment() const;
    /// Its pointers to checkpoints, which a JobManager that lives writes again.
    [[nodiscard]] bool dropHighAvailability() const;
    /// The file that tells what is in a snapshot holds nonsense from its middle on. `path` as Flink says it.
    [[nodiscard]] bool damageSnapshot(const QString& path) const;
    [[nodiscard]] bool deleteSnapshot(const QString& path) const;
    /// Of the job that runs: the same with its newest checkpoint, and with the copies a JobManager would start from.
    [[nodiscard]] bool damageNewestCheckpoint() const;
    [[nodiscard]] bool breakImageName() const;
    [[nodiscard]] bool mendImageName() const;
    /// No pod is added to the namespace any more.
    [[nodiscard]] bool fillQuota() const;
    [[nodiscard]] bool emptyQuota() const;
    /// Nothing reaches the JobManager's pod, and nothing comes from it.
    [[nodiscard]] bool blockJobManager() const;
    [[nodiscard]] bool unblock() const;

    // The control plane; a part's name is as `cluster status` has it: apiserver, operator, kubelet, etcd ...
    [[nodiscard]] static bool stop(const QString& part) { return tell({QStringLiteral("stop"), part}); }
    [[nodiscard]] static bool start(const QString& part) { return tell({QStringLiteral("start"), part}); }
    [[nodiscard]] static bool freeze(const QString& part) { return tell({QStringLiteral("freeze"), part}); }
    [[nodiscard]] static bool thaw(const QString& part) { return tell({QStringLiteral("thaw"), part}); }
    /// What was asked for before now is gone.
    [[nodiscard]] static bool compactEtcd() { return tell({QStringLiteral("compact")}); }
    /// Of a user, or of the "apiserver", which takes it over within a minute.
    [[nodiscard]] static bool expireCertificate(const QString& name) { return tell({QStringLiteral("expire"), name}); }
    [[nodiscard]] static bool renewCertificate(const QString& name) { return tell({QStringLiteral("renew"), name}); }
    /// All rights of the user "viewer".
    [[nodiscard]] bool revokeViewer() const;
    [[nodiscard]] bool grantViewer() const;

private:
    [[nodiscard]] static bool tell(const QStringList& words);
    [[nodiscard]] bool kill(const QString& component) const;

    const ClusterScene& m_scene;
};

} // namespace live
