#pragma once

#include "core/plans/survey.h"

namespace plans {

/// What speaks for and against beginning, in the order in which one reads it. Pure.
QList<workflow::Check> preflightOf(const Survey& survey, const Site& site);

/// A completed checkpoint of this age is a reason to think twice where state is at stake.
inline constexpr std::chrono::minutes oldCheckpoint{60};

} // namespace plans
