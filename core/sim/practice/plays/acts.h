#pragma once

#include "core/sim/practice/play.h"

#include <memory>
#include <vector>

/// What plays are made of: people who write, things that happen later, and questions about the jobs.
namespace sim::practice {

/// As a user of the API would.
Write by(const QString& user, const QString& manager = QStringLiteral("kubectl-edit"));

/// Changes the FlinkDeployment; nothing when it is refused.
void changeDeployment(Cluster& cluster, const QString& ns, const QString& name, const Write& write,
                      const Objects::Edit& edit);
/// A snapshot resource for a savepoint of the FlinkDeployment.
void orderSavepoint(Cluster& cluster, const QString& ns, const QString& name, const QString& snapshot,
                    const QString& user);
/// Its state is COMPLETED.
bool isTaken(const Cluster& cluster, const QString& ns, const QString& snapshot);

/// Steps that follow one another; lives as long as the play's fault.
class Script
{
public:
    explicit Script(Clock& clock)
        : m_clock(clock)
    {
    }
    Script(const Script&) = delete;
    Script& operator=(const Script&) = delete;

    void after(Duration delay, std::function<void()> step);
    /// As soon as it holds; asked every second.
    void when(std::function<bool()> holds, std::function<void()> step);
    /// Again and again.
    void every(Duration interval, std::function<void()> step);
    void keep(Subscription subscription) { m_subscriptions.push_back(std::move(subscription)); }

private:
    Clock& m_clock;
    std::shared_ptr<const bool> m_alive = std::make_shared<const bool>(true);
    std::vector<Subscription> m_subscriptions;
};

/// The records of no source are older than that before they are read.
bool isUpToDate(const Cluster& cluster, const QString& ns, const QString& name, Duration lag);
/// The oldest record that waits for the job is older.
bool lagsBehind(const Cluster& cluster, const QString& ns, const QString& name, Duration lag);
/// All tasks run, and none of them holds up others.
bool flowsFreely(const Cluster& cluster, const QString& ns, const QString& name);
/// The job is sick while records wait for minutes, and well once it is up to date and nothing holds it up.
void judgeByLag(Play& play, const QString& ns, const QString& name);
/// A failure of the job in the last `span` tells of that.
bool hasFailedWith(const Cluster& cluster, const QString& ns, const QString& name, QStringView words, Duration span);
/// The job runs on state that is older than the rehearsal: it took it from a snapshot whose number counts on from
/// then. A job that began from nothing counts its checkpoints from 1 again, and whatever it restores from its own is no
/// recovery.
bool hasKeptItsState(const Cluster& cluster, const QString& ns, const QString& name);
/// The jar in the specification has that file name.
bool runsJar(const Cluster& cluster, const QString& ns, const QString& name, const QString& file);

} // namespace sim::practice
