#pragma once

#include "core/sim/api/api.h"
#include "core/sim/api/certificates.h"
#include "core/sim/documents/definitions.h"
#include "core/sim/kubelet/nodes.h"
#include "core/sim/operator/operator.h"
#include "core/sim/practice/flinkpods.h"

#include <QTemporaryDir>

#include <set>

namespace sim::practice {

/// How a practice cluster is built.
struct Setting
{
    op::Settings operatorSettings = {};
    std::vector<kubelet::Machine> machines = {{QStringLiteral("node-1")}};
    /// Whose definitions of resources are installed; unset: the operator's own.
    std::optional<documents::OperatorRelease> definitions = {};
    /// The cluster's clock minus the right time.
    Duration clockOffset{0};
};

/// What a fault can do to those who stand outside of the cluster.
struct Doors
{
    Api* api = nullptr; ///< null: there is no API server, only a world
    std::function<void(const Validity&)> showCertificate = {};
    std::function<void()> cutConnections = {};
};

/// The one world: Kafka, a file system, nodes whose pods run Flink and the operator, metrics of their usage. Everything
/// that happens in it follows from the objects of the API and from time; faults are put into its parts. Lives and dies
/// in the thread of the cluster, before its World.
class Cluster
{
public:
    Cluster(World& world, const Setting& setting, Doors doors = {});
    ~Cluster();
    Cluster(const Cluster&) = delete;
    Cluster& operator=(const Cluster&) = delete;

    World& world() { return m_world; }
    const World& world() const { return m_world; }
    Clock& clock() { return m_world.clock; }
    const Clock& clock() const { return m_world.clock; }
    Objects& objects() { return m_world.objects; }
    const Objects& objects() const { return m_world.objects; }
    flink::Broker& broker() { return m_broker; }
    const flink::Broker& broker() const { return m_broker; }
    flink::Storage& storage() { return m_storage; }
    const flink::Storage& storage() const { return m_storage; }
    FlinkPods& pods() { return m_pods; }
    kubelet::Nodes& nodes() { return m_nodes; }
    /// Runs as long as one of its pods does (see installOperator()), or after start().
    op::Operator& flinkOperator() { return m_operator; }
    Doors& doors() { return m_doors; }

    /// The folder of this disk that holds all checkpoints; removed with the cluster.
    QString folder() const { return m_folder.path(); }
    /// Null: no JobManager of that name runs.
    flink::JobManager* jobManager(const QString& ns, const QString& name) const { return m_pods.jobManager(ns, name); }
    /// The job of an application, or the session job of that name; null: there is none. Brought up to now.
    flink::Job* job(const QString& ns, const QString& name, const QString& jobName = {}) const;

    /// What a program of another kind than Flink and the operator does: its pods have this value of the label
    /// app.kubernetes.io/name.
    void addProgram(const QString& name, kubelet::Launcher launcher) { m_programs[name] = std::move(launcher); }

private:
    class OperatorProgram;

    std::unique_ptr<kubelet::Program> launch(const kubelet::Container& container, kubelet::Signals signals_);
    std::optional<PodUsage> usageOf(const QString& ns, const QString& pod) const;

    World& m_world;
    QTemporaryDir m_folder;
    flink::Broker m_broker;
    flink::Storage m_storage;
    Doors m_doors;
    FlinkPods m_pods;
    std::map<QString, kubelet::Launcher> m_programs;
    std::set<const OperatorProgram*> m_operators; ///< processes that are up
    op::Operator m_operator;
    kubelet::Nodes m_nodes; ///< ends first, and with it all programs
};

} // namespace sim::practice
