#pragma once

#include "core/health/verdict.h"

namespace health {

/// What the high-availability ConfigMaps of a job say it would restore.
struct HaPointer
{
    QString name; ///< "checkpointID-0000000000000000012" is checkpoint 12
    qint64 checkpoint = 0;
};

/// Where the job would restore from if it had to now, by the operator's own rules.
struct RestoreOutlook
{
    enum class Verdict { Ready, Stale, AtRisk, Impossible, Unknown };

    Verdict verdict = Verdict::Unknown; ///< of a stateless job Impossible: it never restores anything
    QString kind;                       ///< "checkpoint", "savepoint"; empty: nothing is known to restore from
    QString path;                       ///< may be empty: only the pointer is known
    QDateTime completedAt;              ///< UTC; invalid: not known
    QString reason;                     ///< translated, one sentence
};

/// Pure. `ha`: what the ConfigMaps hold; without a value they were not readable.
RestoreOutlook restoreOutlook(const Evidence& evidence, const base::Observed<QList<HaPointer>>& ha);

} // namespace health
