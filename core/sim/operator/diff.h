#pragma once

#include "core/sim/operator/spec.h"

#include <vector>

namespace sim::op {

/// How much an edit asks for; the largest of all changes decides.
enum class ChangeClass { Ignore, Scale, Upgrade, SavepointRedeploy };

struct Change
{
    QString path; ///< job.parallelism, flinkConfiguration.state.backend.type
    QString before;
    QString after;
    ChangeClass weight = ChangeClass::Upgrade;
};

/// What differs between the spec that was reconciled last and the one that is wanted.
struct Difference
{
    Kind kind = Kind::Deployment;
    std::vector<Change> changes;

    ChangeClass weight() const;
    /// FlinkDeploymentSpec[job.parallelism : 2 -> 1]
    QString text() const;
};

Difference difference(Kind kind, const Spec& reconciled, const Spec& wanted, Release release);

/// IGNORE, SCALE, UPGRADE, SAVEPOINT_REDEPLOY.
QString text(ChangeClass weight);

} // namespace sim::op
