#pragma once

#include "core/sim/kubelet/deployments.h"
#include "core/sim/kubelet/endpointslices.h"
#include "core/sim/kubelet/podrun.h"
#include "core/sim/kubelet/quota.h"
#include "core/sim/kubelet/replicasets.h"
#include "core/sim/kubelet/scheduler.h"

namespace sim::kubelet {

/// One machine of the cluster.
struct Machine
{
    QString name;
    double cpu = 16;                                 ///< cores
    qint64 memory = qint64(64) * 1024 * 1024 * 1024; ///< bytes
    int pods = 110;
};

/// What runs pods: the nodes with their kubelets, and the parts of the control plane between a Deployment and its pods.
class Nodes
{
public:
    /// `launcher` starts the programs of all containers.
    Nodes(World& world, const std::vector<Machine>& machines, Launcher launcher);
    Nodes(const Nodes&) = delete;
    Nodes& operator=(const Nodes&) = delete;

    Conditions& conditions() { return m_conditions; }

    /// Kills the container of a pod as the kernel does when its memory limit is reached. Nothing when it does not run.
    void killForMemory(const QString& ns, const QString& pod);
    /// Memory pressure of a machine: a condition, a taint that keeps new pods away; its pods stay.
    void setMemoryPressure(const QString& machine, bool pressed);

private:
    void addMachine(const Machine& machine);
    void look(const Event& event);
    void arrive(const Stored& pod);

    World& m_world;
    Launcher m_launcher;
    Conditions m_conditions;
    Chance m_chance;
    Recorder m_recorder;
    EventExpiry m_expiry;
    PodAdmission m_admission;
    Deployments m_deployments;
    ReplicaSets m_sets;
    EndpointSlices m_slices;
    Scheduler m_scheduler;
    int m_addresses = 1;
    std::map<QString, std::unique_ptr<PodRun>> m_runs; ///< by the pod's uid
    Subscription m_pods;
};

} // namespace sim::kubelet
