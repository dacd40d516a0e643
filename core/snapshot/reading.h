#pragma once

#include "core/base/result.h"
#include "core/snapshot/location.h"
#include "core/snapshot/metadata.h"
#include "core/snapshot/storage.h"

namespace snapshot {

/// A snapshot of this machine, read.
struct Reading
{
    Location location;
    Metadata metadata;

    friend bool operator==(const Reading&, const Reading&) = default;
};

/// Whether a file or folder of this machine is a snapshot, whole or not: it holds, is or begins as `_metadata`.
bool isSnapshot(const QString& path);

/// Finds and reads what a user or Flink names; see locate().
base::Result<Reading> read(const QString& named);

/// Looks for the names of keyed states in the files they are described in. What is not there stays unknown.
void readKeyedStates(Metadata& metadata, const Storage& storage);

} // namespace snapshot
