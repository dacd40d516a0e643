#pragma once

#include "core/snapshot/filelist.h"

#include <QString>

namespace snapshot {

/// What is known of one referenced file.
struct Found
{
    enum class Standing {
        Present,
        Absent,  ///< looked for where it must be, and not there
        Unknown, ///< it could not be looked for: unknown is not absent
    };

    Standing standing = Standing::Unknown;
    qint64 bytes = 0; ///< where present
    QString place;    ///< where it was looked for, or found; may be empty
    QString reason;   ///< where unknown, translated: why
    /// Present, but not where it was recorded: in a copy beside `_metadata`. Flink looks in the recorded place.
    bool isMoved = false;

    friend bool operator==(const Found&, const Found&) = default;
};

/// Where the files of a snapshot are looked for. One for a remote storage is filled by listing it before it is asked.
class Storage
{
public:
    virtual ~Storage() = default;
    Storage() = default;
    Storage(const Storage&) = delete;
    Storage& operator=(const Storage&) = delete;

    virtual Found find(const QString& path, ReferencedFile::Base base) const = 0;
};

} // namespace snapshot
