#pragma once

#include "core/base/error.h"

#include <QString>

namespace snapshot {

/// The part of `_metadata` that was being read.
enum class Part {
    Header, ///< magic number, version, id of the checkpoint
    MasterState,
    Operator,
    Coordinator,
    Subtask,
    OperatorState,
    KeyedState,
    KeyGroups,
    SharedFiles,
    PrivateFiles,
    Changes,
    ChannelState,
    Stream,
    Properties,
};

/// Why bytes are no readable `_metadata`, and where.
struct Fault
{
    enum class Kind {
        CutShort,   ///< the file ends within the part
        Foreign,    ///< it does not begin as `_metadata` do; `found`: the first four bytes
        Version,    ///< a format that is not known; `found`: its number
        Length,     ///< a length that is negative or larger than what follows; `found` and `most`
        Tag,        ///< a kind of handle that is not known; `found`: its number
        Value,      ///< a number outside its range; `found`
        Text,       ///< a text that is not Java's modified UTF-8
        Depth,      ///< handles within handles; `most`: how many levels are read
        Memory,     ///< more than a file of this size can mean
        Unreadable, ///< the device failed; `said`: its words
    };

    Kind kind = Kind::CutShort;
    Part part = Part::Header;
    qint64 offset = 0; ///< byte of the file, from 0
    qint64 found = 0;
    qint64 most = 0;
    QString said = {};

    friend bool operator==(const Fault&, const Fault&) = default;
};

/// The same for people: what was expected at which byte.
base::Error errorOf(const Fault& fault);

} // namespace snapshot
