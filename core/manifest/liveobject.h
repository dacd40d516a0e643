#pragma once

#include "core/manifest/subject.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace manifest {

/// An object as a cluster holds it, with what its operator wrote down of it.
struct LiveObject
{
    Subject::Kind kind = Subject::Kind::Other;
    QString nameSpace, name, uid, resourceVersion;
    QJsonObject metadata;
    QJsonObject spec;                      ///< as its writers want it; of blue/green the template's
    std::optional<QJsonObject> reconciled; ///< what the operator took up last, after its own changes; nothing: none yet
    std::optional<QJsonObject> stable;     ///< what ran well last
    QString reconciliationState;           ///< DEPLOYED, UPGRADING, ROLLING_BACK, ROLLED_BACK
    QString jobId;                         ///< empty: not told
    QString jobState;                      ///< Flink's word; empty: there was no job yet
    QString jobManager;                    ///< READY, MISSING, …; empty: not told
    QString lifecycle;                     ///< STABLE, …
    QString upgradeSavepointPath;          ///< a path, the marker of the last state, or empty
    QString legacySavepointPath;           ///< of operators without snapshot resources
    bool isSavepointPending = false;       ///< a legacy savepoint is under way
    QString blueGreenState;                ///< ACTIVE_BLUE, …
    QString error;                         ///< the operator's message
    qint64 jobStart = 0;                   ///< ms since 1970; 0: not told
    qint64 generation = 0;
    std::optional<qint64> observedGeneration;

    /// Of a document as the API server sends it; nothing: it is none of the kinds that the operator looks after.
    static std::optional<LiveObject> from(const QJsonObject& document);

    bool isTerminal() const;    ///< FAILED, CANCELED or FINISHED
    bool isCancellable() const; ///< over REST
    /// What runs: after a rollback the spec that was stable last.
    QJsonObject deployed() const;
};

/// What stands for "from the metadata of high availability" where a path would be.
inline constexpr QStringView lastStateMarker = u"KUBERNETES_OPERATOR_LAST_STATE";

/// The fields that describe a cluster or a job; of blue/green the template's. Without nulls.
QJsonObject specOf(const QJsonObject& document);

} // namespace manifest
