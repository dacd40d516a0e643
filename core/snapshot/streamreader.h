#pragma once

#include "core/snapshot/bytereader.h"
#include "core/snapshot/metadata.h"

namespace snapshot {

/// Handles stand in handles; Flink's own at most three deep.
constexpr int deepest = 8;

/// Where the first bytes of a stream are: here, or in a file.
struct StreamHead
{
    qint64 most = keyedHeadBytes; ///< how many are wanted
    QByteArray bytes;
    std::optional<StreamPlace> place;
};

/// One stream of state (StreamStateHandle).
struct Stream
{
    bool isThere = false; ///< false: null
    qint64 bytes = 0;
    qint64 inlineBytes = 0;
};

/// How the file of a stream is held against what its handle says.
enum class StreamUse {
    Whole,  ///< it is all of the file
    Shared, ///< the same, and other checkpoints may use it
    Change, ///< of a changelog: the file begins with a byte that the handle does not count, and is shared
};

/// Reads a StreamStateHandle; its file goes to `files`, and where it begins to `head`, if one is given.
Stream readStream(ByteReader& in, FileList& files, StreamUse use, StreamHead* head = nullptr, int depth = 0);

/// A size or an offset: a fault below `least`.
qint64 readSize(ByteReader& in, qint64 least = 0);
/// First key group and how many, held against Flink's most, 32768.
KeyGroups readKeyGroups(ByteReader& in);

} // namespace snapshot
