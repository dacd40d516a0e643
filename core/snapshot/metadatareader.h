#pragma once

#include "core/base/result.h"
#include "core/snapshot/fault.h"
#include "core/snapshot/metadata.h"

#include <QByteArray>
#include <QIODevice>

#include <variant>

namespace snapshot {

/// Reads `_metadata` of a checkpoint or savepoint, formats 2 to 6 (Flink 1.3 to 2.3), as Flink's MetadataV2Serializer
/// to MetadataV6Serializer write them. Safe on hostile bytes: the result takes at most twice the memory of the file and
/// 1 MiB, the file itself is never held. `device` is open, not sequential, and read from where it stands.
std::variant<Metadata, Fault> parseMetadata(QIODevice& device);

/// The same, with the fault in words.
base::Result<Metadata> readMetadata(QIODevice& device);
base::Result<Metadata> readMetadata(const QByteArray& bytes);

/// Whether a file with these first bytes is meant to be `_metadata`, whole or not. Four of them tell.
bool beginsAsMetadata(const QByteArray& head);

} // namespace snapshot
