#pragma once

#include "ui/practice/cluster.h"

#include <QElapsedTimer>
#include <QObject>

#include <optional>

namespace practice {

/// The practice cluster as the window has it: opened on demand, one at a time, ended with the program. Writes the
/// kubeconfig by which it is reached like any other cluster, and takes it away again.
class Session : public QObject
{
    Q_OBJECT
public:
    /// `folder`: where the kubeconfig goes; empty: the user's runtime folder.
    explicit Session(Source source, QString folder = {}, QObject* parent = nullptr);
    ~Session() override;

    const QList<Scenario>& scenarios() const { return m_scenarios; }
    const Scenario* scenario(const QString& name) const; ///< null: there is none

    bool isOpen() const { return !m_path.isEmpty(); }
    bool isStarting() const { return m_isStarting; } ///< a rehearsal is being set up, in the background
    QString kubeconfig() const { return m_path; }    ///< its file; empty: not open
    QString problem() const { return m_problem; }    ///< why it could not be opened, translated
    /// Plays this rehearsal from its beginning; starts the cluster when there is none. `taken`: names its contexts must
    /// not have. begun() or failed() tells how it went; while one is being set up nothing else is begun.
    void play(const QString& scenario, const QStringList& taken = {});
    void end();

    // Of the rehearsal that is played; see Progress.
    const Scenario* current() const; ///< null: not open
    const Progress& progress() const { return m_progress; }
    Instant now() const; ///< the cluster's time, between two reports by reckoning
    /// Since the fault was set, by the cluster's clock; it stands when the cluster has recovered.
    Duration elapsed() const;
    double speed() const { return m_speed; } ///< seconds of the cluster in a real second
    void setSpeed(double speed);
    QStringList takenHints() const;
    void takeHint();
    const QStringList& accused() const { return m_accused; }           ///< suspects, in the order they were named
    std::optional<QString> foundCause() const { return m_foundCause; } ///< the suspect that was it
    void accuse(const QString& suspect);
    void giveUp();
    bool isGivenUp() const { return m_isGivenUp; }
    bool isOver() const; ///< recovered or given up
    Debrief debrief() const;

    /// Texts in the language the program has now.
    void retranslate();

signals:
    void opened();     ///< its kubeconfig is written
    void begun();      ///< the rehearsal that was wanted is played
    void failed();     ///< see problem()
    void aboutToEnd(); ///< it still serves
    void ended();
    void changed(); ///< anything but time

private:
    void fail(const QString& problem);
    void finish(const std::shared_ptr<Cluster>& cluster, const QStringList& taken);
    bool isPlaying() const { return m_cluster && !m_isStarting; }
    void listen();
    void take(const Progress& progress);
    bool write(const QStringList& taken);

    Source m_source;
    QString m_folder, m_path, m_problem;
    QList<Scenario> m_scenarios;
    std::shared_ptr<Cluster> m_cluster; ///< shared with what sets it up in the background
    bool m_isStarting = false;
    int m_round = 0; ///< reports of the rehearsal before are of no interest
    double m_speed = 1;
    Progress m_progress;
    QElapsedTimer m_reported;
    QStringList m_accused;
    std::optional<QString> m_foundCause;
    bool m_isGivenUp = false;
};

} // namespace practice
