#pragma once

#include "core/base/environment.h"
#include "core/base/observed.h"
#include "core/flink/restclient.h"
#include "core/plans/intent.h"
#include "core/workflow/journal.h"

#include <QObject>

namespace plans {

/// A Flink cluster that operations act on without Kubernetes. What it points to must outlive who uses it.
struct FlinkSite
{
    flink::RestClient* rest = nullptr;
    QString context; ///< its address, as it is shown and written down
    base::Environment environment = base::Environment::Unset;
    bool isProtected = false; ///< writes are refused where they are sent
    const workflow::Journal* journal = nullptr;
};

/// What somebody wants of one job there.
struct FlinkIntent
{
    Intent::Verb verb = Intent::Verb::Savepoint; ///< one that canDo()
    QString job;                                 ///< its id
    flink::SavepointFormat format = flink::SavepointFormat::Default;
    QString directory;           ///< of a savepoint; empty: the configured one
    bool drains = false;         ///< Suspend: it is never to be resumed
    bool withSavepoint = true;   ///< Delete: the job stops with one
    int parallelism = 0;         ///< Rescale: of every vertex that is not named; 0: as it is
    QMap<QString, int> vertices; ///< Rescale: by id
    flink::JarRun run;           ///< Resume: its jar by id or name, or empty; its savepoint, or empty
};

/// Of an intent of flinkJobKind.
FlinkIntent flinkIntentOf(const Intent& intent);

/// Whether a Flink cluster by itself knows how to do it. There is no custom resource to write into.
bool canDo(Intent::Verb verb);

/// What is known before an operation begins.
struct FlinkSurvey
{
    FlinkIntent intent;
    base::Observed<flink::ClusterOverview> cluster;
    base::Observed<flink::JobDetail> job;
    base::Observed<flink::CheckpointHistory> checkpoints;
    base::Observed<flink::KeyValues> configuration;           ///< of the cluster
    base::Observed<flink::ResourceRequirements> requirements; ///< asked for to rescale
    base::Observed<QList<flink::Jar>> jars;                   ///< asked for to resume
    std::optional<workflow::Operation> other;                 ///< that is at the job, or was interrupted there
    QList<workflow::Operation> earlier;                       ///< at this job, that have succeeded

    /// What the job is to be rescaled to: all that is required now, with what is wanted; no lower bound is raised.
    flink::ResourceRequirements wanted() const;
    /// What a job that has ended is started from: what is wanted, else the newest that Flink, or else Drey's journal,
    /// tells of; empty: neither does.
    QString source() const;
    /// What it is started with: the one that is wanted, else the only one. Of several of a name the newest.
    std::optional<flink::Jar> jar() const;
    bool isJobOver() const;
    /// Of the job as Flink calls it; its id if it has none.
    QString name() const;
};

/// FAILED, CANCELED and FINISHED: nothing restarts it.
bool isOver(const flink::JobOverview& job);
/// It is RUNNING with all its tasks; those that have finished count.
bool isWhole(const flink::JobOverview& job);

/// Asks for all of it, in parallel. Changes nothing.
class FlinkSurveying : public QObject
{
    Q_OBJECT
public:
    FlinkSurveying(const FlinkSite& site, const FlinkIntent& intent, QObject* parent = nullptr);

    /// finished() or failed() follows, once.
    void start();

signals:
    void finished(const plans::FlinkSurvey& survey);
    void failed(const base::Error& error); ///< the job could not be read, and has to be

private:
    template <typename T>
    auto taking(base::Observed<T>& place);
    void finishOne();

    const FlinkSite m_site;
    FlinkSurvey m_survey;
    int m_open = 0;
};

} // namespace plans
