#pragma once

#include "tests/support/sim/apibench.h"

#include "core/sim/practice/fleet.h"
#include "core/sim/practice/play.h"

namespace support {

/// A rehearsal without sockets and threads: the company's cluster with its API server, the fault, a user, and time that
/// moves when told. The same seed gives the same world.
class PlayBench
{
public:
    explicit PlayBench(const QString& name, quint64 seed = 7);
    ~PlayBench();
    PlayBench(const PlayBench&) = delete;
    PlayBench& operator=(const PlayBench&) = delete;

    /// Sets the fault and lets time pass until the symptom is there, at most so long. True: it is.
    bool becomesSick(std::chrono::minutes most = std::chrono::minutes(20));
    /// Until all goals have held for as long as the play demands, at most so long. True: they have.
    bool recovers(std::chrono::minutes most = std::chrono::minutes(20));
    /// As many as the play has, as they are now.
    QList<bool> goals() const;
    bool anyGoalHolds() const { return goals().contains(true); }
    bool allGoalsHold() const { return !goals().contains(false); }
    void pass(std::chrono::milliseconds time);
    bool passUntil(const std::function<bool()>& holds, std::chrono::minutes most = std::chrono::minutes(20));

    /// A request of a user, the administrator unless become() was called, through the API server. Status 0: no answer.
    ApiAnswer ask(const QByteArray& method, const QByteArray& target, const QByteArray& body = {},
                  const QByteArray& contentType = "application/json");
    ApiAnswer get(const QByteArray& target) { return ask("GET", target); }
    /// JSON merge patch.
    ApiAnswer patch(const QByteArray& target, const QByteArray& body)
    {
        return ask("PATCH", target, body, "application/merge-patch+json");
    }
    /// Who asks from now on: admin, operator, viewer.
    void become(const QByteArray& token) { m_token = token; }

    static QByteArray flinkPath(const char* plural, const char* ns, const char* name)
    {
        return QByteArray("/apis/flink.apache.org/v1beta1/namespaces/") + ns + '/' + plural + '/' + name;
    }

    const sim::practice::Play& play;
    sim::World world;
    sim::Clock wall;
    sim::Api api;
    sim::Registry registry;
    std::optional<sim::Validity> certificate; ///< what new connections would be shown
    int cuts = 0;                             ///< how often all connections were cut
    std::unique_ptr<sim::practice::Cluster> cluster;

private:
    QByteArray m_token = "admin";
    std::shared_ptr<void> m_fault;
};

} // namespace support
