#pragma once

#include "core/sim/flink/jobmanager.h"
#include "core/sim/kubelet/program.h"

namespace sim::practice {

/// Runs Flink in the containers of pods: what a container is says its pod's label component (jobmanager or
/// taskmanager), what it runs its configuration.
class FlinkPods
{
public:
    /// How long processes take to come up.
    struct Timing
    {
        Duration jobManager{7000};    ///< until REST answers
        Duration brokenProgram{3000}; ///< until a program that cannot be loaded ends
        Duration taskManager{5000};   ///< until it has registered
        Duration parting{200};        ///< from SIGTERM until the JobManager has lost a TaskManager
        Duration shutDown{700};       ///< from SIGTERM to the end of the process
    };
    /// What a jar holds.
    struct Jar
    {
        flink::JobSpec program;
        QStringList entryClasses; ///< besides the one of its manifest
        /// What the arguments of a job change in the program; null: it takes none.
        std::function<void(flink::JobSpec& program, const QStringList& arguments)> take = {};
    };

    FlinkPods(World& world, flink::Broker& broker, flink::Storage storage);
    FlinkPods(const FlinkPods&) = delete;
    FlinkPods& operator=(const FlinkPods&) = delete;

    /// `file` is the last part of a jarURI: orders.jar. Jars that are not known hold what the first one does.
    void addJar(const QString& file, const Jar& jar);
    Timing& timing() { return m_timing; }
    /// Called with each new JobManager before it starts.
    void setPreparation(std::function<void(const QString& ns, flink::JobManager&)> prepare)
    {
        m_prepare = std::move(prepare);
    }

    kubelet::Launcher launcher();
    /// The one that leads now; null: none runs.
    flink::JobManager* jobManager(const QString& ns, const QString& cluster) const;

private:
    class JobManagerProgram;
    class TaskManagerProgram;

    const Jar* jarOf(const QString& uri) const;
    flink::Setup setup(const kubelet::Container& container) const;

    World& m_world;
    flink::Broker& m_broker;
    flink::Storage m_storage;
    Timing m_timing;
    std::map<QString, Jar> m_jars;
    std::map<std::pair<QString, QString>, flink::JobManager*> m_managers;
    std::function<void(const QString&, flink::JobManager&)> m_prepare;
};

} // namespace sim::practice
