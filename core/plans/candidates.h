#pragma once

#include "core/flink/deployment.h"
#include "core/flink/hapointers.h"
#include "core/plans/diagnosis.h"
#include "core/plans/survey.h"
#include "core/snapshot/compatibility.h"
#include "core/snapshot/localfolder.h"

#include <QObject>

#include <memory>

namespace plans {

/// A snapshot that a job could be started from.
struct Candidate
{
    enum class Source {
        Flink,            ///< the JobManager remembers it
        HighAvailability, ///< a pointer in its ConfigMaps; the path is made of the configured directory
        Status,           ///< the operator wrote it into the custom resource
        SnapshotResource, ///< a FlinkStateSnapshot
        Journal,          ///< Drey saw it
        Storage,          ///< found where checkpoints and savepoints are kept
    };
    enum class Verdict {
        Whole,     ///< its metadata can be read, and every file is there with its length
        Unchecked, ///< its files could not be looked at from here
        Unsure,    ///< it lies in storage, under the id of a job that nobody knows to be this one
        Damaged,
        Unfit, ///< it is of another job, or the job as it is does not take it up
    };

    QString path; ///< as Flink is told
    bool isSavepoint = false;
    QList<Source> sources;
    QDateTime completedAt; ///< UTC; invalid: not known
    Verdict verdict = Verdict::Unchecked;
    QString problem;  ///< translated: why it is not Whole
    qint64 bytes = 0; ///< of its state; 0: not known

    /// Whether a job may be started from it without somebody having looked at it.
    bool isTrusted() const { return verdict == Verdict::Whole || verdict == Verdict::Unchecked; }
    friend bool operator==(const Candidate&, const Candidate&) = default;
};

/// Whether two paths that Flink writes are one place: "file:/a/b" and "file:///a/b/" are.
bool isSamePlace(const QString& a, const QString& b);

/// Of ".../chk-42"; -1: it is no checkpoint.
qint64 checkpointNumberOf(const QString& path);

/// The job as Flink's REST tells it; `flinkVersion`: empty: not known.
snapshot::JobGraph graphOf(const flink::JobDetail& job, const QString& flinkVersion = {});

/// What the sources beside the custom resource and Flink say.
struct CandidateSources
{
    QList<flink::StateSnapshot> snapshots; ///< of its namespace
    QList<flink::HaPointer> pointers;
    QList<workflow::Operation> operations;   ///< that Drey has done, newest first
    std::optional<snapshot::JobGraph> graph; ///< of the job as Flink has it; nothing: Flink could not be asked
    QStringList doubts;                      ///< what could not be asked; one sentence each
};

/// All that could be restored, the best first: by their verdicts, then newer before older. What
/// several sources name is one. `mappings`: where storage lies on this machine.
QList<Candidate> candidatesOf(const QJsonObject& live, const std::optional<flink::CheckpointHistory>& history,
                              const CandidateSources& sources, const QList<snapshot::PathMapping>& mappings);

/// What a recovery from one of them may fall back to: the next ones that are trusted, at most five.
QStringList fallbacksAfter(const QList<Candidate>& ranked, qsizetype chosen);

QString sourceText(Candidate::Source source);    ///< translated
QString verdictText(Candidate::Verdict verdict); ///< translated
QJsonObject toJson(const Candidate& candidate);

/// What a search came to.
struct CandidateFindings
{
    QList<Candidate> candidates; ///< the best first
    Diagnosis diagnosis;
    QStringList doubts; ///< translated: what could not be asked; one sentence each
};

/// Asks all sources for what one FlinkDeployment or FlinkSessionJob could be started from, and what is wrong
/// with it. Changes nothing.
class CandidateSearch : public QObject
{
    Q_OBJECT
public:
    CandidateSearch(const Site& site, Intent intent, QList<snapshot::PathMapping> mappings, QObject* parent = nullptr);

    /// found() or failed() follows, once.
    void start();

signals:
    void found(const plans::CandidateFindings& findings);
    void failed(const base::Error& error); ///< the object could not be read

private:
    void askAround();
    void askSnapshots();
    void askPointers();
    void askPods();
    void askFlink();
    void askCheckpoints(const QString& job);
    void askExceptions(const QString& job);
    void askGraph(const QString& job);
    void findFailure(); ///< in the log of a JobManager that ended, when Flink tells of none
    void finishOne();
    void judge();
    kube::ObjectKey cluster() const;

    const Site m_site;
    const Intent m_intent;
    const QList<snapshot::PathMapping> m_mappings;
    QJsonObject m_live;
    std::optional<flink::CheckpointHistory> m_history;
    CandidateSources m_sources;
    Clues m_clues;
    std::unique_ptr<flink::RestClient> m_rest;
    int m_open = 0;
};

} // namespace plans
