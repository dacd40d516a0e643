#pragma once

#include "core/sim/operator/failure.h"
#include "core/sim/operator/manifests.h"
#include "core/sim/world/world.h"

namespace sim::op {

/// The Kubernetes objects of Flink clusters: makes them, takes them away, looks at them.
class Clusters
{
public:
    using Done = std::function<void(const std::optional<Failure>&)>;
    enum class HaMetadata { Keep, Delete };

    Clusters(World& world, const Settings& settings, Chance& chance);

    /// The Deployment first, the ConfigMaps and the service a moment later, as Flink's client does.
    void deploy(const Owner& owner, const Spec& spec, const Configuration& shipped, Release release, Done done);
    /// Scales the JobManager to nothing, deletes its Deployment and waits until every pod is gone.
    void remove(const QString& ns, const QString& name, HaMetadata metadata, Done done);

    /// Forgets what is under way, as a killed process does: no step follows the one that was made.
    void abandon() { ++m_epoch; }

    Snapshot deployment(const QString& ns, const QString& name) const;
    std::vector<Snapshot> jobManagerPods(const QString& ns, const QString& name) const;
    /// The operator knows the JobManager's name by now.
    bool isNameKnown(const QString& ns, const QString& name) const;
    /// No JobManager pod of the present Deployment ever became available.
    bool neverStarted(const QString& ns, const QString& name) const;

    /// The job's ConfigMap is there.
    bool hasHaMetadata(const QString& ns, const QString& name) const;
    /// It points to a checkpoint.
    bool hasCheckpoint(const QString& ns, const QString& name) const;
    void dropHaMetadata(const QString& ns, const QString& name);
    /// Makes the next JobManager take the job from its own configuration instead of the stored graph.
    void dropJobGraphs(const QString& ns, const QString& name);

    /// What keeps the JobManager from starting, in the words of its containers, its volumes or its ReplicaSet; nothing:
    /// it just takes time.
    std::optional<Failure> startProblem(const QString& ns, const QString& name, Release release) const;

private:
    struct Removal;

    /// Runs the step later, unless all was abandoned meanwhile.
    void later(Duration pause, std::function<void()> step);
    void awaitPods(const std::shared_ptr<Removal>& removal);
    void awaitEnd(const std::shared_ptr<Removal>& removal);
    std::vector<Snapshot> haMaps(const QString& ns, const QString& name) const;
    std::vector<Snapshot> pods(const QString& ns, const QString& name) const;
    std::optional<QString> mountProblem(const Stored& pod) const;

    World& m_world;
    const Settings& m_settings;
    Chance& m_chance;
    quint64 m_epoch = 0;
    std::map<std::pair<QString, QString>, Instant> m_namesKnown;
};

} // namespace sim::op
