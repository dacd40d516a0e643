#pragma once

#include "core/sim/practice/scenario.h"

#include <functional>
#include <memory>

namespace practice {

using sim::Duration;
using sim::Instant;
using sim::practice::Debrief;
using sim::practice::Goal;
using sim::practice::Progress;
using sim::practice::Scenario;
using sim::practice::Suspect;

/// A practice cluster that runs, with the rehearsal that is played in it. Called from one thread at a time: what takes
/// longer, to start and to begin(), from one of the pool, while nobody else calls it; the rest from the window's.
class Cluster
{
public:
    virtual ~Cluster() = default;

    /// Why it does not serve, in the system's words; empty: it does.
    virtual QString problem() const = 0;
    /// `taken`: names a context must not have.
    virtual QByteArray kubeconfig(const QStringList& taken) = 0;
    /// Another rehearsal, from its beginning, behind the same address.
    virtual void begin(const QString& scenario) = 0;
    /// Seconds of the cluster in a real second.
    virtual void setSpeed(double speed) = 0;
    /// Called in the thread of the cluster, until another one or null is set.
    virtual void setListener(std::function<void(const Progress&)> listener) = 0;
    virtual Progress progress() const = 0;
    /// One more hint; -1: there is none left.
    virtual int takeHint() = 0;
    /// True: this is the cause.
    virtual bool suspect(const QString& id) = 0;
    virtual Debrief debrief() const = 0;
};

/// Where rehearsals come from; without anything said there are none.
struct Source
{
    /// In the language of the program at the time of the call.
    std::function<QList<Scenario>()> scenarios = [] { return QList<Scenario>(); };
    std::function<std::unique_ptr<Cluster>(const QString& scenario, double speed)> start;
};

/// The one in this process.
Source simulated();

} // namespace practice
