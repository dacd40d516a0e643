#pragma once

#include "tests/live/support/cache.h"
#include "tests/live/support/command.h"

#include <QString>
#include <QStringList>

#include <chrono>

namespace live {

/// The whole cluster of tests/live/cluster, with pods and the Flink operator: there is one on a machine.
class PodCluster
{
public:
    enum class Kind {
        Whole,
        Bare,      ///< without the operator
        Monitored, ///< whole, with Prometheus and Alertmanager
    };

    /// For what takes the operator some rounds, Java some starts and the machine its time.
    static constexpr std::chrono::milliseconds patience = std::chrono::seconds(240);
    /// For what the API server or Flink tells at once.
    static constexpr std::chrono::milliseconds soon = std::chrono::seconds(30);
    /// In which its operator has looked at everything again (kubernetes.operator.reconcile.interval 15 s).
    static constexpr std::chrono::milliseconds operatorRound = std::chrono::seconds(20);

    PodCluster();
    ~PodCluster(); ///< leave() and down()
    Q_DISABLE_COPY_MOVE(PodCluster)

    /// Why there can be none on this machine, or now: a part is missing, a capability, or one is up; empty: there can.
    [[nodiscard]] static QString obstacle();

    /// Raises it, so that it ends at the latest when the process `boundTo` does. Tries again once when it does not come
    /// up, and says so. Takes up to ten minutes; if it says false, problem() tells why.
    [[nodiscard]] bool up(Kind kind, qint64 boundTo);
    /// Takes it down, and what a crash has left.
    [[nodiscard]] CommandOutput down();
    [[nodiscard]] QString problem() const { return m_problem; }
    /// What the script says: see its help.
    [[nodiscard]] static CommandOutput script(const QStringList& arguments);

    /// Moves this thread, and all that it starts from now on, into the network of the cluster; leave() moves it back.
    [[nodiscard]] bool enter();
    void leave();

    [[nodiscard]] QString kubeconfig() const { return m_kubeconfig; }
    /// What the path of a snapshot in the jobs' folder for state ("file:/state/savepoints/...") or in their bucket
    /// ("s3://flink/...") is here.
    [[nodiscard]] QString onThisMachine(const QString& path) const;
    /// As admin; call it after enter().
    [[nodiscard]] CommandOutput kubectl(const QStringList& arguments, const QByteArray& input = {}) const;
    /// The first process inside, by its number outside; 0: there is none.
    [[nodiscard]] static qint64 firstProcess();

private:
    [[nodiscard]] bool isRaised(Kind kind, qint64 boundTo);

    QString m_problem;
    QString m_kubeconfig;
    int m_home = -1; ///< descriptor of the network this thread comes from
    bool m_isInside = false;
};

} // namespace live

/// Ends the test function where there can be no cluster.
#define DREY_NEEDS_POD_CLUSTER() DREY_NOT_RUN_IF(live::PodCluster::obstacle())
