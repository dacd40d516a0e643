#pragma once

#include "core/base/result.h"

#include <QString>

namespace snapshot {

constexpr QStringView metadataName = u"_metadata"; ///< AbstractFsCheckpointStorageAccess.METADATA_FILE_NAME

/// A snapshot in a folder of this machine.
struct Location
{
    QString folder;   ///< absolute, without a slash at its end
    QString metadata; ///< the file itself

    friend bool operator==(const Location&, const Location&) = default;
};

/// Where the snapshot lies that a user or Flink names: its folder, its `_metadata`, or a file: URI of either. A folder
/// without `_metadata` is told apart from none at all: Flink writes the file last.
base::Result<Location> locate(const QString& named);

/// The path of a local file that a Flink path means: "file:/a", "file:///a" and "/a" are "/a". Flink writes paths as
/// they are, without percent-encoding. Empty: it is on another file system.
QString localPathOf(const QString& flinkPath);
/// "s3" of "s3://bucket/a", "file" of "/a". Empty: it has none and is relative.
QString schemeOf(const QString& flinkPath);

} // namespace snapshot
