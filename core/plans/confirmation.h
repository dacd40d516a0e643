#pragma once

#include "core/base/environment.h"
#include "core/manifest/effect.h"

namespace plans {

/// How much of a yes an operation needs.
enum class Confirmation {
    Button,      ///< it can be undone, or nothing is at stake
    Acknowledge, ///< state is dropped where it matters to nobody else: it is said so, and has to be ticked
    TypeName,    ///< state is dropped that somebody may need: the name of the object is typed
};

/// Whether the job, or one that belongs to it, does not go on from its present state afterwards, and no undo brings
/// that back: it starts empty, or from an older place.
bool losesState(const manifest::Effect& effect);

/// What dropping state needs, and what nobody knows to keep it.
Confirmation confirmationOfLoss(base::Environment environment);

/// An environment nobody has named counts as strictly as production.
Confirmation confirmationFor(const manifest::Effect& effect, base::Environment environment);

} // namespace plans
