#pragma once

#include "core/plans/flinksurvey.h"

namespace plans {

/// What will be done about an intent, step by step, by what was surveyed. Pure but for the trigger ids it makes up.
workflow::Plan planOf(const FlinkSurvey& survey, const FlinkSite& site);
/// What speaks for and against beginning, in the order in which one reads it. Pure.
QList<workflow::Check> preflightOf(const FlinkSurvey& survey, const FlinkSite& site);

/// Whether a plan is for a Flink cluster without Kubernetes.
bool isAtEndpoint(const workflow::Plan& plan);

/// What FlinkDoer knows steps by.
namespace flinkstep {

inline constexpr QStringView askSavepoint = u"ask-savepoint"; ///< Flink knows of the request
inline constexpr QStringView askCheckpoint = u"ask-checkpoint";
inline constexpr QStringView askStop = u"ask-stop";
inline constexpr QStringView savepointMade = u"savepoint-made"; ///< and has done it
inline constexpr QStringView checkpointMade = u"checkpoint-made";
inline constexpr QStringView cancelJob = u"cancel-job";
inline constexpr QStringView ended = u"ended"; ///< nothing of the job runs any more
inline constexpr QStringView setRequirements = u"set-requirements";
inline constexpr QStringView rescaled = u"rescaled"; ///< it runs so
inline constexpr QStringView runJar = u"run-jar";    ///< there is a job of the id that was chosen for it
inline constexpr QStringView running = u"running";   ///< with all its tasks
inline constexpr QStringView restored = u"restored"; ///< from what was planned

} // namespace flinkstep

} // namespace plans
