#pragma once

#include "core/plans/intent.h"
#include "core/workflow/operation.h"
#include "ui/theme/theme.h"

#include <optional>

namespace operations {

/// The verb as buttons and menus have it, translated: "Savepoint", "Upgrade…".
QString verbText(plans::Intent::Verb verb);
/// Whether a form has to be filled in before there is a plan.
bool needsForm(const plans::Intent& intent);
/// Whether something can be chosen that need not be.
bool hasOptions(const plans::Intent& intent);

base::Health familyOf(workflow::Check::Verdict verdict);
base::Health familyOf(workflow::Operation::State state);
base::Health familyOf(workflow::StepRecord::State state);
QString wordOf(workflow::Check::Verdict verdict);  ///< translated
QString wordOf(workflow::StepRecord::State state); ///< translated

/// "payments/orders" of "FlinkDeployment payments/orders"; safe to show.
QString objectName(const workflow::Plan& plan);
/// How long it took, or takes; empty: it has not begun.
QString tookText(const QDateTime& from, const QDateTime& to);
/// "usually 40s"; empty: not known, or not worth a word.
QString usualText(const std::optional<std::chrono::milliseconds>& expected);
/// Whether the step that is under way takes much longer than it usually does.
bool isDelayed(const workflow::Step& step, const workflow::StepRecord& record);
/// Where it stands, in a sentence, safe to show: the step it is at and what was seen last, or how it ended.
QString standText(const workflow::Operation& operation);

/// A report for a ticket: what was done, by whom, step by step, with what had been checked before.
QString markdownOf(const workflow::Operation& operation);

} // namespace operations
