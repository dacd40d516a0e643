#pragma once

#include "core/sim/operator/queue.h"

namespace sim::op {

/// The Flink Kubernetes operator: its process, which can be stopped, killed and started again, and its webhook.
class Operator
{
public:
    Operator(World& world, Settings settings);
    Operator(const Operator&) = delete;
    Operator& operator=(const Operator&) = delete;
    ~Operator();

    /// Changes hold from the next round on.
    Settings& settings() { return m_settings; }

    /// The process is up and looks at every resource. Nothing when it runs.
    void start();
    /// SIGTERM: ends the rounds it is in and is gone then.
    void stop();
    /// SIGKILL: whatever it was doing stays as it is.
    void kill();
    bool isRunning() const { return bool(m_process); }

private:
    struct Process;

    std::optional<Refusal> review(Review& asked) const;
    std::optional<Refusal> mutate(Review& asked) const;
    std::optional<Refusal> validate(const Review& asked) const;

    World& m_world;
    Settings m_settings;
    Chance m_chance;
    Rest m_rest;
    FlinkService m_flink;
    Clusters m_clusters;
    Journal m_journal;
    std::map<QString, qint64> m_seenFailures;
    std::map<QString, AutoscalerMemory> m_autoscalers;
    std::vector<Subscription> m_webhook;
    std::unique_ptr<Process> m_process;
};

} // namespace sim::op
