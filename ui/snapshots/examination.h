#pragma once

#include "core/base/health.h"
#include "core/base/result.h"
#include "core/snapshot/comparison.h"
#include "core/snapshot/integrity.h"
#include "core/snapshot/localfolder.h"
#include "core/snapshot/reading.h"

#include <QDateTime>

#include <memory>
#include <optional>

namespace snapshots {

/// A snapshot as it was read, and what was found of its files.
struct Examination
{
    snapshot::Reading reading;
    qint64 fileBytes = 0; ///< of all its files, as recorded
    qsizetype sharedFiles = 0;
    std::optional<snapshot::Integrity> integrity; ///< nothing: its files were not yet looked for
    QDateTime readAt;                             ///< UTC
    QList<snapshot::PathMapping> mappings;        ///< with which they were looked for
};
using Examined = std::shared_ptr<const Examination>;

// Both take as long as the disk does: not for the user's thread.
base::Result<Examined> examine(const QString& path);
/// The same with its files looked for, and with the names of states that stand in them.
Examined verified(const Examined& examined, const QList<snapshot::PathMapping>& mappings);

/// Another snapshot, and how it differs.
struct Compared
{
    Examined other;
    snapshot::Comparison comparison; ///< before: the first one
};
base::Result<Compared> compared(const Examined& before, const QString& otherPath);

/// What is to be said of a snapshot's integrity.
struct Verdict
{
    base::Health family = base::Health::Unknown;
    QString word; ///< for a badge
    QString lead; ///< a sentence; empty: nothing is worth one
    QString rest;
};
Verdict verdictOf(const Examination& examination);

} // namespace snapshots
