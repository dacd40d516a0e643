#pragma once

#include "core/base/observed.h"
#include "core/flink/rest.h"
#include "core/workflow/journal.h"

#include <functional>

namespace plans {

/// What the journal tells of one object.
struct Past
{
    std::optional<workflow::Operation> open; ///< that is at it, or was interrupted there
    QList<workflow::Operation> succeeded;
};
/// `journal`: null is an empty one.
Past pastOf(const workflow::Journal* journal, const std::function<bool(const workflow::Operation&)>& isOfIt);

// What is looked at before every operation, whatever it is done to.
workflow::Check otherOperation(const std::optional<workflow::Operation>& open, const QDateTime& observedAt);
/// `now`: ms since 1970, by the clock of whoever wrote the history.
workflow::Check lastCheckpoint(const base::Observed<flink::CheckpointHistory>& checkpoints, qint64 now);

} // namespace plans
