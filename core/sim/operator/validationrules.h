#pragma once

#include "core/sim/operator/configuration.h"

namespace sim::op {

// Groups of rules that belong together, each in the operator's order; the answer is the message of the first that is
// broken.

std::optional<QString> nameProblem(const QString& name);
std::optional<QString> versionProblem(const Spec& spec, const std::optional<Spec>& reconciled, Release release);
std::optional<QString> configurationProblem(const Configuration& conf);
std::optional<QString> ingressProblem(const Spec& spec, const QString& ns, const QString& name);
std::optional<QString> loggingProblem(const Spec& spec);
std::optional<QString> jobProblem(const Spec& spec, const Configuration& conf, Release release);
std::optional<QString> jobManagerProblem(const Spec& spec, const Configuration& conf, Release release);
std::optional<QString> taskManagerProblem(const Spec& spec, const Configuration& conf, Release release);
std::optional<QString> autoscalerProblem(const Configuration& conf, const Settings& settings);
std::optional<QString> artifactProblem(const QString& jarUri, const Settings& settings);

} // namespace sim::op
