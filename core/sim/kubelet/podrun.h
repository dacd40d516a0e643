#pragma once

#include "core/sim/kubelet/program.h"
#include "core/sim/kubelet/recorder.h"
#include "core/sim/world/world.h"

namespace sim::kubelet {

/// What a node knows of the world around its pods; may be changed at any time and holds from the next pod on.
struct Conditions
{
    /// From a pod's arrival until its volumes are mounted. Short: before the ConfigMaps of a fresh Flink cluster are
    /// there.
    Duration mountDelay{400};
    Duration startDelay{700}; ///< from mounted volumes to a started container with the image present
    Duration stopDelay{500};  ///< from the end of the last container until the pod is gone
    /// Why an image cannot be pulled, in the runtime's words; nothing: it can.
    std::function<std::optional<QString>(const QString& image)> pullError;
};

/// One pod on its node: mounts, pulls, starts, restarts with back-off, stops. Dies with the pod.
class PodRun
{
public:
    struct Surroundings
    {
        World& world;
        Recorder& recorder;
        const Conditions& conditions;
        const Launcher& launcher;
        Chance& chance;
    };

    PodRun(Surroundings around, const Stored& pod, QString ip);
    PodRun(const PodRun&) = delete;
    PodRun& operator=(const PodRun&) = delete;
    ~PodRun();

    /// The pod is to end, with the grace its metadata grants.
    void stop();
    /// Ends the container as the kernel does when memory is short.
    void killContainer(const Exit& exit);

private:
    enum class Stage { Mounting, Pulling, Starting, Running, Terminated, BackingOff, Over };

    Snapshot pod() const;
    void mount();
    void mounted();
    void pull();
    void pullFailed(const QString& why);
    void pullBackOff(const QString& why);
    void start();
    void probe();
    void becomeReady();
    void ended(quint64 run, const Exit& exit);
    void restartLater();
    void backOff();
    void over(const Exit& exit, const QString& message = {});
    void leave();
    void tell();
    void say(Note::Type type, const QString& reason, const QString& message);

    Signals signalsOf(quint64 run);
    Container container(const Stored& pod) const;
    QStringList missingConfigMaps(const Stored& pod);
    QJsonObject containerStatus() const;

    Surroundings m_around;
    QString m_namespace;
    QString m_name;
    QString m_uid;
    QString m_ip;
    QString m_container;
    QString m_image;
    QString m_node;
    Instant m_startTime;
    Subject m_subject;

    Stage m_stage = Stage::Mounting;
    bool m_mounted = false;
    bool m_ready = false;
    bool m_stopping = false;
    quint64 m_run = 0; ///< counts the starts; tells a late signal from a present one
    int m_restarts = 0;
    int m_pullFailures = 0;
    Duration m_backOff{0};
    QJsonObject m_state;
    QJsonObject m_lastState;
    QString m_phase = QStringLiteral("Pending");
    std::unique_ptr<Program> m_program;
    Instant m_startedAt;
    std::shared_ptr<Log> m_log;
    Alarm m_alarm;
    Alarm m_kill;
    Alarm m_probe;
    std::shared_ptr<PodRun*> m_self; ///< tells signals that come later whether the pod is still there
};

} // namespace sim::kubelet
