#pragma once

#include "core/base/result.h"
#include "core/plans/target.h"

#include <QDateTime>

namespace plans {

/// How applying ended.
enum class ApplyState {
    Applied,     ///< and seen in the cluster
    Unchanged,   ///< the cluster held all of it already
    Overwritten, ///< it was taken, and somebody has changed it again since
    Refused,     ///< nothing was done: by the server, or by a protected context
    Failed,      ///< nothing was done: it was not even sent
    Unknown,     ///< sent, and nobody could say what became of it
};

/// One manifest that was to be applied.
struct AppliedEntry
{
    QString id;
    QDateTime begunAt; ///< UTC
    QString context;
    Target target;
    bool isTakeOver = false;         ///< fields of others were taken over
    QString versionBefore;           ///< resourceVersion; empty: there was no object
    QJsonObject manifest;            ///< as it was sent, secrets left out
    std::optional<ApplyState> state; ///< nothing: the program ended in between; look at the cluster
    QDateTime endedAt;               ///< UTC
    qint64 generation = 0;           ///< of the object afterwards; 0: not known
    QString message;                 ///< of an error; translated
};

/// What Drey applied, in a file that only ever grows: a line when something is about to be done, a line when it is
/// known how it ended. Both are on the disk when these functions return.
class ApplyRecord
{
public:
    explicit ApplyRecord(QString file)
        : m_file(std::move(file))
    {
    }

    /// Where Drey keeps it: applied.jsonl in $XDG_STATE_HOME/drey.
    static QString usualFile();

    /// `entry` without id and times; the id that was given to it. An Error: nothing may be done.
    base::Result<QString> begin(const AppliedEntry& entry);
    base::Result<base::Ok> end(const QString& id, ApplyState state, qint64 generation, const QString& message);
    /// Oldest first; what cannot be read is left out.
    QList<AppliedEntry> entries() const;

private:
    base::Result<base::Ok> append(const QJsonObject& line) const;

    const QString m_file;
};

/// A manifest without what should be in no file: contents of Secrets, and values of keys that Flink hides in its logs.
QJsonObject withoutSecrets(const QJsonObject& manifest);
/// What it leaves in their place.
inline constexpr QStringView secretMask = u"***";

} // namespace plans
