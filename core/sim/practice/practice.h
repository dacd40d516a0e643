#pragma once

#include "core/sim/api/host.h"
#include "core/sim/practice/scenario.h"

#include <functional>
#include <memory>

namespace sim::practice {

/// All rehearsals there are, "healthy" first, then from easy to hard.
QList<Scenario> scenarios();

/// The practice cluster: a small company's fleet of Flink in a cluster of this process, and the rehearsal that is
/// played in it. Its functions are called from one thread; none of them blocks for longer than it takes to start a
/// server.
class Practice
{
public:
    /// Starts with the fleet and `scenario`, at once.
    explicit Practice(const HostOptions& options, const QString& scenario = QStringLiteral("healthy"));
    ~Practice();
    Practice(const Practice&) = delete;
    Practice& operator=(const Practice&) = delete;

    /// Empty: it serves.
    const QString& problem() const;
    Host& host();

    /// Another rehearsal, in a fresh world behind the same address and with the same kubeconfig: clients find it as
    /// after a restart of the API server.
    void begin(const QString& scenario);
    /// Called when the progress has changed, in the thread of the cluster, until null is set.
    void setListener(std::function<void(const Progress&)> listener);
    Progress progress() const;

    /// One more of the scenario's hints; -1: there is none left.
    int takeHint();
    /// Somebody says: this is the cause. True: it is.
    bool suspect(const QString& id);
    Debrief debrief() const;

private:
    class Playing;
    std::unique_ptr<Playing> m_playing;
};

} // namespace sim::practice
