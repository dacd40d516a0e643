#pragma once

#include "core/snapshot/location.h"
#include "core/snapshot/storage.h"

#include <QHash>
#include <QList>

#include <optional>

namespace snapshot {

/// What lies below `from` in the paths that were recorded lies below `to` on this machine: "s3://bucket/flink" in
/// "/mnt/copy".
struct PathMapping
{
    QString from; ///< a Flink path; a slash at its end is left out
    QString to;   ///< a folder of this machine

    friend bool operator==(const PathMapping&, const PathMapping&) = default;
};

/// Of "FROM=TO"; nothing: it makes no sense.
std::optional<PathMapping> mappingOf(const QString& text);

/// The files of a snapshot whose folder is on this machine.
///
/// Relative ones lie below that folder, wherever it was moved. Absolute ones lie where a mapping says, else where they
/// were recorded. What is not there is absent only where this machine can know it: below a mapping, where the file's
/// folder is here, or where the snapshot itself lies in the place whose files it names. Else the recorded path may be
/// one of a pod or another machine, and a copy is looked for beside the snapshot: "file:/data/cp/JOB/shared/1" in
/// "…/JOB/shared/1" of where it now lies.
class LocalFolder : public Storage
{
public:
    explicit LocalFolder(Location location, QList<PathMapping> mappings = {});

    Found find(const QString& path, ReferencedFile::Base base) const override;

    /// Where it is looked for first, without looking. Empty: nowhere on this machine.
    QString placeOf(const QString& path, ReferencedFile::Base base) const;
    /// Where a copy of an absolute one would lie beside the snapshot. Empty: nowhere.
    QString copyOf(const QString& path) const;

private:
    std::optional<QString> mapped(const QString& path) const;
    Found findRecorded(const QString& local) const;
    bool isFolder(const QString& path) const;

    Location m_location;
    QList<PathMapping> m_mappings;
    mutable QHash<QString, bool> m_folders; ///< whether they are here: many files share one
};

} // namespace snapshot
