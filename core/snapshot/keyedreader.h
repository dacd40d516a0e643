#pragma once

#include "core/snapshot/streamreader.h"

namespace snapshot {

/// The keyed state of one subtask (KeyedStateHandle).
struct Keyed
{
    KeyedForm form = KeyedForm::None; ///< None: null
    KeyGroups keyGroups;
    Amount amount;
    StreamHead head; ///< where its states are described, if wanted
};

enum class StateNames { Wanted, Known };

/// Reads a KeyedStateHandle with all that stands in it; its files go to `files`.
Keyed readKeyed(ByteReader& in, FileList& files, StateNames names = StateNames::Known, int depth = 0);

} // namespace snapshot
