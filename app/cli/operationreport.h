#pragma once

#include "app/cli/screen.h"
#include "core/plans/candidates.h"
#include "core/workflow/operation.h"

#include <QJsonObject>

namespace cli {

/// What is wrong, and what a job could be started from, numbered.
QString candidatesText(const plans::CandidateFindings& findings, Colors colors);
/// What a plan says, for people to read before they agree.
QString planText(const workflow::Plan& plan, Colors colors);
/// One line about how far a step has come.
QString stepText(const workflow::Step& step, const workflow::StepRecord& record);
QString operationText(const workflow::Operation& operation, Colors colors);
QString operationsText(const QList<workflow::Operation>& operations, Colors colors);
QJsonObject operationsJson(const QList<workflow::Operation>& operations);

} // namespace cli
