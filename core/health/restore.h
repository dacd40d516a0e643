#pragma once

#include "core/flink/hapointers.h"
#include "core/health/verdict.h"

namespace health {

/// Where the job would restore from if it had to now, by the operator's own rules.
struct RestoreOutlook
{
    enum class Verdict { Ready, Stale, AtRisk, Impossible, Unknown };

    Verdict verdict = Verdict::Unknown; ///< of a stateless job Impossible: it never restores anything
    QString kind;                       ///< "checkpoint", "savepoint"; empty: nothing is known to restore from
    QString path;                       ///< may be empty: only the pointer is known
    QDateTime completedAt;              ///< UTC; invalid: not known
    QString reason;                     ///< translated, one sentence

    friend bool operator==(const RestoreOutlook&, const RestoreOutlook&) = default;
};

/// Replaying less than the first is a nuisance; from the second on it is a risk.
inline constexpr std::chrono::minutes restoreFreshFor{5}, restoreUsableFor{60};

/// Pure. `ha`: what the ConfigMaps hold; without a value they were not readable.
RestoreOutlook restoreOutlook(const Evidence& evidence, const base::Observed<QList<flink::HaPointer>>& ha);

} // namespace health
