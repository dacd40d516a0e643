#pragma once

#include "core/sim/operator/spec.h"
#include "core/sim/world/world.h"

namespace sim::op {

/// What a validation looks at.
struct Candidate
{
    const Stored& object; ///< its name and namespace
    const Spec& spec;
    std::optional<Spec> reconciled; ///< the spec that was deployed last
    const Settings& settings;
};

// The operator's rules in its order; the answer is the message of the first that is broken.

std::optional<QString> validateDeployment(const Candidate& candidate);
/// `session` is the FlinkDeployment it names; nothing: there is none.
std::optional<QString> validateSessionJob(const Candidate& candidate, const std::optional<Spec>& session);
std::optional<QString> validateSnapshot(const QJsonObject& snapshot, const Objects& objects);

/// A value of an enum that the operator's own types do not have: the text of the exception; nothing: they know it.
std::optional<QString> unknownEnum(const QString& kind, const QJsonObject& spec, Release release);

} // namespace sim::op
