#pragma once

#include "core/sim/practice/cluster.h"
#include "core/sim/practice/scenario.h"
#include "core/sim/world/path.h"

#include <QCoreApplication>

namespace sim::practice {

/// Everything a rehearsal tells, in the language of the program.
struct Telling
{
    QString title;
    QString story;           ///< what the one on call hears and sees, a few sentences
    QStringList hints;       ///< from vague to plain
    QList<Suspect> suspects; ///< three to five; Play::culprit is one of them
    QStringList goals;       ///< one sentence for each of Play::goals
    QString cause;
    QString cure;
};

/// An object that a rehearsal is about; empty names stand for all. A user's first successful write to one of them is
/// when the fault counts as detected.
struct Affected
{
    QString type; ///< flinkdeployments.flink.apache.org
    QString ns = {};
    QString name = {};
};

/// A rehearsal as the cluster plays it. How to write one:
/// - The company of fleet.h has run for weeks and is healthy when `fault` is called, in the thread of the cluster. It
/// makes the
///   cause, never the symptom: it writes objects as somebody would have (Objects::change with a Write::user and a
///   Write::manager), disturbs Kafka, a JobManager, a node, the doors. It may leave something behind that goes on for
///   as long as the answer of fault() is kept: alarms, subscriptions, a JobManager that must be spoiled again when it
///   starts anew (FlinkPods::setPreparation), programs of other pods (Cluster::addProgram).
/// - The symptom must come of itself as time goes on, and the cure must be possible through the API alone; what a user
///   does is never taken note of, only the state of the cluster.
/// - Goals are judged every few seconds and must all hold for `hold` at a stretch; none may hold by itself.
/// - `isSick`: the symptom can be seen; what tests wait for. With `lead` it is there when somebody opens the rehearsal.
/// - Each has a test in tests/core/tst_simplays*.cpp on support::PlayBench.
/// One file in plays/ for each or for a family, one line in the table of plays.cpp.
struct Play
{
    using Holds = std::function<bool(const Cluster& cluster)>;

    QString name;       ///< kebab-case
    int difficulty = 1; ///< 1 … 3
    std::function<Telling()> tell;
    QString culprit;                            ///< id of a suspect; empty: there is nothing to suspect
    std::function<void(Setting&)> arrange = {}; ///< before the cluster is built: machines, the operator's release
    std::function<std::shared_ptr<void>(Cluster&)> fault = {};
    Holds isSick = {};
    QList<Affected> affected = {};
    QList<Holds> goals = {};
    Duration hold = std::chrono::seconds(30);
    /// How old the fault is when the rehearsal is opened.
    Duration lead = std::chrono::minutes(10);
};

/// For the texts of the plays.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sim::Text)
};

/// All there are, "healthy" first, then from easy to hard.
const QList<Play>& plays();
/// Null: there is none of that name.
const Play* playNamed(const QString& name);

// What goals ask.
/// The value in the object's document; undefined: there is no such object or value.
QJsonValue valueAt(const Cluster& cluster, QStringView type, const QString& ns, const QString& name, Path path);
/// RUNNING with all its tasks, and the operator knows it and has nothing to do: STABLE, READY, no error, the newest
/// generation.
bool isHealthy(const Cluster& cluster, const QString& ns, const QString& name);
/// The job has completed a checkpoint in the last `span`.
bool hasCheckpointed(const Cluster& cluster, const QString& ns, const QString& name, Duration span);

} // namespace sim::practice
