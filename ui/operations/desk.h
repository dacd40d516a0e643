#pragma once

#include "core/flink/connection.h"
#include "core/plans/clusterdoer.h"
#include "core/plans/flinkdoer.h"
#include "core/plans/offers.h"
#include "core/workflow/runner.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <map>

namespace operations {

/// A cluster that operations can act at.
struct Cluster
{
    QString id;      ///< of its connection
    QString context; ///< as plans name it; of a bare Flink endpoint its address
    base::Environment environment = base::Environment::Unset;
    bool isProtected = false; ///< nothing can be written to it
    bool isPractice = false;
    QPointer<flink::Connection> connection; ///< null: it is not open

    friend bool operator==(const Cluster&, const Cluster&) = default;
};

/// The one place of a window that has operations: it begins them, keeps them going whatever page is open, and knows
/// those of earlier days and of other processes from the journal.
class Desk : public QObject
{
    Q_OBJECT
public:
    /// `folder`: of the journal.
    Desk(const QString& folder, workflow::RunnerTimes times, QObject* parent = nullptr);
    ~Desk() override;
    /// As the window has it: a long silence makes the outcome unknown.
    static workflow::RunnerTimes usualTimes();

    /// What lost its connection is not used any more once this returns: its operations are interrupted.
    void setClusters(const QList<Cluster>& all);
    /// Without an id: there is none of this one.
    Cluster cluster(const QString& id) const;
    Cluster clusterOfContext(const QString& context) const;
    /// What plans are made with; nothing: it is not connected.
    std::optional<plans::Site> site(const QString& clusterId) const;
    /// The same at a bare endpoint.
    struct FlinkPlace
    {
        std::unique_ptr<flink::RestClient> rest;
        plans::FlinkSite site;
    };
    std::unique_ptr<FlinkPlace>
    flinkPlace(const QString& clusterId) const; ///< null: it is not connected, or no endpoint
    const workflow::Journal& journal() const { return m_journal; }

    /// Newest first.
    const QList<workflow::Operation>& operations() const { return m_operations; }
    /// Null: not known.
    const workflow::Operation* operation(const QString& id) const;
    qsizetype runningCount() const;
    /// Whether this process is at it.
    bool isAtWork(const QString& id) const { return m_running.contains(id); }
    bool isCancelling(const QString& id) const;
    bool isStuck(const QString& id) const; ///< somebody has to do something; the detail of its step tells what
    /// Translated: why an operation that nobody is at cannot be taken up here; empty: it can.
    QString obstacleToGoOn(const workflow::Operation& operation) const;

    /// Writes it down and starts it; the answer is its id.
    base::Result<QString> begin(const QString& clusterId, const plans::Survey& survey, const workflow::Plan& plan);
    base::Result<QString> begin(const QString& clusterId, const plans::FlinkSurvey& survey, const workflow::Plan& plan);
    base::Result<base::Ok> goOn(const QString& id);
    /// Somebody goes on with it by hand.
    base::Result<base::Ok> abandon(const QString& id);
    /// At the next safe point.
    void cancel(const QString& id);
    /// What somebody can do about it here; none where another process is at it, or something was begun since.
    QList<plans::Offer> offers(const QString& id) const;
    /// Ends it, at the next safe point where this process is at it; then planWanted() asks for what was offered.
    void take(const QString& id, const plans::Offer& offer);
    /// Reads the journal anew; loaded() follows.
    void reload();

signals:
    void clustersChanged();
    void loaded();                    ///< operations() is what the journal has
    void begun(const QString& id);    ///< it stands first in operations()
    void changed(const QString& id);  ///< something about one of operations()
    void gotStuck(const QString& id); ///< what this process is at; once a step
    void ended(const QString& id);    ///< what this process was at, by itself
    void wasLeft(const QString& id);  ///< what this process was at, because its connection was closed
    void warned(const QString& text); ///< translated, safe to show
    void planWanted(const QString& clusterId, const plans::Intent& intent);

private:
    struct Work
    {
        QString clusterId;
        bool isPractice = false;
        std::unique_ptr<FlinkPlace> place;    ///< of a bare endpoint; outlives the doer
        std::unique_ptr<workflow::Doer> doer; ///< outlives the runner
        std::unique_ptr<workflow::Runner> runner;
        qsizetype stuckAt = -1; ///< the step that it was told of; -1: none
    };

    base::Result<QString> begin(Work work, const workflow::Plan& plan);
    void run(Work work, std::unique_ptr<workflow::OpenJournal> opened);
    /// A recovery whose snapshot was no good goes on with the next one that its plan named.
    void fallBack(const QString& clusterId, const plans::Intent& intent);
    void leave(const QString& id);
    void askForPlan(const QString& id);
    void tellStuck(const QString& id);
    void keep(const workflow::Operation& operation);
    void finish(const QString& id);
    void take(const QList<workflow::Operation>& operations);
    void follow();

    const QString m_folder;
    const workflow::Journal m_journal;
    const workflow::RunnerTimes m_times;
    QList<Cluster> m_clusters;
    QList<workflow::Operation> m_operations;
    std::map<QString, Work> m_running;
    QHash<QString, plans::Intent> m_next; ///< what is to be planned once that one has ended
    QFileSystemWatcher m_watcher;
    QTimer m_reloading; ///< of what other processes do
    bool m_isReading = false, m_isReadAgain = false;
};

} // namespace operations
