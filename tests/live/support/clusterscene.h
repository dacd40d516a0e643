#pragma once

#include "tests/live/support/counting.h"
#include "tests/live/support/observation.h"
#include "tests/live/support/podcluster.h"
#include "tests/live/support/trail.h"

#include <memory>
#include <optional>

namespace live {

/// A cluster of its own for a test program, with one deployment in it: changed with kubectl, watched by the product.
/// The cluster ends with the scene.
class ClusterScene
{
public:
    explicit ClusterScene(kube::ObjectKey deployment);
    ~ClusterScene();
    Q_DISABLE_COPY_MOVE(ClusterScene)

    /// Raises the cluster, goes into its network and begins to watch; if it says false, problem() tells why.
    [[nodiscard]] bool raise(PodCluster::Kind kind = PodCluster::Kind::Whole);
    [[nodiscard]] QString problem() const { return m_problem; }

    [[nodiscard]] const PodCluster& cluster() const { return m_cluster; }
    [[nodiscard]] const Observation& seen() const { return *m_seen; }
    [[nodiscard]] const kube::ObjectKey& deployment() const { return m_deployment; }

    /// In the deployment's namespace, as admin; what it says when it fails is in the test's log.
    [[nodiscard]] bool kubectl(const QStringList& arguments) const;
    /// What stands in tests/live/manifests under this name.
    [[nodiscard]] bool apply(const QString& manifest) const;
    /// A merge patch of the deployment's spec, as JSON.
    [[nodiscard]] bool patch(const QByteArray& spec) const;
    /// Waits until operator, Flink and pods agree that it is well; after a change of the spec give the trail that was
    /// begun before it, because the old STABLE stays for a moment.
    [[nodiscard]] bool becomesWell(const Trail* since = nullptr) const;
    /// Writes the resource as it is now to DREY_KEEP_RECORDS, where that is set: material for fixtures.
    void keepMoment(const QString& name) const;
    /// Waits until the job tells.
    [[nodiscard]] std::optional<Counting> counting() const;

private:
    PodCluster m_cluster;
    kube::ObjectKey m_deployment;
    QString m_problem;
    std::unique_ptr<Observation> m_seen;
};

} // namespace live
