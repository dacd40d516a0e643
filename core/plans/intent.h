#pragma once

#include "core/manifest/spec.h"
#include "core/plans/specchange.h"

#include <QString>

#include <chrono>
#include <optional>

namespace plans {

/// What somebody wants of one FlinkDeployment or FlinkSessionJob.
struct Intent
{
    enum class Verb {
        Savepoint,
        Checkpoint,
        Suspend,
        Resume,
        Restart,
        Upgrade,
        Rescale,
        Rollback,
        Redeploy,
        Recover,
        Delete
    };
    enum class Format { Unset, Canonical, Native };

    Verb verb = Verb::Savepoint;
    QString kind; ///< "FlinkDeployment", "FlinkSessionJob", "FlinkBlueGreenDeployment"; flinkJobKind without Kubernetes
    QString nameSpace, name;
    Format format = Format::Unset; ///< of a savepoint; unset: the one that is configured
    QString from;                  ///< Resume, Redeploy: the snapshot to start from; empty: what the operator recorded
    QStringList fallbacks;         ///< Recover: what is tried next when `from` turns out to be no good, best first
    SpecChange change;             ///< Upgrade, Rescale: of the spec
    std::optional<QJsonObject> spec; ///< Rollback: the whole spec to go back to; nothing: the one that was stable last
    bool isEmpty = false;            ///< Recover: without any state
    bool withSavepoint = true;       ///< Delete: take one first
    bool drains = false; ///< Delete, and Suspend of a job without Kubernetes: it works off what it has, for good
    std::chrono::seconds settle{60}; ///< it must run so long without a restart to count as done

    friend bool operator==(const Intent&, const Intent&) = default;
};

/// Of the two FlinkDeployments that take turns; what is changed of it is changed in its template.
inline constexpr QStringView blueGreenKind = u"FlinkBlueGreenDeployment";
/// Where the fields of a deployment of this kind are: `path` begins with "spec".
QStringList pathIn(const QString& kind, const QStringList& path);

/// Of a job of a Flink cluster without Kubernetes, which is named by its id.
inline constexpr QStringView flinkJobKind = u"Job";

/// "savepoint", …: the verb of the command line.
QString verbWord(Intent::Verb verb);
/// Nothing: it is none.
std::optional<Intent::Verb> verbOf(QStringView word);

/// What has to be written into the object as it is; empty: nothing is (a snapshot resource, a deletion, or it says all
/// that already). `hasSnapshotResources`: the cluster serves FlinkStateSnapshot; else savepoints are asked for by
/// nonce.
SpecChange changeFor(const Intent& intent, const QJsonObject& live, bool hasSnapshotResources);

/// Whether it makes a snapshot of a job that has to run for it.
bool takesSnapshot(const Intent& intent);
/// Whether the job is drained and stopped with its last savepoint before its object is deleted.
bool stopsDrained(const Intent& intent, const QJsonObject& live);

/// Whether the object has to be deleted and made anew: its operator, older than 1.8, starts a job from a chosen
/// snapshot only when it first sees the object (it knows no savepointRedeployNonce).
bool needsNewObject(const Intent& intent, const QJsonObject& live);

/// What is made anew: with the change, without what the API server and the operator have written into it.
QJsonObject newObjectOf(const QJsonObject& live, const SpecChange& change);

/// A nonce that the operator has not seen: one more than in the object and in what it took up last.
qint64 nextNonce(const QJsonObject& live, const QStringList& pathInSpec);

} // namespace plans
