#pragma once

#include "core/workflow/operation.h"

namespace workflow {

/// The median of how long operations of this verb took. Nothing: there is none among them. `earlier`: at one object,
/// that have succeeded.
std::optional<std::chrono::milliseconds> usualTimeOf(const QList<Operation>& earlier, const QString& operation);
/// The same of steps of one kind, from their first sign to their end.
std::optional<std::chrono::milliseconds> usualTimeOfStep(const QList<Operation>& earlier, const QString& kind);

/// Whether it takes so much longer than usual that somebody may want to look. Of what is not known nothing does.
bool isMuchLonger(std::chrono::milliseconds took, const std::optional<std::chrono::milliseconds>& usual);

} // namespace workflow
